/* global document, PerformanceObserver -- what runs within the page */
/**
 * [typing]: a sheet of 120 questions in Chromium, with rules and last year's answers, while somebody types and clicks. Counted are
 * events that the page handled for longer than 50 ms, as the browser itself measures them (Event Timing).
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { entry, say } from './measure.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const MAIN = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));
const CLI = fileURLToPath(new URL('../apps/cli/bin/reflexbogen.js', import.meta.url));
const QUESTIONS = 120;
const LONGEST_MS = 50;
const READY_MS = 120_000;
const TEXT = 'Die Nachfrage nach bezahlbarem Wohnraum ist weiter gestiegen, vor allem im Zentrum. ';
/** Scales that are answered one after the other. */
const CLICKS = 30;

const words = (de) => ({ de, en: de });

/** Two rounds of one sheet, texts and scales in turn; every tenth question hangs on the one before, every twelfth has a check. */
function writeStudy(folder) {
  mkdirSync(folder, { recursive: true });
  const scale = {
    code: 'burden',
    levels: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: words(`Stufe ${code}`) })),
    missing: [{ code: 'dk', kind: 'DONT_KNOW', label: words('weiß nicht') }],
  };
  const isText = (index) => index % 3 === 0;
  const set = (year, since) => ({
    year,
    revision: 1,
    scales: [scale],
    sections: [
      {
        code: 'all',
        title: words('Alles'),
        questions: Array.from({ length: QUESTIONS }, (_, index) => ({
          code: `q${index}`,
          type: isText(index) ? 'TEXT' : 'SCALE',
          ...(isText(index) ? {} : { scale: 'burden' }),
          text: words(`Frage ${index}`),
          help: words('Bitte schätzen Sie die Lage in Ihrer Kommune ein.'),
          ...(index % 10 === 5 && !isText(index - 1) ? { requiredIf: `answer('q${index - 1}') == '5'` } : {}),
          ...(since ? { since: { year: since, verdict: 'IDENTICAL' } } : {}),
        })),
      },
    ],
  });
  const round = (year, closesAt, status) => ({
    code: String(year),
    year,
    questionSet: { year, revision: 1 },
    opensAt: '2020-01-01',
    closesAt,
    status,
  });
  writeFileSync(
    join(folder, 'study.yaml'),
    JSON.stringify({
      format: 'reflexbogen/1',
      study: { slug: 'typing', title: words('Tippen') },
      attributes: [],
      template: { slug: 'typing-sheet', title: words('Bogen') },
      questionSets: [set(2030), set(2031, 2030)],
      rounds: [round(2030, '2020-02-01', 'CLOSED'), round(2031, '2099-12-31', 'OPEN')],
    }),
  );
  writeFileSync(join(folder, 'municipalities.csv'), 'code,name,officialKey\nm,Stadt M,\n');
  const answers = Array.from(
    { length: QUESTIONS },
    (_, index) => `m,2030,q${index},${isText(index) ? 'Wie bisher' : '3'}`,
  );
  writeFileSync(join(folder, 'answers.csv'), ['municipality,round,question,value', ...answers, ''].join('\n'));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The built service with a database of its own. */
async function startService(folder) {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  const began = Date.now();
  while (
    !(await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() - began > READY_MS) throw new Error('the service does not start');
    await sleep(100);
  }
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function tokenOf(url, input) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: IssueDevelopmentTokenInput!) {
        issueDevelopmentToken(input: $input) { token errors { message } } }`,
      variables: { input: { ttlSeconds: 3600, ...input } },
    }),
  });
  const { data } = await answer.json();
  return data.issueDevelopmentToken.token;
}

export async function* benchTyping({ folder }) {
  if (!existsSync(CHROMIUM)) {
    say(`typing needs Chromium at ${CHROMIUM}: left out`);
    return;
  }
  const service = await startService(join(folder, 'typing'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const packaged = join(folder, 'typing', 'package');
    writeStudy(packaged);
    await promisify(execFile)(process.execPath, [CLI, 'import', packaged], {
      env: {
        ...process.env,
        REFLEXBOGEN_URL: `${service.url}/graphql`,
        REFLEXBOGEN_TOKEN: await tokenOf(service.url, { role: 'ADMIN' }),
      },
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.request.post(`${service.url}/auth/development`, {
      data: {
        token: await tokenOf(service.url, { role: 'RESPONDENT', study: 'typing', municipality: 'm', name: 'Tina' }),
      },
      headers: { origin: service.url },
      maxRedirects: 0,
    });
    const page = await context.newPage();
    await page.goto(`${service.url}/respond/typing/2031?section=all&lang=de`);
    await page
      .locator('.respond-question')
      .nth(QUESTIONS - 1)
      .waitFor();
    await page.waitForLoadState('networkidle');
    const { events, slow, tasks } = await measured(page);
    say(
      `${events} events, the longest handled in ${Math.max(0, ...slow).toFixed(0)} ms, ${tasks} long tasks of any kind`,
    );
    yield entry({
      name: 'typing',
      size: `${QUESTIONS} questions, events > ${LONGEST_MS} ms`,
      subject: slow.filter((ms) => ms > LONGEST_MS).length,
      yardstick: events,
      unit: 'events',
      limit: { most: 0 },
    });
  } finally {
    await browser.close();
    await service.stop();
  }
}

/** Types into texts and answers scales, and asks the browser how long it took over each event. */
async function measured(page) {
  await page.evaluate(() => {
    const kept = { slow: [], tasks: 0, events: 0 };
    globalThis.kept = kept;
    for (const type of ['keydown', 'input', 'click', 'change'])
      document.addEventListener(type, () => (kept.events += 1), { capture: true });
    new PerformanceObserver((list) => {
      for (const { processingStart, processingEnd } of list.getEntries())
        kept.slow.push(processingEnd - processingStart);
    }).observe({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver((list) => (kept.tasks += list.getEntries().length)).observe({ type: 'longtask' });
  });
  for (const index of [0, 60, 117]) {
    await page.locator(`#question-q${index} textarea`).first().focus();
    await page.keyboard.type(TEXT, { delay: 15 });
  }
  const scales = page.locator('.respond-question:has(input[type=radio])');
  for (let index = 0; index < CLICKS; index += 1)
    await scales
      .nth(index)
      .locator('label')
      .nth(index % 5)
      .click();
  // The observers tell a moment later.
  await page.waitForTimeout(1000);
  return page.evaluate(() => globalThis.kept);
}

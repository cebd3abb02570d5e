#!/usr/bin/env node
/**
 * Pictures of the web app for the README, of the reference study on a service that runs: `npm start`, then
 * `node scripts/screenshots.mjs http://localhost:3000`. Needs Chromium (CHROMIUM, default /usr/bin/chromium).
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://localhost:3000';
const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** @param persona whose button on the start page is pressed
 *  @param path of the page, or what finds it */
async function picture(name, persona, path, ready) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${url}/?lang=en`);
  await page.getByRole('button', { name: persona }).click();
  await page.waitForURL((address) => address.pathname !== '/');
  await page.goto(`${url}${typeof path === 'string' ? path : await path(page)}`);
  await page.locator(ready).first().waitFor();
  await page.screenshot({ path: `${docs}web-${name}.png` });
  console.log(`docs/web-${name}.png`);
  await context.close();
}

/** The way to the draft of the reference study, made where there is none. */
async function draft(page) {
  const ask = (query) =>
    page.evaluate(async (text) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-reflexbogen-csrf': '1' },
        body: JSON.stringify({ query: text }),
      });
      return (await response.json()).data;
    }, query);
  const { template } = await ask('{ template(slug: "reflection-sheet") { questionSets { id year revision status } } }');
  const found = template.questionSets.find(({ status }) => status === 'DRAFT');
  if (found !== undefined) return `/design/set/${found.id}`;
  const { year, revision } = template.questionSets.at(-1);
  const { draftQuestionSet } = await ask(
    `mutation { draftQuestionSet(input: { template: "reflection-sheet", year: ${year + 1}, basedOn: { year: ${year}, revision: ${revision} } })
      { questionSet { id } } }`,
  );
  return `/design/set/${draftQuestionSet.questionSet.id}`;
}

try {
  await picture(
    'respond',
    'Sign in as Irma Integration',
    '/respond/integration-2021/2019?section=housing&lang=en',
    '.respond-question',
  );
  await picture(
    'analyse',
    'Sign in as Anna Analyse',
    '/analyse/integration-2021?from=2017&to=2018&lang=en#ranking',
    '.analyse-picture svg',
  );
  await picture(
    'design',
    'Sign in as Dana Design',
    async (page) => `${await draft(page)}?question=challenge.acceptance&field=top&lang=en`,
    '.design-aside .respond-question',
  );
} finally {
  await browser.close();
}

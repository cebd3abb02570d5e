import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const SHEET = '/respond/pilot/2031?section=city';
/** Answers that stand nowhere else: what is looked for on the computer after signing out. */
const SECRET = 'Nur fuer das Institut 4711';

describeInBrowser('the respond workspace without a line', () => {
  let site: Site;
  let study: OpenStudy;
  const of = (municipality: string, name: string) => ({ study: 'pilot', municipality, name, signatory: true });

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    await study.openRound(2031, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
  }, 120_000);
  afterAll(() => site.stop());

  /** Opens the sheet, and waits until the app would open without a line. */
  const open = async ({ page }: Visitor, path = SHEET): Promise<void> => {
    await page.goto(`${site.url}${path}`);
    await page.locator('.respond-question').first().waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  };
  const housing = (page: Page) => page.locator('#question-housing');
  const remark = (page: Page) => page.locator('#question-remark textarea');
  const stored = async (municipality: string): Promise<Record<string, string>> => {
    const token = await site.api.token(Role.RESPONDENT, of(municipality, 'Leserin'));
    const { mySheet } = await study.ask<{
      mySheet: {
        sections: {
          questions: { question: { code: string }; answer: { value: { canonical: string } | null } | null }[];
        }[];
      };
    }>(
      '{ mySheet(study: "pilot", round: "2031") { sections { questions { question { code } answer { value { canonical } } } } } }',
      {},
      token,
    );
    return Object.fromEntries(
      mySheet.sections
        .flatMap(({ questions }) => questions)
        .flatMap(({ question, answer }) => (answer?.value ? [[question.code, answer.value.canonical]] : [])),
    );
  };
  /** Everything that this origin keeps on the computer, as text: both databases, the local storage, the caches. */
  const onComputer = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const kept: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error ?? new Error(name));
        });
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          kept.push(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
        }
        database.close();
      }
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request))?.text());
      }
      return JSON.stringify(kept, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
    });

  // Break it by leaving the page or a file out of the worker's cache, or by not keeping the sheet: the tab stays empty.
  it('opens a tab that was closed, takes answers, and sends them once there is a line', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('a', 'Anders'));
    const { context } = visitor;
    await open(visitor);
    await housing(visitor.page).getByLabel('2', { exact: true }).check();
    await visitor.page.getByText('Alles ist gespeichert').waitFor();
    await context.setOffline(true);
    await visitor.page.close();

    const again = await context.newPage();
    const refused: string[] = [];
    again.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) refused.push(message.text());
    });
    await again.goto(`${site.url}${SHEET}`);
    await again.getByText(/^Keine Verbindung/).waitFor();
    // What was saved a moment before the tab was closed stands there, though the sheet was loaded before that.
    expect(await housing(again).getByLabel('2', { exact: true }).isChecked()).toBe(true);
    await housing(again).getByLabel('3', { exact: true }).check();
    await again.getByText('Eine Antwort ist noch nicht gespeichert').waitFor();
    await again.getByRole('link', { name: 'Soziales' }).first().click();
    await remark(again).fill('Ohne Verbindung geschrieben');
    await again.getByText('2 Antworten sind noch nicht gespeichert').waitFor();
    expect(await stored('a')).toEqual({ housing: '2' });

    // Once more, without a line from the start, by way of the overview.
    await again.close();
    const third = await context.newPage();
    await third.goto(`${site.url}/respond`);
    await third.getByRole('link', { name: 'pilot 2031' }).click();
    await third.getByText('2 Antworten sind noch nicht gespeichert').waitFor();
    await context.setOffline(false);
    await third.getByText('Alles ist gespeichert').waitFor();
    expect(await stored('a')).toEqual({ housing: '3', remark: 'Ohne Verbindung geschrieben' });
    expect(refused).toEqual([]);
    await visitor.close();
  }, 120_000);

  it('leaves nothing of the answers on the computer after signing out', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('b', 'Berta'));
    const { page } = visitor;
    await open(visitor, '/respond/pilot/2031?section=social');
    await remark(page).fill(SECRET);
    await page.getByText('Alles ist gespeichert').waitFor();
    // Otherwise the look below would find nothing because it sees nothing.
    await page.reload();
    await remark(page).waitFor();
    expect(await onComputer(page)).toContain(SECRET);

    await page.goto(`${site.url}/account`);
    await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
    await page.waitForURL(`${site.url}/`);
    const left = await onComputer(page);
    expect(left).not.toContain(SECRET);
    expect(left).not.toContain('Berta');
    expect(left).not.toMatch(/Wohnraum/);
    // Nor does a page open any more without asking the service who it is.
    await visitor.context.setOffline(true);
    await page.goto(`${site.url}${SHEET}`);
    await page.locator('#app > *').first().waitFor();
    expect(await page.locator('.respond-question').count()).toBe(0);
    await visitor.close();
  }, 120_000);

  it('lets somebody decide what becomes of answers that are not sent', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('c', 'Carla'));
    const { page } = visitor;
    await open(visitor, '/respond/pilot/2031?section=social');
    // What the service is asked to save does not get through; everything else does.
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SaveSheetAnswers') === true ? route.abort() : route.continue(),
    );
    await remark(page).fill(SECRET);
    await page.locator('.respond-unsent').waitFor();
    await page.goto(`${site.url}/account`);
    await page.getByText('Eine Antwort oder ein Text ist noch nicht gesendet').waitFor();
    expect(await onComputer(page)).toContain(SECRET);
    await page.getByRole('button', { name: 'Abmelden und Ungesendetes löschen' }).click();
    await page.waitForURL(`${site.url}/`);
    expect(await onComputer(page)).not.toContain(SECRET);
    expect(await stored('c')).toEqual({});
    await visitor.close();
  }, 120_000);

  it('keeps only whole versions of the app, and nothing that the service has answered', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('a', 'Anders'));
    const { page } = visitor;
    await open(visitor);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await (await caches.open(names[0] ?? '')).keys();
      return { names: names.length, paths: requests.map(({ url }) => new URL(url).pathname) };
    });
    expect(kept.names).toBe(1);
    expect(kept.paths).toContain('/');
    for (const path of kept.paths) expect(path).toMatch(/^\/($|icon\.svg$|assets\/)/);

    await visitor.close();
  }, 120_000);

  // Break it by taking the comparison of page and files out of the worker's install: the mixed version is kept then.
  it('goes over to another version as a whole, once no page of the one before is open', async () => {
    const front = await startFront(site.url);
    const context = await site.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(front.url);
      /** Asks for the worker anew, and waits until it is installed or given up. */
      const update = (): Promise<{ caches: number; isWaiting: boolean }> =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
          await registration.update().catch(() => undefined); // given up while it is installed
          const settled = (): boolean => registration.installing === null;
          while (!settled()) await new Promise((resolve) => setTimeout(resolve, 20));
          return { caches: (await caches.keys()).length, isWaiting: registration.waiting !== null };
        });
      expect(await update()).toEqual({ caches: 1, isWaiting: false });
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      // The page that began it is not its own yet, and would not be waited for.
      await page.reload();
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

      // The worker comes from a replica that is newer than the one that the page comes from.
      front.spoil = (path, text) =>
        path === '/'
          ? text.replaceAll('/assets/index-', '/assets/other-')
          : text.replace(/[0-9a-f]{16}/, 'f'.repeat(16));
      expect((await update()).isWaiting).toBe(false);
      expect(await page.evaluate(async () => (await caches.keys()).join())).not.toContain('f'.repeat(16));

      // Both are of the next version: it waits for the page that is open.
      front.spoil = (path, text) => (path === '/' ? text : text.replace(/[0-9a-f]{16}/, 'e'.repeat(16)));
      expect(await update()).toEqual({ caches: 2, isWaiting: true });
      await page.close();
      const next = await context.newPage();
      await next.goto(front.url);
      await next.waitForFunction(async () => (await caches.keys()).join() === `reflexbogen-app-${'e'.repeat(16)}`);
    } finally {
      await context.close();
      await front.stop();
    }
  }, 120_000);
});

interface Front {
  readonly url: string;
  /** Changes the page and the worker on their way. */
  spoil: (path: string, text: string) => string;
  readonly stop: () => Promise<void>;
}

/** Stands before the service, as a proxy does during an update; without the policy that lets only the app start a worker. */
async function startFront(target: string): Promise<Front> {
  const front: { spoil: Front['spoil'] } = { spoil: (_path, text) => text };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    void fetch(target + path).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(['/', '/service-worker.js'].includes(path) ? front.spoil(path, body.toString()) : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(front, {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { Page } from 'playwright-core';
import { ACTS, CLAIMS, type Who, type World } from '../fixtures/payload-acts.js';
import { EXCUSED } from '../fixtures/payload-excuses.js';
import { REFUSALS } from '../fixtures/payload-refusals.js';
import { MUNICIPALITY, writePayloadStudy } from '../fixtures/payload-study.js';
import { PAYLOADS, payloadsWithin } from '../fixtures/payloads.js';
import { Role } from '../harness/api.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';
import { placesOf, textInputs } from '../harness/text-inputs.js';

/** Longest names and notes that the service takes are shorter; what it refuses is no way in. */
const NAME = payloadsWithin(190, 3);
const ACT_ERRORS = 'errors { code message }';
/** Every payload at every place that refuses them, instead of some at most. */
const IS_COMPLETE = process.env['FAULTS'] === 'complete';
/** Most pages that a walk looks at: all there are today, and a bound for what comes. */
const MOST_PAGES = 40;

/** Stands for the id of the draft whose texts are payloads, which is known later. */
const DRAFT = 'DRAFT';
const DRAFT_PAGES = ['', '/preview', '/translations', '/changes', '/publish', '/history'].map(
  (page) => `/design/set/${DRAFT}${page}`,
);

interface Watch {
  readonly events: string[];
}

/** Every sign that a text was taken for more: a dialog, a report of the policy, an event handler, a foreign frame or form. */
async function watch({ page, problems }: Visitor): Promise<Watch> {
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('reported', (text: string) => events.push(text));
  await page.addInitScript(() => {
    const { reported } = globalThis as unknown as { reported: (text: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) =>
      reported(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  return {
    get events() {
      return [...events, ...problems];
    },
  };
}

/** What a payload would have become, were it markup: nothing of ours looks like that. */
const foreignMarkup = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      if (['iframe', 'object', 'embed', 'base', 'template', 'noscript', 'math', 'animate', 'video'].includes(name))
        if (!(name === 'noscript' && element.parentElement === document.body)) found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) found.push(`<${name} ${attribute}>`);
        if (/^\s*(javascript|data):/i.test(value) && ['href', 'src', 'action', 'formaction'].includes(attribute))
          found.push(`<${name} ${attribute}="${value.slice(0, 40)}">`);
      }
    }
    return found;
  });

/** Opens whatever a page folds in, and waits for what it loads. */
async function unfold(page: Page): Promise<void> {
  await page.locator('main > :not(.loading)').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** Walks from page to page over their links, each address once. @returns the paths that were looked at */
async function walk(site: Site, { page }: Visitor, from: readonly string[]): Promise<readonly string[]> {
  const waiting = [...from];
  const seen = new Set<string>();
  const looked: string[] = [];
  for (let path = waiting.shift(); path !== undefined && looked.length < MOST_PAGES; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await page.goto(site.url + path);
    await unfold(page);
    looked.push(path);
    expect({ path, markup: await foreignMarkup(page) }).toEqual({ path, markup: [] });
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('main a[href], nav a[href]')]
        .filter((link) => link.href.startsWith(location.origin) && !link.hasAttribute('download'))
        .map((link) => link.pathname + link.search),
    );
    waiting.push(...links.filter((link) => !/^\/(docs|auth|exchange|health|graphql)/.test(link)).filter(isNew(seen)));
  }
  return looked;
}

/** Of addresses that differ in a choice alone, the first of each kind is enough. */
function isNew(seen: ReadonlySet<string>): (link: string) => boolean {
  const shape = (link: string): string =>
    link
      .replace(/\b20(29|30)\b/g, 'past')
      .replace(/\/set\/[^/?]+/g, '/set/N')
      .replace(/(question|m|q)[=/-]?\d+[^/&]*/g, '$1N');
  const shapes = new Set([...seen].map(shape));
  return (link) => {
    const own = shape(link);
    if (shapes.has(own)) return false;
    shapes.add(own);
    return true;
  };
}

describeInBrowser('150 payloads in every text', () => {
  let site: Site;
  const own = { study: 'payloads', municipality: MUNICIPALITY };

  /** Places of the schema at which a payload was taken. */
  const planted = new Set<string>();
  let draft: string;
  let world: World;
  let tokens: Readonly<Record<Who, string>>;
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const isPayload = (text: string): boolean => /[<{]|script:|data:/.test(text);

  const ask = (mutation: string, variables: object, token: string, fields = '') => {
    const { [mutation]: field } = schema.getMutationType()?.getFields() ?? {};
    const args = Object.keys(variables).map((name) => {
      const type = field?.args.find((arg) => arg.name === name)?.type;
      return { declared: `$${name}: ${String(type)}`, given: `${name}: $${name}` };
    });
    return site.api.query<Record<string, { errors: object[] }> | null>(
      `mutation (${args.map(({ declared }) => declared).join(', ')}) {
         ${mutation}(${args.map(({ given }) => given).join(', ')}) { ${fields} ${ACT_ERRORS} } }`,
      variables,
      token,
    );
  };
  const act = async (mutation: string, variables: object, token: string, fields = ''): Promise<unknown> => {
    const { data, errors } = await ask(mutation, variables, token, fields);
    expect({ mutation, errors: errors ?? data?.[mutation]?.errors }).toEqual({ mutation, errors: [] });
    for (const place of placesOf(schema, mutation, variables, isPayload)) planted.add(place);
    return data?.[mutation];
  };

  beforeAll(async () => {
    site = await startSite();
    const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-payloads-'));
    const textQuestions = writePayloadStudy(folder);
    const outcome = await site.api.importPath(folder);
    expect({ status: outcome.status, faults: outcome.faults }).toEqual({ status: 'SUCCEEDED', faults: [] });
    const study = { study: 'payloads', name: NAME };
    tokens = {
      respondent: await site.api.token(Role.RESPONDENT, { ...own, name: NAME }),
      reviewer: await site.api.token(Role.REVIEWER, study),
      designer: await site.api.token(Role.DESIGNER, study),
      analyst: await site.api.token(Role.ANALYST, study),
      admin: await site.api.token(Role.ADMIN, {}),
    };
    const read = async <Data>(query: string, token: string): Promise<Data> =>
      (await site.api.query<Data>(query, {}, token)).data;
    const responseOf = async (token: string): Promise<string> =>
      (
        await read<{ mySheet: { response: { id: string } } }>(
          '{ mySheet(study: "payloads", round: "2031") { response { id } } }',
          token,
        )
      ).mySheet.response.id;
    const { template } = await read<{ template: { questionSets: { id: string; year: number }[] } }>(
      '{ template(slug: "payload-sheet") { questionSets { id year } } }',
      tokens.designer,
    );
    world = {
      response: await responseOf(tokens.respondent),
      extended: await responseOf(await site.api.token(Role.RESPONDENT, { ...own, municipality: 'm1' })),
      publishedSet: template.questionSets.find(({ year }) => year === 2031)?.id ?? '',
      draft: '',
      person: '',
      textQuestions,
    };
    for (const { who, mutation, variables, fields } of ACTS) {
      const answer = await act(mutation, variables(world), tokens[who], fields);
      const { questionSet, account } = answer as { questionSet?: { id: string }; account?: { id: string } };
      world = { ...world, draft: questionSet?.id ?? world.draft, person: account?.id ?? world.person };
    }
    ({ draft } = world);
  }, 180_000);
  afterAll(() => site.stop());

  // Break it by adding a text to an input of the schema, or by taking an act out of payload-acts.ts: its place is named here.
  it('stand in every place at which a mutation takes a text, but for those that cannot hold one', () => {
    const excused = Object.keys(EXCUSED);
    expect([...planted, ...excused, ...Object.keys(REFUSALS)].sort()).toEqual(textInputs(schema));
    for (const reason of Object.values(EXCUSED)) expect(reason).not.toBe('');
  });

  it.each([
    [
      'a municipality',
      Role.RESPONDENT,
      own,
      [
        '/',
        '/respond',
        '/respond/payloads/2031?section=second',
        '/respond/payloads/2031?section=departments',
        '/account',
      ],
    ],
    ['somebody whose token says nothing else', Role.RESPONDENT, CLAIMS, ['/', '/account', '/respond']],
    ['staff', Role.REVIEWER, { study: 'payloads' }, ['/respond', '/respond/payloads/2031/m0?section=review']],
    [
      'a designer',
      Role.DESIGNER,
      { study: 'payloads' },
      ['/design', '/design/scales', '/design/template/payload-sheet', ...DRAFT_PAGES],
    ],
    ['an analyst', Role.ANALYST, { study: 'payloads' }, ['/analyse', '/analyse/payloads', '/analyse/payloads/report']],
  ] as const)(
    'stay texts on the pages of %s',
    async (_who, role, claims, from) => {
      const visitor = await site.visit(role, { name: NAME, ...claims });
      const seen = await watch(visitor);
      const looked = await walk(
        site,
        visitor,
        from.map((path) => path.replace(DRAFT, draft)),
      );
      expect(looked.length).toBeGreaterThanOrEqual(from.length);
      expect(seen.events).toEqual([]);
      await visitor.close();
    },
    180_000,
  );

  it('are seen where one of them is taken for markup', async () => {
    const visitor = await site.visit(Role.RESPONDENT, own);
    const seen = await watch(visitor);
    // A page as ours would be, had it neither a policy nor React's care: this text stands in it as it came.
    await visitor.page.route('**/spoilt', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<h1>x</h1>${PAYLOADS[15] ?? ''}<iframe></iframe>` }),
    );
    await visitor.page.goto(`${site.url}/spoilt`);
    await expectSoon(() => seen.events.some((event) => event.startsWith('dialog')));
    expect(await foreignMarkup(visitor.page)).toContain('<iframe>');
    // The same under the policy of our pages: no script runs, and the policy's report is seen.
    const { headers } = await fetch(`${site.url}/`).then((answer) => ({ headers: Object.fromEntries(answer.headers) }));
    await visitor.page.route('**/guarded', (route) =>
      route.fulfill({ headers, body: `<h1>x</h1>${PAYLOADS[15] ?? ''}` }),
    );
    const before = seen.events.filter((event) => event.startsWith('dialog')).length;
    await visitor.page.goto(`${site.url}/guarded`);
    await expectSoon(() => seen.events.some((event) => event.startsWith('policy: script-src')));
    expect(seen.events.filter((event) => event.startsWith('dialog')).length).toBe(before);
    await visitor.close();
  });

  // Break it by taking the pattern from the name of a freeze: its place is named here, with the payloads that got in.
  it('are refused in every place that takes a code, the name of a freeze or a language', async () => {
    const tried = IS_COMPLETE ? PAYLOADS : PAYLOADS.filter((_, index) => index % 25 === 0);
    const taken: string[] = [];
    for (const [index, [place, actWith]] of Object.entries(REFUSALS).entries()) {
      for (const payload of place === 'TakeFreezeInput.name' ? PAYLOADS : tried) {
        const { who, mutation, variables } = actWith(payload.slice(0, 90));
        const given = variables(world);
        const { data, errors } = await ask(mutation, given, tokens[who]);
        const isRefused = errors !== undefined || (data?.[mutation]?.errors.length ?? 0) > 0;
        if (!isRefused) taken.push(`${place}: ${payload}`);
      }
      // What it is refused for is the text: another one gets through, up to what the study has already.
      const harmless = actWith(/locale/.test(place) ? 'de' : `x-${index}`);
      const { data, errors } = await ask(harmless.mutation, harmless.variables(world), tokens[harmless.who]);
      expect({ place, errors: errors ?? data?.[harmless.mutation]?.errors }).toEqual({ place, errors: [] });
    }
    expect(taken).toEqual([]);
  }, 120_000);
});

/** Repeats until something holds; fails after a minute. */
async function expectSoon(holds: () => boolean): Promise<void> {
  const began = Date.now();
  while (!holds()) {
    if (Date.now() - began > 60_000) throw new Error('waited a minute in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

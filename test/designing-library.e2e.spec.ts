import type { QuestionDefinition, QuestionSetDocument } from '@reflexbogen/domain';
import { QuestionSetRepository } from '@reflexbogen/persistence';
import { fileURLToPath } from 'node:url';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { inputOf } from './harness/document-input.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/designing-story', import.meta.url));
const LOCALES = ['de', 'en', 'fr', 'tr', 'ar', 'uk'];
const text = (wording: string) => Object.fromEntries(LOCALES.map((locale) => [locale, `${wording} (${locale})`]));
const FIGURES = `{ comparison(study: "designing-story", from: "2016", to: "2017") {
  panelSize deltas { question { code scale { levels { code label } } } tally { increased decreased unchanged excluded } sentence } } }`;

type Errors = { code: string; path: string[]; message: string }[];

const scale = (code: string, labels: readonly string[]) => ({
  code,
  ordered: true,
  polarity: 'NEUTRAL' as const,
  boxes: {},
  missing: [],
  levels: labels.map((label, index) => ({ code: String(index + 1), label: text(label) })),
});
const question = (code: string, more: Partial<QuestionDefinition> = {}): QuestionDefinition => ({
  code,
  type: 'SCALE',
  scale: 'agreement',
  text: text(code),
  required: false,
  ...more,
});
const contentOf = (code: string, questions: readonly QuestionDefinition[]): QuestionSetDocument => ({
  year: 2018,
  revision: 1,
  scales: [scale('agreement', ['no', 'rather no', 'rather yes', 'yes'])],
  sections: [{ code, title: text(code), questions }],
});

describe('modules and the library of scales', () => {
  let api: TestApi;
  let designer: string;
  beforeAll(async () => {
    api = await startTestApi();
    designer = await api.token(Role.DESIGNER, { name: 'Designer' });
    await api.importPath(FIXTURE);
  });
  afterAll(() => api.stop());

  const ask = async <Data>(document: string, variables: object = {}, token = designer): Promise<Data> => {
    const { data, errors } = await api.query<Data>(document, variables, token);
    expect(errors).toBeUndefined();
    return data;
  };
  const publishModule = async (code: string, questions: readonly QuestionDefinition[]) => {
    const { scales, sections } = inputOf(contentOf(code, questions));
    const { publishModule: published } = await ask<{
      publishModule: { module: { revisions: { revision: number }[] } | null; errors: Errors };
    }>(
      `mutation ($input: PublishModuleInput!) { publishModule(input: $input) {
         module { code title(locale: "en") revisions { revision sections { questions { code } } } } errors { code path message } } }`,
      { input: { template: 'designing-story', code, title: [{ locale: 'en', text: code }], scales, sections } },
    );
    return published;
  };
  const draft = async (modules: object[], year = 2018) =>
    (
      await ask<{
        draftQuestionSet: {
          questionSet: {
            id: string;
            version: number;
            modules: object[];
            sections: { code: string; questions: { code: string; module: string | null; since: object | null }[] }[];
          } | null;
          errors: Errors;
        };
      }>(
        `mutation ($input: DraftQuestionSetInput!) { draftQuestionSet(input: $input) {
           questionSet { id version modules { code revision } sections { code questions { code module since { verdict } } } }
           errors { code path message } } }`,
        { input: { template: 'designing-story', year, basedOn: { year: 2017, revision: 1 }, modules } },
      )
    ).draftQuestionSet;

  it('publishes revisions of modules, and none that says what the last one said', async () => {
    const core = [question('climate'), question('housing', { type: 'BOOLEAN', scale: undefined as never })];
    delete (core[1] as { scale?: string }).scale;
    expect(await publishModule('core', core)).toMatchObject({ module: { revisions: [{ revision: 1 }] }, errors: [] });
    expect((await publishModule('core', core)).errors.map(({ code }) => code)).toEqual(['UNCHANGED']);
    expect(await publishModule('core', [...core, question('water')])).toMatchObject({
      module: { revisions: [{ revision: 1 }, { revision: 2 }] },
    });
    expect(await publishModule('topic', [question('digital')])).toMatchObject({
      module: { revisions: [{ revision: 1 }] },
    });
    const broken = await publishModule('broken', [question('a', { scale: 'nowhere' })]);
    expect(broken.errors).toMatchObject([
      { code: 'INVALID_DOCUMENT', path: ['input', 'sections', '0', 'questions', '0', 'scale'] },
    ]);
  });

  it('composes a draft of modules by revision, with every code kept', async () => {
    expect((await draft([{ code: 'core', revision: 9 }])).errors.map(({ code }) => code)).toEqual(['INVALID_MODULES']);
    expect(
      (
        await draft([
          { code: 'core', revision: 1 },
          { code: 'core', revision: 2 },
        ])
      ).errors,
    ).toMatchObject([
      { code: 'INVALID_MODULES', path: ['input', 'modules', '1'] },
      { code: 'INVALID_MODULES' },
      { code: 'INVALID_MODULES' },
    ]);
    const { questionSet, errors } = await draft([
      { code: 'core', revision: 2 },
      { code: 'topic', revision: 1 },
    ]);
    expect(errors).toEqual([]);
    expect(questionSet).toMatchObject({
      modules: [
        { code: 'core', revision: 2 },
        { code: 'topic', revision: 1 },
      ],
      sections: [
        {
          code: 'core',
          questions: [
            { code: 'climate', module: 'core', since: null },
            // 2017 asked it on a scale: that is for the designer to judge.
            { code: 'housing', module: 'core', since: null },
            { code: 'water', module: 'core', since: null },
          ],
        },
        { code: 'topic', questions: [{ code: 'digital', module: 'topic', since: null }] },
      ],
    });
  });

  it('publishes no set that names a module and asks something else', async () => {
    const stored = (await api.app.get(QuestionSetRepository).findByTemplate(await templateId())).find(
      ({ status }) => status === 'DRAFT',
    )!;
    const changed: QuestionSetDocument = {
      ...stored.document,
      sections: stored.document.sections.map((section) => ({
        ...section,
        questions: section.questions.map((each) => (each.code === 'water' ? { ...each, text: text('Wasser') } : each)),
      })),
    };
    await ask(`mutation ($input: SaveQuestionSetInput!) { saveQuestionSet(input: $input) { errors { message } } }`, {
      input: { id: stored.id, version: stored.version, document: inputOf(changed) },
    });
    const { publishQuestionSet } = await ask<{ publishQuestionSet: { errors: Errors } }>(
      `mutation ($id: ID!) { publishQuestionSet(input: { id: $id }) { errors { code path message } } }`,
      { id: stored.id },
    );
    expect(publishQuestionSet.errors.map(({ code, path }) => [code, path.slice(3).join('.')])).toEqual([
      ['VERDICT_MISSING', '0.questions.1.since'],
      ['MODULE_DIFFERS', '0.questions.2.module'],
    ]);
  });

  const templateId = async (): Promise<string> =>
    (await api.dataSource.query<{ id: string }[]>(`SELECT id FROM template WHERE slug = 'designing-story'`))[0]!.id;

  it('freezes the codes of shared scales, and moves no figure whatever is done to them', async () => {
    const before = JSON.stringify(await ask(FIGURES));
    const save = async (revision: number, levels: object[], more: object = {}) =>
      (
        await ask<{ saveSharedScale: { sharedScale: { revision: number } | null; errors: Errors } }>(
          `mutation ($input: SaveSharedScaleInput!) { saveSharedScale(input: $input) {
             sharedScale { revision scale { levels { code archived } } } errors { code path message } } }`,
          { input: { revision, scale: { code: 'four', ordered: true, levels, ...more } } },
        )
      ).saveSharedScale;
    const level = (code: string, label: string, more: object = {}) => ({
      code,
      label: [{ locale: 'de', text: label }],
      ...more,
    });
    expect(await save(0, [level('1', 'keine'), level('2', 'gering'), level('3', 'groß')])).toMatchObject({
      sharedScale: { revision: 1 },
      errors: [],
    });
    // Labels, order and archiving are free.
    expect(
      await save(1, [
        level('3', 'sehr groß'),
        level('1', 'null', { archived: true }),
        level('2', 'etwas'),
        level('9', 'neu'),
      ]),
    ).toMatchObject({
      sharedScale: { revision: 2 },
      errors: [],
    });
    expect((await save(1, [level('1', 'x')])).errors.map(({ code }) => code)).toEqual(['STALE_REVISION']);
    const refused = await save(2, [level('1', 'x'), level('2', 'y', { direction: 'INCREASED' })], { ordered: false });
    expect(refused.errors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['INVALID_SCALE', 'input.scale.ordered'],
      ['INVALID_SCALE', 'input.scale.levels'],
      ['INVALID_SCALE', 'input.scale.levels.1.direction'],
      ['INVALID_SCALE', 'input.scale.levels'],
    ]);
    expect(JSON.stringify(await ask(FIGURES))).toBe(before);
  });

  it('publishes 500 questions in six languages in one transaction of few statements', async () => {
    const { draftQuestionSet } = await ask<{ draftQuestionSet: { questionSet: { id: string } } }>(
      `mutation { draftQuestionSet(input: { template: "designing-story", year: 2030 }) { questionSet { id } } }`,
    );
    const { id } = draftQuestionSet.questionSet;
    const large: QuestionSetDocument = {
      ...contentOf(
        'large',
        Array.from({ length: 500 }, (_, index) => question(`large.${index}`)),
      ),
      year: 2030,
    };
    const design = /^\s*(INSERT INTO|UPDATE|DELETE FROM) (question|level|scale|section)/i;
    /** What went over the connection that changed the design: the pool is everybody's, and jobs and sweeps come at their own times. */
    const counted = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
      const statements: { readonly client: object; readonly sql: string }[] = [];
      const { driver } = api.pool as unknown as {
        driver: {
          master: { on: (event: string, listen: unknown) => void; off: (event: string, listen: unknown) => void };
        };
      };
      const listen = (client: { query: (...args: unknown[]) => unknown }) => {
        if (watched.has(client)) return;
        watched.add(client);
        const query = client.query.bind(client);
        client.query = (...args: unknown[]) => {
          const [first] = args;
          const sql = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
          statements.push({ client, sql });
          return query(...args);
        };
        release.push(() => (client.query = query));
      };
      const watched = new Set<object>();
      const release: (() => void)[] = [];
      driver.master.on('acquire', listen);
      try {
        await work();
      } finally {
        driver.master.off('acquire', listen);
        for (const undo of release) undo();
      }
      const changing = statements.find(({ sql }) => design.test(sql))?.client;
      return statements.flatMap(({ client, sql }) => (client === changing ? [sql] : []));
    };
    const saving = await counted(() =>
      ask(
        `mutation ($input: SaveQuestionSetInput!) { saveQuestionSet(input: $input) { questionSet { version } errors { message } } }`,
        {
          input: { id, version: 1, document: inputOf(large) },
        },
      ),
    );
    const publishing = await counted(() =>
      ask(
        `mutation ($id: ID!) { publishQuestionSet(input: { id: $id }) { questionSet { status } errors { message } } }`,
        { id },
      ),
    );
    const changes = (statements: readonly string[]) => statements.filter((sql) => design.test(sql)).length;
    expect([changes(saving), changes(publishing)]).toEqual([11, 1]);
    expect(saving.length).toBeLessThan(30);
    expect(publishing.length).toBeLessThan(25);
    const { template } = await ask<{ template: { questionSets: { year: number; status: string }[] } }>(
      `{ template(slug: "designing-story") { questionSets { year status } } }`,
    );
    expect(template.questionSets.find(({ year }) => year === 2030)?.status).toBe('PUBLISHED');
  });

  it('lists all templates, and says of a study and of a question set which is theirs', async () => {
    const { templates, studies } = await ask<{
      templates: { slug: string; questionSets: { template: string }[] }[];
      studies: { slug: string; template: string }[];
    }>('{ templates { slug questionSets { template } } studies { slug template } }');
    const slugs = templates.map(({ slug }) => slug);
    expect(slugs).toEqual([...slugs].sort());
    expect(slugs).toContain('designing-story');
    for (const { slug, questionSets } of templates)
      expect(new Set(questionSets.map(({ template }) => template))).toEqual(new Set([slug]));
    expect(studies.find(({ slug }) => slug === 'designing-story')?.template).toBe('designing-story');
  });
});

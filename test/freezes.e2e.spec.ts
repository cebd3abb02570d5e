import { fileURLToPath } from 'node:url';
import supertest from 'supertest';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const STUDY = 'integration-2021';
const PACKAGE = fileURLToPath(new URL('../studies/integration-2021', import.meta.url));
const TALLY = 'tally { increased decreased unchanged changed comparable excluded exclusions { reason count } }';
const COMPARISON = `query ($freeze: String, $asOf: DateTime, $questions: [String!]) {
  comparison(study: "${STUDY}", from: "2017", to: "2018", freeze: $freeze, asOf: $asOf, questions: $questions) {
    from { code year status } to { code year status } panelSize
    deltas(orderBy: INCREASED_DESC) {
      question { code } suppressed ${TALLY} transitions { from to count } sentence(locale: "en") citation
    }
  }
}`;

interface Tally {
  increased: number | null;
  decreased: number | null;
  unchanged: number;
  comparable: number;
  excluded: number;
}
interface Delta {
  question: { code: string };
  suppressed: boolean;
  tally: Tally | null;
  transitions: { from: string; to: string; count: number }[];
  sentence: string;
  citation: string | null;
}
interface Data {
  comparison: { panelSize: number; deltas: Delta[] };
}

describe('freezes, as-of queries, citations and protected figures', () => {
  let api: TestApi;
  let analyst: string;
  let designer: string;
  let guarded: string;

  const take = async (name: string, token = analyst) =>
    (
      await api.query<{ takeFreeze: { freeze: { name: string } | null; errors: { code: string }[] } }>(
        `mutation ($input: TakeFreezeInput!) { takeFreeze(input: $input) { freeze { name } errors { code } } }`,
        { input: { study: STUDY, name } },
        token,
      )
    ).data.takeFreeze;
  const release = async (name: string) =>
    (
      await api.query<{ releaseFreeze: { freeze: { releasedAt: string } | null; errors: { code: string }[] } }>(
        `mutation ($input: ReleaseFreezeInput!) { releaseFreeze(input: $input) { freeze { releasedAt } errors { code } } }`,
        { input: { study: STUDY, name } },
        designer,
      )
    ).data.releaseFreeze;
  const figures = async (variables: object, token = analyst) => api.query<Data>(COMPARISON, variables, token);
  const figureOf = async (question: string, variables: object, token = analyst) =>
    (await figures({ ...variables, questions: [question] }, token)).data.comparison.deltas[0]!;

  /** Hands a sheet in again with another answer, the way the service stores it: the next number, the same sheet but one byte. */
  const correct = async (municipality: number, question: string, to: number): Promise<void> => {
    await api.dataSource.query(
      `INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered,
         submitted_at, submitted_by, receipt)
       SELECT s.municipality_id, s.round_id, s.number + 1, s.question_set_id, set_byte(s.vector, $2, $3), numbers, texts, comments,
         answered, now(), submitted_by, receipt
       FROM submission s JOIN municipality m ON m.id = s.municipality_id JOIN round r ON r.id = s.round_id
       WHERE r.code = '2018' AND m.position = $1 ORDER BY number DESC LIMIT 1`,
      [municipality, await slotOf(question), to],
    );
    await api.dataSource.query(`SELECT pg_notify('reflexbogen_study', id::text) FROM study`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

  const slotOf = async (question: string): Promise<number> => {
    const { data } = await api.query<{
      study: { rounds: { code: string; questionSet: { sections: { questions: Q[] }[] } }[] };
    }>(
      `{ study(slug: "${STUDY}") { rounds { code questionSet { sections { questions {
          code type rows { code } columns { code } scale { levels { code } } } } } } } }`,
      {},
      designer,
    );
    const set = data.study.rounds.find(({ code }) => code === '2018')!.questionSet;
    let slot = 0;
    for (const { code, type, rows, columns, scale } of set.sections.flatMap(({ questions }) => questions)) {
      if (code === question) return slot;
      slot += type === 'GRID' ? rows.length * columns.length : type === 'MULTI_CHOICE' ? scale!.levels.length : 1;
    }
    throw new Error(`no question ${question}`);
  };
  interface Q {
    code: string;
    type: string;
    rows: unknown[];
    columns: unknown[];
    scale: { levels: unknown[] } | null;
  }

  beforeAll(async () => {
    api = await startTestApi();
    expect(await api.importPath(PACKAGE)).toMatchObject({ status: 'SUCCEEDED' });
    analyst = await api.token(Role.ANALYST, { study: STUDY });
    designer = await api.token(Role.DESIGNER, { study: STUDY });
    guarded = await api.token(Role.ANALYST, { study: STUDY, singleAnswers: false });
    await api.query(
      `mutation ($input: SetDisclosurePolicyInput!) { setDisclosurePolicy(input: $input) { errors { code } } }`,
      { input: { study: STUDY, smallestBase: 3, breakdowns: ['city-type'], singleAnswers: 'GRANTED' } },
      designer,
    );
  });
  afterAll(() => api.stop());

  it('pins figures: a correction moves the running study and never the freeze', async () => {
    expect(await take('before')).toEqual({ freeze: { name: 'before' }, errors: [] });
    expect((await take('before')).errors).toEqual([expect.objectContaining({ code: 'NAME_TAKEN' })]);
    const asked = await figures({ freeze: 'before' });
    const instant = new Date().toISOString();
    const question = 'change.acceptance';
    const before = await figureOf(question, {});
    expect(before.tally!.increased).toBe(8);
    const list = await api.query<{ comparison: { deltas: { municipalities: { edges: { node: Node }[] } }[] } }>(
      `query ($questions: [String!]) { comparison(study: "${STUDY}", from: "2017", to: "2018", questions: $questions) {
         deltas { municipalities(first: 20) { edges { node { municipality { code } direction to { canonical } } } } } } }`,
      { questions: [question] },
      analyst,
    );
    const nodes = list.data.comparison.deltas[0]!.municipalities.edges.map(({ node }) => node);
    const row = nodes.findIndex(({ direction }) => direction !== 'INCREASED');
    const risen = nodes.find(({ direction }) => direction === 'INCREASED')!;
    const scale = ['DECREASED', 'UNCHANGED', 'INCREASED'];
    expect(risen.to.canonical).toBeDefined();
    await correct(row, question, scale.indexOf('INCREASED'));

    const moved = await figureOf(question, {});
    expect(moved.tally!.increased).toBe(9);
    expect((await figureOf(question, { asOf: instant })).tally!.increased).toBe(8);
    expect(JSON.stringify((await figures({ freeze: 'before' })).data)).toBe(JSON.stringify(asked.data));

    expect((await take('after')).errors).toEqual([]);
    const { data } = await api.query<{ freezeDiff: { figures: Moved[] } }>(
      `{ freezeDiff(study: "${STUDY}", a: "before", b: "after") { figures {
           from to question { code } before { increased } after { increased }
           moves { cause count municipalities { code } } } } }`,
      {},
      analyst,
    );
    expect(data.freezeDiff.figures).toEqual([
      {
        from: '2017',
        to: '2018',
        question: { code: question },
        before: { increased: 8 },
        after: { increased: 9 },
        moves: [{ cause: 'CORRECTION', count: 1, municipalities: [{ code: nodes[row]!.municipality.code }] }],
      },
    ]);
  });
  interface Node {
    municipality: { code: string };
    direction: string | null;
    to: { canonical: string };
  }
  interface Moved {
    question: { code: string };
  }

  it('refuses an instant to come, both cuts at once, and an unknown freeze', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const codes = await Promise.all(
      [{ asOf: later }, { asOf: '2020-01-01T00:00:00Z', freeze: 'before' }, { freeze: 'nothing' }].map(
        async (variables) => (await figures(variables)).errors?.map(({ extensions }) => extensions.code),
      ),
    );
    expect(codes).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  });

  it('refuses pages beyond their bounds', async () => {
    const { errors } = await api.query(
      `{ comparison(study: "${STUDY}", from: "2017", to: "2018") { deltas { municipalities(first: 400) { totalCount } } } }`,
      {},
      analyst,
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('At most 100 entries in one page (first) are allowed'),
      extensions: { code: 'LIMIT_FIRST' },
    });
  });

  it('lets nobody change a freeze, not even in SQL', async () => {
    await expect(api.dataSource.query(`UPDATE data_freeze SET name = 'other'`)).rejects.toThrow(/permission denied/);
    await expect(api.dataSource.query('DELETE FROM data_freeze_round')).rejects.toThrow(/permission denied/);
  });

  it('shows a protected analyst released freezes only, and nothing that goes around them', async () => {
    expect((await figures({}, guarded)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await figures({ freeze: 'before' }, guarded)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await release('before')).toMatchObject({ errors: [] });
    expect((await release('before')).errors).toEqual([{ code: 'ALREADY_RELEASED' }]);

    const { data } = await figures({ freeze: 'before' }, guarded);
    const shown = data.comparison.deltas.filter(({ suppressed }) => !suppressed);
    expect(shown.length).toBeGreaterThan(0);
    for (const { tally, suppressed, transitions, sentence } of data.comparison.deltas) {
      expect(tally === null).toBe(suppressed);
      if (suppressed) expect([transitions, sentence]).toEqual([[], 'Withheld to protect single answers']);
      else if (tally!.comparable > 0) expect(tally!.comparable).toBeGreaterThanOrEqual(3);
    }
    const refused = [
      'crossedGroups(by: ["city-type"]) { tally { comparable } }',
      'municipalities(first: 1) { totalCount }',
      'groups(by: "land") { value }',
    ];
    for (const field of refused) {
      const { errors } = await api.query(
        `{ comparison(study: "${STUDY}", from: "2017", to: "2018", freeze: "before") { deltas { ${field} } } }`,
        {},
        guarded,
      );
      expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|BAD_USER_INPUT/);
    }
    const filtered = await api.query(
      `{ comparison(study: "${STUDY}", from: "2017", to: "2018", freeze: "before", filter: { codes: ["x"] }) { panelSize } }`,
      {},
      guarded,
    );
    expect(filtered.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const exported = await api.query<{ exportStudy: { errors: { code: string }[] } }>(
      `mutation { exportStudy(input: { study: "${STUDY}" }) { errors { code } } }`,
      {},
      guarded,
    );
    expect(exported.data.exportStudy.errors).toEqual([{ code: 'SINGLE_ANSWERS_PROTECTED' }]);
  });

  it('withholds in a second release what its difference from the first would tell', async () => {
    const question = 'change.acceptance';
    expect(await release('after')).toMatchObject({ errors: [] });
    const first = await figureOf(question, { freeze: 'before' }, guarded);
    const second = await figureOf(question, { freeze: 'after' }, guarded);
    expect([first.suppressed, second.suppressed]).toEqual([false, true]);
  });

  it('answers a citation with figure, definition and base, to everybody once released', async () => {
    const { citation } = await figureOf('change.acceptance', { freeze: 'before' });
    const cited = await supertest(api.url).get(citation!).expect(200).expect('Content-Type', /json/);
    expect(cited.body).toMatchObject({
      path: citation,
      study: { slug: STUDY },
      freeze: { name: 'before' },
      sentence: { en: 'Increased in 8 of 15 municipalities compared with 2017' },
      figure: { suppressed: false, increased: 8 },
      base: { panelSize: 15, comparable: 15, excluded: 0 },
      definition: { basis: 'REPORTED', comparability: null },
    });
    const page = await supertest(api.url).get(citation!).set('Accept', 'text/html').set('Accept-Language', 'de');
    expect(page.text).toContain('In 8 von 15 Kommunen gegenüber 2017');
    expect(page.text).not.toContain('<script');
    await take('internal');
    await supertest(api.url).get(citation!.replace('/before/', '/internal/')).expect(404);
    await supertest(api.url)
      .get(citation!.replace('/before/', '/internal/'))
      .set('Authorization', `Bearer ${analyst}`)
      .expect(200);
    await supertest(api.url).get(citation!.replace('change.acceptance', 'nothing')).expect(404);
  });
});

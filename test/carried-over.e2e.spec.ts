import { programFor } from '../apps/cli/src/program.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';
import { arrives } from './harness/sign-in.js';

const FIGURE = `query ($without: Boolean!, $asOf: DateTime, $freeze: String) {
  comparison(study: "pilot", from: "2030", to: "2031", questions: ["housing"], excludeCarriedOver: $without, asOf: $asOf, freeze: $freeze) {
    deltas { tally { increased decreased unchanged comparable excluded exclusions { reason count } } }
  }
  series(study: "pilot", question: "housing", excludeCarriedOver: $without, asOf: $asOf, freeze: $freeze) {
    points { distribution { count } }
  }
}`;
interface Figure {
  comparison: { deltas: { tally: Record<string, unknown> }[] };
  series: { points: { distribution: { count: number }[] }[] };
}

const answered = ({ distribution }: { distribution: { count: number }[] }): number =>
  distribution.reduce((sum, { count }) => sum + count, 0);

describe('answers that were carried over', () => {
  let api: TestApi;
  let study: OpenStudy;
  let analyst: string;
  const people = new Map<string, string>();
  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    for (const year of [2030, 2031])
      await study.openRound(year, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    analyst = await api.token(Role.ANALYST, { study: 'pilot' });
    for (const municipality of ['a', 'b', 'c'])
      people.set(municipality, await api.token(Role.RESPONDENT, { study: 'pilot', municipality }));
    for (const [municipality, level] of [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ] as const)
      await handIn(2030, municipality, level, 'TYPED');
  });
  afterAll(() => api.stop());

  async function handIn(year: number, municipality: string, level: string, provenance: string): Promise<void> {
    const token = people.get(municipality) ?? '';
    const response = await study.responseId(year, token);
    const saved = await study.save(response, [{ question: 'housing', value: { level }, provenance }], token);
    expect(saved.errors).toEqual([]);
    expect((await study.submit(response, token)).errors).toEqual([]);
  }
  const figure = (without: boolean, cut: object = {}) => study.ask<Figure>(FIGURE, { without, ...cut }, analyst);
  const tallyOf = async (without: boolean, cut: object = {}) =>
    (await figure(without, cut)).comparison.deltas[0]?.tally;

  it('are left out when the analyst says so, also as they come in, and never else', async () => {
    // Both figures are in memory before anything is handed in: what comes is patched in.
    expect(await tallyOf(true)).toEqual(await tallyOf(false));
    await handIn(2031, 'a', '1', 'CARRIED_OVER');
    await handIn(2031, 'b', '3', 'TYPED');
    await handIn(2031, 'c', '3', 'IMPORTED');
    // What was handed in reaches the figures by notice: a moment later, never half.
    await arrives(
      async () => [await tallyOf(false), await tallyOf(true)],
      (tallies) => !JSON.stringify(tallies).includes('NO_RESPONSE_TO'),
    );
    // a: 1 → 1, b: 2 → 3, c: 3 → 3.
    expect(await tallyOf(false)).toEqual({
      increased: 1,
      decreased: 0,
      unchanged: 2,
      comparable: 3,
      excluded: 0,
      exclusions: [],
    });
    const without = {
      increased: 1,
      decreased: 0,
      unchanged: 1,
      comparable: 2,
      excluded: 1,
      exclusions: [{ reason: 'CARRIED_OVER', count: 1 }],
    };
    expect(await tallyOf(true)).toEqual(without);
    expect((await figure(true)).series.points.map(answered)).toEqual([3, 2]);
    expect((await figure(false)).series.points.map(answered)).toEqual([3, 3]);
    // A replica that reads them afresh says the same.
    const replica = await api.startReplica();
    const answer = await fetch(`${replica.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${analyst}` },
      body: JSON.stringify({ query: FIGURE, variables: { without: true } }),
    });
    expect(((await answer.json()) as { data: Figure }).data.comparison.deltas[0]?.tally).toEqual(without);
    await replica.stop();
  });

  it('are left out of a freeze and of an instant too', async () => {
    const now = await tallyOf(true);
    await study.act('takeFreeze', 'errors { message }', { study: 'pilot', name: 'f1' }, analyst);
    expect(await tallyOf(true, { freeze: 'f1' })).toEqual(now);
    expect(await tallyOf(true, { asOf: new Date().toISOString() })).toEqual(now);
  });

  it('are not told apart to those who see protected figures only', async () => {
    const designer = await api.token(Role.DESIGNER, { study: 'pilot' });
    const policy = { study: 'pilot', smallestBase: 3, singleAnswers: 'GRANTED', breakdowns: [] };
    await study.act('setDisclosurePolicy', 'errors { message }', policy, designer);
    const outsider = await api.token(Role.ANALYST, { study: 'pilot', singleAnswers: false });
    const { errors } = await api.query(FIGURE, { without: true, freeze: 'f1' }, outsider);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(errors?.[0]?.message).toMatch(/^excludeCarriedOver: /);
  });

  it('are named by the command', async () => {
    let text = '';
    let code = -1;
    await programFor(
      {
        out: (part: string) => void (text += part),
        err: (part: string) => void (text += part),
        env: { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: await api.token(Role.ADMIN) },
        progress: null,
        width: 100,
      },
      (exit) => void (code = exit),
    ).parseAsync([
      'node',
      'reflexbogen',
      'compare',
      'pilot',
      '2030',
      '2031',
      '--exclude-carried-over',
      '--format',
      'csv',
    ]);
    expect(code).toBe(0);
    expect(text).toContain('CARRIED_OVER 1');
  });
});

import { fileURLToPath } from 'node:url';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const STUDY = 'integration-2021';
const SERIES = `question { code type }
  points { round { code } comparability suppressed distribution { value count } medianLevel
    tally { increased decreased unchanged comparable excluded } }
  test { method n chiSquared degreesOfFreedom pValue }`;
interface Series {
  readonly question: { readonly code: string; readonly type: string };
  readonly points: readonly { readonly suppressed: boolean }[];
}

describe('every question over all rounds', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    await api.importPath(fileURLToPath(new URL('../studies/integration-2021', import.meta.url)));
    const admin = await api.token(Role.ADMIN, {});
    for (const act of [
      `setDisclosurePolicy(input: { study: "${STUDY}", singleAnswers: GRANTED, smallestBase: 3, breakdowns: [] })`,
      `takeFreeze(input: { study: "${STUDY}", name: "f" })`,
      `releaseFreeze(input: { study: "${STUDY}", name: "f" })`,
    ]) {
      const { data, errors } = await api.query<Record<string, { errors: object[] }>>(
        `mutation { done: ${act} { errors { code } } }`,
        {},
        admin,
      );
      expect({ act, errors: errors ?? data['done']?.errors }).toEqual({ act, errors: [] });
    }
  });
  afterAll(() => api.stop());

  it.each([
    ['an analyst who sees single answers', true, ''],
    ['one who does not, on a released freeze', false, ', freeze: "f"'],
  ])('is, for %s, what each of them is by itself', async (_, singleAnswers, freeze) => {
    const token = await api.token(Role.ANALYST, { study: STUDY, singleAnswers });
    const { data } = await api.query<{ allSeries: Series[] }>(
      `{ allSeries(study: "${STUDY}"${freeze}) { ${SERIES} } }`,
      {},
      token,
    );
    const all = data.allSeries;
    expect(all.length).toBeGreaterThan(50);
    expect(new Set(all.map(({ question }) => question.code)).size).toBe(all.length);
    expect(all.every(({ question }) => ['SCALE', 'CHOICE', 'BOOLEAN'].includes(question.type))).toBe(true);
    expect(all.some(({ points }) => points.some(({ suppressed }) => suppressed))).toBe(!singleAnswers);
    for (const one of all) {
      const { data: alone } = await api.query<{ series: Series }>(
        `query ($question: String!) { series(study: "${STUDY}", question: $question${freeze}) { ${SERIES} } }`,
        { question: one.question.code },
        token,
      );
      expect(one).toEqual(alone.series);
    }
  });

  it('is nothing where there is no such study for somebody', async () => {
    const ask = async (study: string, token: string) =>
      (await api.query(`{ allSeries(study: "${study}") { question { code } } }`, {}, token)).data;
    expect(await ask('nowhere', await api.token(Role.ADMIN, {}))).toEqual({ allSeries: null });
    expect(await ask(STUDY, await api.token(Role.ANALYST, { study: 'other' }))).toEqual({ allSeries: null });
  });
});

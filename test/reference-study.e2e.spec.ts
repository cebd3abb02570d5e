import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const FOLDER = fileURLToPath(new URL('../studies/integration-2021', import.meta.url));

interface Figure {
  id: string;
  wording_en: string;
  measure: 'increased' | 'decreased' | 'unchanged' | 'level-share';
  question: string;
  round: string;
  from_round: string;
  box: string;
  count: string;
  of: string;
}

const figures = parse<Figure>(readFileSync(`${FOLDER}/published-figures.csv`, 'utf8'), { columns: true });

interface Data {
  comparison: {
    deltas: {
      tally: Record<'increased' | 'decreased' | 'unchanged' | 'comparable', number>;
      from: { count: number; of: number } | null;
      to: { count: number; of: number } | null;
    }[];
  };
}

const DOCUMENT = `query ($question: String!, $box: String!) {
  comparison(study: "integration-2021", from: "2017", to: "2018", questions: [$question]) {
    deltas {
      tally { increased decreased unchanged comparable }
      from: levelShare(round: FROM, box: $box) { count of }
      to: levelShare(round: TO, box: $box) { count of }
    }
  }
}`;

describe('the reference study', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    expect(await api.importPath(FOLDER)).toMatchObject({ status: 'SUCCEEDED', municipalities: 15, submissions: 30 });
    token = await api.token(Role.ANALYST, { study: 'integration-2021' });
  });
  afterAll(() => api.stop());

  it('lists the published counts', () => {
    expect(figures.length).toBeGreaterThan(70);
  });

  it.each(
    figures.map((figure) => [`${figure.id} ${figure.wording_en}: ${figure.count} of ${figure.of}`, figure] as const),
  )('%s', async (_name, figure) => {
    const { data, errors } = await api.query<Data>(DOCUMENT, { question: figure.question, box: figure.box }, token);

    expect(errors).toBeUndefined();
    const delta = data.comparison.deltas[0]!;
    const found =
      figure.measure === 'level-share'
        ? figure.round === '2017'
          ? delta.from
          : delta.to
        : { count: delta.tally[figure.measure], of: delta.tally.comparable };
    expect(found).toEqual({ count: Number(figure.count), of: Number(figure.of) });
  });

  it('says on the study that its answers are synthetic', async () => {
    const { data } = await api.query<{ study: { description: string } }>(
      '{ study(slug: "integration-2021") { description(locale: "en") } }',
      {},
      token,
    );
    expect(data.study.description).toMatch(/synthetic/);
  });
});

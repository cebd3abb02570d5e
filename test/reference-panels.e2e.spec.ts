import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Role, startTestApi, type TestApi } from './harness/api.js';

/** Three real panels with results computed by R lie beside the checkout where they may be used; their licence keeps them out of it. */
const PANELS = fileURLToPath(new URL('../../shared/reference-panels', import.meta.url));
const NAMES = ['respiratory_disorder', 'muscatine_obesity', 'swedish_municipalities'];

interface Counts {
  increased: number;
  unchanged: number;
  decreased: number;
  missing_a_only: number;
  missing_b_only: number;
  missing_both: number;
}

interface ExpectedQuestion {
  question: string;
  type: string;
  n_participants: number;
  n_paired: number;
  counts: Counts;
  transition?: { levels: string[]; matrix: number[][] };
  breakdown?: Record<string, Record<string, Omit<Counts, never> & { n_participants: number; n_paired: number }>>;
}

interface ExpectedComparison {
  round_a: string;
  round_b: string;
  questions: ExpectedQuestion[];
}

interface Expected {
  comparisons: ExpectedComparison[];
  filtered: {
    filter: { attribute: string; equals: string };
    n_participants: number;
    comparisons: ExpectedComparison[];
  }[];
}

interface Tally {
  increased: number;
  decreased: number;
  unchanged: number;
  comparable: number;
  excluded: number;
  exclusions: { reason: string; count: number }[];
}

interface Data {
  comparison: {
    panelSize: number;
    deltas: {
      question: { code: string };
      tally: Tally;
      transitions: { from: string; to: string; count: number }[];
      groups: { value: string | null; tally: Tally }[];
    }[];
  };
}

const TALLY = 'tally { increased decreased unchanged comparable excluded exclusions { reason count } }';
const documentFor = (
  attribute: string,
) => `query ($study: String!, $from: String!, $to: String!, $filter: MunicipalityFilter) {
  comparison(study: $study, from: $from, to: $to, filter: $filter) {
    panelSize
    deltas { question { code } ${TALLY} transitions { from to count } groups(by: "${attribute}") { value ${TALLY} } }
  }
}`;

function expectTally(tally: Tally, expected: Counts & { n_participants: number; n_paired: number }): void {
  const missing = expected.missing_a_only + expected.missing_b_only + expected.missing_both;
  expect(tally).toMatchObject({
    increased: expected.increased,
    decreased: expected.decreased,
    unchanged: expected.unchanged,
    comparable: expected.n_paired,
    excluded: missing,
  });
  const reasons = Object.fromEntries(tally.exclusions.map(({ reason, count }) => [reason, count]));
  expect({
    from: reasons['NO_RESPONSE_FROM'] ?? 0,
    to: reasons['NO_RESPONSE_TO'] ?? 0,
    both: reasons['NO_RESPONSE_BOTH'] ?? 0,
  }).toEqual({
    from: expected.missing_a_only,
    to: expected.missing_b_only,
    both: expected.missing_both,
  });
  expect(tally.comparable + tally.excluded).toBe(expected.n_participants);
}

const level = (type: string, code: string): string => (type === 'binary' ? String(code === 'yes') : code);

(existsSync(PANELS) ? describe : describe.skip).each(NAMES)(
  'panel %s (skipped where the panels are not beside the checkout)',
  (name) => {
    let api: TestApi;
    let token: string;
    const expected = existsSync(PANELS)
      ? (JSON.parse(readFileSync(`${PANELS}/${name}/expected.json`, 'utf8')) as Expected)
      : { comparisons: [], filtered: [] };
    const study = name.replaceAll('_', '-');

    beforeAll(async () => {
      api = await startTestApi();
      const outcome = await api.importPath(`${PANELS}/${name}`);
      expect(outcome).toMatchObject({ status: 'SUCCEEDED', faults: [] });
      token = await api.token(Role.ANALYST, { study });
    });
    afterAll(() => api.stop());

    const compare = async (
      comparison: ExpectedComparison,
      attribute: string,
      filter: object | null,
      panelSize: number,
    ) => {
      const { data, errors } = await api.query<Data>(
        documentFor(attribute),
        { study, from: comparison.round_a, to: comparison.round_b, filter },
        token,
      );
      expect(errors).toBeUndefined();
      expect(data.comparison.panelSize).toBe(panelSize);
      return data.comparison.deltas;
    };

    it('gives every count, transition and breakdown that R gives', async () => {
      let figures = 0;
      for (const comparison of expected.comparisons) {
        const attributes = Object.keys(comparison.questions[0]?.breakdown ?? {});
        for (const attribute of attributes) {
          const deltas = await compare(comparison, attribute, null, comparison.questions[0]!.n_participants);
          for (const question of comparison.questions) {
            const delta = deltas.find((candidate) => candidate.question.code === question.question)!;
            expectTally(delta.tally, {
              ...question.counts,
              n_participants: question.n_participants,
              n_paired: question.n_paired,
            });
            if (question.transition) {
              const { levels, matrix } = question.transition;
              const cells = levels.flatMap((from, row) =>
                levels.map((to, column) => ({
                  from: level(question.type, from),
                  to: level(question.type, to),
                  count: matrix[row]![column]!,
                })),
              );
              expect(delta.transitions).toEqual(cells.filter(({ count }) => count > 0));
            }
            const groups = question.breakdown?.[attribute] ?? {};
            expect(delta.groups.map(({ value }) => value).sort()).toEqual(Object.keys(groups).sort());
            for (const [value, group] of Object.entries(groups))
              expectTally(delta.groups.find((candidate) => candidate.value === value)!.tally, group);
            figures += 1 + Object.keys(groups).length;
          }
        }
      }
      expect(figures).toBeGreaterThan(0);
    });

    it('gives the same for a filtered panel', async () => {
      for (const { filter, n_participants, comparisons } of expected.filtered) {
        for (const comparison of comparisons) {
          const deltas = await compare(
            comparison,
            filter.attribute,
            { attribute: { code: filter.attribute, in: [filter.equals] } },
            n_participants,
          );
          for (const question of comparison.questions)
            expectTally(deltas.find((candidate) => candidate.question.code === question.question)!.tally, {
              ...question.counts,
              n_participants,
              n_paired: question.n_paired,
            });
        }
      }
    });
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Role, startTestApi, type TestApi } from './harness/api.js';

/** Statistics of three real panels as computed by R (coin, exactRankTests); beside the checkout where they may be used. */
const PANELS = fileURLToPath(new URL('../../shared/reference-panels', import.meta.url));
const NAMES = ['respiratory_disorder', 'muscatine_obesity', 'swedish_municipalities'];

interface Wilcoxon {
  n_used: number;
  z: number | null;
  p_asymptotic: number;
  p_exact: number | null;
}

interface ExpectedQuestion {
  question: string;
  share_of_paired: { increased: { wilson95: [number, number]; clopper_pearson95: [number, number] } };
  median_level?: unknown;
  numeric?: { change: Record<'n' | 'mean' | 'sd' | 'median' | 'q1_type7' | 'q3_type7' | 'min' | 'max', number> };
  tests: {
    sign_exact: { increased: number; decreased: number; p_two_sided: number; log10_p_two_sided: number };
    marginal_homogeneity?: { stuart_maxwell: { chi2: number; df: number; p: number } };
    wilcoxon_drop_zeros?: Wilcoxon;
    wilcoxon_pratt?: Wilcoxon;
  };
}

interface ExpectedComparison {
  round_a: string;
  round_b: string;
  questions: ExpectedQuestion[];
  adjusted_p: { sign_exact: { question: string; p_holm: number; p_bh: number }[] } | null;
}

interface Expected {
  comparisons: ExpectedComparison[];
  filtered: { filter: { attribute: string; equals: string }; comparisons: ExpectedComparison[] }[];
  panel: Record<
    string,
    {
      n_complete_cases: number;
      friedman?: { chi2: number; df: number; p: number };
      cochran_q?: { Q: number; df: number; p: number };
    }
  >;
}

interface SignedRank {
  changed: number;
  z: number | null;
  pValue: number;
  pValueExact: number | null;
}

interface Delta {
  question: { code: string };
  change: Record<
    'n' | 'mean' | 'standardDeviation' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'minimum' | 'maximum',
    number
  > | null;
  statistics: {
    wilson: { low: number; high: number };
    clopperPearson: { low: number; high: number };
    signTest: Record<
      'increased' | 'decreased' | 'pValue' | 'log10PValue' | 'pValueHolm' | 'pValueBenjaminiHochberg',
      number
    >;
    marginalHomogeneity: { chiSquared: number; degreesOfFreedom: number; pValue: number } | null;
    pratt: SignedRank | null;
    wilcoxon: SignedRank | null;
  };
}

const SIGNED_RANK = '{ changed z pValue pValueExact }';
const DOCUMENT = `query ($study: String!, $from: String!, $to: String!, $filter: MunicipalityFilter) {
  comparison(study: $study, from: $from, to: $to, filter: $filter) {
    deltas {
      question { code }
      change { n mean standardDeviation median lowerQuartile upperQuartile minimum maximum }
      statistics {
        wilson: shareIncreased(method: WILSON) { low high }
        clopperPearson: shareIncreased(method: CLOPPER_PEARSON) { low high }
        signTest { increased decreased pValue log10PValue pValueHolm pValueBenjaminiHochberg }
        marginalHomogeneity { chiSquared degreesOfFreedom pValue }
        pratt: signedRank(zeros: PRATT) ${SIGNED_RANK}
        wilcoxon: signedRank(zeros: WILCOXON) ${SIGNED_RANK}
      }
    }
  }
}`;
const SERIES = `query ($study: String!, $question: String!) {
  series(study: $study, question: $question) { test { method n chiSquared degreesOfFreedom pValue } }
}`;

/** Tolerances that the definitions state: relative for statistics and p, absolute for interval ends and means. */
function near(actual: number | null | undefined, expected: number, relative: number, absolute = 0): void {
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(
    Math.max(relative * Math.abs(expected), absolute, 1e-15),
  );
}

function expectSignedRank(actual: SignedRank | null, expected: Wilcoxon | undefined): number {
  if (expected === undefined) return 0;
  expect(actual?.changed).toBe(expected.n_used);
  if (expected.z === null) expect(actual?.z).toBeNull();
  else near(actual?.z, expected.z, 1e-6, 1e-12);
  near(actual?.pValue, expected.p_asymptotic, 1e-6);
  if (expected.p_exact === null || actual?.pValueExact === null) return 2;
  near(actual?.pValueExact, expected.p_exact, 1e-6);
  return 3;
}

function expectStatistics({ change, statistics }: Delta, expected: ExpectedQuestion): number {
  const { tests, share_of_paired: share, numeric } = expected;
  const { wilson, clopperPearson, signTest, marginalHomogeneity } = statistics;
  near(wilson.low, share.increased.wilson95[0], 0, 1e-7);
  near(wilson.high, share.increased.wilson95[1], 0, 1e-7);
  near(clopperPearson.low, share.increased.clopper_pearson95[0], 0, 1e-7);
  near(clopperPearson.high, share.increased.clopper_pearson95[1], 0, 1e-7);
  expect(signTest).toMatchObject({ increased: tests.sign_exact.increased, decreased: tests.sign_exact.decreased });
  near(signTest.pValue, tests.sign_exact.p_two_sided, 1e-6);
  near(signTest.log10PValue, tests.sign_exact.log10_p_two_sided, 1e-6, 1e-9);
  let figures = 6;
  if (tests.marginal_homogeneity) {
    const { chi2, df, p } = tests.marginal_homogeneity.stuart_maxwell;
    near(marginalHomogeneity?.chiSquared, chi2, 1e-6, 1e-12);
    expect(marginalHomogeneity?.degreesOfFreedom).toBe(df);
    near(marginalHomogeneity?.pValue, p, 1e-6);
    figures += 3;
  }
  figures += expectSignedRank(statistics.wilcoxon, tests.wilcoxon_drop_zeros);
  figures += expectSignedRank(statistics.pratt, tests.wilcoxon_pratt);
  if (numeric) {
    expect(change?.n).toBe(numeric.change.n);
    near(change?.mean, numeric.change.mean, 0, 1e-7);
    near(change?.standardDeviation, numeric.change.sd, 1e-6);
    near(change?.median, numeric.change.median, 0, 1e-7);
    near(change?.lowerQuartile, numeric.change.q1_type7, 0, 1e-7);
    near(change?.upperQuartile, numeric.change.q3_type7, 0, 1e-7);
    near(change?.minimum, numeric.change.min, 0, 1e-9);
    near(change?.maximum, numeric.change.max, 0, 1e-9);
    figures += 8;
  } else expect(change).toBeNull();
  return figures;
}

(existsSync(PANELS) ? describe : describe.skip).each(NAMES)(
  'statistics of panel %s (skipped where the panels are not beside the checkout)',
  (name) => {
    let api: TestApi;
    let token: string;
    const expected = existsSync(PANELS)
      ? (JSON.parse(readFileSync(`${PANELS}/${name}/expected.json`, 'utf8')) as Expected)
      : { comparisons: [], filtered: [], panel: {} };
    const study = name.replaceAll('_', '-');

    beforeAll(async () => {
      api = await startTestApi();
      expect(await api.importPath(`${PANELS}/${name}`)).toMatchObject({ status: 'SUCCEEDED' });
      token = await api.token(Role.ANALYST, { study });
    });
    afterAll(() => api.stop());

    const deltasOf = async ({ round_a: from, round_b: to }: ExpectedComparison, filter: object | null) => {
      const { data, errors } = await api.query<{ comparison: { deltas: Delta[] } }>(
        DOCUMENT,
        { study, from, to, filter },
        token,
      );
      expect(errors).toBeUndefined();
      return data.comparison.deltas;
    };

    it('agree with R', async () => {
      const filtered = expected.filtered.flatMap(({ filter, comparisons }) =>
        comparisons.map((comparison) => ({
          comparison,
          filter: { attribute: { code: filter.attribute, in: [filter.equals] } },
        })),
      );
      const all = [...expected.comparisons.map((comparison) => ({ comparison, filter: null })), ...filtered];
      let figures = 0;
      for (const { comparison, filter } of all) {
        const deltas = await deltasOf(comparison, filter);
        for (const question of comparison.questions)
          figures += expectStatistics(
            deltas.find((delta) => delta.question.code === question.question)!,
            question,
          );
        for (const { question, p_holm, p_bh } of comparison.adjusted_p?.sign_exact ?? []) {
          const { signTest } = deltas.find((delta) => delta.question.code === question)!.statistics;
          near(signTest.pValueHolm, p_holm, 1e-5);
          near(signTest.pValueBenjaminiHochberg, p_bh, 1e-5);
          figures += 2;
        }
      }
      expect(figures).toBeGreaterThan(30);
    });

    it('agree with R over the whole series', async () => {
      for (const [question, { n_complete_cases: n, friedman, cochran_q: cochran }] of Object.entries(expected.panel)) {
        const { data } = await api.query<{
          series: { test: { method: string; n: number; chiSquared: number; degreesOfFreedom: number; pValue: number } };
        }>(SERIES, { study, question }, token);
        const { test } = data.series;
        expect(test).toMatchObject({
          method: cochran ? 'COCHRAN_Q' : 'FRIEDMAN',
          n,
          degreesOfFreedom: (cochran ?? friedman)!.df,
        });
        near(test.chiSquared, cochran?.Q ?? friedman!.chi2, 1e-6);
        near(test.pValue, (cochran ?? friedman)!.p, 1e-6);
      }
    });
  },
);

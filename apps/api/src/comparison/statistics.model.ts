import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { IntervalMethod, SeriesChange, ZeroHandling } from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';

export const IntervalMethodEnum = describedEnum<IntervalMethod>('IntervalMethod', 'How a 95 % interval is made.', {
  WILSON: 'Score interval of Wilson (1927).',
  CLOPPER_PEARSON: 'Exact interval of Clopper and Pearson (1934).',
});

export const ZeroHandlingEnum = describedEnum<ZeroHandling>(
  'ZeroHandling',
  'What the signed rank test does with those who did not change.',
  {
    PRATT: 'They are ranked, and their ranks then dropped (Pratt 1959).',
    WILCOXON: 'They are dropped before ranking (Wilcoxon 1945).',
  },
);

@ObjectType('ShareInterval', { description: 'A share with its 95 % confidence interval.' })
export class ShareIntervalModel {
  @Field(() => Float, { description: 'The share, 0 to 1, unrounded.' })
  estimate!: number;

  @Field(() => Float, { description: 'Lower bound, 0 to 1.' })
  low!: number;

  @Field(() => Float, { description: 'Upper bound, 0 to 1.' })
  high!: number;

  @Field(() => IntervalMethodEnum, { description: 'How the interval is made.' })
  method!: IntervalMethod;
}

@ObjectType('SignTest', { description: 'Exact two-sided sign test of increased against decreased; ties are dropped.' })
export class SignTestModel {
  @Field(() => Int, { description: 'Municipalities that increased.' })
  increased!: number;

  @Field(() => Int, { description: 'Municipalities that decreased.' })
  decreased!: number;

  @Field(() => Float, { description: '0 to 1; 1 where nobody changed; 0 where it is too small for a double.' })
  pValue!: number;

  @Field(() => Float, { description: 'Decimal logarithm of pValue, also where that is 0.' })
  log10PValue!: number;

  @Field(() => Float, { description: 'Adjusted over exactly the questions of this comparison (Holm 1979).' })
  pValueHolm!: number;

  @Field(() => Float, {
    description: 'Adjusted over exactly the questions of this comparison (Benjamini and Hochberg 1995).',
  })
  pValueBenjaminiHochberg!: number;
}

@ObjectType('MarginalHomogeneity', {
  description: 'Stuart–Maxwell test: whether the levels are as frequent in both rounds.',
})
export class MarginalHomogeneityModel {
  @Field(() => Float, { description: 'Test statistic, 0 or more; 0 where nobody changed.' })
  chiSquared!: number;

  @Field(() => Int, { description: 'Rank of the covariance matrix; 0 where nobody changed.' })
  degreesOfFreedom!: number;

  @Field(() => Float, { description: '0 to 1; 1 where nobody changed.' })
  pValue!: number;
}

@ObjectType('SignedRankTest', { description: 'Wilcoxon signed rank test on midranks of the size of the change.' })
export class SignedRankTestModel {
  @Field(() => ZeroHandlingEnum, { description: 'What was done with those who did not change.' })
  zeros!: ZeroHandling;

  @Field(() => Int, { description: 'Municipalities that changed.' })
  changed!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Standardised rank sum, positive for increases; null where nobody changed.',
  })
  z!: number | null;

  @Field(() => Float, { description: 'Asymptotic, without continuity correction; 1 where nobody changed.' })
  pValue!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Exact over all sign patterns; null for more than 700 changes or where that takes too long.',
  })
  pValueExact!: number | null;
}

@ObjectType('DeltaStatistics', {
  description:
    'Tests and intervals of a delta. They take the municipalities for a sample; a panel that is the whole population needs none.',
})
export class DeltaStatisticsModel {
  @Field({ description: 'The assumption that the tests make.' })
  assumption!: string;

  @Field(() => SignTestModel, { nullable: true, description: 'Null where levels have no order.' })
  signTest!: SignTestModel | null;

  @Field(() => MarginalHomogeneityModel, { nullable: true, description: 'Null for numbers and reported changes.' })
  marginalHomogeneity!: MarginalHomogeneityModel | null;
}

@ObjectType('ChangeSummary', {
  description:
    'The change of a NUMBER in its unit, rounded to its decimals per municipality; the tolerance does not apply.',
})
export class ChangeSummaryModel {
  @Field(() => Int, { description: 'Municipalities with a number in both rounds.' })
  n!: number;

  @Field(() => Float, { nullable: true, description: 'Mean; null without any.' })
  mean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Median; null without any or where it would show a single answer.',
  })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'With n − 1; null for fewer than two.' })
  standardDeviation!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower quartile (type 7); null as the median.' })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper quartile (type 7); null as the median.' })
  upperQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Smallest change; null as the median.' })
  minimum!: number | null;

  @Field(() => Float, { nullable: true, description: 'Largest change; null as the median.' })
  maximum!: number | null;
}

export const SeriesTestMethodEnum = describedEnum<SeriesChange['method']>(
  'SeriesTestMethod',
  'Test of a whole series.',
  {
    COCHRAN_Q: "Cochran's Q, for yes/no.",
    FRIEDMAN: "Friedman's rank test with tie correction, for ordered scales and numbers.",
  },
);

@ObjectType('SeriesTest', { description: 'Whether a question is answered alike in all rounds that asked it.' })
export class SeriesTestModel {
  @Field(() => SeriesTestMethodEnum, { description: 'Which test.' })
  method!: SeriesChange['method'];

  @Field(() => [String], { description: 'Codes of the rounds compared.' })
  rounds!: readonly string[];

  @Field(() => Int, { description: 'Complete cases: municipalities with a valid answer in each of them.' })
  n!: number;

  @Field(() => Float, { description: 'Test statistic; 0 where no municipality varies.' })
  chiSquared!: number;

  @Field(() => Int, { description: 'Rounds less one.' })
  degreesOfFreedom!: number;

  @Field(() => Float, { description: '0 to 1; 1 where no municipality varies.' })
  pValue!: number;
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Basis, DeltaOrder, Direction, ExclusionReason, Polarity, Verdict } from '@reflexbogen/domain';
import { describedEnum } from '../graphql/register-enum.js';
import { PageInfo } from '../graphql/page.js';
import { MunicipalityModel } from '../municipality/municipality.model.js';
import { DirectionEnum, PolarityEnum, VerdictEnum } from '../question-set/question.enums.js';
import { QuestionModel } from '../question-set/question.model.js';
import { AnswerValueModel } from '../response/answer-value.model.js';
import { RoundModel } from '../round/round.model.js';
import { SeriesTestModel } from './statistics.model.js';

export const BasisEnum = describedEnum<Basis>('Basis', 'Where a change comes from.', {
  COMPUTED: 'The difference of the answers of two rounds.',
  REPORTED: 'The municipality was asked for the change itself, in the later round.',
});

export const ExclusionReasonEnum = describedEnum<ExclusionReason>(
  'ExclusionReason',
  'Why a municipality is not comparable. When several apply, the first in the order of comparison.md wins.',
  {
    UNIT_CHANGED: 'It was merged or split between the rounds.',
    NOT_IN_PANEL: 'It joined after the earlier or left before the later round.',
    NO_RESPONSE_FROM: 'No submitted response in the earlier round.',
    NO_RESPONSE_TO: 'No submitted response in the later round.',
    NO_RESPONSE_BOTH: 'No submitted response in either round.',
    NOT_ASKED: 'The question was not in the set it answered.',
    SKIPPED: 'The question was hidden by its visibleIf rule.',
    NO_ANSWER: 'Shown and left empty.',
    DONT_KNOW: 'Answered "don\'t know".',
    REFUSED: 'Declined to answer.',
    NOT_APPLICABLE: 'Answered "not applicable".',
    CARRIED_OVER: 'Taken over from the round before without a look, where excludeCarriedOver leaves such answers out.',
    NOT_COMPARABLE: 'The verdict is BREAK, or the recode leaves the level out.',
  },
);

export const DeltaOrderEnum = describedEnum<DeltaOrder>(
  'DeltaOrder',
  'Order of the deltas; ties keep the order of the question set.',
  {
    QUESTION: 'Order of the later question set, then questions asked only earlier.',
    INCREASED_DESC: 'Most increased first; questions without an order of levels last.',
    DECREASED_DESC: 'Most decreased first; questions without an order of levels last.',
    CHANGED_DESC: 'Most changed first.',
    NET_DESC: 'Largest surplus of increases over decreases first; questions without an order of levels last.',
    WORSENED_DESC: 'Most changed for the worse first, by the polarity of the question; neutral questions last.',
    IMPROVED_DESC: 'Most changed for the better first, by the polarity of the question; neutral questions last.',
    P_VALUE_ASC: 'Smallest p value of the sign test first; questions without an order of levels last.',
  },
);

@ObjectType('Exclusion', { description: 'How many municipalities are not comparable for one reason.' })
export class ExclusionModel {
  @Field(() => ExclusionReasonEnum, { description: 'The reason.' })
  reason!: ExclusionReason;

  @Field(() => Int, { description: 'Municipalities, at least 1.' })
  count!: number;
}

@ObjectType('Tally', {
  description: 'Counts of municipalities. comparable + excluded = panelSize; changed + unchanged = comparable.',
})
export class TallyModel {
  @Field(() => Int, {
    nullable: true,
    description: 'Municipalities higher in the later round; null where levels have no order.',
  })
  increased!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Municipalities lower in the later round; null where levels have no order.',
  })
  decreased!: number | null;

  @Field(() => Int, { description: 'Municipalities with the same answer, or within the tolerance.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Municipalities that differ; for ordered levels increased + decreased.' })
  changed!: number;

  @Field(() => Int, { description: 'Municipalities with a usable answer on both sides: the denominator.' })
  comparable!: number;

  @Field(() => Int, { description: 'Municipalities of the panel that are not comparable.' })
  excluded!: number;

  @Field(() => [ExclusionModel], { description: 'The reasons, in their order of precedence; sums to excluded.' })
  exclusions!: readonly ExclusionModel[];
}

@ObjectType('Transition', { description: 'How many comparable municipalities went from one level to another.' })
export class TransitionModel {
  @Field({ description: 'Level in the earlier round, on the later scale (after a recode).' })
  from!: string;

  @Field({ description: 'Level in the later round.' })
  to!: string;

  @Field(() => Int, { description: 'Municipalities, at least 1: pairs without a case are left out.' })
  count!: number;
}

@ObjectType('LevelShare', { description: '"k of n rate it (very) big", in one round.' })
export class LevelShareModel {
  @Field(() => Int, { description: 'Municipalities whose answer lies in the box.' })
  count!: number;

  @Field(() => Int, { description: 'Municipalities with a valid answer in that round: the denominator.' })
  of!: number;

  @Field(() => [ExclusionModel], { description: 'Everybody else in the panel, by reason.' })
  exclusions!: readonly ExclusionModel[];
}

@ObjectType('DeltaGroup', {
  description: 'The same delta for the municipalities with one attribute value. Groups partition the panel.',
})
export class DeltaGroupModel {
  @Field(() => String, { nullable: true, description: 'Value of the attribute; null = not stated.' })
  value!: string | null;

  @Field({ description: 'Whether the counts are withheld because they would disclose single answers.' })
  suppressed!: boolean;

  @Field(() => TallyModel, { nullable: true, description: 'Counts of the group; null when suppressed.' })
  tally!: TallyModel | null;

  @Field(() => [TransitionModel], {
    description: 'Transitions of the group; empty when suppressed, for numbers and reported changes.',
  })
  transitions!: readonly TransitionModel[];
}

@ObjectType('DeltaMunicipality', { description: 'One municipality behind a count, with its answers in both rounds.' })
export class DeltaMunicipalityModel {
  @Field(() => MunicipalityModel, { description: 'The municipality.' })
  municipality!: object;

  @Field(() => AnswerValueModel, {
    nullable: true,
    description: 'Its answer in the earlier round; null where there is none.',
  })
  from!: object | null;

  @Field(() => AnswerValueModel, {
    nullable: true,
    description: 'Its answer in the later round; null where there is none.',
  })
  to!: object | null;

  @Field(() => DirectionEnum, {
    nullable: true,
    description: 'Direction of its change; null where it is excluded or levels have no order.',
  })
  direction!: Direction | null;

  @Field(() => ExclusionReasonEnum, { nullable: true, description: 'Why it is excluded; null where it is comparable.' })
  exclusion!: ExclusionReason | null;
}

@ObjectType('DeltaMunicipalityEdge', { description: 'A municipality in the list behind a count.' })
export class DeltaMunicipalityEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => DeltaMunicipalityModel, { description: 'The municipality and its answers.' })
  node!: DeltaMunicipalityModel;
}

@ObjectType('DeltaMunicipalityConnection', {
  description: 'The municipalities behind a count, in panel order; as many as the count says.',
})
export class DeltaMunicipalityConnection {
  @Field(() => [DeltaMunicipalityEdge], { description: 'Entries of this page.' })
  edges!: readonly DeltaMunicipalityEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Municipalities in the whole list.' })
  totalCount!: number;
}

@ObjectType('DeltaOption', { description: 'The option of a MULTI_CHOICE question that a delta is about.' })
export class DeltaOptionModel {
  @Field({ description: 'Code of the option.' })
  code!: string;
}

@ObjectType('Delta', { description: 'What changed in one question (or one option of it) between two rounds.' })
export class DeltaModel {
  @Field(() => QuestionModel, {
    description: 'The question as asked in the later round, or in the earlier one where the later does not ask it.',
  })
  question!: object;

  @Field(() => DeltaOptionModel, {
    nullable: true,
    description: 'The option; null unless the question is a MULTI_CHOICE.',
  })
  option!: object | null;

  @Field(() => BasisEnum, { description: 'Computed from two answers, or reported directly.' })
  basis!: Basis;

  @Field(() => VerdictEnum, {
    nullable: true,
    description:
      'Weakest verdict on the way from the earlier to the later wording; null for a reported change and where only one round asks.',
  })
  comparability!: Verdict | null;

  @Field(() => [String], { description: "The designers' notes along the way, earliest first." })
  notes!: readonly string[];

  @Field(() => PolarityEnum, { description: 'Whether an increase is worse or better. Never changes a count.' })
  polarity!: Polarity;

  @Field({ description: 'Whether the counts are withheld because they would disclose single answers.' })
  suppressed!: boolean;

  @Field(() => TallyModel, { nullable: true, description: 'The counts; null when suppressed.' })
  tally!: TallyModel | null;

  @Field(() => [TransitionModel], {
    description: 'From which level to which; empty when suppressed, for numbers and reported changes.',
  })
  transitions!: readonly TransitionModel[];

  @Field(() => String, {
    nullable: true,
    description:
      'Path of the stable address that answers with this figure, its definition and its base; null unless a freeze is asked without a filter.',
  })
  citation!: string | null;
}

@ObjectType('AttributeGroup', { description: 'One attribute and its value, as part of a crossed group.' })
export class AttributeGroupModel {
  @Field({ description: 'Code of the attribute.' })
  attribute!: string;

  @Field(() => String, { nullable: true, description: 'Value; null = not stated.' })
  value!: string | null;
}

@ObjectType('CrossedGroup', {
  description: 'The same delta for the municipalities with one combination of attribute values.',
})
export class CrossedGroupModel {
  @Field(() => [AttributeGroupModel], { description: 'The values, in the order of the attributes asked for.' })
  values!: readonly AttributeGroupModel[];

  @Field(() => TallyModel, { description: 'Counts of the group.' })
  tally!: TallyModel;

  @Field(() => [TransitionModel], { description: 'Transitions; empty for numbers and reported changes.' })
  transitions!: readonly TransitionModel[];
}

@ObjectType('Agreement', {
  description: 'A topic of which a study has both the computed and the reported change, side by side.',
})
export class AgreementModel {
  @Field(() => DeltaModel, { description: 'The change computed from two answers.' })
  computed!: object;

  @Field(() => DeltaModel, { description: 'The change as the municipalities reported it.' })
  reported!: object;

  @Field(() => Int, { nullable: true, description: 'Municipalities that have both; null when suppressed.' })
  comparable!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these, those in which both agree; null when suppressed.' })
  agree!: number | null;
}

@ObjectType('Disagreement', { description: 'A municipality whose own report differs from its answers.' })
export class DisagreementModel {
  @Field(() => MunicipalityModel, { description: 'The municipality.' })
  municipality!: object;

  @Field(() => DirectionEnum, { description: 'Direction computed from its answers.' })
  computed!: Direction;

  @Field(() => DirectionEnum, { description: 'Direction it reported.' })
  reported!: Direction;
}

@ObjectType('DisagreementEdge', { description: 'A municipality in the list of disagreements.' })
export class DisagreementEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => DisagreementModel, { description: 'The municipality and both directions.' })
  node!: DisagreementModel;
}

@ObjectType('DisagreementConnection', { description: 'A page of disagreements, in panel order.' })
export class DisagreementConnection {
  @Field(() => [DisagreementEdge], { description: 'Entries of this page.' })
  edges!: readonly DisagreementEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Municipalities in the whole list.' })
  totalCount!: number;
}

@ObjectType('TextPair', { description: 'What one municipality wrote in both rounds. Texts are never compared.' })
export class TextPairModel {
  @Field(() => MunicipalityModel, { description: 'The municipality.' })
  municipality!: object;

  @Field(() => AnswerValueModel, { nullable: true, description: 'Its answer in the earlier round; null without one.' })
  from!: object | null;

  @Field(() => AnswerValueModel, { nullable: true, description: 'Its answer in the later round; null without one.' })
  to!: object | null;
}

@ObjectType('TextPairEdge', { description: 'A municipality in the list of texts.' })
export class TextPairEdge {
  @Field({ description: 'Cursor of this entry.' })
  cursor!: string;

  @Field(() => TextPairModel, { description: 'The municipality and its texts.' })
  node!: TextPairModel;
}

@ObjectType('TextPairConnection', { description: 'A page of texts side by side, in panel order.' })
export class TextPairConnection {
  @Field(() => [TextPairEdge], { description: 'Entries of this page.' })
  edges!: readonly TextPairEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Municipalities that are members in either round and pass the filter.' })
  totalCount!: number;
}

@ObjectType('Comparison', {
  description: 'What changed between two rounds of a study. Counts only submissions, never drafts.',
})
export class ComparisonModel {
  @Field(() => RoundModel, { description: 'The earlier round.' })
  from!: object;

  @Field(() => RoundModel, { description: 'The later round.' })
  to!: object;

  @Field(() => Int, { description: 'Municipalities that are members in either round and pass the filter.' })
  panelSize!: number;

  @Field(() => [AgreementModel], {
    description: 'Topics that were both computed and reported, in the order of the reported questions.',
  })
  agreements!: readonly object[];
}

@ObjectType('LevelCount', { description: 'How many municipalities gave one answer.' })
export class LevelCountModel {
  @Field({ description: 'Level code, true or false.' })
  value!: string;

  @Field(() => Int, { description: 'Municipalities.' })
  count!: number;
}

@ObjectType('SeriesPoint', { description: 'One round of a series.' })
export class SeriesPointModel {
  @Field(() => RoundModel, { description: 'The round.' })
  round!: object;

  @Field(() => VerdictEnum, {
    nullable: true,
    description: 'Comparability with the previous point; null at the first.',
  })
  comparability!: Verdict | null;

  @Field(() => [LevelCountModel], {
    description: 'Answers by level, in scale order, levels without a case included; empty for numbers and texts.',
  })
  distribution!: readonly LevelCountModel[];

  @Field({
    description: 'Whether the counts of this point are withheld because they would disclose single answers.',
  })
  suppressed!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Median level: a level, never between two; null where levels have no order, where nobody answered and when suppressed.',
  })
  medianLevel!: string | null;

  @Field(() => TallyModel, {
    nullable: true,
    description: 'Change against the previous point; null at the first and when suppressed.',
  })
  tally!: TallyModel | null;
}

@ObjectType('Series', { description: 'One question over all rounds of a study that asked it, earliest first.' })
export class SeriesModel {
  @Field(() => QuestionModel, { description: 'The question as asked last.' })
  question!: object;

  @Field(() => [SeriesPointModel], { description: 'One point per round that asked it; a round that did not is a gap.' })
  points!: readonly SeriesPointModel[];

  @Field(() => SeriesTestModel, {
    nullable: true,
    description:
      'Test over all rounds that asked; null where levels have no order, below three rounds, across a recode or a break, and for protected analysts.',
  })
  test!: SeriesTestModel | null;
}

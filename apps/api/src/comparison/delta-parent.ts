import {
  changeSummaryOf,
  columnKey,
  crossGroupings,
  directionOfEach,
  distributionOf,
  EXCLUSION_REASONS,
  groupingOf,
  groupsOf,
  levelShare,
  marginalHomogeneityOf,
  sentenceLocale,
  sentenceOf,
  shareIncreased,
  signedRankOf,
  signTestOf,
  transitionsOf,
  attributeIn,
  unitsOf,
  localize,
  type AdjustedPValues,
  type ChangeSummary,
  type Column,
  type Delta,
  type Direction,
  type ExclusionReason,
  type Grouping,
  type LocalizedText,
  type Outcome,
  type Question,
  type Scale,
} from '@reflexbogen/domain';
import { badInput } from '../graphql/api-error.js';
import { pageOf } from '../graphql/page.js';
import { municipalityParent } from '../municipality/municipality.service.js';
import type { RoundSide } from '../municipality/municipality-filter.input.js';
import { questionParent } from '../question-set/question.mapper.js';
import type { StudyParent } from '../study/study.service.js';
import type { StudyBase } from './column.store.js';
import type { ComparedRound, DeltaParent, DeltaStatisticsParent } from './comparison-parent.js';
import type { DeltaMunicipalitiesArgs } from './comparison.args.js';
import type {
  CrossedGroupModel,
  DeltaGroupModel,
  DeltaMunicipalityModel,
  LevelCountModel,
  LevelShareModel,
} from './comparison.model.js';
import { refuseProtected, type Protection, type RoundCodes } from './protection.js';

/** What the deltas of one comparison share. */
export interface ComparisonScope {
  readonly study: StudyParent;
  readonly base: StudyBase;
  readonly sides: Readonly<Record<RoundSide, ComparedRound>>;
  readonly selection: Uint8Array | undefined;
  /** What the caller must not see; null where nothing is withheld. */
  readonly protection: Protection | null;
  /** Path under which a figure of this comparison can be cited; null where it cannot. */
  readonly citationOf: (question: string, option: string | undefined) => string | null;
  /** p values adjusted over the questions of the request, by the delta's position in it. */
  readonly adjusted: () => AdjustedPValues;
  /** Answers of some municipalities in a round, as the drill-down shows them. */
  readonly answersOf: (
    side: RoundSide,
    municipalityIds: readonly string[],
    question: string,
  ) => Promise<ReadonlyMap<string, object>>;
}

/** Level codes of a box, or of the single level of that code; null where the scale has neither. */
export function levelsOfBox(scale: Scale, box: string): readonly string[] | null {
  const levels = scale.boxes[box];
  if (levels !== undefined) return levels;
  return scale.levels.some(({ code }) => code === box) ? [box] : null;
}

const BOOLEAN_BOXES: Readonly<Record<string, readonly string[]>> = {
  yes: ['true'],
  no: ['false'],
  true: ['true'],
  false: ['false'],
};

/** Share of a box in one column; null where the question has no such box or no levels. */
export function shareOf(
  column: Column,
  box: string,
  options: Parameters<typeof distributionOf>[1],
): LevelShareModel | null {
  const isYesNo = column.option !== undefined || column.question.type === 'BOOLEAN';
  const levels = isYesNo ? (BOOLEAN_BOXES[box] ?? null) : levelsOfBox(column.question.scale, box);
  return levels === null ? null : levelShare(distributionOf(column, options), levels);
}

/**
 * A delta for the schema. Plain fields at once, the rest when a query asks for it.
 * @param position of the delta in the request, before any ordering
 */
export function deltaParent(counted: Delta, position: number, scope: ComparisonScope): DeltaParent {
  const { question, option } = counted;
  // From here on nothing is derived from counts that the caller may not see.
  const delta = scope.protection === null ? counted : scope.protection.restricted(counted, roundCodes(scope));
  const about = aboutParent(counted, scope);
  if (delta === null)
    return {
      ...about,
      suppressed: true,
      tally: null,
      transitions: [],
      levelShare: () => null,
      distribution: () => [],
      groups: (attribute, at) => groupParents(counted, scope, attribute, at),
      crossedGroups: () => refuseProtected('crossedGroups'),
      municipalities: () => refuseProtected('municipalities'),
      sentence: (locale) => WITHHELD[sentenceLocale(locale)],
      change: () => null,
      statistics: () => null,
    };
  const showsAnswers = (side: RoundSide): boolean =>
    scope.protection?.showsDistribution(question.code, option, scope.sides[side].round.code) !== false;
  return {
    ...about,
    suppressed: false,
    tally: delta.tally,
    // Most sheets do not ask for it, and it is the largest part of a delta.
    get transitions() {
      return transitionsOf(delta);
    },
    levelShare: (side, box) => (showsAnswers(side) ? levelShareOf(delta, scope, side, box) : null),
    distribution: (side) => (showsAnswers(side) ? levelCountsOf(delta, scope, side) : []),
    groups: (attribute, at) => groupParents(delta, scope, attribute, at),
    crossedGroups: (attributes, at) => crossedGroupParents(delta, scope, attributes, at),
    municipalities: (args) => municipalitiesOf(delta, scope, args),
    sentence: (locale) =>
      sentenceOf(delta, { from: scope.sides.FROM.round.code, to: scope.sides.TO.round.code }, locale),
    change: () => changeOf(delta, scope),
    statistics: () => statisticsParent(delta, position, scope),
  };
}

export const roundCodes = ({ sides }: Pick<ComparisonScope, 'sides'>): RoundCodes => [
  sides.FROM.round.code,
  sides.TO.round.code,
];

const WITHHELD = {
  de: 'Zum Schutz einzelner Antworten nicht ausgewiesen',
  en: 'Withheld to protect single answers',
} as const;

/** The share of answers that a single municipality gave would show in an order statistic. */
function changeOf(delta: Delta, scope: ComparisonScope): ChangeSummary | null {
  const summary = changeSummaryOf(delta);
  if (summary === null || scope.protection === null) return summary;
  return { ...summary, median: null, lowerQuartile: null, upperQuartile: null, minimum: null, maximum: null };
}

const ASSUMPTION =
  'The municipalities are taken for a random sample of like ones. A panel that is the whole population needs no test.';

function statisticsParent(delta: Delta, position: number, scope: ComparisonScope): DeltaStatisticsParent {
  const { holm, benjaminiHochberg } = scope.adjusted();
  const signTest = signTestOf(delta.tally);
  return {
    assumption: ASSUMPTION,
    signTest:
      signTest === null
        ? null
        : {
            ...signTest,
            pValueHolm: holm[position] ?? signTest.pValue,
            pValueBenjaminiHochberg: benjaminiHochberg[position] ?? signTest.pValue,
          },
    marginalHomogeneity: marginalHomogeneityOf(delta),
    shareIncreased: (method) => shareIncreased(delta.tally, method),
    signedRank: (zeros) => signedRankOf(delta, zeros),
  };
}

/** What a delta is about, without any count. */
function aboutParent(delta: Delta, scope: ComparisonScope) {
  const { question, option } = delta;
  return {
    question:
      option === undefined
        ? questionParent(question)
        : { ...questionParent(question), text: optionText(question, option) },
    option:
      option === undefined
        ? null
        : (question.scale.levels.find(({ code }) => code === option) ?? { code: option, label: {} }),
    basis: delta.basis,
    comparability: delta.comparability?.verdict ?? null,
    notes: delta.comparability?.notes ?? [],
    polarity: question.polarity,
    citation: scope.citationOf(question.code, option),
  };
}

/** An option of a MULTI_CHOICE question is a yes/no question of its own, and reads like one. */
function optionText(question: Question, option: string): LocalizedText {
  const label = question.scale.levels.find(({ code }) => code === option)?.label ?? {};
  return Object.fromEntries(
    Object.entries(question.text).map(([locale, text]) => [locale, `${text}: ${localize(label, locale) || option}`]),
  );
}

function levelCountsOf(delta: Delta, scope: ComparisonScope, side: RoundSide): readonly LevelCountModel[] {
  const column = scope.sides[side].columns.columns.get(columnKey(delta.question.code, delta.option));
  if (column === undefined) return [];
  const selection = scope.selection === undefined ? {} : { selection: scope.selection };
  return distributionOf(column, { side, ...selection }).levels.map(({ code, count }) => ({ value: code, count }));
}

function levelShareOf(delta: Delta, scope: ComparisonScope, side: RoundSide, box: string): LevelShareModel | null {
  const { columns } = scope.sides[side];
  const column = columns.columns.get(columnKey(delta.question.code, delta.option));
  if (column === undefined) return null;
  const other = scope.sides[side === 'FROM' ? 'TO' : 'FROM'].columns;
  return shareOf(column, box, {
    side,
    otherUnits: unitsOf(other),
    ...(scope.selection === undefined ? {} : { selection: scope.selection }),
  });
}

/** The panel of a base never changes: the other questions of a sheet, and other requests, find the same groups again. */
const groupings = new WeakMap<StudyBase, Map<string, Grouping>>();

function groupingBy(scope: ComparisonScope, code: string, at: RoundSide): Grouping {
  const attribute = scope.study.attributes.find((candidate) => candidate.code === code);
  if (attribute === undefined)
    throw badInput(
      `groups: the study has no attribute ${code}; expected one of ${scope.study.attributes.map((known) => known.code).join(', ')}.`,
    );
  const { code: round, year } = scope.sides[at].round;
  const known = groupings.get(scope.base) ?? new Map<string, Grouping>();
  groupings.set(scope.base, known);
  const key = JSON.stringify([code, round]);
  let grouping = known.get(key);
  if (grouping === undefined) {
    grouping = groupingOf(
      scope.base.seated(year).panel.map((municipality) => attributeIn(municipality, code, round)),
      attribute.values.map((value) => value.code),
    );
    known.set(key, grouping);
  }
  return grouping;
}

function groupParents(delta: Delta, scope: ComparisonScope, code: string, at: RoundSide): readonly DeltaGroupModel[] {
  const { protection } = scope;
  if (protection !== null) return protection.groups(delta, roundCodes(scope), code);
  return groupsOf(delta, groupingBy(scope, code, at)).map((group) => ({
    value: group.value,
    suppressed: false,
    tally: group.tally,
    get transitions() {
      return transitionsOf({ table: group.table, source: delta.source });
    },
  }));
}

/** Most attributes that may be crossed: each multiplies the groups. */
const MAX_CROSSED = 4;

function crossedGroupParents(
  delta: Delta,
  scope: ComparisonScope,
  codes: readonly string[],
  at: RoundSide,
): readonly CrossedGroupModel[] {
  if (scope.protection !== null) return refuseProtected('crossedGroups');
  if (codes.length === 0 || codes.length > MAX_CROSSED || new Set(codes).size < codes.length)
    throw badInput(`crossedGroups: expected 1 to ${MAX_CROSSED} different attributes; got ${codes.length}.`);
  const { values, grouping } = crossGroupings(codes.map((code) => groupingBy(scope, code, at)));
  return groupsOf(delta, grouping).map((group) => ({
    values: (values[Number(group.value)] ?? []).map((value, index) => ({
      attribute: codes[index] ?? '',
      value,
    })),
    tally: group.tally,
    transitions: transitionsOf({ table: group.table, source: delta.source }),
  }));
}

const REASONS: ReadonlySet<string> = new Set(EXCLUSION_REASONS);
const isExclusion = (outcome: Outcome): outcome is ExclusionReason => REASONS.has(outcome);
const directionIn = (outcome: Outcome): Direction | null =>
  isExclusion(outcome) || outcome === 'CHANGED' ? null : outcome;

async function municipalitiesOf(delta: Delta, scope: ComparisonScope, args: DeltaMunicipalitiesArgs) {
  if (scope.protection !== null) return refuseProtected('municipalities');
  const outcomes = directionOfEach(delta);
  const listed = scope.base.municipalities.flatMap((municipality, index) => {
    const outcome = outcomes[index] ?? null;
    if (outcome === null) return [];
    if (args.direction && outcome !== args.direction) return [];
    if (args.exclusion && outcome !== args.exclusion) return [];
    return [{ municipality, outcome }];
  });
  const page = pageOf(listed, args, ({ municipality }) => municipality.code);
  const ids = page.edges.map(({ node }) => node.municipality.id);
  const [from, to] = await Promise.all([
    scope.answersOf('FROM', ids, delta.question.code),
    scope.answersOf('TO', ids, delta.question.code),
  ]);
  return {
    pageInfo: page.pageInfo,
    totalCount: page.totalCount,
    edges: page.edges.map(
      ({ cursor, node: { municipality, outcome } }): { cursor: string; node: DeltaMunicipalityModel } => ({
        cursor,
        node: {
          municipality: municipalityParent(municipality),
          from: from.get(municipality.id) ?? null,
          to: to.get(municipality.id) ?? null,
          direction: directionIn(outcome),
          exclusion: isExclusion(outcome) ? outcome : null,
        },
      }),
    ),
  };
}

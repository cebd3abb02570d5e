/** Figures counted one municipality at a time, from what became of each: no tables, no columns. */
import type {
  Distribution,
  Exclusion,
  ExclusionReason,
  Group,
  Outcome,
  Question,
  QuestionSet,
  Transition,
} from '@reflexbogen/domain';
import { oracleOutcomes, oracleTally } from './comparison-oracle.js';
import type { OracleAnswer, OracleKey, OracleRound, OracleRow, OracleSheet } from './comparison-oracle.js';

export type OracleTally = ReturnType<typeof oracleTally>;

/** Share of the comparable that increased less the share that decreased. */
export function oracleNetChange({ increased, decreased, comparable }: OracleTally): number | null {
  return increased === null || decreased === null || comparable === 0 ? null : (increased - decreased) / comparable;
}

/** Pairs of levels, in order of the later scale. */
export function oracleTransitions(
  rows: readonly (OracleRow | null)[],
  codes: readonly string[],
): readonly Transition[] {
  const found: Transition[] = [];
  for (const from of codes)
    for (const to of codes) {
      const count = rows.filter((row) => row?.levels?.[0] === from && row.levels[1] === to).length;
      if (count > 0) found.push({ from, to, count });
    }
  return found;
}

/** The municipalities of each value, values in order of their code, those without one last. */
export function oracleGroups(
  rows: readonly (OracleRow | null)[],
  values: readonly (string | null)[],
  ordered: boolean,
): readonly Pick<Group, 'value' | 'panelSize' | 'tally' | 'netChange'>[] {
  const known = [...new Set(values)].filter((value) => value !== null).sort();
  return [...known, null].flatMap((value) => {
    const outcomes = rows.flatMap((row, index) => (row !== null && values[index] === value ? [row.outcome] : []));
    if (outcomes.length === 0) return [];
    const tally = oracleTally(outcomes, ordered);
    return [{ value, panelSize: outcomes.length, tally, netChange: oracleNetChange(tally) }];
  });
}

const REASONS: readonly ExclusionReason[] = [
  'UNIT_CHANGED',
  'NOT_IN_PANEL',
  'NO_RESPONSE_FROM',
  'NO_RESPONSE_TO',
  'NOT_ASKED',
  'SKIPPED',
  'NO_ANSWER',
  'DONT_KNOW',
  'REFUSED',
  'NOT_APPLICABLE',
  'NOT_COMPARABLE',
];

const isMember = (sheet: OracleSheet | undefined): boolean => typeof sheet !== 'string' || sheet === 'NO_RESPONSE';

function reasonFor(question: Question, answer: OracleAnswer | undefined): ExclusionReason | null {
  if (answer === undefined) return 'NOT_ASKED';
  if (answer.kind === 'SKIPPED' || answer.kind === 'NOT_COMPARABLE') return answer.kind;
  if (answer.kind === 'EMPTY') return 'NO_ANSWER';
  if (answer.kind === 'MISSING') return question.scale.missing.find(({ code }) => code === answer.missing)!.kind;
  return null;
}

/** One question of one round, on its own scale. */
export function oracleDistribution(
  question: Question,
  option: string | undefined,
  sheets: readonly OracleSheet[],
  {
    side,
    isCounted,
    others,
  }: {
    readonly side: 'FROM' | 'TO';
    readonly isCounted: (row: number) => boolean;
    readonly others?: readonly OracleSheet[];
  },
): Distribution {
  const levels = new Map<string, number>();
  const reasons = new Map<ExclusionReason, number>();
  const codes = option !== undefined ? ['false', 'true'] : question.scale.levels.map(({ code }) => code);
  const hasLevels = option !== undefined || (question.type !== 'NUMBER' && question.type !== 'TEXT');
  const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  let answered = 0;
  let panelSize = 0;
  sheets.forEach((sheet, row) => {
    if (!isCounted(row) || !(isMember(sheet) || (others !== undefined && isMember(others[row])))) return;
    panelSize += 1;
    if (sheet === 'NO_RESPONSE') return add(reasons, `NO_RESPONSE_${side}` as const);
    if (typeof sheet === 'string') return add(reasons, sheet);
    const answer = sheet.get(question.code);
    if (option !== undefined && answer?.offered?.includes(option) === false) return add(reasons, 'NOT_ASKED' as const);
    const reason = reasonFor(question, answer);
    if (reason !== null) return add(reasons, reason);
    if (answer?.unread?.includes(option ?? '') === true) return add(reasons, 'NOT_COMPARABLE' as const);
    answered += 1;
    if (answer?.kind === 'LEVELS') add(levels, String(answer.levels.includes(option!)));
    if (answer?.kind === 'LEVEL') add(levels, answer.level);
    if (answer?.kind === 'BOOLEAN') add(levels, String(answer.boolean));
  });
  return {
    levels: hasLevels ? codes.map((code) => ({ code, count: levels.get(code) ?? 0 })) : [],
    answered,
    exclusions: REASONS.flatMap((reason): Exclusion[] => {
      const count = reasons.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    panelSize,
    ordered: hasLevels && (option !== undefined || (question.type !== 'CHOICE' && question.scale.ordered)),
  };
}

/** The level of the middle one of all valid answers in order; the lower one of two. */
export function oracleMedian({ levels, ordered }: Distribution): string | null {
  if (!ordered) return null;
  const answers = levels.flatMap(({ code, count }) => Array.from({ length: count }, () => code));
  return answers[Math.ceil(answers.length / 2) - 1] ?? null;
}

export interface OraclePoint {
  readonly distribution: Distribution | null;
  /** What became of each municipality since the round `previous`; null without one. */
  readonly outcomes: readonly (Outcome | null)[] | null;
  readonly previous: number | null;
}

/** One question over all rounds, each beside the one before that asked it. */
export function oracleSeries(
  { code, option }: OracleKey,
  rounds: readonly OracleRound[],
  history: readonly QuestionSet[],
  isCounted: (row: number) => boolean,
): readonly OraclePoint[] {
  const keyIn = ({ questionSet }: OracleRound): OracleKey | null => {
    const asked = questionSet.byCode.get(code);
    if (asked === undefined) return null;
    if (asked.type !== 'MULTI_CHOICE') return { code };
    const chosen = option ?? asked.scale.levels[0]!.code;
    return asked.scale.levels.some((level) => level.code === chosen) ? { code, option: chosen } : null;
  };
  return rounds.map((round, index): OraclePoint => {
    const key = keyIn(round);
    const asked = round.questionSet.byCode.get(code);
    if (key === null || asked === undefined) return { distribution: null, outcomes: null, previous: null };
    const distribution = oracleDistribution(asked, key.option, round.sheets, { side: 'TO', isCounted });
    const earlier = rounds.slice(0, index).findLastIndex((past) => keyIn(past) !== null);
    const previous = asked.reportsChangeOf === undefined ? earlier : index - 1;
    const before = rounds[previous];
    if (before === undefined || asked.type === 'TEXT') return { distribution, outcomes: null, previous: null };
    const outcomes = oracleOutcomes(key, before, round, history);
    return { distribution, outcomes: outcomes.map((outcome, row) => (isCounted(row) ? outcome : null)), previous };
  });
}

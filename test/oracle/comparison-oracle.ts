/**
 * A second implementation of the comparison, written from the definitions alone (docs/methodology.md): one municipality at
 * a time, on plain objects and decimal text, as slow and as literal as it can be. It shares types with the real one, and
 * nothing else, so that an error has to be made twice to go unseen.
 */
import type { ExclusionReason, Outcome, Question, QuestionSet, Tally } from '@reflexbogen/domain';
import { oracleComparability } from './oracle-comparability.js';
import type { OracleComparability } from './oracle-comparability.js';

type OracleContent =
  | { readonly kind: 'LEVEL'; readonly level: string }
  | { readonly kind: 'LEVELS'; readonly levels: readonly string[] }
  | { readonly kind: 'BOOLEAN'; readonly boolean: boolean }
  | { readonly kind: 'NUMBER'; readonly decimal: string }
  | { readonly kind: 'TEXT' }
  | { readonly kind: 'MISSING'; readonly missing: string }
  | { readonly kind: 'SKIPPED' }
  | { readonly kind: 'EMPTY' }
  | { readonly kind: 'NOT_COMPARABLE' };

/**
 * What one municipality did with one question that its sheet asked. A code that is not in the sheet was not asked; `offered`
 * are the options that its sheet had, where it lacked some of the round's own, `unread` those of them that meant something
 * else there.
 */
export type OracleAnswer = OracleContent & {
  readonly offered?: readonly string[];
  readonly unread?: readonly string[];
};

export type OracleSheet = 'NOT_IN_PANEL' | 'UNIT_CHANGED' | 'NO_RESPONSE' | ReadonlyMap<string, OracleAnswer>;

const hasLevel = (question: Question, level: string): boolean =>
  question.scale.levels.some(({ code }) => code === level);
/** One question (or option) as the oracle lists it. */
export interface OracleKey {
  readonly code: string;
  readonly option?: string;
}

/** What is compared: every question of the later set, then what only the earlier one asks; no texts; options one by one. */
export function oracleKeys(from: QuestionSet, to: QuestionSet): readonly OracleKey[] {
  const keys: OracleKey[] = [];
  const dropped = from.questions.filter((question) => !to.byCode.has(question.code));
  for (const question of [...to.questions, ...dropped]) {
    const { code, type } = question;
    if (type === 'TEXT') continue;
    if (type !== 'MULTI_CHOICE') {
      keys.push({ code });
      continue;
    }
    const options: string[] = [];
    for (const asked of [to.byCode.get(code), from.byCode.get(code)]) {
      if (asked?.type === 'MULTI_CHOICE')
        for (const level of asked.scale.levels) if (!options.includes(level.code)) options.push(level.code);
    }
    for (const option of options) keys.push({ code, option });
  }
  return keys;
}

type Item = { readonly value: string } | { readonly reason: ExclusionReason };
const because = (reason: ExclusionReason): Item => ({ reason });

function itemOf(
  question: Question | undefined,
  sheet: ReadonlyMap<string, OracleAnswer>,
): OracleAnswer | ExclusionReason {
  const answer = question === undefined ? undefined : sheet.get(question.code);
  if (question === undefined || answer === undefined) return 'NOT_ASKED';
  if (answer.kind === 'SKIPPED') return 'SKIPPED';
  if (answer.kind === 'EMPTY') return 'NO_ANSWER';
  if (answer.kind === 'NOT_COMPARABLE') return 'NOT_COMPARABLE';
  if (answer.kind === 'MISSING') return question.scale.missing.find(({ code }) => code === answer.missing)!.kind;
  return answer;
}

function valueOf(answer: OracleAnswer): string {
  if (answer.kind === 'LEVEL') return answer.level;
  if (answer.kind === 'BOOLEAN') return String(answer.boolean);
  return answer.kind === 'NUMBER' ? answer.decimal : '';
}

/** Whether the sheet had all of these options. */
function isOffered({ code }: Question, options: readonly string[], sheet: ReadonlyMap<string, OracleAnswer>): boolean {
  const offered = sheet.get(code)?.offered;
  return offered === undefined || options.every((option) => offered.includes(option));
}

/** The later side: the answer as it is. */
function laterItem(
  { option }: OracleKey,
  question: Question | undefined,
  sheet: ReadonlyMap<string, OracleAnswer>,
): Item {
  if (option !== undefined) {
    if (question === undefined || !hasLevel(question, option)) return because('NOT_ASKED');
    if (!isOffered(question, [option], sheet)) return because('NOT_ASKED');
  }
  const item = itemOf(question, sheet);
  if (typeof item === 'string') return because(item);
  if (item.kind === 'LEVELS' && item.unread?.includes(option!) === true) return because('NOT_COMPARABLE');
  if (item.kind === 'LEVELS') return { value: String(item.levels.includes(option!)) };
  return { value: valueOf(item) };
}

/** The earlier side: the answer as it reads on the later question. */
function earlierItem(
  key: OracleKey,
  question: Question | undefined,
  later: Question | undefined,
  comparability: OracleComparability | null,
  sheet: ReadonlyMap<string, OracleAnswer>,
): Item {
  const { option } = key;
  if (question === undefined) return because('NOT_ASKED');
  const isBroken = comparability?.verdict === 'BREAK';
  const isOption = option !== undefined && question.type === 'MULTI_CHOICE';
  const meaning = (level: string): string | null =>
    comparability === null || isBroken ? level : comparability.carry(level);
  const sources = isOption ? question.scale.levels.filter(({ code }) => meaning(code) === option) : [];
  if (isOption && sources.length === 0 && !hasLevel(question, option)) return because('NOT_ASKED');
  // Options that became one are known only where all of them could be chosen.
  const options = sources.length === 0 ? [option ?? ''] : sources.map(({ code }) => code);
  if (isOption && !isOffered(question, options, sheet)) return because('NOT_ASKED');
  const item = itemOf(question, sheet);
  if (typeof item === 'string') return because(item);
  if (isBroken) return because('NOT_COMPARABLE');
  if (item.kind === 'LEVELS') {
    if (sources.length === 0 || options.some((code) => item.unread?.includes(code))) return because('NOT_COMPARABLE');
    return { value: String(sources.some(({ code }) => item.levels.includes(code))) };
  }
  if (item.kind === 'NUMBER' && comparability?.verdict === 'RECODED') return because('NOT_COMPARABLE');
  if (item.kind === 'NUMBER' || later === undefined || comparability === null) return { value: valueOf(item) };
  const carried = comparability.carry(valueOf(item));
  return carried === null || !hasLevel(later, carried) ? because('NOT_COMPARABLE') : { value: carried };
}

/** Decimal text in units of 1e-9. */
function units(decimal: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  return BigInt(sign + whole + fraction.padEnd(9, '0'));
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function numberOutcome(from: string, to: string, { decimals = 9, tolerance }: Question): Outcome {
  const change = units(to) - units(from);
  const step = BigInt(`1${'0'.repeat(9 - decimals)}`);
  let steps = absolute(change) / step;
  if ((absolute(change) % step) * 2n >= step) steps += 1n;
  const size = steps * step;
  let bound = 0n;
  if (tolerance !== undefined && 'absolute' in tolerance) bound = units(String(tolerance.absolute));
  const isWithin =
    tolerance !== undefined && 'percent' in tolerance
      ? size * 100n * 1_000_000_000n <= units(String(tolerance.percent)) * absolute(units(from))
      : size <= bound;
  if (isWithin) return 'UNCHANGED';
  return change > 0n ? 'INCREASED' : 'DECREASED';
}

function levelOutcome(key: OracleKey, question: Question, from: string, to: string): Outcome {
  if (from === to) return 'UNCHANGED';
  if (key.option !== undefined || question.type === 'BOOLEAN') return to === 'true' ? 'INCREASED' : 'DECREASED';
  if (question.type === 'CHOICE' || !question.scale.ordered) return 'CHANGED';
  const codes = question.scale.levels.map(({ code }) => code);
  return codes.indexOf(to) > codes.indexOf(from) ? 'INCREASED' : 'DECREASED';
}

function reportedOutcome(later: Question | undefined, sheet: OracleSheet): Outcome {
  if (sheet === 'NO_RESPONSE') return 'NO_RESPONSE_TO';
  if (typeof sheet === 'string') return sheet;
  const item = itemOf(later, sheet);
  if (typeof item === 'string') return item;
  const level = item.kind === 'LEVEL' ? later!.scale.levels.find(({ code }) => code === item.level) : undefined;
  return level?.direction ?? 'NOT_COMPARABLE';
}

export interface OracleRound {
  readonly questionSet: QuestionSet;
  readonly sheets: readonly OracleSheet[];
}

/** What became of one municipality: its class, and the levels behind it where there are two. */
export interface OracleRow {
  readonly outcome: Outcome;
  /** On the later scale. */
  readonly levels?: readonly [string, string];
}

/** What became of each municipality on one question; null for one that is a member in neither round. */
export function oracleRows(
  key: OracleKey,
  a: OracleRound,
  b: OracleRound,
  history: readonly QuestionSet[],
): readonly (OracleRow | null)[] {
  const earlier = a.questionSet.byCode.get(key.code);
  const later = b.questionSet.byCode.get(key.code);
  const question = (later ?? earlier)!;
  const isBoth = earlier !== undefined && later !== undefined;
  const comparability = isBoth ? oracleComparability(key.code, a.questionSet, b.questionSet, history) : null;
  const isMember = (sheet: OracleSheet): boolean => sheet === 'NO_RESPONSE' || typeof sheet !== 'string';
  const rowOf = (from: OracleSheet, to: OracleSheet): OracleRow => {
    if (question.reportsChangeOf !== undefined) return { outcome: reportedOutcome(later, to) };
    if (from === 'UNIT_CHANGED' || to === 'UNIT_CHANGED') return { outcome: 'UNIT_CHANGED' };
    if (from === 'NOT_IN_PANEL' || to === 'NOT_IN_PANEL') return { outcome: 'NOT_IN_PANEL' };
    if (from === 'NO_RESPONSE' && to === 'NO_RESPONSE') return { outcome: 'NO_RESPONSE_BOTH' };
    if (from === 'NO_RESPONSE') return { outcome: 'NO_RESPONSE_FROM' };
    if (to === 'NO_RESPONSE') return { outcome: 'NO_RESPONSE_TO' };
    const left = earlierItem(key, earlier, later, comparability, from);
    const right = laterItem(key, later, to);
    const isPairFault = (item: Item): boolean => 'reason' in item && item.reason === 'NOT_COMPARABLE';
    if ('reason' in left && !isPairFault(left)) return { outcome: left.reason };
    if ('reason' in right && !isPairFault(right)) return { outcome: right.reason };
    if ('reason' in left || 'reason' in right) return { outcome: 'NOT_COMPARABLE' };
    if (question.type === 'NUMBER') return { outcome: numberOutcome(left.value, right.value, question) };
    return { outcome: levelOutcome(key, question, left.value, right.value), levels: [left.value, right.value] };
  };
  return a.sheets.map((from, row): OracleRow | null => {
    const to = b.sheets[row]!;
    return isMember(from) || isMember(to) ? rowOf(from, to) : null;
  });
}

/** The classes alone. */
export const oracleOutcomes = (...of: Parameters<typeof oracleRows>): readonly (Outcome | null)[] =>
  oracleRows(...of).map((row) => row?.outcome ?? null);

/** Counts outcomes. */
export function oracleTally(outcomes: readonly (Outcome | null)[], ordered: boolean): Tally {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const increased = count('INCREASED');
  const decreased = count('DECREASED');
  const unchanged = count('UNCHANGED');
  const changed = increased + decreased + count('CHANGED');
  const reasons: readonly ExclusionReason[] = [
    'UNIT_CHANGED',
    'NOT_IN_PANEL',
    'NO_RESPONSE_FROM',
    'NO_RESPONSE_TO',
    'NO_RESPONSE_BOTH',
    'NOT_ASKED',
    'SKIPPED',
    'NO_ANSWER',
    'DONT_KNOW',
    'REFUSED',
    'NOT_APPLICABLE',
    'NOT_COMPARABLE',
  ];
  const exclusions = reasons.map((reason) => ({ reason, count: count(reason) })).filter((each) => each.count > 0);
  return {
    increased: ordered ? increased : null,
    decreased: ordered ? decreased : null,
    unchanged,
    changed,
    comparable: changed + unchanged,
    excluded: exclusions.reduce((sum, each) => sum + each.count, 0),
    exclusions,
  };
}

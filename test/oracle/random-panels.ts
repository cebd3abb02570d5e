/** Random studies for property tests: several question sets, two rounds, every type, every way of not answering. */
import { BOOLEAN_SCALE, NO_SCALE, columnKey } from '@reflexbogen/domain';
import type {
  AnswerableType,
  Column,
  MissingCode,
  Question,
  QuestionSet,
  RoundColumns,
  Scale,
  Since,
} from '@reflexbogen/domain';
import type { OracleAnswer, OracleRound, OracleSheet } from './comparison-oracle.js';

// Looking up a global is slow inside jest, and dice are thrown by the million.
const { floor, imul } = Math;

/** A small seeded generator (mulberry32): a failing seed is a reproducible case. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => [this.next(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  }
}

export interface RandomPanel {
  readonly history: readonly QuestionSet[];
  readonly from: OracleRound;
  readonly to: OracleRound;
}

const LEVELS = ['z', 'b', 'a', '01', '1'];
const MISSING: readonly MissingCode[] = [
  { code: 'dk', kind: 'DONT_KNOW', label: { en: 'do not know' } },
  { code: 'no', kind: 'REFUSED', label: { en: 'refused' } },
  { code: 'na', kind: 'NOT_APPLICABLE', label: { en: 'not applicable' } },
];
const TYPES: readonly AnswerableType[] = [
  'SCALE',
  'SCALE',
  'SCALE',
  'CHOICE',
  'BOOLEAN',
  'NUMBER',
  'NUMBER',
  'MULTI_CHOICE',
  'MULTI_CHOICE',
  'TEXT',
];

function randomScale(dice: Dice): Scale {
  const codes = dice.chance(0.5) ? LEVELS.slice(0, 3) : dice.shuffled(LEVELS).slice(0, 1 + dice.below(LEVELS.length));
  const directions = ['INCREASED', 'UNCHANGED', 'DECREASED'] as const;
  return {
    code: 's',
    ordered: dice.chance(0.8),
    levels: codes.map((code) => ({
      code,
      label: { en: code },
      ...(dice.chance(0.8) ? { direction: dice.pick(directions) } : {}),
    })),
    boxes: {},
    polarity: 'NEUTRAL',
    missing: dice.shuffled(MISSING).slice(0, dice.below(4)),
  };
}

function scaleFor(dice: Dice, type: AnswerableType, usual: Scale): Scale {
  const missing = dice.shuffled(MISSING).slice(0, dice.below(4));
  if (type === 'BOOLEAN') return { ...BOOLEAN_SCALE, missing };
  if (type === 'NUMBER' || type === 'TEXT') return { ...NO_SCALE, missing };
  if (dice.chance(0.25)) return randomScale(dice);
  return dice.chance(0.5) ? usual : { ...usual, missing };
}

function randomSince(dice: Dice): Since {
  const verdict = dice.pick([
    'IDENTICAL',
    'EDITORIAL',
    'COMPARABLE',
    'COMPARABLE',
    'RECODED',
    'RECODED',
    'BREAK',
  ] as const);
  const recode = Object.fromEntries(
    [...LEVELS, 'true', 'false']
      .filter(() => dice.chance(0.8))
      .map((code) => [code, dice.pick(dice.chance(0.5) ? [code] : LEVELS)]),
  );
  return {
    year: 2015 + dice.below(4),
    ...(dice.chance(0.3) ? { revision: 1 + dice.below(2) } : {}),
    verdict,
    ...(verdict === 'RECODED' && dice.chance(0.8) ? { recode } : {}),
  };
}

interface Usual {
  readonly code: string;
  readonly type: AnswerableType;
  readonly scale: Scale;
  readonly isReport: boolean;
}

function randomQuestion(dice: Dice, { code, type: usualType, scale, isReport }: Usual, position: number): Question {
  const type = dice.chance(0.1) ? dice.pick(TYPES) : usualType;
  const tolerance = dice.pick([
    undefined,
    { absolute: 0.5 },
    { absolute: 0 },
    { percent: 10 },
    { percent: 0.5 },
  ] as const);
  const decimals = dice.pick([undefined, 0, 1, 3] as const);
  return {
    code,
    type,
    text: { en: dice.chance(0.85) ? 'How?' : 'How much?' },
    required: false,
    scale: scaleFor(dice, type, scale),
    polarity: 'NEUTRAL',
    section: 'all',
    position,
    ...(dice.chance(0.5) ? { since: randomSince(dice) } : {}),
    ...(isReport && dice.chance(0.9) ? { reportsChangeOf: { question: 'q1', since: 2015 } } : {}),
    ...(type === 'NUMBER' && tolerance !== undefined ? { tolerance } : {}),
    ...(type === 'NUMBER' && decimals !== undefined ? { decimals } : {}),
  };
}

function randomSets(dice: Dice): readonly QuestionSet[] {
  const usual: readonly Usual[] = Array.from({ length: 4 }, (_, index) => ({
    code: `q${index}`,
    type: dice.pick(TYPES),
    scale: randomScale(dice),
    isReport: index === 3,
  })).map((each) => (each.isReport && dice.chance(0.8) ? { ...each, type: 'SCALE' as const } : each));
  const dates = [2015, 2016, 2017, 2018].flatMap((year) => [1, 2].map((revision) => ({ year, revision })));
  const chosen = dates.filter(() => dice.chance(0.5));
  return (chosen.length === 0 ? dates.slice(0, 1) : chosen).map(({ year, revision }) => {
    const questions = dice
      .shuffled(usual)
      .filter(() => dice.chance(0.9))
      .map((each, position) => randomQuestion(dice, each, position));
    const document = { year, revision, scales: [], sections: [] };
    const id = `${year}-${revision}`;
    return {
      id,
      year,
      revision,
      document,
      questions,
      byCode: new Map(questions.map((question) => [question.code, question])),
    };
  });
}

const DECIMALS = [
  '0',
  '1',
  '1.5',
  '0.3',
  '0.333333',
  '1.333333',
  '1.666667',
  '-2',
  '-2.5',
  '100',
  '100.5',
  '110',
  '1234567.123456',
  '1234567.623456',
  '123456789012345',
  '99999999.9999999',
  '100000000',
  '0.000000001',
  '3.0005',
];

function randomAnswer(dice: Dice, { type, scale }: Question): OracleAnswer {
  const roll = dice.next();
  if (roll < 0.06) return { kind: 'SKIPPED' };
  if (roll < 0.12) return { kind: 'EMPTY' };
  if (roll < 0.14) return { kind: 'NOT_COMPARABLE' };
  if (roll < 0.25 && scale.missing.length > 0) return { kind: 'MISSING', missing: dice.pick(scale.missing).code };
  const codes = scale.levels.map(({ code }) => code);
  if (type === 'BOOLEAN') return { kind: 'BOOLEAN', boolean: dice.chance(0.5) };
  if (type === 'NUMBER') return { kind: 'NUMBER', decimal: dice.pick(DECIMALS) };
  if (type === 'TEXT') return { kind: 'TEXT' };
  if (type === 'MULTI_CHOICE') return { kind: 'LEVELS', levels: codes.filter(() => dice.chance(0.4)) };
  return { kind: 'LEVEL', level: dice.pick(codes) };
}

function randomSheet(dice: Dice, { questions }: QuestionSet): OracleSheet {
  const roll = dice.next();
  if (roll < 0.06) return 'NOT_IN_PANEL';
  if (roll < 0.1) return 'UNIT_CHANGED';
  if (roll < 0.2) return 'NO_RESPONSE';
  const asked = questions.filter(() => !dice.chance(0.04));
  return new Map(asked.map((question) => [question.code, randomAnswer(dice, question)]));
}

/** A study of up to eight question sets and two rounds, the earlier never after the later. */
export function randomPanel(dice: Dice, municipalities: number): RandomPanel {
  const history = randomSets(dice);
  const [a, b] = [dice.below(history.length), dice.below(history.length)].sort((x, y) => x - y) as [number, number];
  const round = (questionSet: QuestionSet): OracleRound => ({
    questionSet,
    sheets: Array.from({ length: municipalities }, () => randomSheet(dice, questionSet)),
  });
  return { history: dice.shuffled(history), from: round(history[a]!), to: round(history[b]!) };
}

const REASONS = {
  EMPTY: 240,
  SKIPPED: 241,
  NOT_ASKED: 242,
  NOT_COMPARABLE: 243,
  NO_RESPONSE: 244,
  NOT_IN_PANEL: 245,
  UNIT_CHANGED: 246,
} as const;

function stateOf(question: Question, option: string | undefined, sheet: OracleSheet): number {
  if (typeof sheet === 'string') return REASONS[sheet];
  const answer = sheet.get(question.code);
  if (answer === undefined) return REASONS.NOT_ASKED;
  switch (answer.kind) {
    case 'LEVEL':
      return question.scale.levels.findIndex(({ code }) => code === answer.level);
    case 'LEVELS':
      return answer.levels.includes(option ?? '') ? 1 : 0;
    case 'BOOLEAN':
      return answer.boolean ? 1 : 0;
    case 'NUMBER':
    case 'TEXT':
      return 0;
    case 'MISSING':
      return 200 + question.scale.missing.findIndex(({ code }) => code === answer.missing);
    case 'EMPTY':
    case 'SKIPPED':
    case 'NOT_COMPARABLE':
      return REASONS[answer.kind];
  }
}

/** Writes the sheets as columns; `isWide` takes two bytes a state, as scales of more than 200 levels do. */
export function columnsFrom(
  code: string,
  { questionSet, sheets }: OracleRound,
  isWide: (question: Question) => boolean,
): RoundColumns {
  const columns = new Map<string, Column>();
  for (const question of questionSet.questions) {
    const options = question.type === 'MULTI_CHOICE' ? question.scale.levels.map((level) => level.code) : [undefined];
    for (const option of options) {
      const states = sheets.map((sheet) => stateOf(question, option, sheet));
      const decimals = sheets.map((sheet) => (typeof sheet === 'string' ? undefined : sheet.get(question.code)));
      columns.set(columnKey(question.code, option), {
        question,
        ...(option === undefined ? {} : { option }),
        states: isWide(question)
          ? Uint16Array.from(states, (state) => (state >= 200 ? 0xff00 + state : state))
          : Uint8Array.from(states),
        ...(question.type === 'NUMBER'
          ? {
              numbers: Float64Array.from(decimals, (answer) =>
                answer?.kind === 'NUMBER' ? Number(answer.decimal) : NaN,
              ),
            }
          : {}),
      });
    }
  }
  const units = Uint8Array.from(sheets, (sheet) => (typeof sheet === 'string' ? REASONS[sheet] : 0));
  // Without columns nothing else tells who is a member.
  return {
    code,
    year: questionSet.year,
    questionSet,
    size: sheets.length,
    columns,
    ...(columns.size === 0 ? { units } : {}),
  };
}

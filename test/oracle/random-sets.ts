/** Random question sets: one to five revisions over several years, in which questions come, go, and change their scales. */
import { BOOLEAN_SCALE, NO_SCALE } from '@reflexbogen/domain';
import type { AnswerableType, MissingCode, Question, QuestionSet, Scale, Since, Verdict } from '@reflexbogen/domain';
import type { Dice } from './random-panels.js';

const LEVELS = ['z', 'b', 'a', '01', '1'];
const MISSING: readonly MissingCode[] = [
  { code: 'dk', kind: 'DONT_KNOW', label: { en: 'do not know' } },
  { code: 'no', kind: 'REFUSED', label: { en: 'refused' } },
  { code: 'na', kind: 'NOT_APPLICABLE', label: { en: 'not applicable' } },
  { code: 'un', kind: 'DONT_KNOW', label: { en: 'unsure' } },
];
const TYPES: readonly AnswerableType[] = ['SCALE', 'SCALE', 'CHOICE', 'BOOLEAN', 'NUMBER', 'MULTI_CHOICE'];
const DIRECTIONS = ['INCREASED', 'UNCHANGED', 'DECREASED'] as const;
const VERDICTS: readonly Verdict[] = [
  'IDENTICAL',
  'IDENTICAL',
  'EDITORIAL',
  'EDITORIAL',
  'COMPARABLE',
  'RECODED',
  'RECODED',
  'RECODED',
  'BREAK',
];
const EDITIONS = [2015, 2016, 2017, 2018].flatMap((year) => [1, 2].map((revision) => ({ year, revision })));
/** Fillers of a scale that is too long for one byte an answer. */
const LONG = Array.from({ length: 205 }, (_, index) => `f${index}`);
const ALL_LEVELS = [...LEVELS, 'true', 'false'];

const missingOf = (dice: Dice): readonly MissingCode[] => dice.shuffled(MISSING).slice(0, dice.below(5));

function scaleOf(codes: readonly string[], dice: Dice): Scale {
  return {
    code: 's',
    ordered: dice.chance(0.75),
    levels: codes.map((code) => ({
      code,
      label: { en: code },
      ...(dice.chance(0.8) ? { direction: dice.pick(DIRECTIONS) } : {}),
    })),
    boxes: { high: codes.filter(() => dice.chance(0.4)) },
    polarity: 'NEUTRAL',
    missing: missingOf(dice),
  };
}

function randomScale(dice: Dice): Scale {
  const codes = dice.shuffled(LEVELS).slice(0, dice.chance(0.5) ? 3 : 1 + dice.below(LEVELS.length));
  return scaleOf(dice.chance(0.0003) ? [...LONG, ...codes] : codes, dice);
}

function ownScale(dice: Dice, type: AnswerableType, usual: Scale): Scale {
  if (type === 'BOOLEAN') return { ...BOOLEAN_SCALE, missing: missingOf(dice) };
  if (type === 'NUMBER' || type === 'TEXT') return { ...NO_SCALE, missing: missingOf(dice) };
  const roll = dice.next();
  if (roll < 0.6) return usual;
  if (roll < 0.7) return { ...usual, missing: missingOf(dice) };
  return roll < 0.8 ? { ...usual, levels: dice.shuffled(usual.levels) } : randomScale(dice);
}

function randomSince(dice: Dice, code: string, earlier: readonly QuestionSet[]): Since {
  const asking = earlier.filter((set) => set.byCode.has(code));
  const last = asking.at(-1);
  const isWild = last === undefined || dice.chance(0.1);
  const named = isWild ? dice.pick(EDITIONS) : dice.chance(0.8) ? last : dice.pick(asking);
  const verdict = dice.pick(VERDICTS);
  const recode = Object.fromEntries(
    ALL_LEVELS.filter(() => dice.chance(0.8)).map((level) => [level, dice.chance(0.4) ? level : dice.pick(LEVELS)]),
  );
  return {
    year: named.year,
    ...(dice.chance(0.6) ? { revision: named.revision } : {}),
    verdict,
    ...(verdict === 'RECODED' && dice.chance(0.95) ? { recode } : {}),
    ...(dice.chance(0.3) ? { note: `note ${dice.below(9)}` } : {}),
  };
}

interface Usual {
  readonly code: string;
  readonly type: AnswerableType;
  readonly scale: Scale;
  readonly isReport: boolean;
}

function randomQuestion(dice: Dice, usual: Usual, position: number, earlier: readonly QuestionSet[]): Question {
  const type = dice.chance(0.95) ? usual.type : dice.pick([...TYPES, 'TEXT' as const]);
  const isReport = usual.isReport && (type === 'SCALE' || type === 'CHOICE') && dice.chance(0.95);
  const tolerance = dice.pick([undefined, { absolute: 0.5 }, { absolute: 1.25 }, { percent: 10 }, { percent: 0.5 }]);
  const decimals = dice.pick([undefined, undefined, 0, 1, 3]);
  return {
    code: usual.code,
    type,
    text: { en: dice.chance(0.9) ? 'How?' : 'How much?' },
    required: false,
    scale: ownScale(dice, type, usual.scale),
    polarity: 'NEUTRAL',
    section: 'all',
    position,
    ...(dice.chance(0.6) ? { since: randomSince(dice, usual.code, earlier) } : {}),
    ...(isReport ? { reportsChangeOf: { question: 'q0', since: 2015 } } : {}),
    ...(type === 'NUMBER' && tolerance !== undefined ? { tolerance } : {}),
    ...(type === 'NUMBER' && decimals !== undefined ? { decimals } : {}),
  };
}

/** A set of these questions, as a service would hold it. */
export function aSet(year: number, revision: number, questions: readonly Question[]): QuestionSet {
  return {
    id: `${year}-${revision}`,
    year,
    revision,
    document: { year, revision, scales: [], sections: [] },
    questions,
    byCode: new Map(questions.map((question) => [question.code, question])),
  };
}

/** One to five sets, earliest first. A question keeps its code, mostly its type, and is not asked in each of them. */
export function randomSets(dice: Dice): readonly QuestionSet[] {
  const usual = Array.from({ length: 1 + dice.below(4) }, (_, index): Usual => {
    const isReport = dice.chance(0.12);
    const type = isReport ? 'SCALE' : dice.chance(0.02) ? 'TEXT' : dice.pick(TYPES);
    return { code: `q${index}`, type, scale: randomScale(dice), isReport };
  });
  const editions = dice
    .shuffled(EDITIONS)
    .slice(0, dice.chance(0.1) ? 1 : 2 + dice.below(4))
    .sort((a, b) => a.year - b.year || a.revision - b.revision);
  const sets: QuestionSet[] = [];
  for (const { year, revision } of editions) {
    const some = (dice.chance(0.3) ? dice.shuffled(usual) : usual).filter(() => dice.chance(0.88));
    const asked = some.length === 0 ? usual.slice(0, 1) : some;
    sets.push(
      aSet(
        year,
        revision,
        asked.map((each, position) => randomQuestion(dice, each, position, sets)),
      ),
    );
  }
  return sets;
}

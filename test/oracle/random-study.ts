/** Random studies as text: a panel whose municipalities join, leave, merge and split, and what they handed in, round by round. */
import type { MembershipCause, MunicipalityInfo, Question, QuestionSet } from '@reflexbogen/domain';
import type { OracleAnswer } from './comparison-oracle.js';
import { Dice } from './random-panels.js';
import { randomSets } from './random-sets.js';

/** One hand-in: a sheet of whichever question set the municipality answered, in text. */
export interface HandIn {
  readonly municipality: string;
  readonly questionSet: QuestionSet;
  readonly sheet: ReadonlyMap<string, OracleAnswer>;
}

export interface StudyRound {
  readonly code: string;
  readonly year: number;
  readonly questionSet: QuestionSet;
  /** In order of time: a later one of the same municipality takes the place of an earlier one. */
  readonly handIns: readonly HandIn[];
}

/** Everything that figures rest on, and what is asked of them. */
export interface RandomStudy {
  readonly seed: number;
  readonly history: readonly QuestionSet[];
  readonly municipalities: readonly MunicipalityInfo[];
  /** In order of time; at least two. */
  readonly rounds: readonly StudyRound[];
  /** Codes of the rounds to compare. */
  readonly pair: readonly [string, string];
  /** Codes of the municipalities that a filter leaves; null without one. */
  readonly filter: ReadonlySet<string> | null;
  /** The question, and maybe option, of the series. */
  readonly series: { readonly question: string; readonly option?: string };
  /** Whether some columns are to take two bytes an answer although their scales are short. */
  readonly isWide: boolean;
}

export const GROUPS = ['north', 'south', '10', '9'];
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
  '99.5',
  '0.05',
  '1234567.123456',
  '1234567.623456',
  '123456789012345',
  '99999999.9999999',
  '100000000',
  '0.000000001',
  '3.0005',
];

function randomDecimal(dice: Dice): string {
  const roll = dice.next();
  if (roll < 0.4) return dice.pick(DECIMALS);
  // Differences of these lie half way between two steps, which doubles seldom meet.
  if (roll < 0.7)
    return `${dice.below(12)}.${dice.pick(['05', '15', '25', '35', '5', '1', '0005', '0015', '02', '52'])}`;
  const fraction = String(dice.below(1000)).replace(/0+$/, '');
  return `${dice.chance(0.2) ? '-' : ''}${dice.below(120)}${fraction === '' ? '' : `.${fraction}`}`.replace(
    /^-0$/,
    '0',
  );
}

function randomAnswer(dice: Dice, { type, scale }: Question): OracleAnswer {
  const roll = dice.next();
  if (roll < 0.06) return { kind: 'SKIPPED' };
  if (roll < 0.13) return { kind: 'EMPTY' };
  if (roll < 0.23 && scale.missing.length > 0) return { kind: 'MISSING', missing: dice.pick(scale.missing).code };
  if (type === 'BOOLEAN') return { kind: 'BOOLEAN', boolean: dice.chance(0.5) };
  if (type === 'NUMBER') return { kind: 'NUMBER', decimal: randomDecimal(dice) };
  if (type === 'TEXT') return { kind: 'TEXT' };
  if (type === 'MULTI_CHOICE')
    return { kind: 'LEVELS', levels: scale.levels.filter(() => dice.chance(0.4)).map(({ code }) => code) };
  return { kind: 'LEVEL', level: dice.pick(scale.levels).code };
}

/** A sheet with an answer, or a reason for none, to every question of the set. */
export const randomSheet = (dice: Dice, { questions }: QuestionSet): ReadonlyMap<string, OracleAnswer> =>
  new Map(questions.map((question) => [question.code, randomAnswer(dice, question)]));

type Membership = Pick<MunicipalityInfo, 'memberFrom' | 'memberTo' | 'joinedBecause' | 'leftBecause' | 'carriesOn'>;

const JOINING: readonly (MembershipCause | null)[] = ['JOINED', 'MERGED', 'SPLIT', null];
const LEAVING: readonly (MembershipCause | null)[] = ['LEFT', 'MERGED', 'SPLIT', null];

function randomMembership(dice: Dice): Membership {
  const from = dice.chance(0.15) ? 2014 + dice.below(6) : null;
  const to = dice.chance(0.15) ? (from ?? 2014) + dice.below(5) : null;
  return {
    memberFrom: from,
    memberTo: to,
    joinedBecause: from === null ? null : dice.pick(JOINING),
    leftBecause: to === null ? null : dice.pick(LEAVING),
  };
}

/** Mergers and splits in a row: each municipality of the chain carries on the one before it. */
function withChain(dice: Dice, municipalities: readonly MunicipalityInfo[]): readonly MunicipalityInfo[] {
  const chain = dice.shuffled(municipalities).slice(0, 2 + dice.below(2));
  const changed = new Map<string, Membership>();
  let year: number | null = dice.chance(0.3) ? 2015 : null;
  chain.forEach(({ code }, index) => {
    const isLast = index === chain.length - 1;
    const end: number = (year ?? 2015) + dice.below(2);
    changed.set(code, {
      memberFrom: year,
      memberTo: isLast ? (dice.chance(0.2) ? end + 1 : null) : end,
      joinedBecause: year === null ? null : dice.pick(index === 0 ? ['JOINED', 'MERGED'] : ['MERGED', 'SPLIT']),
      leftBecause: dice.pick(isLast ? ['LEFT', 'SPLIT'] : ['MERGED', 'SPLIT']),
      ...(index === 0 ? {} : { carriesOn: chain[index - 1]?.code ?? null }),
    });
    year = end + 1 + dice.below(2);
  });
  return municipalities.map((municipality) => ({ ...municipality, ...changed.get(municipality.code) }));
}

const stated = (dice: Dice): Readonly<Record<string, string>> =>
  dice.chance(0.8) ? { region: dice.pick(GROUPS) } : {};

function randomMunicipalities(dice: Dice, count: number): readonly MunicipalityInfo[] {
  const municipalities = Array.from({ length: count }, (_, index): MunicipalityInfo => {
    const code = `m${index}`;
    return {
      id: `id-${code}`,
      code,
      name: code,
      officialKey: null,
      attributes: stated(dice),
      attributesByRound: dice.chance(0.2) ? { r1: stated(dice) } : {},
      ...randomMembership(dice),
    };
  });
  return count > 2 && dice.chance(0.3) ? withChain(dice, municipalities) : municipalities;
}

/** A question that became another type takes its reasons from the first option: sheets that lack it are left out. */
const isReadAlike = (questionSet: QuestionSet, answered: QuestionSet): boolean =>
  questionSet.questions.every(({ code, type, scale }) => {
    const there = answered.byCode.get(code);
    if (type !== 'MULTI_CHOICE' || there?.type !== 'MULTI_CHOICE') return true;
    return there.scale.levels.some((level) => level.code === scale.levels[0]?.code);
  });

function randomRound(
  dice: Dice,
  code: string,
  questionSet: QuestionSet,
  year: number,
  { history, municipalities }: Pick<RandomStudy, 'history' | 'municipalities'>,
): StudyRound {
  const sameYear = history.filter((set) => set.year === questionSet.year);
  const handIns = municipalities.flatMap(({ code: municipality }) => {
    const times = dice.chance(0.88) ? (dice.chance(0.08) ? 2 : 1) : 0;
    return Array.from({ length: times }, (): HandIn => {
      const isOther = dice.chance(0.15);
      const other = isOther ? dice.pick(dice.chance(0.8) ? sameYear : history) : questionSet;
      const answered = isReadAlike(questionSet, other) ? other : questionSet;
      return { municipality, questionSet: answered, sheet: randomSheet(dice, answered) };
    });
  });
  return { code, year, questionSet, handIns };
}

/** The study of a seed: the same one for ever. */
export function randomStudy(seed: number): RandomStudy {
  const dice = new Dice(Math.imul(seed + 1, 0x9e3779b1));
  const history = randomSets(dice);
  const municipalities = randomMunicipalities(dice, dice.below(dice.pick([11, 11, 11, 21, 41])));
  const sets = Array.from({ length: dice.pick([2, 2, 3, 4]) }, () => dice.pick(history)).sort(
    (a, b) => a.year - b.year || a.revision - b.revision,
  );
  // Rounds mostly ask the set of their year, one after the other; a set may serve several years.
  let year = 0;
  const rounds = sets.map((set, index) => {
    year = Math.max(year + 1, set.year);
    return randomRound(dice, `r${index}`, set, year, { history, municipalities });
  });
  const later = 1 + dice.below(rounds.length - 1);
  const codes = history.flatMap(({ questions }) => questions.map(({ code }) => code));
  const question = codes.length === 0 ? 'q0' : dice.pick(codes);
  return {
    seed,
    history: dice.shuffled(history),
    municipalities,
    rounds,
    pair: [`r${dice.below(later)}`, `r${later}`],
    filter: dice.chance(0.3) ? new Set(municipalities.filter(() => dice.chance(0.6)).map(({ code }) => code)) : null,
    series: { question, ...(dice.chance(0.3) ? { option: 'a' } : {}) },
    isWide: dice.chance(0.1),
  };
}

/** Random small studies in up to three releases, made to tempt an attacker: unanimous groups, late sheets, corrections. */
import { columnKey, groupingOf } from '@reflexbogen/domain';
import type { Column, Grouping, Question, QuestionSet, RoundColumns } from '@reflexbogen/domain';
import { aQuestion, aScale, aSet, changeScale } from '../../libs/domain/src/comparison/comparison.builders.js';
import type { SuppressionPolicy } from '../../libs/domain/src/suppression/index.js';
import { Dice } from '../oracle/random-panels.js';

/** No response, and no member: what everybody knows. */
export const NO_RESPONSE = 244;
export const NOT_IN_PANEL = 245;
const DONT_KNOW = 200;
const NO_ANSWER = 240;
const SKIPPED = 241;

export type Kind = 'SCALE' | 'CHOICE' | 'BOOLEAN' | 'NUMBER' | 'MULTI_CHOICE' | 'REPORTED' | 'FILTERED';

/** One release as it truly is. */
export interface TrueRelease {
  readonly rounds: readonly RoundColumns[];
  readonly history: readonly QuestionSet[];
  readonly groupings: ReadonlyMap<string, Grouping>;
}

export interface RandomStudy {
  readonly seed: number;
  readonly kind: Kind;
  readonly size: number;
  readonly policy: SuppressionPolicy;
  readonly releases: readonly TrueRelease[];
  readonly columnKeys: readonly string[];
  /** By column key: every state that an answer of it can have, as the question set tells. */
  readonly domains: ReadonlyMap<string, readonly number[]>;
  /** By round and municipality: the releases before which a sheet came in. */
  readonly handedIn: readonly (readonly (readonly number[])[])[];
}

const KINDS: readonly Kind[] = [
  ...(['SCALE', 'SCALE', 'SCALE', 'CHOICE', 'BOOLEAN', 'NUMBER', 'MULTI_CHOICE', 'REPORTED', 'FILTERED'] as const),
];

function questionsOf(kind: Kind, levels: number): readonly Question[] {
  const scale = aScale('abcde'.slice(0, levels));
  const missing = scale.missing;
  if (kind === 'FILTERED')
    return [aQuestion('f', { type: 'BOOLEAN' }), aQuestion('q', { scale, visibleIf: 'answer("f") == true' })];
  if (kind === 'REPORTED')
    return [
      aQuestion('q', {
        scale: { ...changeScale('DECREASED', 'DECREASED', 'UNCHANGED', 'INCREASED'), missing },
        reportsChangeOf: { question: 'p', since: 2017 },
      }),
    ];
  if (kind === 'BOOLEAN' || kind === 'NUMBER') return [aQuestion('q', { type: kind })];
  return [aQuestion('q', { type: kind, scale })];
}

/** Answers of one municipality to all columns of one round: a state each, and a value for numbers. */
interface Sheet {
  readonly states: readonly number[];
  readonly value: number;
}

class Study {
  readonly dice: Dice;
  readonly size: number;
  readonly kind: Kind;
  readonly levels: number;
  private readonly skew: number;
  private readonly missing: number;

  constructor(readonly seed: number) {
    this.dice = new Dice(seed * 7919 + 13);
    this.size = 15 + this.dice.below(46);
    this.kind = this.dice.pick(KINDS);
    this.levels = this.kind === 'REPORTED' ? 4 : 2 + this.dice.below(4);
    this.skew = this.dice.pick([0.2, 0.4, 0.7, 0.9, 1]);
    this.missing = this.dice.pick([0, 0, 0.05, 0.2]);
  }

  private level(usual: number): number {
    return this.dice.chance(this.skew) ? usual : this.dice.below(this.levels);
  }

  /** @param usual the level that is frequent; unanimous: nothing but it */
  sheet(usual: number, unanimous: boolean, columns: number): Sheet {
    const { dice, kind } = this;
    const value = unanimous ? usual : this.level(usual);
    if (kind === 'FILTERED') {
      const filter = unanimous ? usual % 2 : dice.below(2);
      const answer = !unanimous && dice.chance(this.missing) ? DONT_KNOW : value;
      return { states: [filter, filter === 1 ? answer : SKIPPED], value };
    }
    if (!unanimous && dice.chance(this.missing)) {
      const reason = kind === 'BOOLEAN' || kind === 'NUMBER' || dice.chance(0.5) ? NO_ANSWER : DONT_KNOW;
      return { states: new Array<number>(columns).fill(reason), value };
    }
    if (kind === 'NUMBER') return { states: [0], value };
    if (kind === 'MULTI_CHOICE')
      return {
        states: Array.from({ length: columns }, (_, option) => Number(option === value || dice.chance(0.3))),
        value,
      };
    return { states: [kind === 'BOOLEAN' ? value % 2 : value], value };
  }
}

function attributesOf(dice: Dice, size: number): ReadonlyMap<string, Grouping> {
  const count = 1 + dice.below(3);
  return new Map(
    Array.from({ length: count }, (_, attribute) => {
      const values = 2 + dice.below(5);
      const isSkewed = dice.chance(0.5);
      const valueOf = Array.from({ length: size }, () => {
        const value = isSkewed ? Math.floor(values * dice.next() * dice.next()) : dice.below(values);
        return dice.chance(0.02) ? null : `v${value}`;
      });
      return [`a${attribute}`, groupingOf(valueOf)] as const;
    }),
  );
}

const keysOf = (questions: readonly Question[]): readonly { key: string; question: Question; option?: string }[] =>
  questions.flatMap((question) =>
    question.type === 'MULTI_CHOICE'
      ? question.scale.levels.map(({ code }) => ({ key: columnKey(question.code, code), question, option: code }))
      : [{ key: question.code, question }],
  );

function domainOf(kind: Kind, question: Question, option: string | undefined): readonly number[] {
  const count =
    option !== undefined || question.type === 'BOOLEAN'
      ? 2
      : question.type === 'NUMBER'
        ? 1
        : question.scale.levels.length;
  const levels = Array.from({ length: count }, (_, rank) => rank);
  const dontKnow = question.scale.missing.length > 0 ? [DONT_KNOW] : [];
  return [...levels, ...dontKnow, NO_ANSWER, ...(kind === 'FILTERED' && question.code === 'q' ? [SKIPPED] : [])];
}

/** @returns the same study for the same seed */
export function randomStudy(seed: number): RandomStudy {
  const study = new Study(seed);
  const { dice, size, kind, levels } = study;
  const groupings = attributesOf(dice, size);
  const roundCount = 2 + dice.below(2);
  const releaseCount = 1 + dice.below(3);
  const questions = questionsOf(kind, levels);
  const keyed = keysOf(questions);
  const sets = Array.from({ length: roundCount }, (_, round) => aSet(2017 + round, questions));
  const silent = dice.pick([0, 0, 0.05, 0.2]);
  const late = dice.pick([0, 0.03, 0.1, 0.2]);
  const corrected = dice.pick([0, 0.03, 0.1, 0.2]);
  const outside = dice.pick([0, 0, 0.05]);
  const byGroup = dice.pick([...groupings.values()]);
  const handedIn: number[][][] = [];
  // sheets[release][round][row]: null = no response
  const sheets: (Sheet | null)[][][] = Array.from({ length: releaseCount }, () => []);
  const members = Array.from({ length: roundCount }, () => Array.from({ length: size }, () => !dice.chance(outside)));
  for (let round = 0; round < roundCount; round += 1) {
    const usual = dice.below(levels);
    const usualOf = byGroup.values.map(() => (dice.chance(0.5) ? usual : dice.below(levels)));
    const unanimous = byGroup.values.map(() => dice.chance(0.25));
    const draw = (row: number): Sheet => {
      const group = byGroup.index[row]!;
      return study.sheet(usualOf[group]!, unanimous[group]!, keyed.length);
    };
    handedIn.push(Array.from({ length: size }, () => []));
    for (let row = 0; row < size; row += 1) {
      const first =
        !members[round]![row] || dice.chance(silent) ? releaseCount : dice.chance(late) ? 1 + dice.below(2) : 0;
      let sheet: Sheet | null = null;
      for (let release = 0; release < releaseCount; release += 1) {
        const handsIn = release === first || (sheet !== null && dice.chance(corrected));
        if (handsIn) {
          sheet = draw(row);
          handedIn[round]![row]!.push(release);
        }
        (sheets[release]![round] ??= []).push(sheet);
      }
    }
  }
  const columnsOf = (release: number, round: number): RoundColumns => {
    const columns = new Map<string, Column>();
    keyed.forEach(({ key, question, option }, position) => {
      const own = sheets[release]![round]!;
      const absent = (row: number): number => (members[round]![row] ? NO_RESPONSE : NOT_IN_PANEL);
      columns.set(key, {
        question,
        ...(option === undefined ? {} : { option }),
        states: Uint8Array.from(own, (sheet, row) => sheet?.states[position] ?? absent(row)),
        ...(question.type === 'NUMBER'
          ? { numbers: Float64Array.from(own, (sheet) => (sheet?.states[position] === 0 ? sheet.value : NaN)) }
          : {}),
      });
    });
    const set = sets[round]!;
    return { code: String(set.year), year: set.year, questionSet: set, size, columns };
  };
  return {
    seed,
    kind,
    size,
    policy: { smallestBase: dice.pick([2, 3, 3, 3, 4]), breakdowns: [...groupings.keys()] },
    releases: sheets.map((_, release) => ({
      rounds: sets.map((__, round) => columnsOf(release, round)),
      history: sets,
      groupings,
    })),
    columnKeys: keyed.map(({ key }) => key),
    domains: new Map(keyed.map(({ key, question, option }) => [key, domainOf(kind, question, option)])),
    handedIn,
  };
}

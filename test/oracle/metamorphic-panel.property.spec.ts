import { buildRoundColumns, carryOver } from '@reflexbogen/domain';
import type { MunicipalityInfo } from '@reflexbogen/domain';
import { columnInput, domainRound, sourceOf } from './domain-study.js';
import { CASES, checkChange } from './metamorphic-cases.js';
import { addSums, figuresOf, outcomesOf, roundsOf, sumsIn } from './metamorphic-figures.js';
import { randomSheet } from './random-study.js';
import type { RandomStudy } from './random-study.js';

const inSameChain = (all: readonly MunicipalityInfo[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ code, carriesOn }) => (typeof carriesOn === 'string' ? [code, carriesOn] : [])));

const part = (study: RandomStudy, isIn: (code: string) => boolean): RandomStudy => ({
  ...study,
  municipalities: study.municipalities.filter(({ code }) => isIn(code)),
  rounds: study.rounds.map((round) => ({
    ...round,
    handIns: round.handIns.filter(({ municipality }) => isIn(municipality)),
  })),
});

/** Columns without the function that patches them. */
const dataOf = ({ columns, size }: ReturnType<typeof domainRound>) => [
  size,
  [...columns].map(([key, { states, numbers }]) => [
    key,
    [...states],
    numbers === undefined ? null : [...numbers].map(String),
  ]),
];

describe('figures of random studies', () => {
  it('do not depend on the order of municipalities', () => {
    const checked = checkChange(1_000_000, (study, dice) => {
      const reordered = { ...study, municipalities: dice.shuffled(study.municipalities) };
      return {
        actual: [figuresOf(reordered), outcomesOf(reordered)],
        expected: [figuresOf(study), outcomesOf(study)],
      };
    });

    expect(checked).toBe(CASES);
  }, 600_000);

  it('do not depend on a municipality that is a member in neither round', () => {
    const checked = checkChange(2_000_000, (study, dice) => {
      const cause = dice.pick(['LEFT', 'MERGED', null] as const);
      const stranger: MunicipalityInfo = {
        ...{ id: 'id-stranger', code: 'stranger', name: 'stranger', officialKey: null },
        ...{ attributes: { region: 'elsewhere' }, attributesByRound: {}, memberFrom: null, memberTo: 2010 },
        ...{ joinedBecause: null, leftBecause: cause },
      };
      const added: RandomStudy = {
        ...study,
        municipalities: study.municipalities.toSpliced(dice.below(study.municipalities.length + 1), 0, stranger),
        filter: study.filter === null ? null : new Set([...study.filter, stranger.code]),
        rounds: study.rounds.map((round) => {
          const { questionSet } = round;
          const handIn = { municipality: stranger.code, questionSet, sheet: randomSheet(dice, questionSet) };
          return { ...round, handIns: [handIn, ...round.handIns] };
        }),
      };
      return { actual: figuresOf(added), expected: figuresOf(study) };
    });

    expect(checked).toBe(CASES);
  }, 600_000);

  it('are what they were after a correction and its reversal, loaded or followed', () => {
    const checked = checkChange(3_000_000, (study, dice) => {
      const round = dice.pick(roundsOf(study));
      if (round.handIns.length === 0) return null;
      const { municipality } = dice.pick(round.handIns);
      const original = round.handIns.findLast((handIn) => handIn.municipality === municipality)!;
      const correction = { ...original, sheet: randomSheet(dice, original.questionSet) };
      const corrected: RandomStudy = {
        ...study,
        rounds: study.rounds.map((each) =>
          each === round ? { ...each, handIns: [...each.handIns, correction, original] } : each,
        ),
      };
      const open = buildRoundColumns(carryOver(columnInput(study, round)));
      const row = carryOver({
        ...columnInput(study, round),
        submissions: [
          sourceOf(
            original,
            study.municipalities.findIndex(({ code }) => code === municipality),
          ),
        ],
      });
      for (const { municipalityIndex } of row.submissions) {
        open.apply(sourceOf(correction, municipalityIndex));
        open.apply(sourceOf(original, municipalityIndex));
      }
      return {
        actual: [figuresOf(corrected), dataOf(open)],
        expected: [figuresOf(study), dataOf(buildRoundColumns(carryOver(columnInput(study, round))))],
      };
    });

    expect(checked).toBe(CASES);
  }, 600_000);

  it('add up where the panel is split in two', () => {
    const checked = checkChange(4_000_000, (study, dice) => {
      const together = inSameChain(study.municipalities);
      const isLeft = dice.chance(0.5);
      const left = new Set(
        study.municipalities
          .filter(({ code }) => (together.has(code) ? isLeft : dice.chance(0.5)))
          .map(({ code }) => code),
      );
      const parts = [part(study, (code) => left.has(code)), part(study, (code) => !left.has(code))].map((each) =>
        sumsIn(figuresOf(each)),
      );
      return { actual: addSums(parts[0]!, parts[1]!), expected: sumsIn(figuresOf(study)) };
    });

    expect(checked).toBe(CASES);
  }, 600_000);
});

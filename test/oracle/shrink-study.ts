/** Makes a failing study as small as it stays failing, and puts it into words. */
import type { QuestionSet } from '@reflexbogen/domain';
import { differencesIn, type Coverage, type Difference } from './check-study.js';
import { aSet } from './random-sets.js';
import { randomStudy, type RandomStudy } from './random-study.js';

type Check = (study: RandomStudy) => readonly Difference[];

function withoutMunicipality(study: RandomStudy, code: string): RandomStudy {
  return {
    ...study,
    municipalities: study.municipalities
      .filter((each) => each.code !== code)
      .map((each) => (each.carriesOn === code ? { ...each, carriesOn: null } : each)),
    rounds: study.rounds.map((round) => ({
      ...round,
      handIns: round.handIns.filter(({ municipality }) => municipality !== code),
    })),
  };
}

/** Replaces every question set by another of the same id, wherever it is used. */
export function withSets(study: RandomStudy, change: (set: QuestionSet) => QuestionSet): RandomStudy {
  const changed = new Map(study.history.map((set) => [set.id, change(set)]));
  const of = (set: QuestionSet): QuestionSet => changed.get(set.id) ?? set;
  return {
    ...study,
    history: study.history.map(of),
    rounds: study.rounds.map((round) => ({
      ...round,
      questionSet: of(round.questionSet),
      handIns: round.handIns.map((handIn) => ({ ...handIn, questionSet: of(handIn.questionSet) })),
    })),
  };
}

function withoutQuestion(study: RandomStudy, code: string): RandomStudy {
  return withSets(study, ({ year, revision, questions }) =>
    aSet(
      year,
      revision,
      questions.filter((question) => question.code !== code),
    ),
  );
}

const isUsed = ({ rounds }: RandomStudy, { id }: QuestionSet): boolean =>
  rounds.some(
    ({ questionSet, handIns }) => questionSet.id === id || handIns.some((handIn) => handIn.questionSet.id === id),
  );

/** All studies that are one step smaller. */
function smaller(study: RandomStudy): readonly RandomStudy[] {
  const codes = new Set(study.history.flatMap(({ questions }) => questions.map(({ code }) => code)));
  return [
    ...study.municipalities.map(({ code }) => withoutMunicipality(study, code)),
    ...[...codes].map((code) => withoutQuestion(study, code)),
    ...study.rounds
      .filter(({ code }) => !study.pair.includes(code))
      .map((round) => ({ ...study, rounds: study.rounds.filter((each) => each !== round) })),
    ...study.history
      .filter((set) => !isUsed(study, set))
      .map((set) => ({ ...study, history: study.history.filter((each) => each !== set) })),
    ...(study.filter === null ? [] : [{ ...study, filter: null }]),
    ...study.rounds.flatMap((round, index) =>
      round.handIns.map((handIn) => ({
        ...study,
        rounds: study.rounds.with(index, { ...round, handIns: round.handIns.filter((each) => each !== handIn) }),
      })),
    ),
  ];
}

/** A study in which the check still fails, and in every smaller one passes. */
export function shrunk(study: RandomStudy, check: Check): RandomStudy {
  for (let current = study; ;) {
    const next = smaller(current).find((candidate) => check(candidate).length > 0);
    if (next === undefined) return current;
    current = next;
  }
}

/** Everything of a study that a reader needs to work the figure out on paper. */
function inWords({ seed, municipalities, history, rounds, pair, filter, series }: RandomStudy): string {
  const sets = history.map(({ id, questions }) => ({
    id,
    questions: questions.map(({ code, type, scale, since, text, tolerance, decimals, reportsChangeOf }) => ({
      ...{
        code,
        type,
        text: text.en,
        ordered: scale.ordered,
        levels: scale.levels.map((level) => level.code).join(' '),
      },
      ...{ missing: scale.missing.map((each) => `${each.code}=${each.kind}`).join(' '), since, tolerance, decimals },
      reportsChangeOf,
    })),
  }));
  const asked = rounds.map(({ code, year, questionSet, handIns }) => ({
    ...{ code, year, questionSet: questionSet.id },
    handIns: handIns.map(({ municipality, questionSet: { id }, sheet }) => ({
      municipality,
      id,
      ...Object.fromEntries(sheet),
    })),
  }));
  const members = municipalities.map(({ id: _, name: __, officialKey: ___, ...municipality }) => municipality);
  return [
    `seed ${seed}, rounds ${pair.join(' to ')}, series ${JSON.stringify(series)}, filter ${filter === null ? 'none' : [...filter].join(' ')}`,
    ...members.map((member) => JSON.stringify(member)),
    ...sets.map((set) => JSON.stringify(set)),
    ...asked.map((round) => JSON.stringify(round)),
  ].join('\n');
}

function differencesOrError(study: RandomStudy, check: Check): readonly Difference[] {
  try {
    return check(study);
  } catch (error) {
    // Whatever the domain throws on a valid study is a difference: the oracle has an answer.
    return [{ figure: 'error', domain: String(error), oracle: 'none' }];
  }
}

/**
 * Checks the studies of `count` seeds from `first` on.
 * @returns how many were checked
 * @throws Error that shows the smallest study of the first seed that differs
 */
export function checkStudies(
  first: number,
  count: number,
  coverage: Coverage,
  check: Check = (study) => differencesIn(study, coverage),
): number {
  let checked = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const study = randomStudy(seed);
    if (differencesOrError(study, check).length > 0) {
      const smallest = shrunk(study, (candidate) => differencesOrError(candidate, check));
      const differences = differencesOrError(smallest, check);
      const shown = differences.map(
        ({ figure, domain, oracle }) =>
          `${figure}\n  domain ${JSON.stringify(domain)}\n  oracle ${JSON.stringify(oracle)}`,
      );
      throw new Error(`${shown.slice(0, 5).join('\n')}\n${inWords(smallest)}`);
    }
    checked += 1;
  }
  return checked;
}

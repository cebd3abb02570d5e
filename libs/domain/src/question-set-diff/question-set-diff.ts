import { comparabilityOf } from '../comparison/comparability.js';
import { VERDICTS, type QuestionDefinition, type QuestionSet, type Verdict } from '../question-set/question-set.js';
import { longestCommonSubsequence } from './common-subsequence.js';
import { questionChange, scaleIn, type AskedQuestion, type QuestionChange } from './question-change.js';
import { wordDiff, type WordChange } from './word-diff.js';

/** A question that one set asks and the other does not. */
export interface ListedQuestion {
  readonly code: string;
  readonly section: string;
  readonly definition: QuestionDefinition;
}

/** A question that stands elsewhere. Where others came or went before it, it has not moved. */
export interface MovedQuestion {
  readonly code: string;
  readonly fromSection: string;
  readonly toSection: string;
  /** Position among the questions of the set, from 0, a grid counted once. */
  readonly fromPosition: number;
  readonly toPosition: number;
}

/** A section that is titled otherwise in one language. */
export interface SectionChange {
  readonly code: string;
  readonly locale: string;
  readonly words: readonly WordChange[];
}

/** What changed from one question set to another. */
export interface QuestionSetDiff {
  readonly from: Pick<QuestionSet, 'year' | 'revision'>;
  readonly to: Pick<QuestionSet, 'year' | 'revision'>;
  /** In the order of the later set. */
  readonly added: readonly ListedQuestion[];
  /** In the order of the earlier set. */
  readonly removed: readonly ListedQuestion[];
  readonly moved: readonly MovedQuestion[];
  readonly changed: readonly QuestionChange[];
  readonly sections: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly retitled: readonly SectionChange[];
  };
  /** Questions of both sets that read the same, wherever they stand. */
  readonly unchanged: number;
  /** Those of them whose series breaks all the same: by the designer's verdict, or by what a set in between asked. */
  readonly brokenUnchanged: readonly string[];
}

const askedIn = ({ document }: QuestionSet): ReadonlyMap<string, AskedQuestion & { readonly position: number }> => {
  const asked = new Map<string, AskedQuestion & { readonly position: number }>();
  for (const section of document.sections)
    for (const definition of section.questions)
      asked.set(definition.code, {
        definition,
        scale: scaleIn(document.scales, definition),
        section: section.code,
        position: asked.size,
      });
  return asked;
};

/** The codes under which a question is compared: for a grid those of its cells. */
const comparedCodes = (set: QuestionSet, code: string): readonly string[] =>
  set.byCode.has(code)
    ? [code]
    : set.questions.filter(({ grid }) => grid?.code === code).map((question) => question.code);

const isBefore = (a: QuestionSet, b: QuestionSet): boolean =>
  a.year < b.year || (a.year === b.year && a.revision < b.revision);

/**
 * The weakest verdict over the cells that both sets ask; null where they share none. Verdicts stand in the later set, whichever
 * way one looks.
 */
function verdictOf(code: string, from: QuestionSet, to: QuestionSet, history: readonly QuestionSet[]): Verdict | null {
  const [earlier, later] = isBefore(to, from) ? [to, from] : [from, to];
  const verdicts = comparedCodes(later, code).flatMap(
    (compared) => comparabilityOf(compared, earlier, later, history)?.verdict ?? [],
  );
  return verdicts.reduce<Verdict | null>(
    (weakest, verdict) =>
      weakest === null || VERDICTS.indexOf(verdict) > VERDICTS.indexOf(weakest) ? verdict : weakest,
    null,
  );
}

function movedBetween(before: ReturnType<typeof askedIn>, after: ReturnType<typeof askedIn>): readonly MovedQuestion[] {
  const common = [...before.keys()].filter((code) => after.has(code));
  const commonNow = [...after.keys()].filter((code) => before.has(code));
  const inOrder = new Set(longestCommonSubsequence(common, commonNow));
  return commonNow.flatMap((code) => {
    const [was, is] = [before.get(code), after.get(code)];
    if (was === undefined || is === undefined || (inOrder.has(code) && was.section === is.section)) return [];
    return [
      {
        code,
        fromSection: was.section,
        toSection: is.section,
        fromPosition: was.position,
        toPosition: is.position,
      },
    ];
  });
}

function sectionChanges(from: QuestionSet, to: QuestionSet): QuestionSetDiff['sections'] {
  const [before, after] = [from, to].map(
    ({ document }) => new Map(document.sections.map((section) => [section.code, section.title])),
  ) as [Map<string, Record<string, string>>, Map<string, Record<string, string>>];
  return {
    added: [...after.keys()].filter((code) => !before.has(code)),
    removed: [...before.keys()].filter((code) => !after.has(code)),
    retitled: [...after].flatMap(([code, title]) => {
      const was = before.get(code);
      if (was === undefined) return [];
      return [...new Set([...Object.keys(was), ...Object.keys(title)])]
        .sort()
        .filter((locale) => was[locale] !== title[locale])
        .map((locale) => ({ code, locale, words: wordDiff(was[locale] ?? '', title[locale] ?? '') }));
    }),
  };
}

/**
 * What changed from one question set to another, question by question: by code, so that a question that was moved or
 * reworded is still the same.
 * @param from the one side, as a rule the earlier set
 * @param to the other side, which may be a draft. Verdicts are the same whichever is the later
 * @param options.history the template's published sets, by which verdicts are found
 * @param options.defaultLocale language whose wording is a question's own; another is a translation of it
 * @returns everything that differs; the difference of a set with itself is empty. Total: never throws.
 */
export function diffQuestionSets(
  from: QuestionSet,
  to: QuestionSet,
  { history, defaultLocale = 'de' }: { readonly history: readonly QuestionSet[]; readonly defaultLocale?: string },
): QuestionSetDiff {
  const [before, after] = [askedIn(from), askedIn(to)];
  const listed = (these: ReturnType<typeof askedIn>, those: ReturnType<typeof askedIn>): readonly ListedQuestion[] =>
    [...these]
      .filter(([code]) => !those.has(code))
      .map(([code, { definition, section }]) => ({ code, section, definition }));
  const changed: QuestionChange[] = [];
  const brokenUnchanged: string[] = [];
  let unchanged = 0;
  const areNeighbours = !history.some(
    (set) => (isBefore(from, set) && isBefore(set, to)) || (isBefore(to, set) && isBefore(set, from)),
  );
  for (const [code, now] of after) {
    const was = before.get(code);
    if (was === undefined) continue;
    const change = questionChange(was, now, defaultLocale);
    if (change === null) {
      unchanged += 1;
      // What reads the same and says nothing else is IDENTICAL, unless it was something else in between.
      const saysNothing = was.definition.since === undefined && now.definition.since === undefined;
      if (!(areNeighbours && saysNothing) && verdictOf(code, from, to, history) === 'BREAK') brokenUnchanged.push(code);
      continue;
    }
    const verdict = verdictOf(code, from, to, history);
    changed.push({ ...change, verdict, breaksSeries: verdict === null || verdict === 'BREAK' });
  }
  return {
    from: { year: from.year, revision: from.revision },
    to: { year: to.year, revision: to.revision },
    added: listed(after, before),
    removed: listed(before, after),
    moved: movedBetween(before, after),
    changed,
    sections: sectionChanges(from, to),
    unchanged,
    brokenUnchanged,
  };
}

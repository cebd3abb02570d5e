import { localize, type AnswerValue, type Question, type Scale } from '@reflexbogen/domain';

/** One thing that can be chosen as the answer to a question. */
export interface Choice {
  readonly code: string;
  /** How it stands in the list, on one line. */
  readonly entry: string;
  readonly label: string;
  readonly value: AnswerValue;
}

/** The choices of a question: levels that are offered, then missing codes. */
export interface Choices {
  readonly all: readonly Choice[];
  /**
   * What a text chooses: an entry as the list has it, a code, or else an entry, code or label apart from case, blanks and kinds
   * of dashes.
   * @returns the choice; every choice that the text can mean, where these are several; none where it means nothing
   */
  readonly find: (text: string) => readonly Choice[];
  /** The same, but entries and codes alone, letter by letter. */
  readonly exact: (text: string) => Choice | undefined;
}

/** Longest label within an entry; what follows stands in the codebook, not in a drop-down list. */
const MAX_LABEL = 200;
/** What spreadsheets make of a truth. */
const TRUTHS: Readonly<Record<string, readonly string[]>> = {
  true: ['wahr', 'ja', 'yes'],
  false: ['falsch', 'nein', 'no'],
};

/** One choice out of the language of labels, by scale: sheets ask hundreds of questions on one scale. */
export type ChoicesOf = (question: Question) => Choices;

/**
 * The choices of every question in one language. An entry reads `code – label`, for BOOLEAN the label alone, for TEXT the code
 * alone (a text may say anything, only a code is no text). Where two entries, or an entry and another's code, would be the same,
 * all entries of that scale are codes alone: each entry chooses exactly one thing.
 */
export function choicesIn(locale: string): ChoicesOf {
  const known = new Map<Scale, Map<string, Choices>>();
  return (question) => {
    const byType = known.get(question.scale) ?? new Map<string, Choices>();
    known.set(question.scale, byType);
    const choices = byType.get(question.type) ?? choicesOf(question, locale);
    byType.set(question.type, choices);
    return choices;
  };
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function short(label: string): string {
  return label.length > MAX_LABEL ? `${label.slice(0, MAX_LABEL - 1).replace(/[\ud800-\udbff]$/, '')}…` : label;
}

/** A text apart from case, width, blanks and kinds of dashes: `4 - Groß` is `4 – groß`. */
const folded = (text: string): string =>
  onOneLine(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[‐‑‒–—−-]/g, '-'),
  ).replaceAll(/ ?- ?/g, '-');

const LEVEL_OF: Readonly<Record<Question['type'], ((code: string) => AnswerValue) | null>> = {
  SCALE: (level) => ({ kind: 'LEVEL', level }),
  CHOICE: (level) => ({ kind: 'LEVEL', level }),
  BOOLEAN: (level) => ({ kind: 'BOOLEAN', boolean: level === 'true' }),
  // Options stand in rows of their own; numbers and texts have no levels.
  MULTI_CHOICE: null,
  NUMBER: null,
  TEXT: null,
};

function choicesOf({ type, scale }: Question, locale: string): Choices {
  const level = LEVEL_OF[type];
  const levels =
    level === null
      ? []
      : scale.levels
          .filter(({ archived }) => archived !== true)
          .map(({ code, label }) => ({
            code,
            label: onOneLine(localize(label, locale)),
            value: level(code),
            isTruth: type === 'BOOLEAN',
          }));
  const plain = [
    ...levels,
    ...scale.missing.map(({ code, label }) => ({
      code,
      label: onOneLine(localize(label, locale)),
      value: { kind: 'MISSING', missing: code } as const,
      isTruth: false,
    })),
  ];
  const labelled = plain.map(({ code, label, isTruth }) => {
    if (type === 'TEXT' || label === '' || label === code) return code;
    return isTruth ? short(label) : `${code} – ${short(label)}`;
  });
  const owners = new Map(plain.map(({ code }, index) => [code, index]));
  const isClear =
    new Set(labelled).size === labelled.length &&
    labelled.every((entry, index) => (owners.get(entry) ?? index) === index);
  const all = plain.map(({ code, label, value }, index) => ({
    code,
    label,
    value,
    entry: isClear ? (labelled[index] ?? code) : code,
  }));
  return lookupOf(all, type);
}

function lookupOf(all: readonly Choice[], type: Question['type']): Choices {
  const byEntry = new Map(all.map((choice) => [choice.entry, choice]));
  const byCode = new Map(all.map((choice) => [choice.code, choice]));
  const byLabel = new Map<string, Set<Choice>>();
  const byName = new Map<string, Set<Choice>>();
  const name = (index: Map<string, Set<Choice>>, text: string, choice: Choice) => {
    const key = folded(text);
    index.set(key, (index.get(key) ?? new Set()).add(choice));
  };
  for (const choice of all) {
    if (choice.label !== '') name(byLabel, choice.label, choice);
    for (const text of [choice.entry, choice.code, choice.label]) if (text !== '') name(byName, text, choice);
    if (type === 'BOOLEAN' && choice.value.kind === 'BOOLEAN')
      for (const text of TRUTHS[choice.code] ?? []) name(byName, text, choice);
  }
  return {
    all,
    exact: (text) => byEntry.get(text) ?? byCode.get(text),
    find: (text) => {
      const trimmed = text.trim();
      const entry = byEntry.get(trimmed);
      if (entry !== undefined) return [entry];
      const code = byCode.get(trimmed);
      // Grades: the level with code 1 may be labelled 5. What is picked from the list is clear, a bare 5 is not.
      if (code !== undefined) return [...new Set([code, ...(byLabel.get(folded(trimmed)) ?? [])])];
      return [...(byName.get(folded(trimmed)) ?? [])];
    },
  };
}

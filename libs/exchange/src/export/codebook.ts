import { MISSING_KINDS, textIn, type Dataset, type MissingKind } from './dataset.js';

/** A line of the codebook: a variable, then its levels in scale order, then its own missing codes. */
export interface CodebookRow {
  readonly about: 'VARIABLE' | 'LEVEL' | 'MISSING';
  readonly variable: string;
  readonly question: string;
  readonly option: string | null;
  readonly revision: string;
  readonly type: string;
  /** LEVEL: whether the order of levels means something. */
  readonly ordered: boolean;
  /** Of the variable, the level or the missing code, in the data set's locale. */
  readonly label: string;
  /** Of the level or the missing code; null for the variable itself. */
  readonly code: string | null;
  /** Number that stands for the level in numeric files. */
  readonly value: number | null;
  readonly missing: MissingKind | null;
  readonly unit: string | null;
  readonly decimals: number | null;
}

/** The codebook of a data set, in order of its variables. Pure. */
export function codebookRows({ variables, locale }: Pick<Dataset, 'variables' | 'locale'>): readonly CodebookRow[] {
  return variables.flatMap((variable) => {
    const row: CodebookRow = {
      about: 'VARIABLE',
      variable: variable.name,
      question: variable.question,
      option: variable.option,
      revision: variable.revision,
      type: variable.type,
      ordered: variable.ordered,
      label: textIn(variable.label, locale),
      code: null,
      value: null,
      missing: null,
      unit: variable.unit === null ? null : textIn(variable.unit, locale),
      decimals: variable.decimals,
    };
    return [
      row,
      ...variable.levels.map(({ code, value, label }): CodebookRow => ({
        ...row,
        about: 'LEVEL',
        code,
        value,
        label: textIn(label, locale),
      })),
      ...variable.missing.map(({ code, kind, label }): CodebookRow => ({
        ...row,
        about: 'MISSING',
        code,
        missing: kind,
        label: textIn(label, locale),
      })),
    ];
  });
}

const MEANINGS: Readonly<Record<MissingKind, string>> = {
  NOT_ASKED: 'The question was not in the question set that was answered.',
  SKIPPED: 'A rule of the sheet hid the question.',
  NO_ANSWER: 'The question was shown and left empty.',
  DONT_KNOW: 'Answered with a missing code of the scale: not known.',
  REFUSED: 'Answered with a missing code of the scale: refused.',
  NOT_APPLICABLE: 'Answered with a missing code of the scale: does not apply.',
};

/** What each kind of missing value means, in the order of the numeric missing codes. */
export const missingKindRows = (): readonly { readonly kind: MissingKind; readonly meaning: string }[] =>
  MISSING_KINDS.map((kind) => ({ kind, meaning: MEANINGS[kind] }));

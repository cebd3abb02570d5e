import { matchesPattern, type QuestionSet } from '@reflexbogen/domain';
import { badInput } from '../graphql/api-error.js';

export interface QuestionSelection {
  readonly questions?: readonly string[] | null;
  readonly sections?: readonly string[] | null;
  readonly pattern?: string | null;
}

/**
 * Codes of the questions that all given selections leave, in the order of the later set; undefined without any selection.
 * @throws BAD_USER_INPUT for a section that neither set has
 */
export function questionCodes(
  { questions, sections, pattern }: QuestionSelection,
  from: QuestionSet,
  to: QuestionSet,
): readonly string[] | undefined {
  if (!sections && !pattern) return questions ?? undefined;
  const known = new Set([...to.document.sections, ...from.document.sections].map(({ code }) => code));
  const unknown = (sections ?? []).filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw badInput(
      `sections: neither round has a section ${unknown.join(', ')}; expected one of ${[...known].join(', ')}.`,
    );
  const wanted = questions ? new Set(questions) : null;
  const inSections = sections ? new Set(sections) : null;
  const codes = [to, from].flatMap((set) =>
    set.questions
      .filter(
        ({ code, grid, section }) =>
          (wanted === null || wanted.has(code) || (grid !== undefined && wanted.has(grid.code))) &&
          (inSections === null || inSections.has(section)) &&
          (!pattern || matchesPattern(pattern, code)),
      )
      .map(({ code }) => code),
  );
  return [...new Set(codes)];
}

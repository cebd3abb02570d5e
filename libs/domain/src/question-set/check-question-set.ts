import type { Scale } from '../scale/scale.js';
import { checkQuestion } from './check-question.js';
import { checkRules } from './check-rules.js';
import { checkScales } from './check-scales.js';
import { checkCode, checkText } from './check-texts.js';
import { cellCode } from './expand-questions.js';
import { FaultList, type DocumentPath, type QuestionSetFault } from './question-set-fault.js';
import type { QuestionDefinition, QuestionSetDocument } from './question-set.js';

/** Most questions of a set, grids counted with their cells. */
export const MAX_QUESTIONS = 2000;
/** Most scales of a set. */
export const MAX_SCALES = 500;

/**
 * Checks a question set as a document of its own.
 * @returns every fault, each with its path in the document; empty for a set that `prepareQuestionSet` can make ready. How
 *   the set compares with earlier ones is `checkAgainstPredecessors`'s. Total: never throws.
 */
export function checkQuestionSet(document: QuestionSetDocument): readonly QuestionSetFault[] {
  const list = new FaultList();
  checkIdentity(list, document);
  if (document.scales.length > MAX_SCALES)
    list.add('SCALE_COUNT', ['scales'], { count: document.scales.length, most: MAX_SCALES });
  checkScales(list, document.scales);
  const scales = new Map<string, Scale>(document.scales.map((scale) => [scale.code, scale]));
  const sections = new Set<string>();
  const questions = new Map<string, string>();
  document.sections.forEach((section, index) => {
    const path: DocumentPath = ['sections', index];
    checkCode(list, section.code, [...path, 'code']);
    checkText(list, section.title, [...path, 'title']);
    if (sections.has(section.code)) list.add('SECTION_TWICE', [...path, 'code'], { section: section.code });
    sections.add(section.code);
    section.questions.forEach((question, position) => {
      const at = [...path, 'questions', position];
      checkQuestion(list, document, scales, question, at);
      if (questions.size <= MAX_QUESTIONS) checkUnique(list, questions, question, at);
    });
  });
  if (questions.size === 0) list.add('NOTHING_ASKED', ['sections'], {});
  // The rest of an oversized set is not expanded: its rules would be checked against questions that nobody sees.
  if (questions.size > MAX_QUESTIONS) list.add('QUESTION_COUNT', ['sections'], { most: MAX_QUESTIONS });
  else checkRules(list, document);
  return list.faults;
}

function checkIdentity(list: FaultList, { year, revision }: QuestionSetDocument): void {
  if (!Number.isInteger(year) || year < 1900 || year > 9999)
    list.add('YEAR_RANGE', ['year'], { value: year, least: 1900, most: 9999 });
  if (!Number.isInteger(revision) || revision < 1 || revision > 9999)
    list.add('REVISION_RANGE', ['revision'], { value: revision, least: 1, most: 9999 });
}

/** Questions, grids and cells share one space of codes: a cell is a question like any other, and a selection may name a grid. */
function checkUnique(
  list: FaultList,
  known: Map<string, string>,
  question: QuestionDefinition,
  path: DocumentPath,
): void {
  const claim = (code: string, at: DocumentPath): boolean => {
    const owner = known.get(code);
    if (owner !== undefined) list.add('QUESTION_TWICE', at, { code, question: owner });
    else known.set(code, question.code);
    return known.size <= MAX_QUESTIONS;
  };
  if (!claim(question.code, [...path, 'code']) || question.type !== 'GRID') return;
  for (const [rowIndex, row] of (question.rows ?? []).entries())
    for (const column of question.columns ?? [])
      if (!claim(cellCode(question.code, row.code, column.code), [...path, 'rows', rowIndex, 'code'])) return;
}

import type { LocalizedText } from '../text/localized-text.js';
import { checkAgainstPredecessors } from './check-predecessors.js';
import { checkQuestionSet } from './check-question-set.js';
import { checkPreviousAnswers } from './check-rules.js';
import { cellCode } from './expand-questions.js';
import { FaultList, type DocumentPath, type QuestionSetFault } from './question-set-fault.js';
import type { QuestionDefinition, QuestionSet, QuestionSetDocument } from './question-set.js';

/** What publishing a set is checked against. */
export interface PublicationContext {
  /** The template's published sets. */
  readonly earlier: readonly QuestionSet[];
  /** Codes of questions that are archived: their codes are taken for ever. */
  readonly archived: ReadonlySet<string>;
  /** Languages in which every text must be there; none where the template requires none. */
  readonly locales: readonly string[];
}

/**
 * The publish gate, but for the modules (`checkModules`): everything that stands in the way, so that a designer sees it at
 * once.
 * @returns every fault with its path in the document; empty for a set that may be published. Total: never throws.
 */
export function checkPublication(
  document: QuestionSetDocument,
  { earlier, archived, locales }: PublicationContext,
): readonly QuestionSetFault[] {
  const faults = checkQuestionSet(document);
  const list = new FaultList();
  checkArchived(list, document, archived);
  checkPreviousAnswers(list, document, earlier);
  for (const { path, text } of textsOf(document)) checkTranslations(list, text, path, locales);
  return [...faults, ...checkAgainstPredecessors(document, earlier), ...list.faults];
}

function checkArchived(list: FaultList, document: QuestionSetDocument, archived: ReadonlySet<string>): void {
  document.sections.forEach((section, index) => {
    section.questions.forEach((question, position) => {
      const codes = [question.code, ...cellsOf(question)];
      const taken = codes.find((code) => archived.has(code));
      if (taken !== undefined)
        list.add('QUESTION_ARCHIVED', ['sections', index, 'questions', position, 'code'], { question: taken });
    });
  });
}

const cellsOf = ({ code, type, rows, columns }: QuestionDefinition): readonly string[] =>
  type !== 'GRID'
    ? []
    : (rows ?? []).flatMap((row) => (columns ?? []).map((column) => cellCode(code, row.code, column.code)));

function checkTranslations(list: FaultList, text: LocalizedText, path: DocumentPath, locales: readonly string[]): void {
  for (const locale of locales)
    if ((text[locale] ?? '').trim() === '') list.add('TRANSLATION_NEEDED', [...path, locale], { locale });
}

/** A text that somebody reads, with its place. */
export interface PlacedText {
  readonly path: DocumentPath;
  readonly text: LocalizedText;
}

/** Every text of a set in the order of the document. */
export function textsOf(document: QuestionSetDocument): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  const add = (text: LocalizedText | undefined, ...path: DocumentPath): void => {
    if (text !== undefined) texts.push({ path, text });
  };
  document.scales.forEach((scale, index) => {
    scale.levels.forEach(({ label }, rank) => add(label, 'scales', index, 'levels', rank, 'label'));
    scale.missing.forEach(({ label }, position) => add(label, 'scales', index, 'missing', position, 'label'));
  });
  document.sections.forEach((section, index) => {
    add(section.title, 'sections', index, 'title');
    section.questions.forEach((question, position) => {
      const path: DocumentPath = ['sections', index, 'questions', position];
      add(question.text, ...path, 'text');
      add(question.help, ...path, 'help');
      add(question.unit, ...path, 'unit');
      add(question.valid?.message, ...path, 'valid', 'message');
      add(question.plausible?.message, ...path, 'plausible', 'message');
      for (const axis of ['rows', 'columns'] as const)
        (question[axis] ?? []).forEach(({ text }, item) => add(text, ...path, axis, item, 'text'));
    });
  });
  return texts;
}

import { BOOLEAN_SCALE, type QuestionSetFault } from '@reflexbogen/domain';
import type { StoredQuestionSet } from '@reflexbogen/persistence';
import { faultError, type FaultError } from '../graphql/fault-error.js';
import { definitionParent } from './question.mapper.js';
import type { QuestionSetModel } from './question-set.model.js';

/** A fault of a document as an error of a mutation that took it in `at`. */
export const errorOf = <Code extends string>(
  fault: QuestionSetFault,
  code: Code,
  at: readonly string[] = ['input', 'document'],
): FaultError<Code> => faultError(fault, code, [...at, ...fault.path.map(String)]);

/** Parent of the schema's QuestionSet: what is worked out from the set when a query asks for it, without reading it again. */
export interface QuestionSetParent extends QuestionSetModel {
  readonly stored: StoredQuestionSet;
}

/**
 * A question set for the schema.
 * @param shown what it says
 * @param stored what is stored, where something else is shown
 */
export const questionSetParent = (shown: StoredQuestionSet, stored = shown): QuestionSetParent => ({
  stored,
  id: shown.id,
  template: shown.template,
  year: shown.document.year,
  revision: shown.document.revision,
  status: shown.status,
  version: shown.version,
  publishedAt: shown.publishedAt,
  contentHash: shown.contentHash,
  modules: shown.document.modules ?? [],
  sections: shown.document.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => definitionParent(question, shown.document, BOOLEAN_SCALE)),
  })),
});

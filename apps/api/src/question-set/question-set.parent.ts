import { BOOLEAN_SCALE, type QuestionSetFault } from '@reflexbogen/domain';
import type { StoredQuestionSet } from '@reflexbogen/persistence';
import { definitionParent } from './question.mapper.js';
import type { QuestionSetModel } from './question-set.model.js';

/** A fault of a document as an error of a mutation that took it in `at`. */
export const errorOf = <Code extends string>(
  fault: QuestionSetFault,
  code: Code,
  at: readonly string[] = ['input', 'document'],
) => ({
  code,
  message: fault.expected === undefined ? fault.message : `${fault.message} Expected: ${fault.expected}`,
  path: [...at, ...fault.path.map(String)],
});

/** A stored question set for the schema. */
export const questionSetParent = (stored: StoredQuestionSet): QuestionSetModel => ({
  id: stored.id,
  template: stored.template,
  year: stored.document.year,
  revision: stored.document.revision,
  status: stored.status,
  version: stored.version,
  publishedAt: stored.publishedAt,
  contentHash: stored.contentHash,
  modules: stored.document.modules ?? [],
  sections: stored.document.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => definitionParent(question, stored.document, BOOLEAN_SCALE)),
  })),
});

/**
 * Everything that decides whether a draft can be saved, and how two designers' edits are merged, for programs in which drafts are
 * written. libs/client compiles this file and what it imports into its own package: the very code that the service runs.
 */
export { MAX_TEXT } from '../answer/check-answer.js';
export { checkQuestionSet } from '../question-set/check-question-set.js';
export { checkSharedScale } from '../question-set/check-shared-scale.js';
export { cellCode, prepareQuestionSet } from '../question-set/expand-questions.js';
export type {
  AnswerCheck,
  GridAxisItem,
  Question,
  QuestionDefinition,
  QuestionSet,
  QuestionSetDocument,
  QuestionType,
  SectionDefinition,
  Since,
  Verdict,
} from '../question-set/question-set.js';
export { VERDICTS } from '../question-set/question-set.js';
export { FAULT_REASONS, type FaultReason } from '../question-set/fault-reasons.js';
export type { DocumentPath, QuestionSetFault, QuestionSetFaultCode } from '../question-set/question-set-fault.js';
export { PRIOR_POLICIES, type PriorPolicy } from '../question-set/prior-policy.js';
export type { AnswerValue } from '../answer/answer-value.js';
export { checkAnswers, type UnmetCheck } from '../response/answer-checks.js';
export { visibilityOf, type Visibility } from '../response/visibility.js';
export { instantsOf, STUDY_ZONE, wallTimeAt } from '../round/wall-clock.js';
export type { Direction, Level, MissingCode, MissingKind, Polarity, Scale } from '../scale/scale.js';
export { localize, type LocalizedText } from '../text/localized-text.js';
export { fill, type TemplateValues } from '../text/sentence-template.js';
export { documentOf, fieldPath, fieldsOf } from './document-fields.js';
export { changedFields, mergeDocuments, type FieldConflict, type FieldDifference } from './merge-documents.js';
export { disputesOf, resolveConflicts, type Dispute, type Whose } from './resolve-conflicts.js';

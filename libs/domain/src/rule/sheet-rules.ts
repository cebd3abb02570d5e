/**
 * Everything that decides what a sheet asks and whether it can be handed in, for programs that show it while it is filled in.
 * libs/client compiles this file and what it imports into its own package: the very code that the service runs.
 */
export type { AnswerValue } from '../answer/answer-value.js';
export { prepareQuestionSet } from '../question-set/expand-questions.js';
export type {
  AnswerCheck,
  Question,
  QuestionDefinition,
  QuestionSet,
  QuestionSetDocument,
  SectionDefinition,
} from '../question-set/question-set.js';
export { checkAnswers, hasChecks, previousQuestionsOf, type UnmetCheck } from '../response/answer-checks.js';
export {
  checkSubmission,
  type SubmissionContext,
  type SubmissionFault,
  type SubmissionFaultCode,
} from '../response/check-submission.js';
export { hasRules, progressOf, visibilityOf, type Progress, type Visibility } from '../response/visibility.js';
export type { Level, MissingCode, Scale } from '../scale/scale.js';
export { localize, type LocalizedText } from '../text/localized-text.js';
export { MAX_RULE_LENGTH } from './rule-language.js';
export {
  compileRule,
  decideRule,
  evaluateRule,
  type AnswerSource,
  type CompiledRule,
  type RuleFault,
  type RuleScope,
} from './rule.js';
// Its words are beside the checks of drafts: whoever fills in a sheet loads none of them.
export type { RuleFaultCode, RuleReason } from './rule-reasons.js';

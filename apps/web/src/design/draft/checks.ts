// The checks of drafts, with the language of rules: a chunk of its own, for those who edit.
export { checkQuestionSet } from '@reflexbogen/client/design';

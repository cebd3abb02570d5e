const LANGUAGES = 'One text in the languages of its document: read with the document, which is one value.';
const DOCUMENT = 'Part of a question set, which is read whole in one statement.';
const TABLE = 'Read off the transition table of one question, which is in memory.';
const REASONS = 'One of each reason or stage, of which the schema names a handful.';
const PATH = 'Where in the input something is wrong.';
const CALLER = "What the caller's own token says.";
const WORDS = 'Computed from two wordings of one question.';

/** Lists that nothing makes as long as the others, and why: they hold what was read with their parent, whatever there is of it. */
export const BOUNDED: ReadonlyMap<string, string> = new Map([
  ['Query.signInMethods', 'As many as there are ways to sign in, of which the schema names a handful.'],
  ['ApiToken.roles', 'As many as there are roles.'],
  ['Viewer.roles', CALLER],
  ['Viewer.studies', CALLER],
  ['ViewerScopes.all', CALLER],
  ['CompletionGroup.counts', REASONS],
  ['MovedFigure.moves', REASONS],
  ['LevelShare.exclusions', REASONS],
  ['Tally.exclusions', REASONS],
  ['Delta.notes', REASONS],
  ['FigureMove.municipalities', 'At most a hundred, named from the panel of a freeze, which is one row.'],
  ['CrossedGroup.transitions', TABLE],
  ['DeltaGroup.transitions', TABLE],
  ['CrossedGroup.values', 'One for each attribute that was asked for, at most four.'],
  ['PreviewError.path', PATH],
  ['PublishQuestionSetError.path', PATH],
  ['FaultParticulars.parameters', 'One for each name in one sentence.'],
  ['QuestionChange.aspects', WORDS],
  ['QuestionChange.fields', WORDS],
  ['QuestionChange.texts', WORDS],
  ['SectionTitleChange.words', WORDS],
  ['TextChange.words', WORDS],
  ['VerdictProposal.recode', WORDS],
  ['Question.columns', DOCUMENT],
  ['Question.rows', DOCUMENT],
  ['Since.recode', DOCUMENT],
  ['Scale.missing', 'At most forty, in a question set, which is read whole in one statement.'],
  ['LevelsValue.levels', 'The levels that one answer names, kept in it.'],
  ['AnswerCheck.translations', LANGUAGES],
  ['GridAxisItem.translations', LANGUAGES],
  ['Level.translations', LANGUAGES],
  ['MissingCode.translations', LANGUAGES],
  ['Question.helpTranslations', LANGUAGES],
  ['Question.translations', LANGUAGES],
  ['Question.unitTranslations', LANGUAGES],
  ['Section.translations', LANGUAGES],
]);

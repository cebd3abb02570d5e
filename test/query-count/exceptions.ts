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

const ONE_ERROR = 'One at a time: the first thing that is in the way.';
const ONE_FILE = 'Read from one file in memory, without a statement.';

/** The same of lists below mutations and subscriptions; `path` of an error is where in the input it is. */
export const BOUNDED_BELOW_ACTS: ReadonlyMap<string, string> = new Map([
  ...[
    'ArchiveQuestionsPayload',
    'ChangeWindowPayload',
    'CorrectRoundPayload',
    'CreateApiTokenPayload',
    'DraftQuestionSetPayload',
    'ErasePersonPayload',
    'ExportDataPayload',
    'ExportStudyPayload',
    'ExtensionPayload',
    'ImportStudyPayload',
    'InvitationPayload',
    'IssueDevelopmentTokenPayload',
    'OpenRoundPayload',
    'PlanRoundPayload',
    'ReadQuestionnairePayload',
    'ReadSheetFilePayload',
    'RedeemSignInLinkPayload',
    'ReleaseFreezePayload',
    'RequestSignInLinkPayload',
    'RequireLocalesPayload',
    'RetryJobPayload',
    'RetryMailPayload',
    'ReviewPayload',
    'RevokeApiTokenPayload',
    'SaveDepartmentPayload',
    'SaveSharedScalePayload',
    'SetDisclosurePolicyPayload',
    'TakeFreezePayload',
    'UpdateSectionPayload',
  ].map((type) => [`${type}.errors`, ONE_ERROR] as const),
  ['AccountPayload.errors', 'One for each role, of which a person has at most fifty.'],
  ['RequireLocalesPayload.locales', 'At most fifty.'],
  ['PlanRoundPayload.carriedOver', REASONS],
  ['CarriedOver.parameters', 'What one sentence names.'],
  ['ReadQuestionnairePayload.merged', 'As SaveQuestionSetPayload.merged: the same save.'],
  ['ReadQuestionnairePayload.notTakenOver', ONE_FILE],
  ['ReadSheetFilePayload.ignored', ONE_FILE],
  [
    'ReadSheetFilePayload.conflicts',
    'What somebody saves while the file is read; as SaveAnswersPayload.conflicts, the same save.',
  ],
]);

/** Acts whose statements grow with what they do, by how much for each, and why. */
export const GROWING: ReadonlyMap<string, { readonly each: number; readonly why: string }> = new Map([
  [
    'sendInvitations',
    {
      each: 7,
      why: 'A transaction for each sheet: what was interrupted goes on where it stopped (invitation.service.ts).',
    },
  ],
]);

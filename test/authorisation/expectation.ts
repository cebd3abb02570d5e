/**
 * Who may do what, written by hand from what each role is for (docs/access.md) and never from the rules in the code.
 * A cell is one letter:
 *   `+` gets past every rule of access    `-` refused: the role is not meant to (FORBIDDEN)
 *   `u` refused: nobody is signed in      `0` sees nothing there (null, or NOT_FOUND), as if it did not exist
 */
export const CALLERS = [
  'nobody',
  'admin',
  'designer',
  'reviewer',
  'analyst',
  'respondent',
  'neighbour',
  'admin elsewhere',
  'designer elsewhere',
  'reviewer elsewhere',
  'analyst elsewhere',
  'respondent elsewhere',
] as const;
export type Caller = (typeof CALLERS)[number];

/** In the order of CALLERS: nobody | the five of the study, `respondent` of the sheet's municipality | another municipality of it | the five of another study. */
type Line = `${string} ${string} ${string} ${string}`;

/** Every root field of the schema. */
export const WHO: Readonly<Record<string, Line>> = {
  // Of oneself, and ways in.
  viewer: '0 +++++ + +++++',
  signInMethods: '+ +++++ + +++++',
  issueDevelopmentToken: '+ +++++ + +++++',
  requestSignInLink: '+ +++++ + +++++',
  redeemSignInLink: '+ +++++ + +++++',
  createApiToken: 'u +++++ + +++++',
  revokeApiToken: 'u 00000 0 00000',
  myApiTokens: 'u +++++ + +++++',
  personalData: 'u +++++ + +++++',

  // Persons and their rights: administrators, and only of persons all of whose rights they can see.
  accounts: 'u +---- - +----',
  account: 'u +---- - 0----',
  savePerson: 'u +---- - +----',
  disablePerson: 'u +---- - 0----',
  enablePerson: 'u +---- - 0----',
  endSessions: 'u +0000 0 00000',
  erasePerson: 'u +---- - 0----',

  // Design. Templates belong to no study: whoever designs anywhere may design.
  template: 'u ++--- - ++---',
  templates: 'u ++--- - ++---',
  questionSet: 'u ++--- - ++---',
  questionSetDiff: 'u ++-+- - ++-+-',
  previewSheet: 'u ++--- - ++---',
  sharedScales: 'u ++--- - ++---',
  draftQuestionSet: 'u ++--- - ++---',
  saveQuestionSet: 'u ++--- - ++---',
  publishQuestionSet: 'u ++--- - ++---',
  restoreQuestionSet: 'u ++--- - ++---',
  readQuestionnaire: 'u ++--- - ++---',
  publishModule: 'u ++--- - ++---',
  archiveQuestions: 'u ++--- - ++---',
  requireLocales: 'u ++--- - ++---',
  saveSharedScale: 'u ++--- - ++---',

  // Studies and rounds.
  studies: 'u +++++ + +++++',
  study: 'u +++++ + 00000',
  roundTypes: 'u ++-+- - 00-0-',
  openRound: 'u ++--- - 00---',
  planRound: 'u ++--- - 00---',
  correctRound: 'u ++--- - 00---',
  changePanel: 'u ++--- - 00---',
  moveWindow: 'u +++-- - 000--',
  closeRound: 'u +++-- - 000--',
  completion: 'u +-+-- - 0-0--',
  completionChanged: 'u +-+-- - 0-0--',
  importStudy: 'u ++--- - ++---',
  import: 'u 00--- - 00---',

  // Mails and jobs.
  sendInvitations: 'u +-+-- - 0-0--',
  sendReminders: 'u +-+-- - 0-0--',
  mailPreview: 'u +-+-- - 0-0--',
  mails: 'u +-+-- - 0-0--',
  retryMail: 'u 0-0-- - 0-0--',
  deadJobs: 'u +---- - +----',
  retryJob: 'u 0---- - 0----',

  // Sheets: the municipality of the sheet, and who runs the round.
  mySheet: 'u ----+ + ----0',
  sheet: 'u +-+-- - 0-0--',
  sheetQueries: 'u +-+-+ 0 0-0-0',
  sheetEvents: 'u +-+-+ 0 0-0-0',
  answerRevisions: 'u +-+-+ 0 0-0-0',
  submissions: 'u +-+-+ 0 0-0-0',
  submissionDifferences: 'u +-+-+ 0 0-0-0',
  verifyReceipt: 'u +-+-+ 0 0-0-0',
  sheetFile: 'u +-+-+ 0 0-0-0',
  departments: 'u +-+-+ 0 0-0-0',
  saveDepartment: 'u +-+-+ 0 0-0-0',
  saveAnswers: 'u +-+-+ 0 0-0-0',
  submitResponse: 'u +-+-+ 0 0-0-0',
  readSheetFile: 'u +-+-+ 0 0-0-0',
  updateSection: 'u +-+-+ 0 0-0-0',
  announcePresence: 'u +-+-+ 0 0-0-0',
  answerQuery: 'u +-+-+ 0 0-0-0',
  sheetChanged: 'u +-+-+ 0 0-0-0',
  presenceChanged: 'u +-+-+ 0 0-0-0',
  returnResponse: 'u +-+-- - 0-0--',
  acceptResponse: 'u +-+-- - 0-0--',
  openQuery: 'u +-+-- - 0-0--',
  askAgain: 'u +-+-- - 0-0--',
  closeQuery: 'u +-+-- - 0-0--',
  grantExtension: 'u +-+-- - 0-0--',
  withdrawExtension: 'u +-+-- - 0-0--',

  // Figures, and what pins and protects them.
  comparison: 'u ++-+- - 00-0-',
  series: 'u ++-+- - 00-0-',
  allSeries: 'u ++-+- - 00-0-',
  freezeDiff: 'u ++-+- - 00-0-',
  takeFreeze: 'u ++-+- - 00-0-',
  releaseFreeze: 'u ++--- - 00---',
  setDisclosurePolicy: 'u ++--- - 00---',
  exportStudy: 'u +--+- - 0--0-',
  exportData: 'u +--+- - 0--0-',
  dataExport: 'u 0--0- - 0--0-',

  // The audit.
  verifyAudit: 'u +---- - 0----',
  signCheckpoint: 'u +---- - 0----',
};

/** States of a sheet, in the order of the lines below; LATE: a draft whose window has closed. */
export const STATES = ['NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'LATE'] as const;
export type State = (typeof STATES)[number];

/**
 * What those who get past access may do in which state: `+` done, `x` refused with what stands against it named:
 * the state, the window, an answer that is missing, that the signatory hands in; `0` nothing there yet.
 * By who acts: the municipality's signatory, somebody else of the municipality, the staff (reviewer and administrator).
 */
export const WHEN: Readonly<
  Record<string, { readonly signatory: string; readonly colleague: string; readonly staff: string }>
> = {
  // Two submissions are compared: before the first there is nothing to see.
  submissionDifferences: { signatory: '00+++0', colleague: '00+++0', staff: '00+++0' },
  saveAnswers: { signatory: '++x+xx', colleague: '++x+xx', staff: '++x+xx' },
  submitResponse: { signatory: 'x+x+xx', colleague: 'xxxxxx', staff: 'x+x+xx' },
  updateSection: { signatory: '++x+xx', colleague: '++x+xx', staff: '++x+xx' },
  returnResponse: { signatory: '------', colleague: '------', staff: 'xx+x+x' },
  acceptResponse: { signatory: '------', colleague: '------', staff: 'xx+xxx' },
  openQuery: { signatory: '------', colleague: '------', staff: 'xx++xx' },
  grantExtension: { signatory: '------', colleague: '------', staff: '++++++' },
};

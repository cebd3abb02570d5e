import { everyone, only, withParent, type TypeRules } from './access-rule.js';
import { Role } from './actor.js';

const { ADMIN, DESIGNER, RESPONDENT, ANALYST } = Role;
const staff = only(ADMIN, DESIGNER, ANALYST);
const anyone = only(ADMIN, DESIGNER, ANALYST, RESPONDENT);
const mutationError = withParent('code', 'message', 'path');
const answerValue = withParent('canonical', 'label');
const edges = withParent('edges', 'pageInfo', 'totalCount');

/**
 * Who may read which field: one page, so that it can be reviewed as the authorisation table it is. A field that is
 * missing here is not served at all (access-transform.ts). Which rows somebody sees within a field is decided by the
 * services from the studies and the municipality in the token.
 */
export const ACCESS_RULES: Readonly<Record<string, TypeRules>> = {
  Query: {
    viewer: everyone,
    template: only(ADMIN, DESIGNER),
    questionSet: only(ADMIN, DESIGNER),
    studies: anyone,
    study: anyone,
    comparison: only(ADMIN, DESIGNER, ANALYST),
    series: only(ADMIN, DESIGNER, ANALYST),
    mySheet: only(RESPONDENT),
    import: only(ADMIN, DESIGNER),
  },
  Mutation: {
    issueDevelopmentToken: everyone,
    draftQuestionSet: only(ADMIN, DESIGNER),
    saveQuestionSet: only(ADMIN, DESIGNER),
    publishQuestionSet: only(ADMIN, DESIGNER),
    openRound: only(ADMIN, DESIGNER),
    saveAnswers: only(RESPONDENT),
    submitResponse: only(RESPONDENT),
    importStudy: only(ADMIN, DESIGNER),
    exportStudy: only(ADMIN, ANALYST),
  },

  Viewer: withParent('name', 'roles', 'studies', 'municipality'),
  IssueDevelopmentTokenPayload: withParent('token', 'expiresAt', 'errors'),
  IssueDevelopmentTokenError: mutationError,
  Translation: withParent('locale', 'text'),
  PageInfo: withParent('hasNextPage', 'endCursor'),

  Template: { ...withParent('slug', 'title'), questionSets: only(ADMIN, DESIGNER) },
  QuestionSet: withParent('id', 'year', 'revision', 'status', 'version', 'publishedAt', 'contentHash', 'sections'),
  Section: withParent('code', 'title', 'translations', 'questions'),
  Question: withParent(
    'code', 'type', 'text', 'help', 'unit', 'translations', 'required', 'scale', 'visibleIf', 'requiredIf', 'since',
    'reportsChangeOf', 'min', 'max', 'decimals', 'toleranceAbsolute', 'tolerancePercent', 'polarity', 'grid', 'rows', 'columns',
  ),
  Scale: withParent('code', 'ordered', 'levels', 'boxes', 'polarity', 'missing'),
  Level: withParent('code', 'label', 'translations', 'direction'),
  MissingCode: withParent('code', 'label', 'translations', 'kind'),
  Box: withParent('name', 'levels'),
  GridCell: withParent('code', 'row', 'column'),
  GridAxisItem: withParent('code', 'text', 'translations'),
  Since: withParent('year', 'revision', 'verdict', 'recode', 'note'),
  LevelMapping: withParent('from', 'to'),
  ReportedChange: withParent('question', 'since'),
  DraftQuestionSetPayload: withParent('questionSet', 'errors'),
  DraftQuestionSetError: mutationError,
  SaveQuestionSetPayload: withParent('questionSet', 'errors'),
  SaveQuestionSetError: mutationError,
  PublishQuestionSetPayload: withParent('questionSet', 'errors'),
  PublishQuestionSetError: mutationError,

  Study: { ...withParent('slug', 'title', 'description', 'defaultLocale', 'attributes', 'rounds'), municipalities: staff },
  Attribute: withParent('code', 'label', 'values'),
  AttributeValue: withParent('code', 'label'),
  Municipality: withParent('code', 'name', 'officialKey', 'attributes'),
  MunicipalityAttribute: withParent('attribute', 'round', 'value'),
  MunicipalityConnection: edges,
  MunicipalityEdge: withParent('cursor', 'node'),
  Round: withParent('code', 'year', 'status', 'opensAt', 'closesAt', 'questionSet'),
  OpenRoundPayload: withParent('round', 'errors'),
  OpenRoundError: mutationError,

  Sheet: withParent('response', 'round', 'sections', 'progress'),
  SheetSection: withParent('code', 'title', 'questions'),
  SheetQuestion: withParent('question', 'visible', 'required', 'answer', 'previous'),
  SheetAnswer: withParent('value', 'comment', 'revision', 'savedAt', 'savedBy'),
  SheetProgress: withParent('answered', 'required', 'total'),
  PreviousAnswer: withParent('round', 'value', 'comparability'),
  Person: withParent('name'),
  Response: withParent('id', 'status', 'version', 'submittedAt', 'receipt'),
  AnswerValue: answerValue,
  LevelValue: { ...answerValue, ...withParent('level') },
  LevelsValue: { ...answerValue, ...withParent('levels') },
  NumberValue: { ...answerValue, ...withParent('number') },
  BooleanValue: { ...answerValue, ...withParent('boolean') },
  TextValue: { ...answerValue, ...withParent('text') },
  MissingValue: { ...answerValue, ...withParent('missing', 'kind') },
  SaveAnswersPayload: withParent('response', 'saved', 'conflicts', 'errors'),
  SaveAnswersError: mutationError,
  SavedAnswer: withParent('question', 'revision'),
  AnswerConflict: withParent('question', 'yours', 'theirs', 'revision', 'savedBy', 'savedAt'),
  SubmitResponsePayload: withParent('response', 'errors'),
  SubmitResponseError: mutationError,

  Comparison: withParent('from', 'to', 'panelSize', 'deltas'),
  Delta: withParent(
    'question', 'option', 'basis', 'comparability', 'notes', 'polarity', 'tally', 'transitions', 'levelShare', 'groups',
    'municipalities', 'sentence',
  ),
  DeltaOption: withParent('code', 'label'),
  Tally: withParent('increased', 'decreased', 'unchanged', 'changed', 'comparable', 'excluded', 'exclusions'),
  Exclusion: withParent('reason', 'count'),
  Transition: withParent('from', 'to', 'count'),
  LevelShare: withParent('count', 'of', 'exclusions'),
  DeltaGroup: withParent('value', 'suppressed', 'tally', 'transitions'),
  DeltaMunicipality: withParent('municipality', 'from', 'to', 'direction', 'exclusion'),
  DeltaMunicipalityConnection: edges,
  DeltaMunicipalityEdge: withParent('cursor', 'node'),
  Series: withParent('question', 'points'),
  SeriesPoint: withParent('round', 'comparability', 'levelShare', 'distribution', 'tally'),
  LevelCount: withParent('value', 'count'),

  Import: withParent(
    'id', 'status', 'dryRun', 'percent', 'study', 'unchanged', 'municipalities', 'submissions', 'answers', 'faultCount', 'faults',
  ),
  PackageFault: withParent('code', 'file', 'line', 'column', 'message', 'expected'),
  ImportStudyPayload: withParent('import', 'errors'),
  ImportStudyError: mutationError,
  ExportStudyPayload: withParent('downloadPath', 'errors'),
  ExportStudyError: mutationError,
};

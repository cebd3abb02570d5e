import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What the operations act on. */
export interface World {
  readonly study: string;
  readonly round: string;
  readonly municipality: string;
  readonly response: string;
  /** A question set that is a draft, and one that is published. */
  readonly draft: string;
  readonly published: string;
  /** A person whom only the study's administrator may see. */
  readonly person: string;
  readonly receipt: string;
  /** Keeps what acts write apart. */
  readonly unique: () => string;
}

type Variables = Readonly<Record<string, unknown>>;
const NOTHING = '00000000-0000-4000-8000-000000000000';
const LATER = '2098-01-01T00:00:00Z';

const text = (words: string) => [{ locale: 'de', text: words }];
const window = ({ study, round }: World) => ({ study, round, reason: 'Matrix' });

/**
 * The least that each operation takes. Where an act would leave more behind than a row, it is wrong in a way that is looked at
 * after the rules of access: what it meets then is an error of the matter, and shows that access let it pass.
 */
export const VARIABLES: Readonly<Record<string, (world: World) => Variables>> = {
  viewer: () => ({}),
  signInMethods: () => ({}),
  issueDevelopmentToken: () => ({ input: { role: 'ANALYST' } }),
  requestSignInLink: () => ({ input: { email: 'nobody@example.org' } }),
  redeemSignInLink: () => ({ input: { secret: 'x' } }),
  createApiToken: () => ({ input: { name: 'Matrix', access: 'READ', expiresInDays: 1, roles: ['ADMIN'] } }),
  revokeApiToken: () => ({ input: { id: NOTHING } }),
  myApiTokens: () => ({}),
  personalData: () => ({}),
  accounts: () => ({ first: 1 }),
  account: ({ person }) => ({ id: person }),
  savePerson: () => ({
    input: { name: 'Matrix', email: 'matrix@example.org', roles: [{ role: 'ANALYST', study: 'none' }] },
  }),
  disablePerson: ({ person }) => ({ input: { id: person } }),
  enablePerson: ({ person }) => ({ input: { id: person } }),
  endSessions: ({ person }) => ({ input: { id: person } }),
  erasePerson: ({ person }) => ({ input: { person, reason: 'Matrix' } }),
  template: () => ({ slug: 'pilot-sheet' }),
  templates: () => ({}),
  questionSet: ({ draft }) => ({ id: draft }),
  questionSetDiff: ({ draft, published }) => ({ from: published, to: draft }),
  previewSheet: ({ published }) => ({ input: { questionSet: published, answers: [] } }),
  sharedScales: () => ({}),
  draftQuestionSet: () => ({ input: { template: 'none', year: 2040 } }),
  saveQuestionSet: ({ draft }) => ({ input: { id: draft, version: 99, document: { sections: [], scales: [] } } }),
  publishQuestionSet: ({ draft }) => ({ input: { id: draft, version: 99 } }),
  restoreQuestionSet: ({ draft }) => ({ input: { id: draft, version: 99, to: 1 } }),
  readQuestionnaire: ({ draft }) => ({ input: { id: draft, version: 99, format: 'YAML', upload: NOTHING } }),
  publishModule: () => ({
    input: { template: 'pilot-sheet', code: 'matrix', title: text('x'), sections: [], scales: [] },
  }),
  archiveQuestions: () => ({ input: { template: 'pilot-sheet', questions: [] } }),
  requireLocales: () => ({ input: { template: 'pilot-sheet', locales: ['de'] } }),
  saveSharedScale: () => ({
    input: { revision: 99, scale: { code: 'matrix', ordered: true, levels: [{ code: '1', label: text('x') }] } },
  }),
  studies: () => ({}),
  study: ({ study }) => ({ slug: study }),
  roundTypes: ({ study, round }) => ({ study, round }),
  openRound: ({ study, published }) => ({
    input: { study, code: 'x', questionSet: published, closesAt: '1990-01-01T00:00:00Z' },
  }),
  planRound: ({ study, published, round }) => ({
    input: { study, code: round, basedOn: round, questionSet: published },
  }),
  correctRound: ({ study, round, published }) => ({ input: { study, round, questionSet: published } }),
  changePanel: ({ study }) => ({
    input: { study, changes: [{ join: { municipality: { code: 'a', name: 'Matrix', attributes: [] }, year: 2030 } }] },
  }),
  moveWindow: (world) => ({ input: { ...window(world), opensAt: LATER, closesAt: '1990-01-01T00:00:00Z' } }),
  // One that is closed: nobody closes it again.
  closeRound: (world) => ({ input: { ...window(world), round: '2031' } }),
  completion: ({ study, round }) => ({ study, round, first: 1 }),
  completionChanged: ({ study, round }) => ({ study, round, first: 1 }),
  importStudy: () => ({ input: { upload: NOTHING } }),
  import: () => ({ id: NOTHING }),
  sendInvitations: ({ study, round }) => ({ input: { study, round, municipalities: [] } }),
  sendReminders: ({ study, round }) => ({ input: { study, round } }),
  mailPreview: ({ study, round }) => ({ study, round, kind: 'INVITATION', first: 1 }),
  mails: ({ study }) => ({ study, first: 1 }),
  retryMail: () => ({ input: { mail: NOTHING } }),
  deadJobs: () => ({ first: 1 }),
  retryJob: () => ({ input: { job: NOTHING } }),
  mySheet: ({ study, round }) => ({ study, round }),
  sheet: ({ study, round, municipality }) => ({ study, round, municipality }),
  sheetQueries: ({ response }) => ({ response }),
  sheetEvents: ({ response }) => ({ response, first: 10 }),
  answerRevisions: ({ response }) => ({ response, question: 'housing' }),
  submissions: ({ response }) => ({ response }),
  submissionDifferences: ({ response }) => ({ response, from: 1, to: 1 }),
  verifyReceipt: ({ response, receipt }) => ({ response, receipt }),
  sheetFile: ({ response }) => ({ response, format: 'CSV' }),
  departments: ({ study, municipality }) => ({ study, municipality }),
  saveDepartment: ({ study, municipality }) => ({ input: { study, municipality, code: 'amt', name: 'Amt' } }),
  saveAnswers: ({ response, unique }) => ({
    input: {
      response,
      idempotencyKey: randomUUID(),
      answers: [{ question: 'remark', value: { text: unique() }, basedOnRevision: 0 }],
    },
  }),
  submitResponse: ({ response }) => ({ input: { response, reason: 'Matrix' } }),
  readSheetFile: ({ response }) => ({
    input: { response, idempotencyKey: randomUUID(), base64: 'eA==', dryRun: true },
  }),
  updateSection: ({ response }) => ({ input: { response, section: 'city', comment: 'Matrix' } }),
  announcePresence: ({ response }) => ({ response, section: 'city' }),
  answerQuery: ({ response }) => ({ input: { response, query: 99, text: 'Matrix' } }),
  sheetChanged: ({ response }) => ({ response, since: '0' }),
  presenceChanged: ({ response }) => ({ response }),
  returnResponse: ({ response }) => ({ input: { response, reason: 'Matrix' } }),
  acceptResponse: ({ response }) => ({ input: { response } }),
  openQuery: ({ response }) => ({ input: { response, question: 'housing', text: 'Matrix' } }),
  askAgain: ({ response }) => ({ input: { response, query: 99, text: 'Matrix' } }),
  closeQuery: ({ response }) => ({ input: { response, query: 99 } }),
  grantExtension: ({ study, round, municipality }) => ({
    input: { study, round, municipality, closesAt: '2099-06-01T00:00:00Z', reason: 'Matrix' },
  }),
  withdrawExtension: ({ response }) => ({ input: { response, reason: 'Matrix' } }),
  comparison: ({ study }) => ({ study, from: '2030', to: '2031' }),
  series: ({ study }) => ({ study, question: 'housing' }),
  allSeries: ({ study }) => ({ study }),
  freezeDiff: ({ study }) => ({ study, a: 'f1', b: 'f1' }),
  takeFreeze: ({ study }) => ({ input: { study, name: 'f1' } }),
  releaseFreeze: ({ study }) => ({ input: { study, name: 'f1' } }),
  setDisclosurePolicy: ({ study }) => ({
    input: { study, smallestBase: 3, singleAnswers: 'ANALYSTS', breakdowns: ['none'] },
  }),
  exportStudy: ({ study }) => ({ input: { study } }),
  exportData: ({ study }) => ({ input: { study, format: 'LONG_CSV', rounds: ['none'] } }),
  dataExport: () => ({ id: NOTHING }),
  verifyAudit: ({ study }) => ({ study }),
  signCheckpoint: ({ study }) => ({ study }),
};

/** Fields of what comes back, two objects deep: enough to see whether something of others is in it. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter((field) => isPlain(field) && (depth > 0 || isLeaf(field)))
    .map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}
/** For fewer than the object they belong to: a spec of their own asks for them. */
const NARROWER = new Set([
  'disclosure',
  'questionSets',
  'versions',
  'publicationErrors',
  'file',
  'missingTranslations',
]);
const isPlain = ({ name, args }: GraphQLField<unknown, unknown>): boolean =>
  !NARROWER.has(name) && args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);
const isLeaf = ({ type }: GraphQLField<unknown, unknown>): boolean => {
  const named = getNamedType(type);
  return isScalarType(named) || isEnumType(named);
};

/** An argument with a default is left out: its variable may be null. */
const variableType = ({ type, defaultValue }: GraphQLArgument): string =>
  defaultValue === undefined ? String(type) : String(type).replace(/!$/, '');

export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly document: string;
  /** Whether it answers with a list, which is empty where there is nothing to see. */
  readonly isList: boolean;
}

/** Every root field of a schema as a document of its own. @param depth objects below its result that are selected as well */
export function operationsOf(schema: GraphQLSchema, depth = 1): readonly Operation[] {
  const of = (kind: Operation['kind'], type: GraphQLObjectType | null | undefined): Operation[] =>
    Object.values(type?.getFields() ?? {}).map(({ name, args, type: result }) => ({
      name,
      kind,
      isList: isListType(isNonNullType(result) ? result.ofType : result),
      document: `${kind} ${args.length > 0 ? `(${args.map((arg) => `$${arg.name}: ${variableType(arg)}`).join(', ')})` : ''} { ${name}${
        args.length > 0 ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : ''
      } ${selection(result, depth)} }`,
    }));
  return [
    ...of('query', schema.getQueryType()),
    ...of('mutation', schema.getMutationType()),
    ...of('subscription', schema.getSubscriptionType()),
  ];
}

import { Role } from '../access/actor.js';
import { isKnownCode, isKnownField, isKnownRelation, isKnownRoute } from './known-names.js';
import { isOwnFrame } from './own-frames.js';

/** An id that we have made ourselves, told to nobody but the caller it concerns. */
export type OwnId = string & { readonly ownId: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new reference, by which a caller's error leads to its entry. */
export const newReference = (): OwnId => ownId(crypto.randomUUID());

/** Takes an id for our own; whoever calls it knows where the id comes from. @throws RangeError where it is no UUID */
export function ownId(id: string): OwnId {
  if (!UUID.test(id)) throw new RangeError('expected a UUID of our own');
  return id as OwnId;
}

/** What the embedded database server and the check of a server say, by name; docs/logging.md says what to do. */
export const NOTICES = ['PREPARING', 'ENDING_LEFTOVER', 'RESTARTING', 'NO_CHECKSUMS', 'OTHER'] as const;
/** What our own components say; known-messages.ts says how it begins. */
const MESSAGES = [
  ...['IMPORT_FAILED', 'EXPORT_FAILED', 'COLUMNS_DROPPED', 'JOB_FAILED', 'JOB_QUEUE_SILENT', 'MAIL_NOT_CONFIGURED'],
  ...['MAILS_WOKEN', 'MAIL_GIVEN_UP', 'MAIL_NOT_WRITTEN', 'SESSION_NOT_CHECKED', 'SIGN_IN_LINK_NOT_SENT'],
  ...['SIGN_IN_REFUSED', 'PROVIDER_NAMES_NO_ROLES', 'PROVIDER_SILENT_AT_SIGN_OUT', 'NOTICE_NOT_SENT'],
] as const;
export type MessageName = (typeof MESSAGES)[number];
/** Names of Nest's and our own loggers. */
export const CONTEXTS = [
  ...['ExceptionHandler', 'ExceptionsHandler', 'FastifyAdapter', 'GraphQLModule', 'Injector', 'InstanceLoader'],
  ...['MiddlewareModule', 'NestApplication', 'NestApplicationContext', 'NestFactory', 'PackageLoader'],
  ...['RouterExceptionFilters', 'RouterExplorer', 'RouterResponseController', 'RoutesResolver', 'StreamableFile'],
  ...[
    'ColumnStore',
    'DataExportService',
    'ImportService',
    'JobsService',
    'MailSender',
    'Privacy',
    'SheetNotices',
    'SignIn',
    'StateMetrics',
  ],
] as const;
export const WARNINGS = [
  ...['Warning', 'DeprecationWarning', 'ExperimentalWarning', 'FastifyWarning', 'FastifyDeprecation'],
  ...['MaxListenersExceededWarning', 'PromiseRejectionHandledWarning', 'SecurityWarning', 'TimeoutNaNWarning'],
  ...['TimeoutNegativeWarning', 'TimeoutOverflowWarning', 'UnsupportedWarning'],
] as const;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
export const isKnownMethod = (name: string): boolean => (METHODS as readonly string[]).includes(name);
const OPERATIONS = ['query', 'mutation', 'subscription'] as const;
export const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'assert'] as const;
const IMPORT_STATUSES = ['RUNNING', 'SUCCEEDED', 'REFUSED', 'FAILED'] as const;

/** What fields of entries may be, as types. */
export interface FieldTypes {
  /** A whole number from 0. */
  readonly count: number;
  readonly ownId: OwnId;
  /** Fastify's own number of a request, or the id that a socket gives an operation; never taken from a header. */
  readonly requestId: string;
  readonly roles: readonly string[];
  readonly operation: string;
  /** Fields of the schema. */
  readonly fields: readonly string[];
  readonly field: string;
  /** The pattern of a path, without its parameters. */
  readonly route: string;
  readonly method: string;
  /** Name of a class, as the program has it. */
  readonly className: string;
  readonly classNames: readonly string[];
  readonly code: string;
  readonly sqlstate: string;
  /** A table or a constraint of the database. */
  readonly relation: string;
  readonly frames: readonly string[];
  readonly notice: string;
  readonly message: MessageName;
  /** Name of a kind of jobs, as the program has it. */
  readonly job: string;
  readonly context: string;
  readonly warning: string;
  readonly signal: string;
  readonly consoleMethod: string;
  readonly importStatus: string;
}

export type FieldKind = keyof FieldTypes;

const oneOf =
  (allowed: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allowed.includes(value);
const text =
  (allows: (value: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allows(value);
const listOf =
  (allows: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length <= 20 && value.every(allows);
const isClassName = text((value) => /^[A-Za-z]{1,60}$/.test(value));

/** What each kind allows: closed sets wherever there is one, and no kind for free text. */
export const ALLOWS: { readonly [Kind in FieldKind]: (value: unknown) => boolean } = {
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  ownId: text((value) => UUID.test(value)),
  requestId: text((value) => /^req-[0-9a-z]{1,12}$/.test(value) || UUID.test(value)),
  roles: listOf(oneOf(Object.values(Role))),
  operation: oneOf(OPERATIONS),
  fields: listOf(text(isKnownField)),
  field: text(isKnownField),
  route: text(isKnownRoute),
  method: oneOf(METHODS),
  className: isClassName,
  classNames: listOf(isClassName),
  code: text(isKnownCode),
  // The standard's classes, PostgreSQL's, and RB for what our own triggers raise.
  sqlstate: text((value) => /^(?:[0-5][0-9A-Z]|F0|HV|P0|RB|XX)[0-9A-Z]{3}$/.test(value)),
  relation: text(isKnownRelation),
  frames: listOf(text(isOwnFrame)),
  notice: oneOf(NOTICES),
  message: oneOf(MESSAGES),
  job: text((value) => /^[a-z]+(?:-[a-z]+){0,5}$/.test(value) && value.length <= 40),
  context: oneOf(CONTEXTS),
  warning: oneOf(WARNINGS),
  signal: oneOf(SIGNALS),
  consoleMethod: oneOf(CONSOLE_METHODS),
  importStatus: oneOf(IMPORT_STATUSES),
};

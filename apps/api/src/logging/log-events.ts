import type { FieldKind, FieldTypes } from './field-kinds.js';

/** What an error is reduced to. */
const FAILURE = {
  class: 'className',
  causes: 'classNames',
  code: 'code',
  sqlstate: 'sqlstate',
  table: 'relation',
  constraint: 'relation',
  frames: 'frames',
} as const satisfies Readonly<Record<string, FieldKind>>;

/** What components say through Nest's loggers. */
const COMPONENT = {
  context: 'context',
  says: 'message',
  id: 'ownId',
  job: 'job',
  attempt: 'count',
  count: 'count',
  ...FAILURE,
} as const satisfies Readonly<Record<string, FieldKind>>;

export interface EventDefinition {
  readonly level: 'info' | 'warn' | 'error' | 'fatal';
  /** Constant: nothing is ever put into it. */
  readonly text: string;
  readonly fields: Readonly<Record<string, FieldKind>>;
}

/** Everything the service ever writes to its log: what is not in this table is not written. */
export const LOG_EVENTS = {
  'service.ready': { level: 'info', text: 'ready', fields: { milliseconds: 'count', port: 'count' } },
  'service.stopping': { level: 'info', text: 'stopping', fields: { signal: 'signal' } },
  'service.start-failed': { level: 'fatal', text: 'the service does not start', fields: FAILURE },
  'service.stop-failed': { level: 'error', text: 'stopping failed', fields: FAILURE },
  'reference-study.imported': {
    level: 'warn',
    text: 'imported the reference study; its single answers are synthetic',
    fields: {},
  },
  'reference-study.refused': {
    level: 'error',
    text: 'the reference study was not imported',
    fields: { status: 'importStatus', faults: 'count' },
  },
  'database.notice': { level: 'warn', text: 'a notice about the database server', fields: { notice: 'notice' } },
  'database.connection-lost': { level: 'warn', text: 'a database connection was lost', fields: FAILURE },
  'database.unavailable': {
    level: 'warn',
    text: 'the database could not do it now; the caller was asked to try again, and given the reference',
    fields: {
      reference: 'ownId',
      request: 'requestId',
      method: 'method',
      route: 'route',
      roles: 'roles',
      operation: 'operation',
      roots: 'fields',
      field: 'field',
      ...FAILURE,
    },
  },
  'graphql.failed': {
    level: 'error',
    text: 'an operation failed on our side; its caller was given the reference',
    fields: {
      reference: 'ownId',
      request: 'requestId',
      roles: 'roles',
      operation: 'operation',
      roots: 'fields',
      field: 'field',
      ...FAILURE,
    },
  },
  'http.failed': {
    level: 'error',
    text: 'a request failed on our side; its caller was given the reference',
    fields: { reference: 'ownId', request: 'requestId', method: 'method', route: 'route', ...FAILURE },
  },
  'tracing.not-sent': { level: 'warn', text: 'the collector of traces did not take what it was sent', fields: FAILURE },
  'component.warning': { level: 'warn', text: 'a warning of a component', fields: COMPONENT },
  'component.error': { level: 'error', text: 'an error of a component', fields: COMPONENT },
  'component.fatal': { level: 'fatal', text: 'a component gave up', fields: COMPONENT },
  'console.output': {
    level: 'warn',
    text: 'a package wrote to the console; what it wrote is withheld',
    fields: { method: 'consoleMethod', ...FAILURE },
  },
  'process.warning': {
    level: 'warn',
    text: 'a warning of Node',
    fields: { warning: 'warning', code: 'code', frames: 'frames' },
  },
  'process.failed': { level: 'fatal', text: 'an error that nobody caught; the process ends', fields: FAILURE },
} as const satisfies Readonly<Record<string, EventDefinition>>;

export type EventName = keyof typeof LOG_EVENTS;

/** Fields that an entry of an event may have. */
export type FieldsOf<Event extends EventName> = {
  readonly [Name in keyof (typeof LOG_EVENTS)[Event]['fields']]?:
    FieldTypes[(typeof LOG_EVENTS)[Event]['fields'][Name] & FieldKind] | undefined;
};

/** What every error is reduced to. */
export type Failure = FieldsOf<'process.failed'>;

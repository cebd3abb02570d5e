import type { Failure } from './log-events.js';
import { ownFrames } from './own-frames.js';

/** Errors within errors: GraphQL's, TypeORM's, the language's. */
const INNER = ['originalError', 'driverError', 'cause'] as const;
const DEPTH = 5;

/** A property of something that was thrown. Whoever threw it may have given it a getter that throws: then there is none. */
function propertyOf(thrown: unknown, name: string): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  try {
    return (thrown as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

function textOf(thrown: unknown, name: string): string | undefined {
  const value = propertyOf(thrown, name);
  return typeof value === 'string' ? value : undefined;
}

/** By its prototype: `name` and an own `constructor` are data like the message. */
function classOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return thrown === null ? 'null' : typeof thrown;
  const constructor = propertyOf(Object.getPrototypeOf(thrown), 'constructor');
  return typeof constructor === 'function' ? constructor.name : 'object';
}

function chainOf(thrown: unknown): readonly unknown[] {
  const chain: unknown[] = [thrown];
  while (chain.length < DEPTH) {
    const last = chain.at(-1);
    const next = INNER.map((name) => propertyOf(last, name)).find(
      (inner) => typeof inner === 'object' && inner !== null,
    );
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}

/** What pg says without a code, word for word. */
const SAYINGS: ReadonlyMap<unknown, string> = new Map([
  ['Connection terminated', 'CONNECTION_LOST'],
  ['Connection terminated unexpectedly', 'CONNECTION_LOST'],
  ['Client has encountered a connection error and is not queryable', 'CONNECTION_LOST'],
  ['Connection terminated due to connection timeout', 'CONNECTION_TIMEOUT'],
  ['timeout expired', 'CONNECTION_TIMEOUT'],
  ['timeout exceeded when trying to connect', 'CONNECTION_TIMEOUT'],
  ['Query read timeout', 'QUERY_TIMEOUT'],
]);

/** Its code is the SQLSTATE; `message`, `detail`, `where` and `hint` hold values of the rows. */
const isDatabaseError = (thrown: unknown): boolean => classOf(thrown) === 'DatabaseError';

/**
 * Reduces whatever was thrown to what may be written: classes, codes, SQLSTATE, constraint, table, and places in our own
 * code. The log's gate checks each of them once more.
 */
export function summaryOf(thrown: unknown): Failure {
  const chain = chainOf(thrown);
  const classes = chain.map(classOf);
  // What GraphQL has put around an error says nothing.
  const first = Math.max(
    classes.findIndex((name) => name !== 'GraphQLError'),
    0,
  );
  const causes = classes.slice(first + 1);
  const database = chain.find(isDatabaseError);
  const code = chain
    .filter((each) => !isDatabaseError(each))
    .flatMap((each) => textOf(each, 'code') ?? SAYINGS.get(propertyOf(each, 'message')) ?? []);
  const frames = chain.map((each) => ownFrames(textOf(each, 'stack') ?? '')).find(({ length }) => length > 0);
  return {
    class: classes[first],
    causes: causes.length === 0 ? undefined : causes,
    // TypeORM copies the driver's properties, its SQLSTATE among them.
    code: code.find((each) => each !== textOf(database, 'code')),
    sqlstate: textOf(database, 'code'),
    table: textOf(database, 'table'),
    constraint: textOf(database, 'constraint'),
    frames,
  };
}

import { constants } from 'node:os';
import type { DataSource } from 'typeorm';
import { ACCESS_RULES } from '../access/access-rules.js';

/** Names that the schema, the database and the router give; a name that is none of them is a caller's text. */

/** Fields as `Mutation.saveAnswers`, and by their name alone. */
const fields = new Set(
  Object.entries(ACCESS_RULES).flatMap(([type, rules]) =>
    Object.keys(rules).flatMap((field) => [field, `${type}.${field}`]),
  ),
);
const relations = new Set<string>();
const routes = new Set<string>();

export const isKnownField = (name: string): boolean => fields.has(name);

/** Tables, indexes and constraints. Names carry a shard number on Citus. */
export const isKnownRelation = (name: string): boolean =>
  relations.has(name) || relations.has(name.replace(/_\d{4,9}$/, ''));

/** Patterns of paths, as `/exchange/downloads/:ticket`. */
export const isKnownRoute = (pattern: string): boolean => routes.has(pattern);

/** All of them. */
export const knownRoutes = (): readonly string[] => [...routes];

export const learnRoute = (pattern: string): void => void routes.add(pattern);

/** Asks the database once how its tables, indexes and constraints are called. */
export async function learnRelations(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
     UNION SELECT conname FROM pg_constraint WHERE connamespace::regnamespace::text !~ '^(pg_|information_schema$)'`,
  );
  for (const { name } of rows) relations.add(name);
}

const SYSTEM_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAUTH', 'EENVELOPE', 'EMESSAGE', 'ESOCKET', 'ETLS', 'EDNS', 'EPROTOCOL'],
  ...['CONNECTION_LOST', 'CONNECTION_TIMEOUT', 'QUERY_TIMEOUT'],
  ...['INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND', 'SERVICE_UNAVAILABLE'],
]);

/** Codes of the operating system, of Node, of Fastify, of the OpenID client, of the mail transport, and our own, among them those of error-summary.ts. */
export const isKnownCode = (code: string): boolean =>
  SYSTEM_CODES.has(code) || /^(?:ERR|OAUTH|FST_ERR|FST_WRN|FSTWRN|FSTDEP|DEP|UND_ERR)_?[A-Z0-9_]{2,50}$/.test(code);

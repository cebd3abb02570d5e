import type { Attributes } from '@opentelemetry/api';
import { ALLOWS } from '../logging/field-kinds.js';
import { isStatementKind } from '../metrics/statement-text.js';

/** Everything a span may say, and what it may be: closed sets, as in the log (docs/logging.md). There is no kind for free text. */
const ALLOWED = {
  'http.request.method': ALLOWS.method,
  'http.route': ALLOWS.route,
  'http.response.status_code': ALLOWS.count,
  'graphql.operation.type': ALLOWS.operation,
  'reflexbogen.roots': ALLOWS.fields,
  'reflexbogen.field': ALLOWS.field,
  'reflexbogen.job': ALLOWS.job,
  'reflexbogen.request': ALLOWS.requestId,
  'db.system.name': (value: unknown) => value === 'postgresql',
  'db.operation.name': isStatementKind,
  'db.collection.name': ALLOWS.relation,
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;

export type SpanAttributes = { readonly [Name in keyof typeof ALLOWED]?: unknown };

/** What of these attributes may be said. */
export function allowed(attributes: SpanAttributes): Attributes {
  const kept = Object.entries(attributes).filter(
    ([name, value]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name as keyof typeof ALLOWED](value),
  );
  return Object.fromEntries(kept) as Attributes;
}

/** The name of a span: of its kind, and of what it may say. */
export function nameOf(kind: string, attributes: Attributes): string {
  const first = attributes['reflexbogen.roots'];
  const words = [
    attributes['http.request.method'],
    attributes['http.route'],
    attributes['graphql.operation.type'],
    Array.isArray(first) ? first[0] : undefined,
    attributes['reflexbogen.field'],
    attributes['reflexbogen.job'],
    attributes['db.operation.name'],
    attributes['db.collection.name'],
  ].filter((word) => word !== undefined);
  return words.length === 0 ? kind : words.join(' ');
}

import { GraphQLError, Kind, type GraphQLResolveInfo } from 'graphql';
import type { GraphQLContext } from '../graphql/context.js';
import type { FieldsOf } from './log-events.js';

/** Where in which operation an error came up. */
export type OperationPlace = Pick<FieldsOf<'graphql.failed'>, 'request' | 'roles' | 'operation' | 'roots' | 'field'>;

/** Apollo formats errors without their request; whoever saw both remembers it here, for as long as the error lives. */
const places = new WeakMap<object, OperationPlace>();

const ROOTS = 5;

/** Names of the schema alone: aliases, arguments and the operation's own name are the caller's text. */
export function rememberPlace(error: object, context: GraphQLContext | undefined, info: GraphQLResolveInfo): void {
  const roots = info.operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  places.set(error, {
    request: context?.requestId,
    roles: context?.actor?.roles,
    operation: info.operation.operation,
    roots: roots.slice(0, ROOTS),
    field: `${info.parentType.name}.${info.fieldName}`,
  });
}

/** Of an error that came up outside of a resolver GraphQL knows the field alone. */
export function placeOf(original: unknown, wrapped: unknown): OperationPlace {
  const place = typeof original === 'object' && original !== null ? places.get(original) : undefined;
  if (place !== undefined) return place;
  const node = wrapped instanceof GraphQLError ? wrapped.nodes?.[0] : undefined;
  return node?.kind === Kind.FIELD ? { field: node.name.value } : {};
}

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { isPromise } from '../graphql/plan-run.js';
import { rootFields } from '../metrics/root-fields.js';
import type { Tracing } from './tracing.js';

/** Names the operation that is being traced by what the schema calls it; its own name is the caller's text. */
export class TracedOperations implements ApolloServerPlugin<GraphQLContext> {
  constructor(private readonly tracing: Tracing) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    const traced = this.tracing.active;
    return Promise.resolve({
      didResolveOperation: ({ document, operation }) => {
        if (traced?.kind === 'operation' && operation !== undefined && operation !== null)
          traced.describe({
            'graphql.operation.type': operation.operation,
            'reflexbogen.roots': rootFields(document, operation).map(({ name }) => name),
          });
        return Promise.resolve();
      },
    });
  }
}

/** First fields are spans of their own: whatever they ask of the database is part of them. */
export function traceRootFields(schema: GraphQLSchema, tracing: Tracing): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {}))
      if (field.resolve !== undefined) field.resolve = traced(`${type?.name}.${field.name}`, field.resolve, tracing);
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const traced =
  (name: string, resolve: Resolve, tracing: Tracing): Resolve =>
  (source, args, context, info) => {
    const span = tracing.begin('field', { 'reflexbogen.field': name });
    try {
      const value = tracing.within(span, () => resolve(source, args, context, info));
      if (!isPromise(value)) {
        span.end(false);
        return value;
      }
      return value.then(
        (later) => {
          span.end(false);
          return later;
        },
        (error: unknown) => {
          span.end(true);
          throw error;
        },
      );
    } catch (error) {
      span.end(true);
      throw error;
    }
  };

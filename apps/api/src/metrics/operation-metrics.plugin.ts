import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { rootFields } from './root-fields.js';
import type { Outcome, ServiceMetrics } from './service-metrics.js';

/** Codes that are our fault; what a caller did wrong has others. */
const OURS: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']);

/** Counts operations by their first fields, and how each ended. */
export class OperationMetrics implements ApolloServerPlugin<GraphQLContext> {
  constructor(private readonly metrics: ServiceMetrics) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    const started = performance.now();
    return Promise.resolve({
      willSendResponse: ({ document, operation, response }) => {
        const { errors, data } =
          response.body.kind === 'single' ? response.body.singleResult : { errors: undefined, data: undefined };
        const seconds = (performance.now() - started) / 1000;
        const kind = operation?.operation ?? 'none';
        // Without a document that holds, names in it are the caller's.
        const roots =
          document === undefined || operation === undefined || operation === null
            ? [{ key: '', name: 'none' }]
            : rootFields(document, operation);
        for (const { key, name } of roots) {
          this.metrics.operations.inc({ operation: kind, root: name, outcome: outcomeOf(errors, data, kind, key) });
          this.metrics.operationSeconds.observe({ operation: kind, root: name }, seconds);
        }
        return Promise.resolve();
      },
    });
  }
}

/** How an operation, or one of its first fields, ended with these errors; `ok` without any. */
export const outcomeOfErrors = (errors: readonly GraphQLFormattedError[]): 'ok' | 'refused' | 'failed' => {
  if (errors.length === 0) return 'ok';
  return errors.some(({ extensions }) => OURS.has(extensions?.['code'])) ? 'failed' : 'refused';
};

function outcomeOf(
  errors: readonly GraphQLFormattedError[] = [],
  data: Record<string, unknown> | null | undefined,
  kind: string,
  key: string,
): Outcome {
  const own = errors.filter(({ path }) => path === undefined || path[0] === key);
  if (own.length > 0) return outcomeOfErrors(own);
  if (kind !== (OperationTypeNode.MUTATION as string)) return 'ok';
  const payload = data?.[key];
  const declined = typeof payload === 'object' && payload !== null && 'errors' in payload ? payload.errors : [];
  return Array.isArray(declined) && declined.length > 0 ? 'declined' : 'ok';
}

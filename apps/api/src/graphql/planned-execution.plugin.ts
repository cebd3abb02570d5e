import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GraphQLContext } from './context.js';
import { planOperation, type OperationPlan } from './operation-plan.js';
import { keepOutcomes, type RootOutcomes } from './root-outcomes.js';

/** Seen so often before a plan is worth making: documents that come once are not planned. */
const WORTH_PLANNING = 2;

interface Seen {
  times: number;
  plan: OperationPlan | null;
}

/**
 * Runs queries that come again by a plan instead of interpreting them anew (docs/adr/0011). Plans live as long as Apollo
 * keeps the parsed document. Whatever does not go straight on is left to the interpreter, so that errors have one source; what the
 * first fields gave by then is not asked for again (root-outcomes.ts).
 */
export class PlannedExecution implements ApolloServerPlugin<GraphQLContext> {
  private readonly seen = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Seen>>();

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      responseForOperation: async ({ schema, document, operation, contextValue, request }) => {
        const plan = this.planFor(schema, document, operation);
        if (plan === null) return null;
        const outcomes: RootOutcomes = new Map();
        const data = await plan.run(contextValue, request.variables ?? {}, outcomes);
        if (data !== null) return responseWith(data as Record<string, unknown>);
        keepOutcomes(contextValue, outcomes);
        return null;
      },
    });
  }

  private planFor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode | undefined,
  ): OperationPlan | null {
    // Apollo asks also where the document has no operation of the name that was asked for, and says so afterwards.
    if (operation === undefined) return null;
    const operations = this.seen.get(document) ?? new Map<OperationDefinitionNode, Seen>();
    this.seen.set(document, operations);
    const seen = operations.get(operation) ?? { times: 0, plan: null };
    operations.set(operation, seen);
    seen.times += 1;
    if (seen.times === WORTH_PLANNING) seen.plan = planOperation(schema, document, operation);
    return seen.plan;
  }
}

const responseWith = (data: Record<string, unknown>): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { data } },
});

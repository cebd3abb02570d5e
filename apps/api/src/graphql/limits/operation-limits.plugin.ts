import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { currentOperation } from '@reflexbogen/persistence';
import type { Actor } from '../../access/actor.js';
import type { GraphQLContext } from '../context.js';
import { unavailable } from '../unavailable.js';
import { LimitError } from './limit-error.js';
import { operationCost, type OperationCost } from './operation-cost.js';

/** Where costs are paid from: RateLimits. */
export interface CostAccounts {
  operation(actor: Actor | null, address: string, cost: number): Promise<void>;
}

/**
 * Limits that depend on the variables, and on who asks how often. They are looked at for every request: a document that has
 * come before is neither parsed nor validated again, so that a validation rule would see its first variables only.
 */
export class OperationLimits implements ApolloServerPlugin<GraphQLContext> {
  constructor(private readonly accounts: CostAccounts) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation === undefined) return;
        const { cost, breach } = costOf(schema, document, operation, request.variables ?? {});
        if (breach !== null) throw new LimitError(breach);
        try {
          await this.accounts.operation(contextValue.actor, contextValue.address, cost);
        } catch (error) {
          // Budgets lie in the database too: while it has more to do than it can, nothing that was asked for is at fault.
          throw unavailable(error, { request: contextValue.requestId }) ?? error;
        }
      },
      willSendResponse: ({ response }) => {
        const { body } = response;
        if (
          currentOperation()?.deadline?.isOver === true &&
          body.kind === 'single' &&
          body.singleResult.errors !== undefined
        ) {
          // Half an answer would look like a whole one whose other half is empty.
          const late = body.singleResult.errors.filter(({ extensions }) => extensions?.['code'] === 'LIMIT_DEADLINE');
          if (late[0] !== undefined) {
            response.http.status = 400;
            body.singleResult = { errors: [late[0]] };
          }
        }
        return Promise.resolve();
      },
    });
  }
}

/** What an operation costs with the variables that came with it. */
export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationCost =>
  operationCost({ schema, operation, fragments: fragmentsOf(document), variables: withDefaults(operation, variables) });

const fragmentsOf = ({ definitions }: DocumentNode) =>
  Object.fromEntries(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );

/** Page sizes need no coercion: what is no whole number fails when the operation runs. */
const withDefaults = (
  { variableDefinitions }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  ),
  ...given,
});

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { asOperation, currentOperation, Operation } from '@reflexbogen/persistence';
import type { FastifyInstance } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { GraphQLContext } from './context.js';

/**
 * Makes each HTTP request one operation for the database. Set up after the body was read: its events come in a context of
 * their own. What a GraphQL request does is known later; until then nothing of it is shed.
 */
export function openOperations(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) =>
    asOperation(new Operation(request.method === 'GET' && !request.url.startsWith('/graphql')), done),
  );
}

/** Queries are refused before saves and submits are. */
export class OperationKind implements ApolloServerPlugin<GraphQLContext> {
  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      didResolveOperation: ({ operation }) => {
        const current = currentOperation();
        if (current !== null) current.isRead = operation?.operation === OperationTypeNode.QUERY;
        return Promise.resolve();
      },
    });
  }
}

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { ApiError } from './api-error.js';
import type { GraphQLContext } from './context.js';

/** A subscription sent as a single request has nothing to answer with: it is told where it belongs. */
export class SubscriptionRefusal implements ApolloServerPlugin<GraphQLContext> {
  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        const message = 'Subscriptions run over a WebSocket with the protocol graphql-transport-ws at /graphql.';
        return Promise.reject(new ApiError('BAD_USER_INPUT', message, { http: { status: 400 } }));
      },
    });
  }
}

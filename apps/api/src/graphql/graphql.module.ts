import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { lexicographicSortSchema } from 'graphql';
import { AccessModule } from '../access/access.module.js';
import { ACCESS_RULES } from '../access/access-rules.js';
import { applyAccessRules } from '../access/access-transform.js';
import { TokenService } from '../access/token.service.js';
import type { Configuration } from '../configuration.js';
import { AnswerValueModels } from '../response/answer-value.model.js';
import { formatError } from './error-gate.js';
import type { GraphQLContext } from './context.js';
import { CONFIGURATION } from './tokens.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The GraphQL surface: every option that Apollo would otherwise derive from NODE_ENV is set here. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule],
      inject: [TokenService, CONFIGURATION],
      useFactory: (tokens: TokenService, configuration: Configuration): Omit<ApolloDriverConfig, 'driver'> => ({
        path: '/graphql',
        autoSchemaFile: true,
        buildSchemaOptions: { orphanedTypes: [...AnswerValueModels] },
        transformSchema: (schema) => applyAccessRules(lexicographicSortSchema(schema), ACCESS_RULES),
        introspection: !configuration.production,
        graphiql: !configuration.production,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: configuration.production,
        allowBatchedHttpRequests: false,
        csrfPrevention: true,
        persistedQueries: false,
        parseOptions: { maxTokens: 4000 },
        maxRecursiveSelections: 2000,
        stopOnTerminationSignals: false,
        plugins: [ApolloServerPluginCacheControlDisabled()],
        formatError,
        context: async (request: FastifyRequest): Promise<GraphQLContext> => ({
          actor: await tokens.actorOf(request.headers.authorization),
          requestId: request.id,
          fromLoopback: LOOPBACK.has(request.socket.remoteAddress ?? ''),
        }),
      }),
    }),
  ],
})
export class GraphQLSurfaceModule {}

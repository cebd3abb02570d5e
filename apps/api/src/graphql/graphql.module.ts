import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
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
import { plainFieldResolvers, withPlainFieldResolvers } from './plain-field-resolvers.js';
import { PlannedExecution } from './planned-execution.plugin.js';
import { CONFIGURATION } from './tokens.js';
import { VerifiedActors } from './verified-actors.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The GraphQL surface: every option that Apollo would otherwise derive from NODE_ENV is set here. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule],
      inject: [TokenService, CONFIGURATION, ModulesContainer],
      useFactory: (
        tokens: TokenService,
        configuration: Configuration,
        modules: ModulesContainer,
      ): Omit<ApolloDriverConfig, 'driver'> => {
        const actors = new VerifiedActors(tokens);
        return {
          path: '/graphql',
          autoSchemaFile: true,
          buildSchemaOptions: { orphanedTypes: [...AnswerValueModels] },
          transformSchema: (schema) =>
            applyAccessRules(
              withPlainFieldResolvers(lexicographicSortSchema(schema), plainFieldResolvers(modules)),
              ACCESS_RULES,
            ),
          fieldResolverEnhancers: [],
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
          plugins: [ApolloServerPluginCacheControlDisabled(), new PlannedExecution()],
          formatError,
          context: async (request: FastifyRequest): Promise<GraphQLContext> => ({
            actor: await actors.actorOf(request.headers.authorization),
            requestId: request.id,
            fromLoopback: LOOPBACK.has(request.socket.remoteAddress ?? ''),
          }),
        };
      },
    }),
  ],
})
export class GraphQLSurfaceModule {}

import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { currentOperation } from '@reflexbogen/persistence';
import type { FastifyRequest } from 'fastify';
import { lexicographicSortSchema } from 'graphql';
import { AccessModule } from '../access/access.module.js';
import { ACCESS_RULES } from '../access/access-rules.js';
import { applyAccessRules } from '../access/access-transform.js';
import { ProviderUnreachableError } from '../access/identity-provider.js';
import { proofOf } from '../access/request-proof.js';
import { RowScopes } from '../access/row-scopes.js';
import type { Configuration } from '../configuration.js';
import { observeResolvers } from '../metrics/observed-resolvers.js';
import { OperationMetrics } from '../metrics/operation-metrics.plugin.js';
import { ServiceMetrics } from '../metrics/service-metrics.js';
import { AnswerValueModels } from '../response/answer-value.model.js';
import { ApiError, overdue } from './api-error.js';
import { arrivalOf, withClient } from './arrival.js';
import { DocumentStore } from './document-store.js';
import { formatError } from './error-gate.js';
import type { GraphQLContext } from './context.js';
import { plainFieldResolvers, withPlainFieldResolvers } from './plain-field-resolvers.js';
import { OperationKind } from './operation-kind.js';
import { LIMITS } from './limits/limits.js';
import { LimitsModule } from './limits/limits.module.js';
import { OperationLimits } from './limits/operation-limits.plugin.js';
import { RateLimits } from './limits/rate-limits.service.js';
import { GraphQLRequestGate } from './limits/request-gate.js';
import { RouteGate } from './limits/route-gate.js';
import { SubscriptionGate } from './subscription-gate.js';
import { SubscriptionRefusal } from './subscription-refusal.plugin.js';
import { SubscriptionRuns } from './subscription-runs.js';
import { PlannedExecution } from './planned-execution.plugin.js';
import { givingKeptOutcomes } from './root-outcomes.js';
import { TracedOperations, traceRootFields } from '../tracing/traced-operations.js';
import { Tracing } from '../tracing/tracing.js';
import { unavailable } from './unavailable.js';
import { GraphQLSockets } from './sockets.js';
import { TrustedDocumentGate } from './trusted-documents.gate.js';
import { CONFIGURATION } from './tokens.js';
import { VerifiedActors } from './verified-actors.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** A caller who may well be entitled is not told to sign in. */
function unreachable(error: unknown): never {
  if (error instanceof ProviderUnreachableError) throw new ApiError('SERVICE_UNAVAILABLE', error.message);
  // Without a context no plug-in sees the answer, and its status has to be said here.
  const deadline = currentOperation()?.deadline;
  if (deadline?.isOver === true) throw overdue(deadline.milliseconds);
  throw unavailable(error) ?? error;
}

/** The GraphQL surface: every option that Apollo would otherwise derive from NODE_ENV is set here. */
@Module({
  providers: [GraphQLSockets, SubscriptionGate, SubscriptionRuns, TrustedDocumentGate, GraphQLRequestGate, RouteGate],
  imports: [
    AccessModule,
    LimitsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule, LimitsModule],
      inject: [
        VerifiedActors,
        RowScopes,
        CONFIGURATION,
        ModulesContainer,
        ServiceMetrics,
        RateLimits,
        { token: Tracing, optional: true },
      ],
      useFactory: (
        actors: VerifiedActors,
        scopes: RowScopes,
        configuration: Configuration,
        modules: ModulesContainer,
        metrics: ServiceMetrics,
        rates: RateLimits,
        tracing?: Tracing,
      ): Omit<ApolloDriverConfig, 'driver'> => {
        return {
          path: '/graphql',
          autoSchemaFile: true,
          buildSchemaOptions: { orphanedTypes: [...AnswerValueModels] },
          transformSchema: (schema) => {
            const plain = withPlainFieldResolvers(lexicographicSortSchema(schema), plainFieldResolvers(modules));
            const observed = observeResolvers(plain, metrics);
            // Outermost, so that what is kept has been through the rules.
            return givingKeptOutcomes(
              applyAccessRules(tracing === undefined ? observed : traceRootFields(observed, tracing), ACCESS_RULES),
            );
          },
          fieldResolverEnhancers: [],
          introspection: !configuration.production,
          // Nest's own page takes its scripts from elsewhere; ours is in web/graphiql.ts.
          graphiql: false,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: configuration.production,
          allowBatchedHttpRequests: false,
          csrfPrevention: true,
          persistedQueries: false,
          documentStore: new DocumentStore(),
          parseOptions: { maxTokens: LIMITS.TOKENS },
          maxRecursiveSelections: LIMITS.SELECTIONS,
          validationOptions: { maxErrors: 5 },
          executionOptions: { maxCoercionErrors: 5 },
          stopOnTerminationSignals: false,
          plugins: [
            ApolloServerPluginCacheControlDisabled(),
            new SubscriptionRefusal(),
            new OperationMetrics(metrics),
            ...(tracing === undefined ? [] : [new TracedOperations(tracing)]),
            new OperationKind(),
            new OperationLimits(rates),
            new PlannedExecution(),
          ],
          // 503 where the database is busy: proxies and clients act on the status. Nothing else sets one.
          preserveHttpStatusForExecutionErrors: false,
          formatError,
          context: async (request: FastifyRequest): Promise<GraphQLContext> => ({
            actor: withClient(
              await actors
                .actorOf(proofOf(request, configuration.publicUrl))
                .then((actor) => scopes.declare(actor))
                .catch(unreachable),
              request,
            ),
            receivedAt: arrivalOf(request),
            address: request.ip,
            requestId: request.id,
            fromLoopback: LOOPBACK.has(request.socket.remoteAddress ?? ''),
          }),
        };
      },
    }),
  ],
})
export class GraphQLSurfaceModule {}

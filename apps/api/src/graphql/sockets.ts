import type { IncomingMessage, Server } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { HttpAdapterHost } from '@nestjs/core';
import { getOperationAST, GraphQLError, OperationTypeNode, type DocumentNode } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { bearerProof, socketProof, type Proof } from '../access/request-proof.js';
import { SessionEnds } from '../access/session-ends.js';
import type { Actor } from '../access/actor.js';
import { CLOCK, type Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { clientOf } from './arrival.js';
import { formatError } from './error-gate.js';
import type { GraphQLContext } from './context.js';
import { ExaminedDocuments } from './limits/examined-documents.js';
import { LimitError } from './limits/limit-error.js';
import type { Breach } from './limits/limits.js';
import { costOf } from './limits/operation-limits.plugin.js';
import { variableBreach } from './limits/variable-limits.js';
import { CONFIGURATION } from './tokens.js';
import { TrustedDocuments } from './trusted-documents.js';
import { VerifiedActors } from './verified-actors.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const MOST_BYTES = 65_536;
/** Subscriptions of one socket at once. */
const MOST_OPERATIONS = 20;
const PING_MS = 12_000;

interface Opened {
  readonly actor: Actor | null;
  readonly stopWatching: () => void;
}

/**
 * Subscriptions over WebSocket (graphql-transport-ws) at the path of the HTTP endpoint. A socket acts for whoever opened it:
 * by `authorization` in the connection's parameters, as in the HTTP header, or by the session cookie of our own pages. It is
 * closed when that ends. Queries and mutations go by HTTP.
 */
@Injectable()
export class GraphQLSockets implements OnApplicationBootstrap, OnModuleDestroy {
  private server: WebSocketServer | null = null;
  private closing: (() => void | Promise<void>) | null = null;
  private readonly examined = new ExaminedDocuments();

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly schemas: GraphQLSchemaHost,
    private readonly actors: VerifiedActors,
    private readonly ends: SessionEnds,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly documents: TrustedDocuments,
  ) {}

  onApplicationBootstrap(): void {
    const server = new WebSocketServer({
      server: this.adapters.httpAdapter.getHttpServer() as Server,
      path: '/graphql',
      maxPayload: MOST_BYTES,
      handleProtocols: (protocols) =>
        protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    });
    const opened = new WeakMap<object, Opened>();
    const running = new WeakMap<object, number>();
    const { dispose } = useServer(
      {
        schema: this.schemas.schema,
        connectionInitWaitTimeout: 10_000,
        onConnect: async ({ extra, connectionParams }) => {
          const { socket, request } = extra;
          const proof = this.proofIn(request, connectionParams);
          const actor = await this.actors.actorOf(proof);
          if (actor === null || proof === null) return false;
          const stopWatching = this.ends.watch(proof, actor, () => socket.close(CloseCode.Forbidden, 'Forbidden'));
          opened.set(socket, { actor: { ...actor, client: clientOf(connectionParams ?? {}) }, stopWatching });
          return true;
        },
        onClose: ({ extra: { socket } }) => opened.get(socket)?.stopWatching(),
        onSubscribe: ({ extra: { socket } }, _id, payload) => {
          const count = (running.get(socket) ?? 0) + 1;
          if (count > MOST_OPERATIONS) return [refusal(`At most ${MOST_OPERATIONS} subscriptions run on one socket.`)];
          const trusted = this.documents.resolve(payload);
          if (!trusted.ok) return [trusted.error];
          // What runs from here on, in place of what was sent.
          if (trusted.text !== null) Object.assign(payload, { query: trusted.text });
          const { query, operationName, variables } = payload;
          const { breach, document } = this.examined.examine(query);
          const tooMuch = breach ?? variableBreach(variables, false);
          if (tooMuch !== null) return [new LimitError(tooMuch)];
          if (document === null || !isSubscription(document, operationName))
            return [refusal('Queries and mutations go by HTTP: POST /graphql.')];
          const costly = this.costBreach(document, operationName, variables ?? {});
          if (costly !== null) return [new LimitError(costly)];
          running.set(socket, count);
          return undefined;
        },
        onComplete: ({ extra: { socket } }) => void running.set(socket, Math.max(0, (running.get(socket) ?? 1) - 1)),
        context: ({ extra: { socket, request } }): GraphQLContext & Record<string, unknown> => ({
          actor: opened.get(socket)?.actor ?? null,
          receivedAt: this.clock.now(),
          requestId: crypto.randomUUID(),
          address: request.socket.remoteAddress ?? '',
          fromLoopback: LOOPBACK.has(request.socket.remoteAddress ?? ''),
        }),
        onError: (_context, _id, _payload, errors) => errors.map((error) => formatError(toFormatted(error), error)),
        onNext: (_context, _id, _payload, _args, result) =>
          result.errors === undefined
            ? undefined
            : {
                data: result.data ?? null,
                errors: result.errors.map((error) => formatError(toFormatted(error), error)),
              },
      },
      server,
      PING_MS,
    );
    this.server = server;
    this.closing = dispose;
  }

  /** First of all, since open sockets keep the server open. Clients that come back elsewhere go on where they were: by their cursor. */
  async onModuleDestroy(): Promise<void> {
    await this.closing?.();
    this.server?.close();
  }

  private costBreach(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): Breach | null {
    const operation = getOperationAST(document, operationName);
    return operation ? costOf(this.schemas.schema, document, operation, variables).breach : null;
  }

  private proofIn(request: IncomingMessage, parameters: Readonly<Record<string, unknown>> | undefined): Proof | null {
    const authorization = parameters?.['authorization'] ?? parameters?.['Authorization'];
    return typeof authorization === 'string'
      ? bearerProof(authorization)
      : socketProof(request, this.configuration.publicUrl);
  }
}

const isSubscription = (document: DocumentNode, operationName: string | null | undefined): boolean =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;

const refusal = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

const toFormatted = (error: unknown) =>
  error instanceof GraphQLError ? error.toJSON() : { message: String(error), extensions: {} };

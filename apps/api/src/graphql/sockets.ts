import type { IncomingMessage, Server } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLError } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { bearerProof, socketProof, type Proof } from '../access/request-proof.js';
import { SessionEnds } from '../access/session-ends.js';
import type { Actor } from '../access/actor.js';
import { CLOCK, type Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { ServiceMetrics } from '../metrics/service-metrics.js';
import { SocketMetrics, type SocketRefusal } from '../metrics/socket-metrics.js';
import { clientOf } from './arrival.js';
import { formatError } from './error-gate.js';
import type { GraphQLContext } from './context.js';
import { networkOf } from './limits/client-network.js';
import { Places } from './limits/places.js';
import { badRequest, SubscriptionGate } from './subscription-gate.js';
import { SubscriptionRuns } from './subscription-runs.js';
import { CONFIGURATION } from './tokens.js';
import { VerifiedActors } from './verified-actors.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const MOST_BYTES = 65_536;
/** Subscriptions of one socket at once. */
const MOST_OPERATIONS = 20;
const PING_MS = 12_000;
/** Seconds after which a place may be free again. */
const RETRY_AFTER = 10;
/** Clients of graphql-ws come back later after this code. */
const TRY_AGAIN_LATER = 1013;
/** After this one they come back at once. */
const SERVICE_RESTART = 1012;
/** So much of the time that sockets stay open at most is drawn: those opened together do not come back together. */
const DRAWN = 0.1;
/** All sockets of a replica have one holder. */
const EVERYBODY = '';

type Verified = (accepted: boolean, status?: number, message?: string, headers?: Record<string, string>) => void;

/** What the library keeps of a socket, as far as it matters here. */
interface Connection {
  readonly extra: Extra;
  /** By id, those that are about to begin among them. */
  readonly subscriptions: Readonly<Record<string, unknown>>;
}

interface Opened {
  readonly actor: Actor | null;
  readonly stopWatching: () => void;
  /** Until it is closed for its age. */
  readonly timer: NodeJS.Timeout;
}

/**
 * Subscriptions over WebSocket (graphql-transport-ws) at the path of the HTTP endpoint. A socket acts for whoever opened it:
 * by `authorization` in the connection's parameters, as in the HTTP header, or by the session cookie of our own pages. It is
 * closed when that ends, and after some time in any case: whoever goes on comes back with the last cursor. Queries and mutations go
 * by HTTP. Sockets are bounded altogether, by address and by account at each replica, and
 * each subscription takes points from the budgets of both, as an operation by HTTP does.
 */
@Injectable()
export class GraphQLSockets implements OnApplicationBootstrap, OnModuleDestroy {
  private server: WebSocketServer | null = null;
  private closing: (() => void | Promise<void>) | null = null;
  private readonly replica: Places;
  private readonly addresses: Places;
  private readonly accounts: Places;
  private readonly trusted: (address: string, hop: number) => boolean;
  private readonly metrics: SocketMetrics;
  /** Of the sockets that have said who they are. */
  private readonly connections = new Set<Connection>();

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly schemas: GraphQLSchemaHost,
    private readonly actors: VerifiedActors,
    private readonly runs: SubscriptionRuns,
    private readonly ends: SessionEnds,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly gate: SubscriptionGate,
    metrics: ServiceMetrics,
  ) {
    this.replica = new Places(configuration.sockets.replica);
    this.addresses = new Places(configuration.sockets.address);
    this.accounts = new Places(configuration.sockets.account);
    this.trusted = proxyAddress.compile([...configuration.trustedProxies]);
    this.metrics = new SocketMetrics(metrics, {
      sockets: () => this.server?.clients.size ?? 0,
      subscriptions: () =>
        [...this.connections].reduce((sum, { subscriptions }) => sum + Object.keys(subscriptions).length, 0),
    });
  }

  onApplicationBootstrap(): void {
    const server = new WebSocketServer({
      server: this.adapters.httpAdapter.getHttpServer() as Server,
      path: '/graphql',
      maxPayload: MOST_BYTES,
      verifyClient: ({ req }: { req: IncomingMessage }, done: Verified) => {
        const headers = { 'Retry-After': String(RETRY_AFTER) };
        if (!this.takes(this.addresses, networkOf(this.addressOf(req)), req, 'address'))
          return done(false, 429, 'Too Many Requests', headers);
        if (!this.takes(this.replica, EVERYBODY, req, 'replica'))
          return done(false, 503, 'Service Unavailable', headers);
        done(true);
      },
      handleProtocols: (protocols) =>
        protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    });
    const opened = new WeakMap<object, Opened>();
    const contextOf = ({ extra: { socket, request } }: Connection): GraphQLContext & Record<string, unknown> => ({
      actor: opened.get(socket)?.actor ?? null,
      receivedAt: this.clock.now(),
      requestId: crypto.randomUUID(),
      address: this.addressOf(request),
      fromLoopback: LOOPBACK.has(request.socket.remoteAddress ?? ''),
    });
    const { dispose } = useServer(
      {
        schema: this.schemas.schema,
        connectionInitWaitTimeout: 10_000,
        subscribe: (args) => this.runs.begin(args),
        onConnect: async (context) => {
          const { socket, request } = context.extra;
          const proof = this.proofIn(request, context.connectionParams);
          const actor = await this.actors.actorOf(proof);
          if (actor === null || proof === null) {
            this.metrics.refused('credentials');
            return false;
          }
          if (!this.takes(this.accounts, actor.id, request, 'account')) {
            socket.close(TRY_AGAIN_LATER, 'Too many sockets of this account');
            return false;
          }
          const stopWatching = this.ends.watch(proof, actor, () => socket.close(CloseCode.Forbidden, 'Forbidden'));
          opened.set(socket, {
            actor: { ...actor, client: clientOf(context.connectionParams ?? {}) },
            stopWatching,
            timer: setTimeout(
              () => socket.close(SERVICE_RESTART, 'Open for long enough; come back'),
              this.configuration.sockets.lifetimeMs * (1 - DRAWN * Math.random()),
            ).unref(),
          });
          this.connections.add(context);
          return true;
        },
        onClose: (context) => {
          const known = opened.get(context.extra.socket);
          known?.stopWatching();
          clearTimeout(known?.timer);
          this.connections.delete(context);
        },
        onSubscribe: (context, _id, payload) =>
          // The library counts this one already, and takes out what has ended.
          Object.keys(context.subscriptions).length > MOST_OPERATIONS
            ? [badRequest(`At most ${MOST_OPERATIONS} subscriptions run on one socket.`)]
            : this.gate.refusalOf(payload, contextOf(context)),
        // The gate has done so.
        validate: () => [],
        onOperation: (_context, _id, _payload, { document, operationName }, result) => {
          if (!('errors' in result)) this.metrics.answered(document, operationName, []);
        },
        context: contextOf,
        onError: (_context, _id, _payload, errors) => {
          const formatted = errors.map((error) => formatError(toFormatted(error), error));
          this.metrics.notRun(formatted);
          return formatted;
        },
        onNext: (_context, _id, _payload, { document, operationName }, { data, errors }) => {
          this.metrics.event(document, operationName);
          if (errors === undefined) return undefined;
          const formatted = errors.map((error) => formatError(toFormatted(error), error));
          this.metrics.answered(document, operationName, formatted);
          return { data: data ?? null, errors: formatted };
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

  /** Whether there is a place left; it is given back when the line is closed, however that comes about. */
  private takes(places: Places, holder: string, { socket }: IncomingMessage, reason: SocketRefusal): boolean {
    // Gone while it was looked up who it is: nobody would give the place back.
    if (socket.destroyed) return false;
    const leave = places.take(holder);
    if (leave === null) this.metrics.refused(reason);
    else socket.once('close', leave);
    return leave !== null;
  }

  /** Whom the socket comes from: as Fastify sees requests, and believes the same proxies. */
  private addressOf(request: IncomingMessage): string {
    return proxyAddress(request, this.trusted);
  }

  private proofIn(request: IncomingMessage, parameters: Readonly<Record<string, unknown>> | undefined): Proof | null {
    const authorization = parameters?.['authorization'] ?? parameters?.['Authorization'];
    return typeof authorization === 'string'
      ? bearerProof(authorization)
      : socketProof(request, this.configuration.publicUrl);
  }
}

const toFormatted = (error: unknown) =>
  error instanceof GraphQLError ? error.toJSON() : { message: String(error), extensions: {} };

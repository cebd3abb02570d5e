import { HttpException, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { currentOperation, Deadline } from '@reflexbogen/persistence';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../../configuration.js';
import { RETRY_AFTER } from '../unavailable.js';
import { CONFIGURATION } from '../tokens.js';
import { messageOf, refusalExtensions, RateLimits } from './rate-limits.service.js';
import type { RateRefusal } from './rate-leases.js';
import { routeLimit, type RouteLimit } from './route-limits.js';
import { cutOffWhenSlow } from './slow-bodies.js';

const GRAPHQL = '/graphql';
/** So often within the patience for a transfer it is looked whether anything has moved. */
const LOOKS = 4;

const refusalBody = (refusal: RateRefusal) => ({
  statusCode: 429,
  message: messageOf(refusal),
  ...refusalExtensions(refusal),
});

/** Somebody has nothing left in a budget. */
export class RateLimitedException extends HttpException {
  readonly retryAfter: number;

  constructor(refusal: RateRefusal) {
    super(refusalBody(refusal), 429);
    this.retryAfter = refusal.retryAfter;
  }
}

/** Says that the time of a request that is no operation was over. */
export const lateAnswer = (milliseconds: number) => ({
  statusCode: 503,
  message: `This was ended: it may take ${milliseconds / 1000} s, and what is sent or fetched must get on all the while.`,
  code: 'LIMIT_DEADLINE',
  limit: milliseconds,
});

/**
 * Holds every route beside the GraphQL endpoint to its budget and its time (route-limits.ts). When the time is over, or nothing
 * has moved for too long, or a reader has gone away, the statement that runs for it is cancelled; what has been sent in part ends
 * in the middle, so that nobody takes it for the whole.
 */
@Injectable()
export class RouteGate implements OnModuleInit {
  private readonly deadlines = new WeakMap<object, Deadline>();

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    const server = this.adapters.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRequest', async (request, reply) => {
      const refusal = isOurs(request) ? await this.charge(request, routeLimit(request.routeOptions.url)) : null;
      // Not thrown: what is served before there are filters would say it in other words.
      if (refusal !== null)
        await reply.code(429).header('Retry-After', String(refusal.retryAfter)).send(refusalBody(refusal));
    });
    server.addHook('preParsing', (request, _reply, payload, done) => {
      // Files are looked at by how they move.
      if (isOurs(request) && routeLimit(request.routeOptions.url).time === 'OPERATION') cutOffWhenSlow(request);
      done(null, payload);
    });
    server.addHook('preHandler', (request, reply, done) => {
      if (isOurs(request)) this.begin(request, reply, routeLimit(request.routeOptions.url));
      done();
    });
    server.addHook('onResponse', (request, _reply, done) => {
      this.deadlines.get(request.raw)?.lift();
      done();
    });
  }

  private async charge({ ip }: FastifyRequest, { of, waits }: RouteLimit): Promise<RateRefusal | null> {
    if (of === 'nobody') return null;
    return waits ? this.rates.arrival(ip, of) : this.rates.passing(ip);
  }

  private begin({ raw, method }: FastifyRequest, reply: FastifyReply, { time }: RouteLimit): void {
    const operation = currentOperation();
    if (operation === null) throw new Error('a request that is no operation (operation-kind.ts)');
    const { operationMs, transferMs, stallMs } = this.configuration;
    const deadline = new Deadline(time === 'TRANSFER' ? transferMs : operationMs);
    operation.deadline = deadline;
    this.deadlines.set(raw, deadline);
    const stopLooking = time === 'TRANSFER' ? passWhenStalled(deadline, raw, stallMs) : undefined;
    reply.raw.once('close', () => {
      stopLooking?.();
      if (!reply.raw.writableFinished && (method === 'GET' || method === 'HEAD')) deadline.pass();
    });
    deadline.follow((isOver) => (isOver ? endLate(reply, deadline.milliseconds) : undefined));
  }
}

const isOurs = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url !== GRAPHQL;

function endLate(reply: FastifyReply, milliseconds: number): void {
  if (reply.raw.destroyed || reply.raw.writableFinished) return;
  // Begun, it cannot be taken back: a body that ends before its time is no answer.
  if (reply.raw.headersSent) return void reply.raw.destroy();
  // Whatever of a body is still to come is not waited for.
  void reply.code(503).headers({ 'Retry-After': RETRY_AFTER, connection: 'close' }).send(lateAnswer(milliseconds));
}

/** Ends a transfer of which no byte has come or gone for too long. @returns what ends the looking */
function passWhenStalled(deadline: Deadline, { socket }: FastifyRequest['raw'], stallMs: number): () => void {
  let moved = -1;
  let still = 0;
  const look = setInterval(() => {
    const now = socket.bytesRead + socket.bytesWritten;
    still = now === moved ? still + 1 : 0;
    moved = now;
    if (still >= LOOKS) deadline.pass();
  }, stallMs / LOOKS).unref();
  return () => clearInterval(look);
}

import { Transform } from 'node:stream';
import { HttpException, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { currentOperation, Deadline } from '@reflexbogen/persistence';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { proofOf } from '../../access/request-proof.js';
import type { Configuration } from '../../configuration.js';
import { CONFIGURATION } from '../tokens.js';
import { RETRY_AFTER, UNAVAILABLE_MESSAGE } from '../unavailable.js';
import { VerifiedActors } from '../verified-actors.js';
import { ExaminedDocuments } from './examined-documents.js';
import { bytesByFields, bytesByRoles, rootFieldsOf } from './larger-bodies.js';
import { extensionsOf, LIMITS, messageOf, statusOf, type Breach } from './limits.js';
import { messageOf as waitMessage, RateLimits, refusalExtensions } from './rate-limits.service.js';
import { cutOffWhenSlow } from './slow-bodies.js';
import { holdsUnreadable, isUnreadable } from './unreadable-text.js';
import { variableBreach } from './variable-limits.js';
import { WorkInHand } from './work-in-hand.js';

const PATH = '/graphql';

/**
 * Refuses requests to the GraphQL endpoint by what can be told without the schema: kind and size of the body before it is read,
 * the document before it is validated, the variables before they are coerced. What passes comes to Apollo, which answers
 * everything that is malformed within these bounds.
 */
@Injectable()
export class GraphQLRequestGate implements OnModuleInit {
  private readonly documents = new ExaminedDocuments();
  /** Bytes of bodies as they came. */
  private readonly bytes = new WeakMap<object, number>();
  private readonly deadlines = new WeakMap<object, Deadline>();
  private readonly work = new WorkInHand();

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly actors: VerifiedActors,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    const server = this.adapters.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRequest', (request, reply, done) => {
      if (!isOurs(request)) return done();
      // Refused with its body unread: reading, parsing and checking what is refused afterwards costs more than it gives.
      done(this.work.isFull ? busy(reply) : (formRefusal(request) ?? undefined));
    });
    server.addHook('preParsing', async (request, reply, payload) =>
      isOurs(request) ? await this.taken(request, reply, payload) : payload,
    );
    server.addHook('preHandler', (request, reply, done) => {
      if (!isOurs(request)) return done();
      const bytes = this.bytes.get(request.raw) ?? 0;
      const answered = this.work.take(bytes);
      if (answered === null) return done(busy(reply));
      reply.raw.once('close', answered);
      const asked = askedBy(request);
      const breach = this.breachIn(asked, bytes);
      if (breach !== null) done(refusalOf(breach));
      else if ((typeof asked.query === 'string' && isUnreadable(asked.query)) || holdsUnreadable(asked.variables))
        done(answer(400, 'BAD_USER_INPUT', 'Texts may not hold the character U+0000.'));
      else {
        this.begin(request, reply);
        done();
      }
    });
    server.addHook('onResponse', (request, _reply, done) => {
      this.deadlines.get(request.raw)?.lift();
      done();
    });
  }

  /** The time of the operation runs from now on, until it is answered. */
  private begin({ raw }: FastifyRequest, reply: FastifyReply): void {
    const operation = currentOperation();
    if (operation === null) throw new Error('a request that is no operation (operation-kind.ts)');
    operation.deadline = new Deadline(this.configuration.operationMs);
    this.deadlines.set(raw, operation.deadline);
    // Whoever goes away asks for nothing any more. What they wanted written is written: they come back with the same key.
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished && operation.isRead) operation.deadline?.pass();
    });
  }

  private async taken(request: FastifyRequest, reply: FastifyReply, payload: RequestPayload): Promise<RequestPayload> {
    const wait = await this.rates.arrival(request.ip);
    if (wait !== null) {
      void reply.headers({ 'retry-after': String(wait.retryAfter), connection: 'close' });
      throw new HttpException({ errors: [{ message: waitMessage(wait), extensions: refusalExtensions(wait) }] }, 429);
    }
    if (request.method !== 'POST') return payload;
    const body = await this.measured(request, reply, payload);
    cutOffWhenSlow(request);
    return body;
  }

  /** The body, which ends with a refusal where it turns out to be larger than its head has said. */
  private async measured(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
  ): Promise<RequestPayload> {
    const declared = request.headers['content-length'];
    const length = declared === undefined ? null : Number(declared);
    const allowed = length !== null && length <= LIMITS.BODY_BYTES ? LIMITS.BODY_BYTES : await this.allowed(request);
    if (length !== null) {
      // Whoever has not sent it yet need not: nobody reads on.
      const breach = bodyBreach(allowed, length);
      if (breach !== null) {
        void reply.header('connection', 'close');
        throw refusalOf(breach);
      }
      this.bytes.set(request.raw, length);
      return payload;
    }
    const counting = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const bytes = (this.bytes.get(request.raw) ?? 0) + chunk.length;
        this.bytes.set(request.raw, bytes);
        const breach = bodyBreach(allowed, bytes);
        if (breach === null) return done(null, chunk);
        void reply.header('connection', 'close');
        done(refusalOf(breach));
      },
    });
    return payload.pipe(counting);
  }

  private async allowed(request: FastifyRequest): Promise<number> {
    const actor = await this.actors.actorOf(proofOf(request, this.configuration.publicUrl));
    return bytesByRoles(actor?.roles ?? []);
  }

  private breachIn({ query, operationName, variables }: Asked, bytes: number): Breach | null {
    const { breach, document } = typeof query === 'string' ? this.documents.examine(query) : NOT_EXAMINED;
    if (breach !== null) return breach;
    const name = typeof operationName === 'string' ? operationName : null;
    const allowed = bytesByFields(document === null ? [] : rootFieldsOf(document, name));
    const isLarger = allowed > LIMITS.BODY_BYTES;
    return bodyBreach(allowed, bytes) ?? variableBreach(variables, isLarger);
  }
}

/** What a request asks, as it came. */
interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

function askedBy({ method, body, raw }: FastifyRequest): Asked {
  if (method === 'POST') return body ?? {};
  const { searchParams } = new URL(raw.url ?? '', 'http://service');
  const [query, operationName, variables] = ['query', 'operationName', 'variables'].map((name) =>
    searchParams.get(name),
  );
  return { query, operationName, variables: jsonOf(variables) };
}

/** Text that is no JSON has nothing in it; Apollo says so. */
function jsonOf(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const NOT_EXAMINED = { breach: null, document: null };
const isOurs = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === PATH;

const bodyBreach = (allowed: number, asked: number): Breach | null =>
  asked > allowed ? { limit: allowed === LIMITS.BODY_BYTES ? 'BODY_BYTES' : 'LARGE_BODY_BYTES', allowed, asked } : null;

/**
 * Operations come as JSON by POST: browsers send that across sites only after asking, and nobody gives leave. A compressed body
 * is not taken, so that none grows while it is read.
 */
function formRefusal({ method, headers }: FastifyRequest): HttpException | null {
  if (method !== 'POST') return null;
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') return answer(415, 'UNSUPPORTED_ENCODING', 'Bodies are sent without Content-Encoding.');
  if (!JSON_TYPE.test(headers['content-type'] ?? ''))
    return answer(415, 'UNSUPPORTED_MEDIA_TYPE', 'Operations are sent as application/json in UTF-8.');
  return null;
}

const JSON_TYPE = /^\s*application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i;

const refusalOf = (breach: Breach): HttpException =>
  new HttpException({ errors: [{ message: messageOf(breach), extensions: extensionsOf(breach) }] }, statusOf(breach));

/** Not closed: the rest of the body is thrown away as it comes, and a reset connection would take the answer along. */
function busy(reply: FastifyReply): HttpException {
  void reply.header('retry-after', RETRY_AFTER);
  return answer(503, 'SERVICE_UNAVAILABLE', UNAVAILABLE_MESSAGE);
}

const answer = (status: number, code: string, message: string): HttpException =>
  new HttpException({ errors: [{ message, extensions: { code } }] }, status);

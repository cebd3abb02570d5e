import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import type { Clock } from '../clock.js';

const arrivals = new WeakMap<object, Date>();

/** Notes when the head of each request came in, before its body is read. */
export function noteArrivals(server: FastifyInstance, clock: Clock): void {
  server.addHook('onRequest', (request, _reply, done) => {
    arrivals.set(request.raw, clock.now());
    done();
  });
}

/** When the head of a request came in. */
export function arrivalOf({ raw }: Pick<FastifyRequest, 'raw'>): Date {
  const arrival = arrivals.get(raw);
  if (arrival === undefined) throw new Error('a request came in before the service was put together');
  return arrival;
}

/** A name and a version, as Apollo's clients and ours send them; anything else is not kept. */
const CLIENT = /^[\w .@/+-]{1,60}$/;

/** The program that headers, or the parameters of a socket, name: apollographql-client-name and -version. */
export function clientOf(values: Readonly<Record<string, unknown>>): string | null {
  const named = ['apollographql-client-name', 'apollographql-client-version']
    .map((name) => values[name])
    .filter((value): value is string => typeof value === 'string' && CLIENT.test(value));
  return named.length === 0 ? null : named.join(' ');
}

/** The actor with the program that the request names. */
export const withClient = (actor: Actor | null, { headers }: Pick<FastifyRequest, 'headers'>): Actor | null =>
  actor === null ? null : { ...actor, client: clientOf(headers) };

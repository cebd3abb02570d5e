import type { FastifyInstance } from 'fastify';
import { isKnownMethod } from '../logging/field-kinds.js';
import type { ServiceMetrics } from './service-metrics.js';

/** The pattern of the path that a request went to; its path is the caller's text. */
export const routeOf = (url: string | undefined): string => url ?? 'none';

/** Counts every request from its head to the end of its answer, or to the caller's leaving. */
export function observeHttp(server: FastifyInstance, metrics: ServiceMetrics): void {
  server.addHook('onRequest', (_request, _reply, done) => {
    metrics.httpInFlight.inc();
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    metrics.httpInFlight.dec();
    const method = isKnownMethod(request.method) ? request.method : 'other';
    const route = routeOf(request.routeOptions.url);
    metrics.http.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}

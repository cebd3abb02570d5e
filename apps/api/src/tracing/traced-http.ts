import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextOf, type Traced, type Tracing } from './tracing.js';

/** Asked every few seconds by machines: traces of them are noise. */
const UNTRACED = /^\/(health|metrics)(\/|\?|$)/;
const GRAPHQL = '/graphql';

/** Traces each request; what comes of a GraphQL request is part of its operation. */
export function traceHttp(server: FastifyInstance, tracing: Tracing): void {
  const requests = new WeakMap<object, Traced>();
  const operations = new WeakMap<object, Traced>();
  server.addHook('onRequest', (request, _reply, done) => {
    if (UNTRACED.test(request.url)) return done();
    const traced = tracing.begin(
      'request',
      { 'http.request.method': request.method, 'reflexbogen.request': request.id },
      contextOf(request.headers['traceparent']),
    );
    requests.set(request.raw, traced);
    tracing.within(traced, done);
  });
  // Once its body is read, a request goes on outside of what it was within before.
  server.addHook('preValidation', (request, _reply, done) => {
    const traced = requests.get(request.raw);
    if (traced === undefined) return done();
    if (routeOf(request) !== GRAPHQL) return tracing.within(traced, done);
    const operation = tracing.begin('operation', {}, traced.context);
    operations.set(request.raw, operation);
    tracing.within(operation, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const failed = reply.statusCode >= 500;
    operations.get(request.raw)?.end(failed);
    const traced = requests.get(request.raw);
    traced?.describe({ 'http.route': routeOf(request), 'http.response.status_code': reply.statusCode });
    traced?.end(failed);
    done();
  });
}

const routeOf = (request: FastifyRequest): string | undefined => request.routeOptions.url;

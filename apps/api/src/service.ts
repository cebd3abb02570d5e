import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  appUrlOf,
  asService,
  createDataSource,
  type EmbeddedServer,
  HeavyReads,
  observeStatements,
  PersonRepository,
  prepareDatabase,
  startEmbeddedServer,
  StudyRepository,
} from '@reflexbogen/persistence';
import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { systemClock, type Clock } from './clock.js';
import { noteArrivals } from './graphql/arrival.js';
import { knowValidations } from './graphql/known-validations.js';
import { routeLimit } from './graphql/limits/route-limits.js';
import { openOperations } from './graphql/operation-kind.js';
import { ConfigurationError, type Configuration } from './configuration.js';
import { ImportService } from './exchange/import.service.js';
import { noticeOf, PRIVATE_DATABASE_LOG } from './logging/database-notices.js';
import { summaryOf } from './logging/error-summary.js';
import { learnRelations, learnRoute } from './logging/known-names.js';
import { log } from './logging/log.js';
import { GatedLogger } from './logging/nest-logger.js';
import { observeHttp } from './metrics/observed-http.js';
import { ServiceMetrics } from './metrics/service-metrics.js';
import { countStatements } from './metrics/counted-statements.js';
import { Readiness } from './health/readiness.js';
import { serveGraphiql } from './web/graphiql.js';
import { traceHttp } from './tracing/traced-http.js';
import { Tracing } from './tracing/tracing.js';
import { serveWebApp } from './web/web-app.js';

/** A question set of two thousand questions in six languages; study packages have a stream of their own. */
const BODY_LIMIT = 8 * 1_048_576;
/** Whoever sends the head of a request more slowly is cut off; a study package has long, other bodies less (request-gate.ts, route-gate.ts). */
const HEADERS_MS = 10_000;

/** A running service. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly address: string;
  /** Says that it is about to stop, while it goes on: readiness falls. */
  readonly drain: () => void;
  readonly stop: () => Promise<void>;
}

export interface ApplicationOptions {
  readonly configuration: Configuration;
  readonly dataSource: DataSource;
  /** Pool of a standby for long reads, not opened yet. */
  readonly replica?: DataSource;
  readonly appUrl: string;
  /** What time it is; the tests set it. */
  readonly clock?: Clock;
}

/** Puts the application together without listening. The tests start here, on a database of their own. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const { trustedProxies } = options.configuration;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: options.configuration.transferMs,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 2_000 },
  });
  noteArrivals(adapter.getInstance(), options.clock ?? systemClock);
  const metrics = new ServiceMetrics();
  observeHttp(adapter.getInstance(), metrics);
  observeStatements(options.dataSource, countStatements(metrics));
  const { tracing: traces } = options.configuration;
  const tracing = traces === null ? null : new Tracing(traces, metrics);
  if (tracing !== null) {
    traceHttp(adapter.getInstance(), tracing);
    observeStatements(options.dataSource, tracing.statements);
  }
  openOperations(adapter.getInstance());
  refuseUnreadableHosts(adapter.getInstance());
  // A study package stays a stream: it may be larger than memory.
  adapter.getInstance().addContentTypeParser('application/zip', (_request, payload, done) => done(null, payload));
  adapter.getInstance().addHook('onRoute', ({ url }) => {
    // Thrown here, it refuses the start.
    routeLimit(url);
    learnRoute(url);
  });
  await serveWebApp(adapter.getInstance());
  if (!options.configuration.production) serveGraphiql(adapter.getInstance());
  await learnRelations(options.dataSource);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for({ ...options, metrics, tracing }),
    adapter,
    {
      logger: new GatedLogger(),
      abortOnError: false,
    },
  );
  // Bounds and formats that the models state; a class without any is fine.
  app.useGlobalPipes(new ValidationPipe({ transform: true, forbidUnknownValues: false }));
  await app.init();
  knowValidations();
  await adapter.getInstance().ready();
  return app;
}

const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** Addresses are put together from the Host header further on; one that is none is the caller's fault, not ours. */
function refuseUnreadableHosts(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const { host } = request.headers;
    if (host !== undefined && !(HOST.test(host) && URL.canParse(`http://${host}/`)))
      await reply.code(400).send({ statusCode: 400, message: 'Host: expected the name or address of this service.' });
  });
}

/** Starts everything: database, migrations, application; imports the reference study into an empty database. */
export async function startService(configuration: Configuration): Promise<Service> {
  let server: EmbeddedServer | null = null;
  if (configuration.databaseUrl === null)
    server = await startEmbeddedServer({
      dataDir: configuration.dataDir,
      settings: PRIVATE_DATABASE_LOG,
      ...(configuration.walArchiveDir === null ? {} : { archive: configuration.walArchiveDir }),
      onNotice: (text) => log('database.notice', { notice: noticeOf(text) }),
    });
  try {
    const prepared = await prepareDatabase({
      ...(server === null
        ? { ownerUrl: configuration.databaseUrl ?? '' }
        : { ownerUrl: server.ownerUrl, appPassword: server.appPassword }),
      holdsBackContract: configuration.holdsBackContract,
    });
    for (const warning of prepared.warnings) log('database.notice', { notice: noticeOf(warning) });
    const dataSource = createDataSource({
      url: prepared.appUrl,
      onPoolError: (error) => log('database.connection-lost', summaryOf(error)),
    });
    await dataSource.initialize();
    const { databaseReplicaUrl } = configuration;
    const replica =
      databaseReplicaUrl === null
        ? null
        : createDataSource({ url: appUrlOf(databaseReplicaUrl, undefined), applicationName: 'reflexbogen-reads' });
    const app = await createApplication({
      configuration,
      dataSource,
      appUrl: prepared.appUrl,
      ...(replica === null ? {} : { replica }),
    });
    if (configuration.loadsReferenceStudy) await asService(() => importReferenceStudy(app, dataSource));
    await listen(app, configuration);
    const embedded = server;
    return {
      app,
      address: await app.getUrl(),
      drain: () => app.get(Readiness).drain(),
      // The order matters: requests in progress need the pool, the pool needs the server.
      stop: async () => {
        await app.close();
        await app.get(HeavyReads).stop();
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { port, host }: Configuration): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE')
      throw new ConfigurationError(`Port ${port} is in use. Stop whatever uses it, or set PORT to another one.`);
    throw error;
  }
}

/** The first start of an empty database: something to look at. */
async function importReferenceStudy(app: NestFastifyApplication, dataSource: DataSource): Promise<void> {
  const folder = fileURLToPath(new URL('../../../studies/integration-2021', import.meta.url));
  if (!existsSync(folder) || (await new StudyRepository(dataSource).list()).length > 0) return;
  const outcome = await app
    .get(ImportService)
    .importPath(folder, await app.get(PersonRepository).bySubject('reflexbogen|service', 'Reflexbogen'));
  if (outcome.status === 'SUCCEEDED') log('reference-study.imported', {});
  else log('reference-study.refused', { status: outcome.status, faults: outcome.faults.length });
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Logger, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createDataSource,
  prepareDatabase,
  startEmbeddedServer,
  StudyRepository,
  type EmbeddedServer,
} from '@reflexbogen/persistence';
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { ConfigurationError, type Configuration } from './configuration.js';
import { ImportService } from './exchange/import.service.js';

/** A question set of two thousand questions in six languages; study packages have a stream of their own. */
const BODY_LIMIT = 8 * 1_048_576;

/** A running service. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export interface ApplicationOptions {
  readonly configuration: Configuration;
  readonly dataSource: DataSource;
  readonly appUrl: string;
}

/** Puts the application together without listening. The tests start here, on a database of their own. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: false });
  // A study package stays a stream: it may be larger than memory.
  adapter.getInstance().addContentTypeParser('application/zip', (_request, payload, done) => done(null, payload));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(options), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  // Bounds and formats that the models state; a class without any is fine.
  app.useGlobalPipes(new ValidationPipe({ transform: true, forbidUnknownValues: false }));
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Starts everything: database, migrations, application; imports the reference study into an empty database. */
export async function startService(configuration: Configuration): Promise<Service> {
  const logger = new Logger('Service');
  let server: EmbeddedServer | null = null;
  if (configuration.databaseUrl === null)
    server = await startEmbeddedServer({ dataDir: configuration.dataDir, onNotice: (text) => logger.warn(text) });
  try {
    const prepared = await prepareDatabase(
      server === null
        ? { ownerUrl: configuration.databaseUrl ?? '' }
        : { ownerUrl: server.ownerUrl, appPassword: server.appPassword },
    );
    for (const warning of prepared.warnings) logger.warn(warning);
    const dataSource = createDataSource({
      url: prepared.appUrl,
      onPoolError: (error) => logger.warn(`a database connection was lost: ${error.message}`),
    });
    await dataSource.initialize();
    const app = await createApplication({ configuration, dataSource, appUrl: prepared.appUrl });
    await importReferenceStudy(app, dataSource, logger);
    await listen(app, configuration);
    const embedded = server;
    return {
      app,
      address: await app.getUrl(),
      // The order matters: requests in progress need the pool, the pool needs the server.
      stop: async () => {
        await app.close();
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
async function importReferenceStudy(
  app: NestFastifyApplication,
  dataSource: DataSource,
  logger: Logger,
): Promise<void> {
  const folder = fileURLToPath(new URL('../../../studies/integration-2021', import.meta.url));
  if (!existsSync(folder) || (await new StudyRepository(dataSource).list()).length > 0) return;
  const outcome = await app.get(ImportService).importPath(folder, { id: 'reflexbogen', name: 'Reflexbogen' });
  if (outcome.status === 'SUCCEEDED')
    logger.warn(`imported the reference study ${outcome.study ?? ''}; its single answers are synthetic`);
  else
    logger.error(
      `the reference study was not imported: ${outcome.faults.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`).join('; ') || outcome.status}`,
    );
}

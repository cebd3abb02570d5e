import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, HeavyReads, PersonRepository, type DataSourceSettings } from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from '@reflexbogen/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { Role } from '../../apps/api/src/access/actor.js';
import { TokenService } from '../../apps/api/src/access/token.service.js';
import { readConfiguration, type Configuration } from '../../apps/api/src/configuration.js';
import type { JobSettings } from '../../apps/api/src/jobs/job-settings.js';
import type { TrustedDocumentSettings } from '../../apps/api/src/graphql/trusted-documents.configuration.js';
import type { MailConfiguration } from '../../apps/api/src/mail/mail-configuration.js';
import { systemClock, type Clock } from '../../apps/api/src/clock.js';
import type { ImportModel } from '../../apps/api/src/exchange/exchange.model.js';
import { ImportService } from '../../apps/api/src/exchange/import.service.js';
import { createApplication } from '../../apps/api/src/service.js';
import { PLENTY } from './plenty.js';

export { Role };

export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The whole service on a database of its own, behind real HTTP. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  /** For looking behind the service, as its role: rows of all municipalities are in sight. */
  readonly dataSource: DataSource;
  /** The service's own pool. */
  readonly pool: DataSource;
  readonly ownerUrl: string;
  readonly url: string;
  readonly token: (
    role: Role,
    claims?: {
      study?: string;
      municipality?: string;
      name?: string;
      singleAnswers?: boolean;
      department?: string;
      signatory?: boolean;
    },
  ) => Promise<string>;
  readonly query: <Data>(document: string, variables?: object, token?: string) => Promise<GraphQLAnswer<Data>>;
  readonly importPath: (path: string) => Promise<ImportModel>;
  /** Another replica of the service on the same database, with another configuration where it says so. */
  readonly startReplica: (changes?: Partial<Configuration>) => Promise<TestReplica>;
  readonly stop: () => Promise<void>;
}

export interface TestReplica {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface TestApiOptions {
  /** A prepared database of its own; without it a new one. It is dropped with the service. */
  readonly database?: TestDatabase;
  /** What time it is for the service; without it the real one. */
  readonly clock?: Clock;
  /** Where mails go; without it they stay queued. */
  readonly mail?: MailConfiguration;
  readonly jobs?: JobSettings;
  /** Address of a standby for the application role. */
  readonly replicaUrl?: string;
  /** Which documents may be run; without it all of them. */
  readonly trustedDocuments?: TrustedDocumentSettings;
  /** Port under which browsers reach the service as http://localhost:…; without it any port, and no browser signs in. */
  readonly port?: number;
  /** Further variables of the environment. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Of the pool; without it as the service has it. */
  readonly pool?: Pick<DataSourceSettings, 'poolSize' | 'bounds' | 'timeouts'>;
}

export async function startTestApi({
  clock = systemClock,
  port = 0,
  database: given,
  replicaUrl,
  environment = {},
  pool = {},
  ...resources
}: TestApiOptions = {}): Promise<TestApi> {
  const database = given ?? (await createTestDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-api-'));
  const configuration = readConfiguration({
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    ...PLENTY,
    ...(port === 0 ? {} : { PORT: String(port) }),
    ...environment,
  });
  const dataSource = await createDataSource({ url: database.appUrl, ...pool }).initialize();
  const looking = await createDataSource({ url: database.appUrl, poolSize: 4, seesAll: true }).initialize();
  const app = await createApplication({
    configuration,
    dataSource,
    appUrl: database.appUrl,
    clock,
    ...resources,
    ...(replicaUrl === undefined ? {} : { replica: createDataSource({ url: replicaUrl }) }),
  });
  await app.listen({ port, host: '127.0.0.1' });
  const url = await app.getUrl();
  const tokens = app.get(TokenService);
  return {
    app,
    dataSource: looking,
    pool: dataSource,
    ownerUrl: database.ownerUrl,
    url,
    token: async (role, claims = {}) =>
      (
        await tokens.issue({
          role,
          study: claims.study ?? null,
          municipality: claims.municipality ?? null,
          ttlSeconds: 3600,
          name: claims.name ?? null,
          singleAnswers: claims.singleAnswers ?? true,
          department: claims.department ?? null,
          signatory: claims.signatory ?? true,
        })
      ).token,
    query: async <Data>(document: string, variables: object = {}, token?: string) => {
      const request = supertest(url).post('/graphql');
      if (token !== undefined) void request.set('Authorization', `Bearer ${token}`);
      const response = await request.send({ query: document, variables });
      return { status: response.status, ...(response.body as Omit<GraphQLAnswer<Data>, 'status'>) };
    },
    importPath: async (path) =>
      app.get(ImportService).importPath(path, await app.get(PersonRepository).bySubject('test', 'Test')),
    startReplica: async (changes = {}) => {
      const own = await createDataSource({ url: database.appUrl, ...pool }).initialize();
      const replica = await createApplication({
        configuration: { ...configuration, ...changes },
        dataSource: own,
        appUrl: database.appUrl,
        clock,
      });
      await replica.listen({ port: 0, host: '127.0.0.1' });
      return {
        app: replica,
        url: await replica.getUrl(),
        stop: async () => {
          await replica.close();
          await own.destroy();
        },
      };
    },
    stop: async () => {
      await app.close();
      await app.get(HeavyReads).stop();
      await dataSource.destroy();
      await looking.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

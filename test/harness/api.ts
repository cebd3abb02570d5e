import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '@reflexbogen/persistence';
import { createTestDatabase } from '@reflexbogen/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { Role } from '../../apps/api/src/access/actor.js';
import { TokenService } from '../../apps/api/src/access/token.service.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import type { ImportModel } from '../../apps/api/src/exchange/exchange.model.js';
import { ImportService } from '../../apps/api/src/exchange/import.service.js';
import { createApplication } from '../../apps/api/src/service.js';

export { Role };

export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The whole service on a database of its own, behind real HTTP. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly ownerUrl: string;
  readonly url: string;
  readonly token: (
    role: Role,
    claims?: { study?: string; municipality?: string; name?: string; singleAnswers?: boolean },
  ) => Promise<string>;
  readonly query: <Data>(document: string, variables?: object, token?: string) => Promise<GraphQLAnswer<Data>>;
  readonly importPath: (path: string) => Promise<ImportModel>;
  readonly stop: () => Promise<void>;
}

export async function startTestApi(): Promise<TestApi> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'reflexbogen-api-'));
  const configuration = readConfiguration({ DATA_DIR: dataDir, NODE_ENV: 'test' });
  const dataSource = await createDataSource({ url: database.appUrl }).initialize();
  const app = await createApplication({ configuration, dataSource, appUrl: database.appUrl });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = await app.getUrl();
  const tokens = app.get(TokenService);
  return {
    app,
    dataSource,
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
        })
      ).token,
    query: async <Data>(document: string, variables: object = {}, token?: string) => {
      const request = supertest(url).post('/graphql');
      if (token !== undefined) void request.set('Authorization', `Bearer ${token}`);
      const response = await request.send({ query: document, variables });
      return { status: response.status, ...(response.body as Omit<GraphQLAnswer<Data>, 'status'>) };
    },
    importPath: (path) => app.get(ImportService).importPath(path, { id: 'test', name: 'Test' }),
    stop: async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

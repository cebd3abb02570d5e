import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createDataSource } from '@reflexbogen/persistence';
import { createTestDatabase } from '@reflexbogen/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { SignInMailer } from '../../apps/api/src/access/sign-in-link.service.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApplication } from '../../apps/api/src/service.js';
import { CLIENT_ID, CLIENT_SECRET, startIdentityProvider, type TestIdentityProvider } from './identity-provider.js';

export interface SentLink {
  readonly personId: string;
  readonly secret: string;
}

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly string[];
}

export interface Replica {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  /** Asks over HTTP, as whoever the headers show. */
  readonly ask: (query: string, variables?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

/** Two applications on one database, signing in at one identity provider. */
export interface SignInFixture {
  readonly provider: TestIdentityProvider;
  readonly first: Replica;
  readonly second: Replica;
  /** Runs a statement as the owner of the database. */
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  /** Origin under which browsers reach both. */
  readonly publicUrl: string;
  readonly sent: readonly SentLink[];
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param isTerse whether the provider's ID tokens say nothing but the subject */
export async function startSignIn({ isTerse = false }: { isTerse?: boolean } = {}): Promise<SignInFixture> {
  const database = await createTestDatabase();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider(publicUrl, isTerse);
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-sign-in-'));
  const sent: SentLink[] = [];
  const signInMailer: SignInMailer = {
    enqueue: (personId, secret) => {
      sent.push({ personId, secret });
      return Promise.resolve();
    },
  };
  const start = async (name: string, listenOn: number): Promise<Replica> => {
    const configuration = readConfiguration({
      NODE_ENV: 'test',
      DATA_DIR: join(folder, name),
      AUTH_ISSUER: provider.issuer,
      AUTH_CLIENT_ID: CLIENT_ID,
      AUTH_CLIENT_SECRET: CLIENT_SECRET,
      PUBLIC_URL: publicUrl,
    });
    const dataSource = await createDataSource({ url: database.appUrl }).initialize();
    const options = { configuration, dataSource, appUrl: database.appUrl, signInMailer };
    const app = await createApplication(options);
    await app.listen({ port: listenOn, host: '127.0.0.1' });
    const url = await app.getUrl();
    return { url, app, dataSource, ask: (query, variables, headers) => askAt(url, query, variables, headers) };
  };
  const first = await start('first', port);
  const second = await start('second', 0);
  return {
    provider,
    first,
    second,
    sql: async (text, values = []) => {
      const client = new Client({ connectionString: database.ownerUrl });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(text, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    publicUrl,
    sent,
    stop: async () => {
      for (const { app, dataSource } of [first, second]) {
        await app.close();
        await dataSource.destroy();
      }
      await provider.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askAt(
  url: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: readonly { extensions?: { code?: string } }[];
  };
  return {
    status: response.status,
    data: body.data ?? null,
    codes: (body.errors ?? []).map(({ extensions }) => extensions?.code ?? ''),
  };
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** A browser: keeps cookies by host, follows redirects one by one. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Follows redirects until something else comes, or until one leads to where `stopAt` says. */
  async open(address: string, stopAt: (url: URL) => boolean = () => false): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    for (let step = 0; step < 20; step += 1) {
      const response = await this.send(url, {});
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
      if (stopAt(url)) return { url, response };
    }
    throw new Error(`too many redirects, the last to ${url.href}`);
  }

  async send(url: URL | string, init: RequestInit): Promise<Response> {
    const target = new URL(url);
    const headers = new Headers(init.headers);
    const cookies = this.cookieHeader(target.origin);
    if (cookies !== '') headers.set('cookie', cookies);
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    const jar = this.jars.get(target.origin) ?? new Map<string, string>();
    this.jars.set(target.origin, jar);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** What it would send to an origin. */
  cookieHeader(origin: string): string {
    return [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** How long an end of sessions may take to be known everywhere. */
const PROMISED_MS = 5_000;
/** For what comes without a promise of when: against endless runs, not a measure of speed. */
const PATIENCE_MS = 45_000;

/**
 * Asks again until it is so. Fails where it is not, although it was asked later than promised: a slow machine may take its
 * time, and nothing fails for being early.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  isSo: (answer: T) => boolean,
  withinMs = PROMISED_MS,
): Promise<void> {
  const began = Date.now();
  for (;;) {
    const asked = Date.now();
    const answer = await ask();
    if (isSo(answer)) return;
    if (asked - began > withinMs) throw new Error(`after ${asked - began} ms still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for what comes by itself, such as a mail: nobody has promised when, and a busy machine may take its time. */
export const arrives = <T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<void> =>
  eventually(ask, isSo, PATIENCE_MS);

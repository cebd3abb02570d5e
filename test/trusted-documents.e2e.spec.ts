import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  CompareDocument,
  createClient,
  FollowSheetDocument,
  OpenSheetDocument,
  SeriesDocument,
  ViewerDocument,
} from '@reflexbogen/client';
import * as nodes from '@reflexbogen/client/documents';
import * as client from '@reflexbogen/client';
import { createClient as createSocket } from 'graphql-ws';
import { print, type DocumentNode } from 'graphql';
import WebSocket from 'ws';
import { hashOf } from '../apps/api/src/graphql/trusted-documents.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(at('libs/client/trusted-documents.json'), 'utf8')) as Record<string, string>;
const idOf = (document: { toString(): string }) => `sha256:${hashOf(document.toString().trim())}`;
const OWN = 'query Own {\n  viewer {\n    name\n  }\n}';
const pair = { study: 'integration-2021', from: '2017', to: '2018' };
const documentsOf = (module: object): [string, unknown][] =>
  Object.entries(module).filter(([name]) => name.endsWith('Document'));

describe('the manifest of the client library', () => {
  it('has every document by the hash of its text, and nothing else', () => {
    const texts = documentsOf(client).map(([, document]) => String(document).trim());
    expect(texts.length).toBeGreaterThan(50);
    expect(Object.values(manifest).sort()).toEqual(texts.sort());
    for (const [id, text] of Object.entries(manifest))
      expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  it('has the same documents as the parsed nodes', () => {
    const dense = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    const printed = documentsOf(nodes).map(([name, node]) => [name, dense(print(node as DocumentNode))]);
    const texts = documentsOf(client).map(([name, document]) => [name, dense(String(document))]);
    expect(printed.sort()).toEqual(texts.sort());
  });
});

describe('a service that runs trusted documents only', () => {
  let folder: string;
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-trusted-'));
    const own = join(folder, 'own.json');
    writeFileSync(own, JSON.stringify({ 'own-1': OWN }));
    api = await startTestApi({ trustedDocuments: { isRequired: true, manifests: [own] } });
    await api.importPath(at('studies/integration-2021'));
    token = await api.token(Role.ANALYST, { study: pair.study });
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Answer {
    readonly data?: { viewer?: { name: string | null } };
    readonly errors?: { message: string; extensions: { code: string } }[];
  }
  const ask = async (path: string, init: RequestInit = {}): Promise<[number, Answer]> => {
    const answer = await fetch(`${api.url}${path}`, {
      ...init,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      },
    });
    return [answer.status, (await answer.json()) as Answer];
  };
  const post = (body: unknown) => ask('/graphql', { method: 'POST', body: JSON.stringify(body) });

  it.each<[string, object]>([
    ['by its hash', { documentId: idOf(ViewerDocument) }],
    ['by its text', { query: ViewerDocument.toString() }],
    ["of an operator's own client, by its identifier", { documentId: 'own-1' }],
    ["of an operator's own client, by its text", { query: '{viewer{name}}'.replace('{', 'query Own{') }],
    ['as Apollo asks for it', { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(OWN) } } }],
  ])('runs a document %s', async (_name, body) => {
    const [status, { data, errors }] = await post(body);
    expect([status, errors]).toEqual([200, undefined]);
    expect(data).toHaveProperty('viewer');
  });

  it('runs a query by an address', async () => {
    const [status, { data }] = await ask(`/graphql?documentId=${encodeURIComponent('own-1')}`);
    expect([status, data]).toMatchObject([200, { viewer: {} }]);
  });

  it.each<[string, object, number, string]>([
    ['an unknown hash', { documentId: `sha256:${hashOf('{ studies { slug } }')}` }, 404, 'DOCUMENT_NOT_FOUND'],
    [
      "an unknown hash in Apollo's form",
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('x') } } },
      404,
      'DOCUMENT_NOT_FOUND',
    ],
    ['another text', { query: '{ studies { slug } }' }, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['a list of requests', [{ documentId: 'own-1' }], 403, 'DOCUMENT_NOT_TRUSTED'],
    ['nothing', {}, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['a text beside an identifier', { documentId: 'own-1', query: '{ studies { slug } }' }, 400, 'BAD_REQUEST'],
    // Had it been parsed, the answer would be GRAPHQL_PARSE_FAILED.
    ['what does not parse, before it is parsed', { query: '{{{' }, 403, 'DOCUMENT_NOT_TRUSTED'],
  ])('refuses %s', async (_name, body, status, code) => {
    const [answered, { data, errors }] = await post(body);
    expect([answered, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([status, undefined, [code]]);
  });

  it('refuses a query by an address', async () => {
    const [status, { errors }] = await ask(`/graphql?query=${encodeURIComponent('{ studies { slug } }')}`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
  });

  it.each([true, false])('serves the client library, sendHashes: %s', async (sendHashes) => {
    const reflexbogen = createClient({ url: `${api.url}/graphql`, token, sendHashes });
    const { comparison } = await reflexbogen.request(CompareDocument, pair);
    const { series } = await reflexbogen.request(SeriesDocument, { study: pair.study, question: 'challenge.housing' });
    expect([comparison?.panelSize, series?.points.length]).toEqual([15, 2]);
  });

  it('serves the command', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [at('apps/cli/bin/reflexbogen.js'), 'compare', pair.study, pair.from, pair.to, '--format', 'csv'],
      { env: { ...process.env, REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: token } },
    );
    expect(stdout.trim().split('\n').length).toBeGreaterThan(80);
  });

  describe('over a socket', () => {
    const first = async (payload: { query: string; documentId?: string }): Promise<unknown> => {
      const respondent = await api.token(Role.RESPONDENT, { study: pair.study, municipality: 'case-01' });
      const socket = createSocket({
        url: `${api.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${respondent}` },
        retryAttempts: 0,
      });
      // Of a sheet that is not there: refused by the resolver, i.e. after the document was let through.
      const variables = { response: 'cmVzcG9uc2U', since: null };
      try {
        return await new Promise((resolve) =>
          socket.subscribe({ ...payload, variables }, { next: resolve, error: resolve, complete: () => resolve(null) }),
        );
      } finally {
        await socket.dispose();
      }
    };
    const codeOf = (outcome: unknown) =>
      JSON.stringify(outcome).match(/"code":"(\w+)"/)?.[1] ?? JSON.stringify(outcome);

    it.each([
      ['its text', { query: FollowSheetDocument.toString() }],
      ['its hash', { query: '', documentId: idOf(FollowSheetDocument) }],
    ])('runs a subscription by %s', async (_name, payload) => {
      expect(codeOf(await first(payload))).toBe('NOT_FOUND');
    });

    it.each([
      ['another text', { query: 'subscription { viewer { name } }' }, 'DOCUMENT_NOT_TRUSTED'],
      ['an unknown hash', { query: '', documentId: `sha256:${hashOf('x')}` }, 'DOCUMENT_NOT_FOUND'],
      ['a trusted query, which goes by HTTP', { query: OpenSheetDocument.toString() }, 'BAD_REQUEST'],
    ])('refuses %s', async (_name, payload, code) => {
      expect(codeOf(await first(payload))).toBe(code);
    });
  });
});

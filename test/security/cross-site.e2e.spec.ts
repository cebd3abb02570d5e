import { request, type IncomingHttpHeaders } from 'node:http';
import { figures } from '../faults/harness/sizes.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';

const ORIGIN = 'http://localhost:3000';
const MUTATION =
  'mutation { savePerson(input: { name: "Forged", email: "forged@example.org", roles: [{ role: ANALYST }] }) { person: account { id } errors { code message } } }';

interface Variant {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const MULTIPART = `--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: MUTATION })}\r\n--b\r\nContent-Disposition: form-data; name="map"\r\n\r\n{}\r\n--b--\r\n`;
const FORM = `query=${encodeURIComponent(MUTATION)}`;
const JSON_BODY = JSON.stringify({ query: MUTATION });

/** What a browser lets another site send without asking: simple methods, and content types of forms, in every spelling. */
const TYPES = [
  ...[
    null,
    '',
    'text/plain',
    'text/plain; charset=utf-8',
    'text/plain;application/json',
    'TEXT/PLAIN',
    'text/plain, application/json',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/x-www-form-urlencoded;application/json',
  ],
  ...[
    'multipart/form-data; boundary=b',
    'Multipart/Form-Data; boundary=b',
    'multipart/form-data; boundary=b; charset=utf-8',
    'multipart/form-data',
  ],
  ...['text/plain; a="application/json"', 'text/plain;\tcharset=application/json'],
];
const BODIES = [JSON_BODY, FORM, MULTIPART, `${JSON_BODY.slice(0, -1)},"x":"="}`];
const ORIGINS: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  {},
];

const VARIANTS: readonly Variant[] = [
  ...TYPES.flatMap((type) =>
    BODIES.flatMap((body) =>
      ORIGINS.map((headers) => ({
        method: 'POST',
        path: '/graphql',
        headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) },
        body,
      })),
    ),
  ),
  ...['GET', 'HEAD'].flatMap((method) =>
    [`?query=${encodeURIComponent(MUTATION)}`, `?${FORM}&variables={}`, `?extensions={}&${FORM}`].flatMap((path) =>
      ORIGINS.map((headers) => ({ method, path: `/graphql${path}`, headers, body: '' })),
    ),
  ),
  // The right content type, from another site: a browser would have asked first, and been told nothing.
  ...[
    'https://evil.example',
    'null',
    'http://localhost:3001',
    'http://localhost:3000.evil.example',
    'https://localhost:3000',
  ].map((origin) => ({
    method: 'POST',
    path: '/graphql',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON_BODY,
  })),
];

/** Requests that another site makes a browser send, with the cookie of somebody who is signed in. */
describe('requests across sites', () => {
  let api: TestApi;
  let cookie = '';

  beforeAll(async () => {
    api = await startTestApi();
    const token = await api.token(Role.ADMIN);
    const { headers } = await send({
      method: 'POST',
      path: '/auth/development',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    cookie = (headers['set-cookie'] ?? []).map((set) => set.split(';')[0]).join('; ');
  });
  afterAll(() => api.stop());

  /** fetch would not send some of these. */
  const send = ({ method, path, headers, body }: Variant) =>
    new Promise<{
      status: number;
      text: string;
      headers: IncomingHttpHeaders;
    }>((resolve, reject) => {
      const sent = request(
        `${api.url}${path}`,
        {
          method,
          headers: { ...headers, ...(cookie === '' ? {} : { cookie }), 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
        },
      );
      sent.on('error', reject);
      sent.end(method === 'HEAD' ? undefined : body);
    });
  const persons = async (): Promise<number> =>
    (
      await api.dataSource.query<{ count: number }[]>(
        `SELECT count(*)::integer AS count FROM person WHERE email = 'forged@example.org'`,
      )
    )[0]?.count ?? -1;

  it('change nothing, in none of at least 200 variants', async () => {
    expect(VARIANTS.length).toBeGreaterThanOrEqual(200);
    const before = await persons();
    const answered: string[] = [];
    for (const variant of VARIANTS) {
      const { status, text } = await send(variant);
      if (status >= 500 || text.includes('"id":"')) answered.push(`${status} ${JSON.stringify(variant)}`);
    }

    figures('requests across sites', { variants: VARIANTS.length, executed: (await persons()) - before });
    expect(answered).toEqual([]);
    expect(await persons()).toBe(before);
  });

  it('are told apart from those of our own pages, which do change something', async () => {
    const before = await persons();
    const own = {
      method: 'POST',
      path: '/graphql',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON_BODY,
    };
    const done = await send(own);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('"errors":[]')]);
    expect(await persons()).toBe(before + 1);
  });
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';

const CLIENT = fileURLToPath(new URL('../libs/client', import.meta.url));
const run = promisify(execFile);

describe('the published client, in an empty project', () => {
  let folder: string;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-client-'));
    // The test command has built it; prepack would build again.
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: CLIENT,
        encoding: 'utf8',
      }),
    ) as { filename: string }[];
    const target = join(folder, 'node_modules/@reflexbogen/client');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, packed!.filename), '-C', target, '--strip-components=1']);
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { query } = JSON.parse(body) as { query: string };
        const data = query.includes('viewer')
          ? { viewer: { name: request.headers.authorization, roles: [], studies: null, municipality: null } }
          : null;
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify(data === null ? { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] } : { data }),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const USE = (url: string) => `
    const client = createClient({ url: '${url}', token: () => 'secret' });
    client.request(ViewerDocument, {}).then(async ({ viewer }) => {
      const refused = await client.request(StudiesDocument, {}).catch((error) => error);
      console.log(JSON.stringify({ viewer: viewer.name, code: refused.code, known: refused instanceof ReflexbogenError }));
    });`;

  it.each([
    [
      'import',
      'use.mjs',
      "import { createClient, ReflexbogenError, StudiesDocument, ViewerDocument } from '@reflexbogen/client';",
    ],
    [
      'require',
      'use.cjs',
      "const { createClient, ReflexbogenError, StudiesDocument, ViewerDocument } = require('@reflexbogen/client');",
    ],
  ])('works by %s', async (_name, file, load) => {
    writeFileSync(join(folder, file), `${load}${USE(url)}`);

    const { stdout } = await run(process.execPath, [file], { cwd: folder });

    expect(JSON.parse(stdout)).toEqual({ viewer: 'Bearer secret', code: 'FORBIDDEN', known: true });
  });

  it.each([
    ['import', 'documents.mjs', "import { ViewerDocument } from '@reflexbogen/client/documents';"],
    ['require', 'documents.cjs', "const { ViewerDocument } = require('@reflexbogen/client/documents');"],
  ])('brings parsed documents without a parser, by %s', async (_name, file, load) => {
    writeFileSync(
      join(folder, file),
      `${load} console.log(ViewerDocument.kind, ViewerDocument.definitions[0].name.value);`,
    );

    const { stdout } = await run(process.execPath, [file], { cwd: folder });

    expect(stdout.trim()).toBe('Document Viewer');
  });

  it('brings the manifest of its documents and the schema', async () => {
    writeFileSync(
      join(folder, 'files.cjs'),
      `const manifest = require('@reflexbogen/client/trusted-documents.json');
      const { __schema } = require('@reflexbogen/client/introspection.json');
      console.log(Object.keys(manifest).length > 50, __schema.queryType.name);`,
    );

    const { stdout } = await run(process.execPath, ['files.cjs'], { cwd: folder });

    expect(stdout.trim()).toBe('true Query');
  });

  it.each([
    [
      'import',
      'rules.mjs',
      "import { prepareQuestionSet, visibilityOf, checkAnswers } from '@reflexbogen/client/rules';",
    ],
    [
      'require',
      'rules.cjs',
      "const { prepareQuestionSet, visibilityOf, checkAnswers } = require('@reflexbogen/client/rules');",
    ],
  ])('decides a sheet without a service, by %s', async (_name, file, load) => {
    // What the package depends on is installed beside it; here it is lent from the checkout.
    const lent = join(folder, 'node_modules/@marcbachmann');
    mkdirSync(lent, { recursive: true });
    cpSync(fileURLToPath(new URL('../node_modules/@marcbachmann/cel-js', import.meta.url)), join(lent, 'cel-js'), {
      recursive: true,
    });
    const text = { de: 'x' };
    const document = {
      year: 2018,
      revision: 1,
      scales: [],
      sections: [
        {
          code: 's',
          title: text,
          questions: [
            { code: 'a', type: 'BOOLEAN', text, required: true },
            {
              code: 'n',
              type: 'NUMBER',
              text,
              required: false,
              visibleIf: "answer('a')",
              plausible: { rule: "abs(answer('n') - previous('n')) > 10.0", message: { de: 'Warum?' } },
            },
          ],
        },
      ],
    };
    writeFileSync(
      join(folder, file),
      `${load}
      const set = prepareQuestionSet('set', ${JSON.stringify(document)});
      const answers = new Map([['a', { kind: 'BOOLEAN', boolean: true }], ['n', { kind: 'NUMBER', number: 30 }]]);
      const previous = () => ({ kind: 'NUMBER', number: 3 });
      console.log(JSON.stringify({
        hidden: [...visibilityOf(set, new Map()).hidden],
        unmet: checkAnswers(set, answers, previous).map(({ question, kind }) => [question, kind]),
      }));`,
    );

    const { stdout } = await run(process.execPath, [file], { cwd: folder });

    expect(JSON.parse(stdout)).toEqual({ hidden: ['n'], unmet: [['n', 'PLAUSIBLE']] });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompareDocument } from '@reflexbogen/client';
import { contentHashes, prepareDatabase, readManifest, restoreBackup } from '@reflexbogen/persistence';
import { createEmptyDatabase, testServer } from '@reflexbogen/testing';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { connected } from '../harness/connected.js';

const RELEASED = fileURLToPath(new URL('../fixtures/released/', import.meta.url));

/**
 * How what stood in a column then is read from the schema of now, where it has moved. Whatever is not named here must stand
 * where it stood, as it was.
 */
const MOVED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  // AddPersons: the subject of whoever acted, and the name beside it, became a row of person.
  '2026-11-24': {
    'public.answer': actorThen('saved_by', 'saved_by_name'),
    'public.submission': actorThen('submitted_by', 'submitted_by_name'),
    'public.question_set': actorThen('published_by'),
    'public.question_set_version': actorThen('saved_by', 'saved_by_name'),
    'public.module_revision': actorThen('published_by'),
    'public.shared_scale_revision': actorThen('saved_by', 'saved_by_name'),
    'public.archived_question': actorThen('archived_by'),
    'public.data_freeze': {
      ...actorThen('taken_by', 'taken_by_name'),
      ...actorThen('released_by', 'released_by_name'),
    },
    'public.idempotency_key': actorThen('actor'),
  },
};

function actorThen(id: string, name?: string): Readonly<Record<string, string>> {
  const read = (column: string) => `(SELECT ${column} FROM person WHERE person.id = copied.${id})`;
  return { [id]: read('subject'), ...(name === undefined ? {} : { [name]: read('name') }) };
}

/**
 * Each folder of test/fixtures/released is a backup that a service of then was copied into, with the figures that it gave.
 * CONTRIBUTING says how to add one with each release.
 */
describe.each(readdirSync(RELEASED))('the upgrade from %s', (release) => {
  const folder = join(RELEASED, release);
  const manifest = readManifest(folder);
  const columnsThen = new Map(manifest.tables.map(({ name, columns }) => [name, columns]));
  let api: TestApi;
  let upgraded: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const database = await createEmptyDatabase();
    await restoreBackup({ ownerUrl: database.ownerUrl, folder });
    await prepareDatabase({ ownerUrl: database.ownerUrl, appPassword: testServer().appPassword });
    upgraded = await connected(database.ownerUrl, (client) =>
      contentHashes(client, (table) =>
        columnsThen.get(table)?.map((column) => MOVED[release]?.[table]?.[column] ?? column),
      ),
    );
    api = await startTestApi({ database });
  }, 120_000);

  afterAll(() => api.stop());

  it('keeps every value of every table', () => {
    const changed = manifest.tables.filter(({ name, sha256 }) => upgraded.get(name) !== sha256).map(({ name }) => name);
    expect(changed).toEqual([]);
    expect(manifest.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
  });

  it('gives the figures of then, through the documents of now', async () => {
    const token = await api.token(Role.ANALYST);
    const files = readdirSync(folder).filter((name) => name.startsWith('compare-'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const then = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly comparison: { readonly from: { readonly code: string }; readonly to: { readonly code: string } };
      };
      const { data } = await api.query(
        CompareDocument.toString(),
        {
          study: name.replace(/^compare-|\.json$/g, ''),
          from: then.comparison.from.code,
          to: then.comparison.to.code,
          locale: 'en',
        },
        token,
      );
      expect(data).toEqual(then);
    }
  });

  it('goes on with a sheet that was being filled', async () => {
    const token = await api.token(Role.RESPONDENT, { study: 'designing-story', municipality: 'c' });
    const { data } = await api.query<{
      mySheet: {
        response: { id: string; status: string };
        progress: { answered: number };
      };
    }>(
      '{ mySheet(study: "designing-story", round: "2030") { response { id status } progress { answered } } }',
      {},
      token,
    );
    expect(data.mySheet).toMatchObject({ response: { status: 'DRAFT' }, progress: { answered: 10 } });

    const { data: submitted } = await api.query<{
      submitResponse: { response: { status: string; receipt: string } | null; errors: readonly unknown[] };
    }>(
      'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { response { status receipt } errors { code message } } }',
      { input: { response: data.mySheet.response.id } },
      token,
    );
    expect(submitted.submitResponse).toMatchObject({ errors: [], response: { status: 'SUBMITTED' } });
  });

  it('has receipts that still verify', async () => {
    const receipts = JSON.parse(readFileSync(join(folder, 'receipts.json'), 'utf8')) as Readonly<
      Record<string, string>
    >;
    for (const [municipality, receipt] of Object.entries(receipts)) {
      const token = await api.token(Role.RESPONDENT, { study: 'designing-story', municipality });
      const { data: sheet } = await api.query<{ mySheet: { response: { id: string; receipt: string } } }>(
        '{ mySheet(study: "designing-story", round: "2030") { response { id receipt } } }',
        {},
        token,
      );
      const { data } = await api.query<{ verifyReceipt: unknown }>(
        'query ($response: ID!, $receipt: String!) { verifyReceipt(response: $response, receipt: $receipt) { valid submission { number } } }',
        { response: sheet.mySheet.response.id, receipt },
        token,
      );
      expect({ stored: sheet.mySheet.response.receipt, ...data }).toEqual({
        stored: receipt,
        verifyReceipt: { valid: true, submission: { number: 1 } },
      });
    }
  });
});

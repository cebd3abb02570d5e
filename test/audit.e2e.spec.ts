import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '@reflexbogen/persistence';
import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../apps/api/src/audit/audit.service.js';
import { programFor } from '../apps/cli/src/program.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

const MANIPULATIONS = 1000;

class Undo extends Error {}

describe('the audit', () => {
  let api: TestApi;
  let study: OpenStudy;
  let owner: DataSource;
  let audited: { id: string; slug: string; templateId: string };
  let admin: string;

  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    admin = await api.token(Role.ADMIN, { study: 'pilot', name: 'Ada Admin' });
    for (const municipality of ['a', 'b']) {
      const token = await api.token(Role.RESPONDENT, {
        study: 'pilot',
        municipality,
        name: `Office of ${municipality}`,
      });
      const response = await study.responseId(2030, token);
      for (const [revision, level] of ['1', '2', '3'].entries())
        await study.save(response, [{ question: 'housing', value: { level }, basedOnRevision: revision }], token);
      await study.save(response, [{ question: 'remark', value: { text: 'Größe' }, comment: 'ja' }], token);
      await study.submit(response, token);
      await study.act('returnResponse', 'errors { code }', { response, reason: 'prüfen' }, admin);
      await study.save(response, [{ question: 'plan', value: { boolean: true } }], token);
      await study.submit(response, token, 'Plan ergänzt');
    }
    owner = await createDataSource({ url: api.ownerUrl }).initialize();
    const [row] = await owner.query<(typeof audited)[]>(`SELECT id, slug, template_id AS "templateId" FROM study`);
    if (row === undefined) throw new Error('there is no study');
    audited = row;
    await api.app.get(AuditService).sign(audited.id, 'pilot');
  });
  afterAll(async () => {
    await owner.destroy();
    await api.stop();
  });

  const verify = async (manager?: EntityManager) => {
    const service = api.app.get(AuditService);
    return manager === undefined
      ? owner.transaction((own) => service.verifyWithin(audited, [], own))
      : service.verifyWithin(audited, [], manager);
  };
  /** Does something to the tables as their owner, with all triggers off, looks what is found, and undoes it. */
  const tampered = async (statements: readonly string[]): Promise<{ found: number; changed: number }> => {
    let outcome = { found: 0, changed: 0 };
    await owner
      .transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        let changed = 0;
        for (const statement of statements) {
          const result: unknown = await manager.query(statement);
          changed += Array.isArray(result) && typeof result[1] === 'number' ? result[1] : 1;
        }
        outcome = { found: (await verify(manager)).faults.length, changed };
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return outcome;
  };

  it('is intact as long as nobody tampers, and counts what it has checked', async () => {
    const { faults, events, sheets, checkpoints } = await verify();
    expect(faults).toEqual([]);
    // Per sheet: five saves, two submissions, a return; of the study: its import and the opening of the round.
    expect({ events, sheets }).toEqual({ events: 2 * 8 + 2, sheets: 2 });
    // The one above, and another where the hourly job of the service came before it.
    expect(checkpoints).toBeGreaterThanOrEqual(1);
  });

  it(`finds each of ${MANIPULATIONS} manipulations of single rows and bytes`, async () => {
    const rows = {
      sheet_event: await owner.query<{ place: string }[]>(`SELECT ctid::text AS place FROM sheet_event`),
      study_event: await owner.query<{ place: string }[]>(`SELECT ctid::text AS place FROM study_event`),
      submission: await owner.query<{ place: string }[]>(`SELECT ctid::text AS place FROM submission`),
      answer: await owner.query<{ place: string }[]>(`SELECT ctid::text AS place FROM answer`),
      audit_checkpoint: await owner.query<{ place: string }[]>(`SELECT ctid::text AS place FROM audit_checkpoint`),
    };
    const flip = (column: string) =>
      `${column} = overlay(${column} placing chr((ascii(substr(${column}, 1 + length(${column}) / 2, 1)) + 1) % 6 + 97) from 1 + length(${column}) / 2 for 1)`;
    const kinds: readonly (readonly [keyof typeof rows, (place: string) => string])[] = [
      ...['act', 'role', 'hash'].flatMap((column) =>
        (['sheet_event', 'study_event'] as const).map(
          (table) => [table, (place: string) => `UPDATE ${table} SET ${flip(column)} WHERE ctid = '${place}'`] as const,
        ),
      ),
      ...(['sheet_event', 'study_event'] as const).flatMap((table) => [
        [
          table,
          (place: string) => `UPDATE ${table} SET at = at + interval '1 millisecond' WHERE ctid = '${place}'`,
        ] as const,
        [table, (place: string) => `UPDATE ${table} SET actor = gen_random_uuid() WHERE ctid = '${place}'`] as const,
        [
          table,
          (place: string) => `UPDATE ${table} SET client = coalesce(client, '') || 'x' WHERE ctid = '${place}'`,
        ] as const,
        [
          table,
          (place: string) => `UPDATE ${table} SET object = coalesce(object, '') || 'x' WHERE ctid = '${place}'`,
        ] as const,
        [
          table,
          (place: string) => `UPDATE ${table} SET old = coalesce(old, '') || 'x' WHERE ctid = '${place}'`,
        ] as const,
        [
          table,
          (place: string) => `UPDATE ${table} SET new = coalesce(new, '') || 'x' WHERE ctid = '${place}'`,
        ] as const,
        [
          table,
          (place: string) => `UPDATE ${table} SET reason = coalesce(reason, '') || 'x' WHERE ctid = '${place}'`,
        ] as const,
        [table, (place: string) => `UPDATE ${table} SET number = number + 100 WHERE ctid = '${place}'`] as const,
        [table, (place: string) => `DELETE FROM ${table} WHERE ctid = '${place}'`] as const,
      ]),
      [
        'submission',
        (place) =>
          `UPDATE submission SET vector = set_byte(vector, 0, (get_byte(vector, 0) + 1) % 3) WHERE ctid = '${place}'`,
      ],
      ['submission', (place) => `UPDATE submission SET ${flip('receipt')} WHERE ctid = '${place}'`],
      ['submission', (place) => `UPDATE submission SET texts = '{"remark": "anders"}' WHERE ctid = '${place}'`],
      ['submission', (place) => `UPDATE submission SET provenance = '\\x03' WHERE ctid = '${place}'`],
      ['submission', (place) => `DELETE FROM submission WHERE ctid = '${place}'`],
      ['answer', (place) => `UPDATE answer SET value = coalesce(value, '') || 'x' WHERE ctid = '${place}'`],
      ['answer', (place) => `UPDATE answer SET comment = coalesce(comment, '') || 'x' WHERE ctid = '${place}'`],
      ['answer', (place) => `UPDATE answer SET revision = revision + 1 WHERE ctid = '${place}'`],
      ['answer', (place) => `DELETE FROM answer WHERE ctid = '${place}'`],
      [
        'audit_checkpoint',
        (place) => `UPDATE audit_checkpoint SET at = at + interval '1 second' WHERE ctid = '${place}'`,
      ],
      ['audit_checkpoint', (place) => `UPDATE audit_checkpoint SET heads = '{}' WHERE ctid = '${place}'`],
      ['audit_checkpoint', (place) => `UPDATE audit_checkpoint SET ${flip('signature')} WHERE ctid = '${place}'`],
    ];
    const picks = fc.sample(fc.tuple(fc.nat(kinds.length - 1), fc.nat()), { numRuns: MANIPULATIONS, seed: 20261124 });
    const missed: string[] = [];
    for (const [kind, row] of picks) {
      const [table, of] = kinds[kind] ?? kinds[0]!;
      const statement = of(rows[table][row % rows[table].length]?.place ?? '');
      const { found, changed } = await tampered([statement]);
      if (found === 0 && changed > 0) missed.push(statement);
    }
    expect(missed).toEqual([]);
  }, 300_000);

  it.each<readonly [string, readonly string[]]>([
    [
      'the end of a chain cut off, with its counter set back to fit',
      [
        `DELETE FROM sheet_event e USING (SELECT municipality_id, max(number) AS last FROM sheet_event GROUP BY 1) x WHERE e.municipality_id = x.municipality_id AND e.number = x.last`,
        `UPDATE response r SET events = e.number, event_hash = e.hash FROM sheet_event e
         WHERE e.municipality_id = r.municipality_id AND e.number = r.events - 1`,
      ],
    ],
    [
      'all events of a sheet, the sheet included',
      [`DELETE FROM sheet_event`, `DELETE FROM submission`, `DELETE FROM answer`, `DELETE FROM response`],
    ],
    [
      'two events exchanged',
      [
        `UPDATE sheet_event SET number = CASE number WHEN 2 THEN 1003 ELSE 1002 END WHERE number IN (2, 3)`,
        `UPDATE sheet_event SET number = number - 1000 WHERE number > 1000`,
      ],
    ],
    [
      'an answer changed without a record, by whoever may',
      [`UPDATE answer SET value = '1', revision = revision + 1, saved_at = now()`],
    ],
    [
      'an answer added without a record',
      [
        `INSERT INTO answer (municipality_id, round_id, question_id, value, revision, saved_by) SELECT r.municipality_id, r.round_id, (SELECT id FROM question WHERE code = 'plan'), 'false', 2, gen_random_uuid() FROM response r ON CONFLICT (municipality_id, round_id, question_id) DO UPDATE SET value = 'false'`,
      ],
    ],
  ])('finds %s', async (_, statements) => {
    expect((await tampered(statements)).found).toBeGreaterThan(0);
  });

  it('does not mind what is erased of a person', async () => {
    const { found } = await tampered([
      `UPDATE person SET name = NULL, email = NULL, subject = NULL, disabled_at = now(), erased_at = now()`,
    ]);
    expect(found).toBe(0);
  });

  describe('on the command line', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'reflexbogen-audit-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const run = async (...args: readonly string[]): Promise<{ code: number; text: string }> => {
      let text = '';
      let code = -1;
      const env = { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: admin };
      await programFor(
        {
          out: (part: string) => void (text += part),
          err: (part: string) => void (text += part),
          env,
          progress: null,
          width: 80,
        },
        (exit) => void (code = exit),
      ).parseAsync(['node', 'reflexbogen', ...args]);
      return { code, text };
    };

    it('signs, keeps, verifies, and finds a checkpoint that is not the one that was kept', async () => {
      const file = join(folder, 'kept.jsonl');
      expect(await run('audit', 'checkpoint', 'pilot', '--append', file)).toMatchObject({ code: 0 });
      const verified = await run('audit', 'verify', 'pilot', '--kept', file);
      expect(verified.code).toBe(0);
      expect(verified.text).toMatch(/^pilot: intact \(18 events of 2 sheets, [12] checkpoints, 1 kept elsewhere\)\n$/);
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/"hash":"./, (head) => `"hash":"${head.endsWith('0') ? '1' : '0'}`),
      );
      const changed = await run('audit', 'verify', 'pilot', '--kept', file);
      expect(changed.code).toBe(1);
      expect(changed.text).toMatch(
        /^checkpoints #([12]) CHANGED: Checkpoint \1 is not the one that was kept\.\npilot: 1 faults \(18 events of 2 sheets, [12] checkpoints, 1 kept elsewhere\)\n$/,
      );
    });
  });
});

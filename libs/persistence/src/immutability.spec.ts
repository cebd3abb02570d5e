import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { Client } from 'pg';
import { translateDatabaseError } from './database-error.js';
import { ResponseRepository } from './repositories/response.repository.js';
import { SubmissionRepository } from './repositories/submission.repository.js';

/** `$set`: the published set, `$draft`: the draft. */
const REFUSED_TO_EVERYBODY = [
  `UPDATE submission SET vector = '\\x00'`,
  `UPDATE submission SET submitted_at = now()`,
  `UPDATE submission SET receipt = repeat('0', 64)`,
  `UPDATE submission SET number = number + 1`,
  `DELETE FROM submission`,
  `TRUNCATE submission`,
  `TRUNCATE response CASCADE`,
  `INSERT INTO submission SELECT * FROM submission ON CONFLICT (municipality_id, round_id, number) DO UPDATE SET texts = NULL`,
  `UPDATE question SET code = 'other'`,
  `DELETE FROM question`,
  `TRUNCATE question CASCADE`,
  `UPDATE question_set SET year = 1999 WHERE id = '$set'`,
  `UPDATE question_set SET status = 'DRAFT', published_at = NULL WHERE id = '$set'`,
  `UPDATE question_set SET status = 'RETIRED', content_hash = 'x' WHERE id = '$set'`,
  `UPDATE question_set SET version = version + 1 WHERE id = '$set'`,
  `DELETE FROM question_set WHERE id = '$set'`,
  `TRUNCATE question_set CASCADE`,
  `INSERT INTO section (question_set_id, position, code, title) VALUES ('$set', 9, 'late', '{}')`,
  `UPDATE section SET title = '{}' WHERE question_set_id = '$set'`,
  `UPDATE section SET question_set_id = '$set', position = 9 WHERE question_set_id = '$draft'`,
  `DELETE FROM section WHERE question_set_id = '$set'`,
  `INSERT INTO scale (question_set_id, code, position, ordered, polarity, boxes, missing) VALUES ('$set', 'late', 9, true, 'NEUTRAL', '{}', '[]')`,
  `UPDATE scale SET polarity = 'NEUTRAL' WHERE question_set_id = '$set'`,
  `DELETE FROM scale WHERE question_set_id = '$set'`,
  `INSERT INTO level (question_set_id, scale_code, rank, code, label) VALUES ('$set', 'four', 9, '9', '{}')`,
  `UPDATE level SET label = '{}' WHERE question_set_id = '$set'`,
  `DELETE FROM level WHERE question_set_id = '$set'`,
  `UPDATE question_revision SET text = '{}' WHERE question_set_id = '$set'`,
  `UPDATE question_revision SET required = NOT required WHERE question_set_id = '$set'`,
  `DELETE FROM question_revision WHERE question_set_id = '$set'`,
  `TRUNCATE question_revision`,
  `TRUNCATE level, scale, section CASCADE`,
  `UPDATE level SET archived = true WHERE question_set_id = '$set'`,
  `UPDATE question_set SET modules = '[]' WHERE id = '$set'`,
  `UPDATE question_set SET published_by = gen_random_uuid() WHERE id = '$set'`,
  `UPDATE question_revision SET question_set_id = '$set', position = 99 WHERE question_set_id = '$draft'`,
  `UPDATE round SET question_set_id = '$draft'`,
];

/** The owner could, with effort; the service's role never. */
const REFUSED_TO_THE_APPLICATION = [
  `ALTER TABLE submission DISABLE TRIGGER ALL`,
  `DROP TRIGGER submission_immutable ON submission`,
  `DROP TABLE submission`,
  `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
  `SET session_replication_role = replica`,
  `CREATE TABLE stray (id integer)`,
  `DELETE FROM answer`,
  `DELETE FROM response`,
  `DELETE FROM study`,
  `UPDATE idempotency_key SET payload_hash = payload_hash`,
  `UPDATE response SET municipality_id = gen_random_uuid()`,
  `UPDATE municipality SET name = 'x'`,
  `SELECT setval('submission_sequence', 1)`,
  `DELETE FROM schema_migration`,
  `UPDATE template SET slug = 'x'`,
  `UPDATE municipality SET code = 'x'`,
  `UPDATE question_set_version SET document = '{}'`,
  `DELETE FROM question_set_version`,
  `UPDATE module SET title = '{}'`,
  `DELETE FROM module`,
  `UPDATE module_revision SET document = '{}'`,
  `DELETE FROM module_revision`,
  `UPDATE shared_scale_revision SET scale = '{}'`,
  `DELETE FROM shared_scale_revision`,
  `UPDATE archived_question SET reason = 'x'`,
  `DELETE FROM archived_question`,
  `UPDATE person SET id = gen_random_uuid()`,
  `DELETE FROM person`,
  `UPDATE sheet_event SET new = 'x'`,
  `DELETE FROM sheet_event`,
  `TRUNCATE sheet_event`,
  `UPDATE study_event SET new = 'x'`,
  `DELETE FROM study_event`,
  `UPDATE audit_checkpoint SET signature = 'x'`,
  `DELETE FROM audit_checkpoint`,
  `UPDATE sheet_query_message SET text = 'x'`,
  `DELETE FROM sheet_query_message`,
];

describe('immutability', () => {
  let panel: PanelFixture;
  const clients = new Map<'application' | 'owner', Client>();

  beforeAll(async () => {
    panel = await createPanelFixture();
    const [municipalityId] = panel.municipalityIds;
    await new ResponseRepository(panel.dataSource).ensure(municipalityId, panel.roundId, panel.publishedSetId);
    await panel.dataSource.transaction((manager) =>
      new SubmissionRepository(panel.dataSource).insert(
        {
          municipalityId,
          roundId: panel.roundId,
          number: 1,
          questionSetId: panel.publishedSetId,
          vector: Uint8Array.of(2, 0, 0),
          numbers: Float64Array.of(10),
          texts: { remark: 'kept' },
          comments: null,
          answered: 3,
          submittedAt: new Date('2025-06-01T00:00:00Z'),
          submittedBy: panel.personId,
          receipt: 'c'.repeat(64),
        },
        panel.studyId,
        manager,
      ),
    );
    for (const [role, url] of [
      ['application', panel.database.appUrl],
      ['owner', panel.database.ownerUrl],
    ] as const) {
      const client = new Client({ connectionString: url });
      await client.connect();
      clients.set(role, client);
    }
  });

  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await panel.close();
  });

  /** Whatever was refused with, after undoing what may have been done. */
  async function attempt(role: 'application' | 'owner', template: string): Promise<unknown> {
    const client = clients.get(role);
    if (client === undefined) throw new Error('not connected');
    const sql = template.replaceAll('$set', panel.publishedSetId).replaceAll('$draft', panel.draftSetId);
    await client.query('BEGIN');
    try {
      await client.query(sql);
      return null;
    } catch (error) {
      return error;
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it.each(REFUSED_TO_EVERYBODY)('refuses the owner: %s', async (sql) => {
    expect(translateDatabaseError(await attempt('owner', sql))).toBe('IMMUTABLE');
  });

  it.each([...REFUSED_TO_EVERYBODY, ...REFUSED_TO_THE_APPLICATION])('refuses the application: %s', async (sql) => {
    expect(['IMMUTABLE', 'NOT_PERMITTED']).toContain(translateDatabaseError(await attempt('application', sql)));
  });

  it('is not fooled by a temporary table that says draft', async () => {
    const shadow = `CREATE TEMPORARY TABLE question_set ON COMMIT DROP AS SELECT id, 'DRAFT'::text AS status FROM public.question_set`;
    const refused = await attempt(
      'application',
      `${shadow}; DELETE FROM question_revision WHERE question_set_id = '$set'`,
    );
    expect(translateDatabaseError(refused)).toBe('IMMUTABLE');
  });

  it('lets a draft change, and a published set retire', async () => {
    expect(await attempt('application', `DELETE FROM question_revision WHERE question_set_id = '$draft'`)).toBeNull();
    expect(await attempt('application', `UPDATE question_set SET status = 'RETIRED' WHERE id = '$set'`)).toBeNull();
  });
});

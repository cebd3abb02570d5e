import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row level security on everything that belongs to a municipality. Policies compare a row with the settings of the transaction
 * and look nothing up, so that distributed tables take them too. Without settings no row is seen. FORCE: the owner as well,
 * unless it is a superuser.
 */
export class AddRowSecurity20261130110000 implements MigrationInterface {
  readonly name = 'AddRowSecurity20261130110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, rules] of Object.entries(TABLES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY ${table}_select ON ${table} FOR SELECT USING (${rules.read})`);
      await runner.query(`CREATE POLICY ${table}_insert ON ${table} FOR INSERT WITH CHECK (${rules.insert})`);
      await runner.query(
        `CREATE POLICY ${table}_update ON ${table} FOR UPDATE USING (${rules.write}) WITH CHECK (${rules.update})`,
      );
      await runner.query(`CREATE POLICY ${table}_delete ON ${table} FOR DELETE USING (${rules.write})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES)) {
      for (const command of ['select', 'insert', 'update', 'delete'])
        await runner.query(`DROP POLICY ${table}_${command} ON ${table}`);
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}

interface Rules {
  readonly read: string;
  readonly insert: string;
  /** Of the row as it stands. */
  readonly write: string;
  /** Of the row as it would be. */
  readonly update: string;
}

/** A setting that was never made is NULL, one of a transaction that is over the empty text. */
const reaches = (...reach: readonly string[]): string =>
  `coalesce(current_setting('reflexbogen.reach', true), '') IN (${reach.map((name) => `'${name}'`).join(', ')})`;
const among = (column: string, setting: string): string =>
  `${column} = ANY (nullif(current_setting('reflexbogen.${setting}', true), '')::uuid[])`;

const SERVICE = reaches('SERVICE');
const OWN = `${reaches('SERVICE', 'SHEETS')} OR ${among('municipality_id', 'municipalities')}`;
const SHEET = `${OWN} OR ${among('round_id', 'sheets')}`;
const FIGURES = `${SHEET} OR ${reaches('FIGURES')} OR ${among('round_id', 'figures')}`;
const OF_STUDY = `${OWN} OR ${among('study_id', 'studies')}`;

/** Only in the name of somebody who acts. */
const by = (column: string, rule: string): string => `(${rule}) AND (${SERVICE} OR ${among(column, 'actors')})`;

const all = (rule: string): Rules => ({ read: rule, insert: rule, write: rule, update: rule });
/** Rows that never change: grants and triggers say so too. */
const kept = (read: string, insert: string): Rules => ({ read, insert, write: 'false', update: 'false' });

const TABLES: Readonly<Record<string, Rules>> = {
  response: { ...all(SHEET), read: FIGURES },
  answer: { ...all(SHEET), insert: by('saved_by', SHEET), update: by('saved_by', SHEET) },
  submission: kept(FIGURES, by('submitted_by', SHEET)),
  sheet_event: kept(SHEET, by('actor', SHEET)),
  section_work: all(SHEET),
  sheet_query: all(SHEET),
  sheet_query_message: kept(SHEET, by('author', SHEET)),
  round_extension: all(SHEET),
  presence: { ...all(SHEET), insert: by('person_id', SHEET), update: by('person_id', SHEET) },
  department: all(OWN),
  idempotency_key: { ...all(OWN), insert: by('actor', OWN) },
  mail: all(OF_STUDY),
  // Rights are given and taken by the service alone, which asks whose they are.
  person_role: { read: OF_STUDY, insert: SERVICE, write: SERVICE, update: SERVICE },
};

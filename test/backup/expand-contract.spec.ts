import type { QueryRunner } from 'typeorm';
import { CONTRACT_STEPS } from '../../libs/persistence/src/migrations/contract-steps.js';
import { MIGRATIONS } from '../../libs/persistence/src/migrations/index.js';
import { PREVIOUS_VERSION } from '../fixtures/previous-version.js';
import { contractionsIn } from './contractions.js';

/** The statements of a migration, in order; where it asks something first, there is nothing. */
async function statementsOf(migration: (typeof MIGRATIONS)[number]): Promise<readonly string[]> {
  const statements: string[] = [];
  const query = (statement: string) => {
    statements.push(statement);
    return Promise.resolve([]);
  };
  await new migration().up({ query } as unknown as QueryRunner);
  return statements;
}

const known = new Set<string>(PREVIOUS_VERSION.migrations);
const later = MIGRATIONS.filter(({ name }) => !known.has(name));

describe('migrations that the version before does not know', () => {
  it('come beside all of those that it knows', () => {
    expect(MIGRATIONS.filter(({ name }) => known.has(name)).map(({ name }) => name)).toEqual(
      PREVIOUS_VERSION.migrations,
    );
  });

  it('take nothing from it, but where they are contract steps', async () => {
    const found = await Promise.all(
      later
        .filter(({ name }) => !Object.hasOwn(CONTRACT_STEPS, name))
        .map(async (migration) => [migration.name, contractionsIn(await statementsOf(migration))] as const),
    );
    expect(found.filter(([, contractions]) => contractions.length > 0)).toEqual([]);
  });

  it('are contract steps for what they take, and do nothing else then', async () => {
    for (const [name, reason] of Object.entries(CONTRACT_STEPS)) {
      const migration = MIGRATIONS.find((one) => one.name === name);
      expect([name, migration?.name, reason.endsWith('.')]).toEqual([name, name, true]);
      const statements = await statementsOf(migration!);
      // What this version works with must be there without the contract step.
      expect(
        statements.filter((statement) => /^\s*(CREATE TABLE|ALTER TABLE \S+ ADD COLUMN)/i.test(statement)),
      ).toEqual([]);
      expect(contractionsIn(statements).length).toBeGreaterThan(0);
    }
  });
});

describe('contractionsIn', () => {
  it.each([
    ['a table that goes', 'DROP TABLE mail'],
    ['a column that goes', 'ALTER TABLE mail ADD COLUMN a text, DROP COLUMN b'],
    ['a function that goes', 'DROP FUNCTION IF EXISTS refuse_change()'],
    ['another name', 'ALTER TABLE mail RENAME COLUMN a TO b'],
    ['another type', 'ALTER TABLE mail ALTER COLUMN a TYPE bigint'],
    ['a value that must be there', 'ALTER TABLE mail ALTER COLUMN a SET NOT NULL'],
    ['a default that goes', 'ALTER TABLE mail ALTER a DROP DEFAULT'],
    ['a new column without which no row goes in', 'ALTER TABLE mail ADD COLUMN a text NOT NULL'],
    ['the same without the word', "alter table only mail add a text not null check (a <> '')"],
    ['a rule for rows that are there', 'ALTER TABLE mail ADD CONSTRAINT a CHECK (b > 0)'],
    ['the same as UNIQUE', 'ALTER TABLE mail ADD UNIQUE (a)'],
    ['the same as an index', 'CREATE UNIQUE INDEX CONCURRENTLY a_idx ON mail (a)'],
    ['rows that are hidden', 'ALTER TABLE mail ENABLE ROW LEVEL SECURITY'],
    ['rights that are taken', 'REVOKE UPDATE ON mail FROM reflexbogen_app'],
    ['a trigger that refuses', 'CREATE TRIGGER t BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION refuse_change()'],
  ])('finds %s', (_, statement) => expect(contractionsIn([statement])).toEqual([statement]));

  it.each([
    ['a new table with all it wants', "CREATE TABLE a (b text NOT NULL UNIQUE, CHECK (b <> ''))"],
    ['an index', 'CREATE INDEX CONCURRENTLY a_idx ON mail (a)'],
    ['a column that may be empty', 'ALTER TABLE mail ADD COLUMN a text'],
    [
      'a column with a default',
      "ALTER TABLE mail ADD COLUMN a text NOT NULL DEFAULT 'x', ADD COLUMN b boolean DEFAULT false NOT NULL",
    ],
    ['a column that may be empty, with a rule', 'ALTER TABLE mail ADD COLUMN a integer CHECK (a IS NOT NULL OR b)'],
    ['a value that need not be there any more', 'ALTER TABLE mail ALTER COLUMN a DROP NOT NULL'],
    ['a backfill', 'UPDATE mail SET a = 1 WHERE a IS NULL'],
    ['words in a text', "COMMENT ON TABLE mail IS 'DROP TABLE'"],
  ])('lets pass %s', (_, statement) => expect(contractionsIn([statement])).toEqual([]));

  it.each([
    ['UNIQUE', 'CREATE TABLE a (b text); CREATE UNIQUE INDEX i ON a (b)'],
    ['a trigger', 'CREATE TABLE a (b text); CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f()'],
  ])('lets a table that is new have %s', (_, statements) => expect(contractionsIn(statements.split('; '))).toEqual([]));
});

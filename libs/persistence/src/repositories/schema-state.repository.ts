import { isContractStep } from '../migrations/contract-steps.js';
import { MIGRATIONS } from '../migrations/index.js';
import { firstRow, Repository } from './repository.js';

/** Those that may be held back are none that anything waits for. */
const KNOWN = MIGRATIONS.map(({ name }) => name).filter((name) => !isContractStep(name));

/** How far the schema of the database is, against what this version of the service works with. */
export class SchemaStateRepository extends Repository {
  /**
   * Migrations of this version that the database lacks: none, unless an older copy was put in its place. Those of a later
   * version do not matter: migrations expand before they contract.
   */
  async missing(): Promise<number> {
    const row = await firstRow<{ applied: number }>(
      this.executor(),
      'SELECT count(*)::integer AS applied FROM schema_migration WHERE name = ANY($1)',
      [KNOWN],
    );
    return KNOWN.length - (row?.applied ?? 0);
  }
}

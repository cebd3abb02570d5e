import { clusterPlan, type TableFacts } from './cluster-plan.js';

const aTable = (name: string, facts: Partial<TableFacts> = {}): TableFacts => ({
  name,
  columns: ['id'],
  primaryKey: ['id'],
  uniques: [],
  foreignKeys: [],
  triggers: [],
  hasRowSecurity: false,
  queryingPolicies: [],
  ...facts,
});
const reference = (columns: readonly string[], to: string) => ({
  name: 'fk',
  columns,
  to,
  definition: 'FOREIGN KEY …',
});

const municipality = aTable('public.municipality', { foreignKeys: [reference(['study_id'], 'public.study')] });
const response = (facts: Partial<TableFacts> = {}): TableFacts =>
  aTable('public.response', {
    columns: ['municipality_id', 'round_id'],
    primaryKey: ['municipality_id', 'round_id'],
    foreignKeys: [reference(['municipality_id'], 'public.municipality')],
    ...facts,
  });
const study = aTable('public.study');

describe('clusterPlan', () => {
  it('distributes by municipality, puts what is referred to on every node, leaves bookkeeping where it is', () => {
    const { tables, steps, obstacles } = clusterPlan([study, aTable('public.mail'), municipality, response()]);

    expect(tables.map(({ name, placement, by }) => [name, placement, by])).toEqual([
      ['public.study', 'REFERENCE', null],
      ['public.mail', 'LOCAL', null],
      ['public.municipality', 'DISTRIBUTED', 'id'],
      ['public.response', 'DISTRIBUTED', 'municipality_id'],
    ]);
    expect(steps.map(({ sql }) => sql)).toEqual([
      "SET LOCAL citus.multi_shard_modify_mode TO 'sequential'",
      'ALTER TABLE public.response DROP CONSTRAINT fk',
      "SELECT create_reference_table('public.study')",
      "SELECT create_distributed_table('public.municipality', 'id')",
      "SELECT create_distributed_table('public.response', 'municipality_id', colocate_with => 'public.municipality')",
      'ALTER TABLE public.response ADD CONSTRAINT fk FOREIGN KEY …',
    ]);
    expect(obstacles).toEqual([]);
  });

  it('says what is lost: triggers of spread tables, references of local tables to shards', () => {
    const role = aTable('public.person_role', { foreignKeys: [reference(['municipality_id'], 'public.municipality')] });
    const { steps, losses } = clusterPlan([study, municipality, response({ triggers: ['guard'] }), role]);

    expect(losses).toEqual([
      expect.stringContaining('public.response: guard.'),
      expect.stringContaining('public.person_role: fk.'),
    ]);
    const sql = steps.map((step) => step.sql);
    expect(sql).toContain('DROP TRIGGER guard ON public.response');
    expect(sql).toContain('ALTER TABLE public.person_role DROP CONSTRAINT fk');
    expect(sql).not.toContain('ALTER TABLE public.person_role ADD CONSTRAINT fk FOREIGN KEY …');
  });

  it('switches row level security off where shards would show nothing, and says so', () => {
    const { steps, losses } = clusterPlan([study, municipality, response({ hasRowSecurity: true })]);

    expect(losses).toEqual([expect.stringContaining('public.response: row level security.')]);
    const sql = steps.map((step) => step.sql);
    const off = sql.indexOf('ALTER TABLE public.response DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY');
    expect(off).toBeGreaterThan(0);
    expect(off).toBeLessThan(sql.findIndex((text) => text.includes("create_distributed_table('public.response'")));
  });

  it('keeps triggers and policies of local tables', () => {
    expect(clusterPlan([aTable('public.mail', { triggers: ['guard'], hasRowSecurity: true })]).losses).toEqual([]);
  });

  it.each<[string, readonly TableFacts[], string]>([
    [
      'something unique over all shards',
      [municipality, response({ uniques: [{ name: 'receipt_key', columns: ['receipt'] }] })],
      'receipt_key is unique over all shards',
    ],
    [
      'a reference into other shards',
      [municipality, response({ foreignKeys: [reference(['round_id', 'municipality_id'], 'public.municipality')] })],
      'may lie in other shards',
    ],
    [
      'a reference to what no shard sees',
      [municipality, aTable('public.mail'), response({ foreignKeys: [reference(['mail_id'], 'public.mail')] })],
      'which no shard can see',
    ],
    ['a policy with a query', [municipality, response({ queryingPolicies: ['own'] })], 'asks a query of its own'],
    [
      'a reference table that refers to shards',
      [municipality, aTable('public.attribute', { foreignKeys: [reference(['m'], 'public.municipality')] })],
      'does not lie on every node',
    ],
    [
      'a municipality that does not come first in the key',
      [municipality, aTable('public.note', { columns: ['id', 'municipality_id'] })],
      'expected municipality_id first',
    ],
  ])('finds an obstacle: %s', (_name, tables, message) => {
    expect(clusterPlan(tables).obstacles).toEqual([expect.stringContaining(message)]);
  });
});

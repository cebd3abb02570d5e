import DataLoader from 'dataloader';
import type { GraphQLContext } from './context.js';

/**
 * Gathers what the fields of one operation ask for by key at the same time into one question, so that a list costs as many
 * statements as one entry. Each operation has a loader of its own, since each has a context of its own: nothing that one
 * caller may see ever answers another one. Nothing is kept either, so that a mutation is followed by what it has left behind.
 */
export class OperationLoader<Key, Value> {
  private readonly loaders = new WeakMap<GraphQLContext, DataLoader<Key, Value>>();

  /**
   * @param ask answers each key once, by name
   * @param missing for keys without an answer
   * @param nameOf tells keys apart
   */
  constructor(
    private readonly ask: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>,
    private readonly missing: Value,
    private readonly nameOf: (key: Key) => string = String,
  ) {}

  load(context: GraphQLContext, key: Key): Promise<Value> {
    const loader = this.loaders.get(context) ?? new DataLoader<Key, Value>((keys) => this.all(keys), { cache: false });
    this.loaders.set(context, loader);
    return loader.load(key);
  }

  private async all(keys: readonly Key[]): Promise<Value[]> {
    const asked = new Map(keys.map((key) => [this.nameOf(key), key]));
    const answers = await this.ask([...asked.values()]);
    return keys.map((key) => answers.get(this.nameOf(key)) ?? this.missing);
  }
}

/** Rows by the key that each of them belongs to, in their order. */
export function rowsByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

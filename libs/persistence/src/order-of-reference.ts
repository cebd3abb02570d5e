/**
 * Orders tables so that each comes after those it refers to; where the references leave it open, the order given stays.
 * @param refersTo names of the tables that a table refers to; itself and unknown ones do not count
 * @throws RangeError naming the tables that refer to each other in a circle
 */
export function inOrderOfReference<Table extends { readonly name: string }>(
  tables: readonly Table[],
  refersTo: (table: Table) => readonly string[],
): readonly Table[] {
  const known = new Set(tables.map(({ name }) => name));
  const placed = new Set<string>();
  const ordered: Table[] = [];
  let open = tables;
  while (open.length > 0) {
    const ready = open.filter((table) =>
      refersTo(table).every((name) => placed.has(name) || name === table.name || !known.has(name)),
    );
    if (ready.length === 0)
      throw new RangeError(`The tables ${open.map(({ name }) => name).join(', ')} refer to each other in a circle.`);
    for (const table of ready) {
      placed.add(table.name);
      ordered.push(table);
    }
    open = open.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

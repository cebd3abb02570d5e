/** A label for each municipality, 0 = not concerned. */
export type Labels = Uint8Array | Uint16Array;

/**
 * Municipalities that no released figure tells apart, as atoms. Atom 0 holds those that no figure is about.
 */
export interface Partition {
  /** Atom of each municipality. */
  readonly atoms: Int32Array;
  /** Municipalities of each atom. */
  readonly sizes: readonly number[];
}

export const coarsest = (rows: number): Partition => ({ atoms: new Int32Array(rows), sizes: [rows] });

const refinements = new WeakMap<Partition, WeakMap<Labels, Partition>>();

/** Splits the atoms by label. Label 0 in atom 0 stays atom 0. Returns the same partition where nothing is split. */
export function refined(partition: Partition, labels: Labels): Partition {
  const known = refinements.get(partition) ?? new WeakMap<Labels, Partition>();
  refinements.set(partition, known);
  const before = known.get(labels);
  if (before !== undefined) return before;
  const result = split(partition, labels);
  known.set(labels, result);
  return result;
}

function split(partition: Partition, labels: Labels): Partition {
  let width = 1;
  for (const label of labels) if (label >= width) width = label + 1;
  const ids = new Int32Array(partition.sizes.length * width).fill(-1);
  ids[0] = 0;
  const sizes = [0];
  const atoms = new Int32Array(labels.length);
  for (let row = 0; row < labels.length; row += 1) {
    const cell = partition.atoms[row]! * width + labels[row]!;
    let id = ids[cell]!;
    if (id < 0) {
      id = sizes.length;
      ids[cell] = id;
      sizes.push(0);
    }
    atoms[row] = id;
    sizes[id] = sizes[id]! + 1;
  }
  // Atoms never merge: as many as before are the same ones.
  return sizes.length === partition.sizes.length ? partition : { atoms, sizes };
}

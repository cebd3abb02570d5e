import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Dataset, DatasetRow } from './dataset.js';
import { cellAt, isMissing, levelCodes, missingMark, wideNames } from './wide-csv-columns.js';

export interface ParquetOptions {
  /** Most rows of a row group (default: as many as have about a million cells, at most 50,000). */
  readonly rowGroupSize?: number;
}

interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP';
  readonly nullable: boolean;
  readonly valueOf: (row: DatasetRow) => string | number | boolean | Date | null;
}

const CELLS_PER_GROUP = 1_000_000;
/** Texts of one row group, in characters, after which it ends. */
const TEXT_PER_GROUP = 8_000_000;

/**
 * The wide table as Parquet (Snappy), columns as in the wide CSV: LEVEL as a string of the level's code, NUMBER double, BOOLEAN
 * boolean, TEXT string, each null where missing, with the kind in `<name>__missing` (null where there is a value). Repeated
 * strings are dictionary-encoded. Labels stand in the key-value metadata `reflexbogen` as JSON. Memory: one row group.
 */
export async function* writeParquet(dataset: Dataset, options: ParquetOptions = {}): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(dataset);
  const limit = options.rowGroupSize ?? Math.max(100, Math.min(50_000, Math.floor(CELLS_PER_GROUP / columns.length)));
  const writer = new ByteWriter();
  const specs = columns.map(({ name, type, nullable }) => ({ name, type, nullable }));
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: specs.map((spec) => ({ ...spec, data: [] })) }),
    kvMetadata: [{ key: 'reflexbogen', value: metadataOf(dataset) }],
    createdBy: 'reflexbogen',
  });
  // The writer counts its offset apart from its buffer, so what is written may be taken out.
  const take = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let rows: DatasetRow[] = [];
  let characters = 0;
  const writeGroup = async (): Promise<Uint8Array> => {
    const group = rows;
    await file.write({
      columnData: columns.map(({ valueOf }, index) => ({ ...specAt(specs, index), data: group.map(valueOf) })),
      rowGroupSize: group.length,
    });
    rows = [];
    characters = 0;
    return take();
  };
  for await (const row of dataset.rows()) {
    rows.push(row);
    for (const cell of row.cells) if (typeof cell === 'string') characters += cell.length;
    if (rows.length >= limit || characters >= TEXT_PER_GROUP) yield* inPieces(await writeGroup());
  }
  if (rows.length > 0) yield* inPieces(await writeGroup());
  await file.finish();
  yield* inPieces(take());
}

const PIECE = 65_536;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function specAt<T>(specs: readonly T[], index: number): T {
  const spec = specs[index];
  if (spec === undefined) throw new RangeError(`There is no column ${index}.`);
  return spec;
}

function columnsOf(dataset: Dataset): readonly Column[] {
  const names = wideNames(dataset);
  const rowValues: readonly ((row: DatasetRow) => string | number)[] = [
    () => dataset.study.slug,
    ({ municipality }) => municipality.code,
    ({ municipality }) => municipality.name,
    ({ municipality }) => municipality.officialKey,
    ({ round }) => round.code,
    ({ round }) => round.year,
  ];
  return [
    ...rowValues.map((valueOf, index): Column => {
      const type = index === rowValues.length - 1 ? 'INT32' : 'STRING';
      return { name: names.row[index] ?? '', type, nullable: false, valueOf };
    }),
    ...names.attributes.map((name, index): Column => ({
      name,
      type: 'STRING',
      nullable: true,
      valueOf: (row) => row.attributes[index] ?? null,
    })),
    { name: names.submittedAt, type: 'TIMESTAMP', nullable: false, valueOf: (row) => row.submittedAt },
    ...dataset.variables.flatMap((variable, index): readonly Column[] => {
      const codeOf = levelCodes(variable);
      const types = { LEVEL: 'STRING', TEXT: 'STRING', NUMBER: 'DOUBLE', BOOLEAN: 'BOOLEAN' } as const;
      return [
        {
          name: names.variables[index]?.value ?? '',
          type: types[variable.type],
          nullable: true,
          valueOf: (row) => {
            const cell = cellAt(row, index);
            if (isMissing(cell)) return null;
            if (typeof cell === 'string') return cell;
            if (variable.type === 'LEVEL') return codeOf(cell);
            return variable.type === 'BOOLEAN' ? cell === 1 : cell;
          },
        },
        {
          name: names.variables[index]?.missing ?? '',
          type: 'STRING',
          nullable: true,
          valueOf: (row) => {
            const cell = cellAt(row, index);
            return isMissing(cell) ? missingMark(variable, cell) : null;
          },
        },
      ];
    }),
  ];
}

const metadataOf = ({ study, locale, takenAt, attributes, variables }: Dataset): string =>
  JSON.stringify({ study, locale, takenAt: takenAt.toISOString(), attributes, variables });

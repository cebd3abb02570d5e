import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { unreadableXlsx } from './xlsform-fault.js';

/** What a workbook may be at most. */
export interface XlsxLimits {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Bytes of all parts, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked to packed size of a part, beyond its first megabyte. */
  readonly ratio: number;
  readonly parts: number;
  /** Rows of a sheet, and columns; a cell with content beyond them is a fault. */
  readonly rows: number;
  readonly columns: number;
}

export const XLSX_LIMITS: XlsxLimits = {
  fileBytes: 10_000_000,
  unpackedBytes: 40_000_000,
  ratio: 200,
  parts: 1000,
  rows: 20_000,
  columns: 200,
};
const RATIO_FREE_BYTES = 1_000_000;

/** The parts of a workbook that hold its cells, unpacked, by their name in the zip. */
export type XlsxParts = ReadonlyMap<string, Buffer>;

const HOLDS_CELLS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * Unpacks a workbook in memory. Nothing but the parts that hold cells is inflated.
 * @throws UnreadableXlsxError for what is no zip, is encrypted or broken, climbs out of itself, holds macros, links to other
 *   workbooks, or would unpack to more than the limits allow
 */
export async function readXlsxParts(bytes: Uint8Array, limits: XlsxLimits = XLSX_LIMITS): Promise<XlsxParts> {
  if (bytes.byteLength > limits.fileBytes)
    throw unreadableXlsx(`The file has ${bytes.byteLength} bytes.`, `at most ${limits.fileBytes} bytes`);
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    const entries = await entriesOf(zip, limits.parts);
    checkEntries(entries, limits);
    const parts = new Map<string, Buffer>();
    for (const entry of entries) {
      if (!HOLDS_CELLS.test(entry.fileName)) continue;
      if (parts.has(entry.fileName))
        throw unreadableXlsx(`The workbook holds ${entry.fileName} twice.`, 'each part once');
      parts.set(entry.fileName, await unpack(zip, entry));
    }
    return parts;
  } finally {
    zip.close();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const noZip = (error: unknown) =>
  unreadableXlsx(
    `The file cannot be read as a workbook: ${messageOf(error)}`,
    'a complete .xlsx file without password',
  );

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(noZip(error)) : resolve(zip),
    );
  });

const entriesOf = (zip: ZipFile, most: number): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (entries.length >= most)
        return reject(unreadableXlsx(`The workbook has more than ${most} parts.`, `at most ${most}`));
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(noZip(error)));
    zip.readEntry();
  });

function checkEntries(entries: readonly Entry[], limits: XlsxLimits): void {
  let total = 0;
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw unreadableXlsx(`${entry.fileName} is encrypted.`, 'a workbook without password');
    if (name.endsWith('vbaproject.bin') || name.includes('/macrosheets/'))
      throw unreadableXlsx('The workbook contains macros.', 'a workbook saved as .xlsx, without macros');
    if (name.includes('/externallinks/'))
      throw unreadableXlsx('The workbook links to another workbook.', 'a workbook without links to others');
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes)
      throw unreadableXlsx(
        `The workbook unpacks to more than ${limits.unpackedBytes} bytes.`,
        `at most ${limits.unpackedBytes} bytes`,
      );
    if (entry.uncompressedSize > RATIO_FREE_BYTES && entry.uncompressedSize > limits.ratio * entry.compressedSize)
      throw unreadableXlsx(
        `${entry.fileName} unpacks to more than ${limits.ratio} times its size.`,
        `a ratio of at most ${limits.ratio}`,
      );
  }
}

const unpack = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(noZip(error));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (broken: Error) => reject(noZip(broken)));
      stream.on('end', () => {
        const part = Buffer.concat(chunks);
        // yauzl checks sizes alone.
        if (crc32(part) === entry.crc32) resolve(part);
        else reject(noZip(`the checksum of ${entry.fileName} is wrong`));
      });
    });
  });

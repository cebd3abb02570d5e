import { createReadStream } from 'node:fs';
import { lstat, readdir, stat as statOf } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform, pipeline, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { unreadable } from './package-fault.js';

/** A study package to read from: a folder or a zip of it. */
export interface PackageSource {
  /** Bytes of all files, as stored uncompressed. */
  readonly bytes: number;
  readonly has: (name: string) => boolean;
  /** `answers.csv`, or `answers/*.csv` in order of their names; empty where there is none. */
  readonly answerFiles: readonly string[];
  readonly open: (name: string) => Promise<Readable>;
  readonly close: () => void;
}

export interface SourceLimits {
  /** Largest sum of uncompressed sizes. */
  readonly uncompressedBytes: number;
  /** Largest ratio of uncompressed to compressed size, beyond the first 10 MB. */
  readonly ratio: number;
}

export const DEFAULT_LIMITS: SourceLimits = { uncompressedBytes: 8 * 1024 ** 3, ratio: 200 };
const RATIO_FREE_BYTES = 10_000_000;
const MAX_ENTRIES = 10_000;

const isAnswerFile = (name: string): boolean => name === 'answers.csv' || /^answers\/[^/]+\.csv$/.test(name);
const isPackageFile = (name: string): boolean =>
  name === 'study.yaml' || name === 'municipalities.csv' || isAnswerFile(name);

/**
 * Opens a package.
 * @throws UnreadablePackageError for anything that is no folder and no zip, and for zips that climb out of themselves, are
 *   encrypted, broken, or would unpack to more than the limits allow
 */
export async function openPackage(path: string, limits: SourceLimits = DEFAULT_LIMITS): Promise<PackageSource> {
  const stat = await statOf(path).catch(() => null);
  if (stat === null) throw unreadable('NOT_FOUND', basename(path), `There is no ${path}.`, 'a folder or a .zip file');
  if (stat.isDirectory()) return openFolder(path);
  if (stat.isFile()) return openZip(path, limits);
  throw unreadable(
    'NOT_A_PACKAGE',
    basename(path),
    `${path} is neither a folder nor a file.`,
    'a folder or a .zip file',
  );
}

async function openFolder(root: string): Promise<PackageSource> {
  const files = new Map<string, number>();
  const add = async (name: string): Promise<void> => {
    const stat = await lstat(join(root, name));
    if (stat.isSymbolicLink())
      throw unreadable('LINK', name, `${name} is a symbolic link.`, 'a file of the package itself');
    if (stat.isFile() && isPackageFile(name)) files.set(name, stat.size);
  };
  for (const name of await readdir(root)) {
    await add(name);
    if (name === 'answers' && (await lstat(join(root, name))).isDirectory())
      for (const inner of await readdir(join(root, name))) await add(`answers/${inner}`);
  }
  return sourceOf(
    files,
    (name) => Promise.resolve(createReadStream(join(root, name), { highWaterMark: 1 << 18 })),
    () => undefined,
  );
}

function sourceOf(
  files: ReadonlyMap<string, number>,
  open: (name: string) => Promise<Readable>,
  close: () => void,
): PackageSource {
  return {
    bytes: [...files.values()].reduce((sum, size) => sum + size, 0),
    has: (name) => files.has(name),
    answerFiles: [...files.keys()].filter(isAnswerFile).sort(),
    open,
    close,
  };
}

async function openZip(path: string, limits: SourceLimits): Promise<PackageSource> {
  const name = basename(path);
  const refuse = (code: string, message: string, expected: string) => unreadable(code, name, message, expected);
  let zip: ZipFile;
  try {
    zip = await new Promise<ZipFile>((resolve, reject) => {
      yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
        error ? reject(error) : resolve(opened),
      );
    });
  } catch (error) {
    throw refuse('BROKEN_ZIP', `${name} cannot be read as a zip: ${messageOf(error)}`, 'a complete .zip file');
  }
  try {
    const entries = await entriesOf(zip, refuse);
    checkSizes(entries, limits, refuse);
    const files = filesOf(entries, refuse);
    return sourceOf(
      new Map([...files].map(([file, entry]) => [file, entry.uncompressedSize])),
      (file) => openEntry(zip, files.get(file), file),
      () => zip.close(),
    );
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Refuse = (code: string, message: string, expected: string) => Error;

const entriesOf = (zip: ZipFile, refuse: Refuse): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (entries.length >= MAX_ENTRIES)
        return reject(
          refuse('TOO_MANY_FILES', `The zip has more than ${MAX_ENTRIES} files.`, 'the files of one study package'),
        );
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    // yauzl itself refuses absolute names and names with .., after turning the backslashes of Windows into slashes.
    zip.on('error', (error: Error) =>
      reject(
        /invalid (relative|characters|absolute)|absolute path/.test(error.message)
          ? refuse(
              'PATH_CLIMBS_OUT',
              `The zip names a file outside itself: ${error.message}`,
              'names below the package folder',
            )
          : refuse('BROKEN_ZIP', `The zip is broken: ${error.message}`, 'a complete .zip file'),
      ),
    );
    zip.readEntry();
  });

function checkSizes(entries: readonly Entry[], limits: SourceLimits, refuse: Refuse): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw refuse('ENCRYPTED', `${entry.fileName} is encrypted.`, 'a zip without password');
    total += entry.uncompressedSize;
    if (total > limits.uncompressedBytes)
      throw refuse(
        'TOO_LARGE',
        `The zip unpacks to more than ${limits.uncompressedBytes} bytes.`,
        `at most ${limits.uncompressedBytes} bytes unpacked`,
      );
    if (entry.uncompressedSize > RATIO_FREE_BYTES && entry.uncompressedSize > limits.ratio * entry.compressedSize)
      throw refuse(
        'ZIP_BOMB',
        `${entry.fileName} unpacks to more than ${limits.ratio} times its size.`,
        `a ratio of at most ${limits.ratio}`,
      );
  }
}

/** Files by their name in the package; one folder around everything is left out. */
function filesOf(entries: readonly Entry[], refuse: Refuse): ReadonlyMap<string, Entry> {
  const names = entries.filter(({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/'));
  const wrapped = names.some(({ fileName }) => fileName === 'study.yaml')
    ? ''
    : `${names[0]?.fileName.split('/')[0] ?? ''}/`;
  const inside = names.every(({ fileName }) => fileName.startsWith(wrapped)) ? wrapped : '';
  const files = new Map<string, Entry>();
  for (const entry of names) {
    const name = entry.fileName.slice(inside.length);
    if (!isPackageFile(name)) continue;
    if (files.has(name)) throw refuse('DUPLICATE_FILE', `The zip holds ${name} twice.`, 'each file once');
    files.set(name, entry);
  }
  return files;
}

const openEntry = (zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> =>
  new Promise((resolve, reject) => {
    if (entry === undefined) return reject(new Error(`no ${name} in the zip`));
    zip.openReadStream(entry, (error, stream) =>
      error
        ? reject(unreadable('BROKEN_ZIP', name, `${name} cannot be unpacked: ${error.message}`, 'a complete .zip file'))
        : // The error of either reaches the reader of the last one.
          resolve(pipeline(stream, checkedSum(entry.crc32), () => undefined)),
    );
  });

/** Passes bytes on and fails at the end where they are not those that were zipped: yauzl checks sizes alone. */
function checkedSum(expected: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === expected ? null : new Error('its checksum is wrong'));
    },
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

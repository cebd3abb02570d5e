import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { CommandError } from './command-error.js';

const isPart = (name: string): boolean =>
  /^(study\.yaml|municipalities\.csv|answers\.csv|answers\/[^/]+\.csv)$/.test(name);

/** The bytes of a package as a zip: a .zip as it is, a folder zipped on the fly. */
export async function packageStream(path: string): Promise<ReadableStream<Uint8Array>> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CommandError(`${path} does not exist; expected the folder or .zip of a study package.`);
  const bytes = found.isDirectory() ? await zippedFolder(path) : createReadStream(path);
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
}

async function zippedFolder(root: string): Promise<Readable> {
  const zip = new ZipWriter();
  const add = async (name: string): Promise<void> => {
    // The folder of answers counts too: behind a link it would be left out, and its answers with it.
    if (!isPart(name) && name !== 'answers') return;
    const found = await lstat(join(root, name));
    if (found.isSymbolicLink())
      throw new CommandError(`${name}: a symbolic link (expected a file of the package itself)`);
    if (found.isFile()) zip.addFile(join(root, name), name);
  };
  for (const name of (await readdir(root)).sort()) {
    await add(name);
    if (name === 'answers' && (await lstat(join(root, name))).isDirectory())
      for (const inner of (await readdir(join(root, name))).sort()) await add(`answers/${inner}`);
  }
  zip.end();
  return zip.outputStream as Readable;
}

/** Writes a zip that was downloaded to a .zip file, or unpacks it into a folder. */
export async function savePackage(body: ReadableStream<Uint8Array>, target: string): Promise<void> {
  const isFile = target.endsWith('.zip');
  if (isFile) await mkdir(dirname(resolve(target)), { recursive: true });
  // Last of all: a stream that fails while nobody reads it yet would end the process.
  const source = () => Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  if (isFile) {
    // Under another name until it is whole: a download that breaks off leaves no package that looks complete.
    const part = `${target}.part`;
    // Opened before anything can fail: a file that is made only after it was taken away would stay.
    const file = (await open(part, 'w')).createWriteStream();
    try {
      await pipeline(source(), file);
      await rename(part, target);
    } finally {
      await rm(part, { force: true });
    }
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of source()) chunks.push(chunk as Buffer);
  await unpack(Buffer.concat(chunks), resolve(target));
}

async function unpack(zipped: Buffer, root: string): Promise<void> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    yauzl.fromBuffer(zipped, { lazyEntries: true }, (error, opened) => (error ? fail(error) : done(opened))),
  );
  await mkdir(root, { recursive: true });
  await new Promise<void>((done, fail) => {
    const next = async (entry: Entry): Promise<void> => {
      const path = resolve(root, entry.fileName);
      if (!path.startsWith(root + sep) || !isPart(entry.fileName))
        throw new CommandError(`The download holds ${entry.fileName}, which is no part of a study package.`);
      await mkdir(dirname(path), { recursive: true });
      const stream = await new Promise<Readable>((opened, failed) =>
        zip.openReadStream(entry, (error, bytes) => (error ? failed(error) : opened(bytes))),
      );
      await pipeline(stream, createWriteStream(path));
      zip.readEntry();
    };
    zip.on('entry', (entry: Entry) => void next(entry).catch(fail));
    zip.on('end', done);
    zip.on('error', fail);
    zip.readEntry();
  });
}

import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { UnreadablePackageError } from './package-fault.js';
import { DEFAULT_LIMITS, openPackage } from './package-source.js';

describe('openPackage', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'reflexbogen-source-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const zipOf = async (files: Readonly<Record<string, string | Buffer>>, compress = true): Promise<string> => {
    const path = join(folder, 'package.zip');
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files))
      zip.addBuffer(Buffer.from(content as string), name, { compress });
    zip.end();
    await pipeline(zip.outputStream as Readable, createWriteStream(path));
    return path;
  };
  const patched = (path: string, change: (bytes: Buffer) => void): string => {
    const bytes = readFileSync(path);
    change(bytes);
    writeFileSync(path, bytes);
    return path;
  };
  const codeOf = (path: string, limits = DEFAULT_LIMITS): Promise<string> =>
    openPackage(path, limits).then(
      (source) => (source.close(), 'OPENED'),
      (error: unknown) => {
        if (error instanceof UnreadablePackageError) return error.fault.code;
        throw error;
      },
    );

  it('reads a folder, its answer files in order of their names', async () => {
    mkdirSync(join(folder, 'answers'));
    for (const name of ['study.yaml', 'README.md', 'answers/2.csv', 'answers/10.csv', 'answers/notes.txt'])
      writeFileSync(join(folder, name), name);
    const source = await openPackage(folder);

    expect(source.answerFiles).toEqual(['answers/10.csv', 'answers/2.csv']);
    expect([source.has('study.yaml'), source.has('README.md'), source.has('municipalities.csv')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await text(await source.open('answers/2.csv'))).toBe('answers/2.csv');
  });

  it('follows a link to the package itself, none inside it', async () => {
    mkdirSync(join(folder, 'study'));
    writeFileSync(join(folder, 'study', 'study.yaml'), '');
    symlinkSync(join(folder, 'study'), join(folder, 'link'));
    expect(await codeOf(join(folder, 'link'))).toBe('OPENED');

    symlinkSync('/', join(folder, 'study', 'answers'));
    expect(await codeOf(join(folder, 'link'))).toBe('LINK');
  });

  it.each([
    ['at the top', ''],
    ['in one folder', 'my-study/'],
  ])('reads a zip with the files %s', async (_name, prefix) => {
    const path = await zipOf({ [`${prefix}study.yaml`]: 'a', [`${prefix}answers/1.csv`]: 'b', '__MACOSX/x': 'c' });
    const source = await openPackage(path);

    expect([source.has('study.yaml'), source.answerFiles, source.bytes]).toEqual([true, ['answers/1.csv'], 2]);
    expect(await text(await source.open('answers/1.csv'))).toBe('b');
    source.close();
  });

  it.each([
    ['more bytes than the limit', { uncompressedBytes: 99, ratio: 200 }, 100, 'TOO_LARGE'],
    ['as many bytes as the limit', { uncompressedBytes: 100, ratio: 200 }, 100, 'OPENED'],
    ['a high ratio of few bytes', DEFAULT_LIMITS, 10_000_000, 'OPENED'],
    ['a high ratio of many bytes', DEFAULT_LIMITS, 10_000_001, 'ZIP_BOMB'],
  ])('answers %s', async (_name, limits, size, expected) => {
    expect(await codeOf(await zipOf({ 'study.yaml': Buffer.alloc(size, 'x') }), limits)).toBe(expected);
  });

  it('fails while reading an entry whose bytes are not those that were zipped', async () => {
    const path = patched(await zipOf({ 'study.yaml': 'abcdef' }, false), (bytes) =>
      bytes.write('X', bytes.indexOf('abcdef')),
    );
    const source = await openPackage(path);

    await expect(text(await source.open('study.yaml'))).rejects.toThrow('checksum');
    source.close();
  });

  it('refuses a compression that it does not know', async () => {
    const path = patched(await zipOf({ 'study.yaml': 'abcdef' }), (bytes) =>
      bytes.writeUInt16LE(14, bytes.indexOf('PK\x01\x02') + 10),
    );
    const source = await openPackage(path);

    await expect(source.open('study.yaml')).rejects.toMatchObject({
      fault: { code: 'BROKEN_ZIP', file: 'study.yaml' },
    });
    source.close();
  });

  it('says that there is nothing at a path', async () => {
    expect(await codeOf(join(folder, 'nothing'))).toBe('NOT_FOUND');
  });
});

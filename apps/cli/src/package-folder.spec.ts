import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageStream, savePackage } from './package-folder.js';

describe('a package folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'reflexbogen-cli-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a file', 'answers.csv', false],
    ['the folder of answers', 'answers', true],
  ])('is refused where %s is a link: its answers would be lost', async (_name, link, isFolder) => {
    const outside = join(folder, 'outside');
    if (isFolder) mkdirSync(outside);
    else writeFileSync(outside, 'x');
    const inside = join(folder, 'package');
    mkdirSync(inside);
    symlinkSync(outside, join(inside, link));

    await expect(packageStream(inside)).rejects.toThrow(`${link}: a symbolic link`);
  });

  it('leaves nothing behind when a download breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('connection lost')),
    });

    await expect(savePackage(broken, join(folder, 'study.zip'))).rejects.toThrow('connection lost');

    expect(readdirSync(folder)).toEqual([]);
  });
});

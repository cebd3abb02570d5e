import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServerError } from './binaries.js';
import { lockFolder } from './folder-lock.js';

describe('lockFolder', () => {
  let folder: string;
  const file = () => join(folder, 'service.lock');

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'reflexbogen-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a second holder, naming the first and the way out', () => {
    lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(EmbeddedServerError);
    expect(() => lockFolder(folder)).toThrow(new RegExp(`process ${process.pid}.*DATA_DIR`));
  });

  it('is free again once given back', () => {
    lockFolder(folder)();
    expect(existsSync(file())).toBe(false);
    lockFolder(folder)();
  });

  it.each([
    ['a process that has ended', () => String(spawnSync('true').pid)],
    ['an earlier process of the same id', () => `${process.pid} 1 another-boot`],
    ['nobody, since the machine stopped while it was written', () => ''],
    ['something else', () => 'x y z'],
  ])('takes over from %s', (_, holder) => {
    writeFileSync(file(), holder());
    const unlock = lockFolder(folder);
    expect(readFileSync(file(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not give back what another has taken since', () => {
    const unlock = lockFolder(folder);
    writeFileSync(file(), 'another');
    unlock();
    expect(readFileSync(file(), 'utf8')).toBe('another');
  });
});

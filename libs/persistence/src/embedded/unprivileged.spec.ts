import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchFor } from './unprivileged.js';

const isRoot = process.getuid?.() === 0;

describe('launchFor', () => {
  let scratch: string;
  const program = () => join(scratch, 'programs/postgres');
  const folder = () => join(scratch, 'data');

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'reflexbogen-launch-'));
    chmodSync(scratch, 0o755);
    mkdirSync(join(scratch, 'programs'));
    mkdirSync(folder(), { mode: 0o700 });
    writeFileSync(program(), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  (isRoot ? it : it.skip)('as root: hands the folder to an ordinary user', () => {
    const launch = launchFor(folder(), program());
    expect(launch.prefix).toEqual([]);
    expect(launch.uid).toBeGreaterThan(0);
    expect(statSync(folder()).uid).toBe(launch.uid);
  });

  (isRoot ? it : it.skip)(
    'as root, out of reach of ordinary users: in a user namespace, the folder staying root’s',
    () => {
      chmodSync(join(scratch, 'programs'), 0o700);
      const launch = launchFor(folder(), program());
      expect(launch.prefix[0]).toBe('unshare');
      expect(launch.uid).toBeUndefined();
      expect(statSync(folder()).uid).toBe(0);
    },
  );

  (isRoot ? it : it.skip)('as root, with programs that cannot run at all: says so, and the ways out', () => {
    rmSync(program());
    expect(() => launchFor(folder(), program())).toThrow(/ordinary user.*DATABASE_URL/);
  });

  (isRoot ? it.skip : it)('as an ordinary user: as it is', () => {
    expect(launchFor(folder(), program())).toEqual({ prefix: [] });
  });
});

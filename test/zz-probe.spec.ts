import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage, readPackage, UnreadablePackageError } from '@reflexbogen/exchange';
import { BROKEN_PACKAGES } from './fixtures/broken-packages.js';
it('x', async () => {
  const out: string[] = [];
  for (const b of BROKEN_PACKAGES) {
    const dir = mkdtempSync(join(tmpdir(), 'brk-'));
    const t0 = Date.now();
    let faults: readonly unknown[] = [];
    try {
      const src = await openPackage(await b.build(dir));
      const r = await readPackage(src);
      if (!r.ok) faults = r.errors[0]!.faults;
      src.close();
    } catch (e) {
      faults = e instanceof UnreadablePackageError ? [e.fault] : [{ message: 'THROWN ' + String(e) }];
    }
    rmSync(dir, { recursive: true });
    const text = (faults as any[])
      .map(
        (f) =>
          `${f.file}${f.line ? ':' + f.line : ''}${f.column ? ':' + f.column : ''}: ${f.message} (expected ${f.expected})`,
      )
      .join('\n');
    const bad = b.says.filter((r) => !r.test(text));
    out.push(
      `## ${b.name} ${Date.now() - t0}ms ${bad.length ? 'UNMET ' + bad.join(' ') : ''}`,
      ...(faults as any[]).map((f) => `   ${f.code} ${f.file} ${f.line} ${f.column} | ${f.message} | ${f.expected}`),
    );
  }
  writeFileSync('/tmp/exch-broken.txt', out.join('\n'));
}, 300000);

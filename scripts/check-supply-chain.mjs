/**
 * Fails where something about the packages has not been decided: an install script (allowScripts in package.json), a licence, a
 * package on the deny-list, a source other than the registry, or a direct dependency without its line in docs/dependencies.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** SPDX ids that may be shipped. EUPL-1.2: style sheets and fonts that are used as they are. */
const SHIPPED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'EUPL-1.2',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['Python-2.0', 'Unlicense', 'Zlib'],
]);
/** And those of tools, which are not. */
const OF_TOOLS = new Set([...SHIPPED, 'CC-BY-4.0', 'MPL-2.0']);
/** Packages that do not say it in package.json; read in their LICENSE file. */
const LICENCES = { 'png-js': 'MIT' };
const DENIED = {
  xlsx: 'CVE-2023-30533 and CVE-2024-22363 are open in the copy on npm',
  request: 'unmaintained since 2020',
  vm2: 'unmaintained, with open ways out of the sandbox',
  'event-stream': 'was taken over once',
  'node-ipc': 'destroyed files on purpose once',
};
const REGISTRY = 'https://registry.npmjs.org/';

/** Whether an SPDX expression allows one of these ids: with OR one part is enough, with AND all are needed. */
export function isAllowed(expression, ids) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((part) => isAllowed(part, ids));
  return plain.split(' AND ').every((id) => ids.has(id));
}

/** @returns what is wrong, a line each */
export function faultsOf({ packages, allowScripts, direct, documented, reviewed, today }) {
  const faults = [];
  const installs = new Set();
  for (const [place, entry] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || entry.link) continue;
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = typeof entry.license === 'string' ? entry.license : (LICENCES[name] ?? 'none');
    if (!isAllowed(licence, entry.dev || entry.devOptional ? OF_TOOLS : SHIPPED))
      faults.push(`${name}: the licence ${licence} is not on the list`);
    if (name in DENIED) faults.push(`${name} is denied: ${DENIED[name]}`);
    if (entry.hasInstallScript) installs.add(name);
    // Without an address it is the registry's, whichever mirror npm is set to: the hash decides.
    if (!(entry.resolved ?? REGISTRY).startsWith(REGISTRY) || !entry.integrity?.startsWith('sha512-'))
      faults.push(`${place} does not come from the registry with a SHA-512`);
  }
  for (const name of installs)
    if (!(name in allowScripts)) faults.push(`${name} has an install script that allowScripts does not decide upon`);
  for (const name of Object.keys(allowScripts))
    if (!installs.has(name)) faults.push(`allowScripts decides upon ${name}, which has no install script`);
  for (const name of direct) if (!documented.has(name)) faults.push(`${name} has no line in docs/dependencies.md`);
  for (const name of documented)
    if (!direct.has(name)) faults.push(`docs/dependencies.md has a line for ${name}, which nothing asks for`);
  if (reviewed === null || reviewed > today) faults.push('docs/dependencies.md does not say when it was last reviewed');
  return faults;
}

/** Names in the tables of the page whose line gives a reason, and the date of its last review. */
export function documentation(text) {
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (\S.*\S) \|$/gm)];
  return {
    documented: new Set(rows.map(([, name]) => name)),
    reviewed: /^Last reviewed: (\d{4}-\d{2}-\d{2})\b/m.exec(text)?.[1] ?? null,
  };
}

function check() {
  const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const { allowScripts } = JSON.parse(read('package.json'));
  const workspaces = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
  );
  const direct = new Set(
    ['.', ...workspaces].flatMap((folder) => {
      const { dependencies, devDependencies } = JSON.parse(read(`${folder}/package.json`));
      return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@reflexbogen/'));
    }),
  );
  const { packages } = JSON.parse(read('package-lock.json'));
  const today = new Date().toISOString().slice(0, 10);
  return faultsOf({ packages, allowScripts, direct, ...documentation(read('docs/dependencies.md')), today });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = check();
  if (faults.length > 0) {
    console.error(`The packages are not in order:\n  ${faults.join('\n  ')}`);
    process.exit(1);
  }
}

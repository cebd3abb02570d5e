import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const names = (folder: string): readonly string[] => readdirSync(new URL(folder, root)).sort();

/** A program of the system; null where it is not installed. */
const programIn = (name: string): string | null =>
  ['/usr/bin', '/bin'].map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;

/**
 * Where the tests run there may be no container engine: these are the faults that reading the files can find. What the image
 * holds is put together and started by image-tree.e2e.spec.ts, the image itself by `npm run test:image`.
 */
describe('docker/Dockerfile', () => {
  const lines = text('docker/Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const instructions = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/\s+/));
  const last = instructions.slice(instructions.map(([name]) => name).lastIndexOf('FROM'));

  it('builds in one stage and runs in another, as no root, with a health check', () => {
    expect(instructions.filter(([name]) => name === 'FROM')).toHaveLength(2);
    expect(last.find(([name]) => name === 'USER')?.[1]).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(last.some(([name]) => name === 'HEALTHCHECK')).toBe(true);
    expect(last.at(-1)?.[0]).toBe('CMD');
  });

  it('pins the version of its base images, both of one Node', () => {
    const images = instructions.filter(([name]) => name === 'FROM').map(([, image]) => image!);
    expect(images[0]).toMatch(/^node:20-/);
    expect(images[1]).toMatch(/nodejs20-/);
  });

  it('runs no shell: the last stage has none', () => {
    expect(last.filter(([name]) => name === 'RUN')).toEqual([]);
    for (const [name, first] of last.filter(([word]) => word === 'CMD'))
      expect([name, first]).toEqual([name, '["--enable-source-maps",']);
  });

  it('copies only files that are there', () => {
    const sources = instructions
      .filter(([name, first]) => name === 'COPY' && !first!.startsWith('--from'))
      .flatMap(([, ...parts]) => parts.slice(0, -1));
    for (const source of sources) expect([source, existsSync(new URL(source, root))]).toEqual([source, true]);
  });

  it('copies the package.json of every workspace before installing', () => {
    const workspaces = ['apps', 'libs'].flatMap((folder) => names(folder).map((name) => `${folder}/${name}`));
    expect(workspaces.length).toBeGreaterThan(5);
    for (const workspace of workspaces)
      expect(text('docker/Dockerfile')).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });
});

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly privileged?: boolean;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly secrets?: readonly string[];
  readonly env_file?: string;
}

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks?: {
    readonly default: { readonly ipam: { readonly config: readonly { readonly subnet: string }[] } };
  };
  readonly volumes: Readonly<Record<string, null>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
}

const composeFiles = names('docker').filter((name) => /^compose.*\.yml$/.test(name));

describe.each(composeFiles)('docker/%s', (file) => {
  const compose = parse(text(`docker/${file}`), { merge: true }) as Compose;
  const services = Object.values(compose.services);

  it('names images by version, and the Dockerfile where it lies', () => {
    for (const { image, build } of services) {
      if (image !== undefined) expect(image).toMatch(/^[\w./-]+:\d+(\.\d+)*(-\w+)?$/);
      else expect(existsSync(fileURLToPath(new URL(`docker/${build!.context}/${build!.dockerfile}`, root)))).toBe(true);
    }
  });

  it('keeps no secret in the file, and opens nothing but the proxy to the network', () => {
    // The laptop's database is on a network of its own, without a port.
    const secrets = [...text(`docker/${file}`).matchAll(/(?:PASSWORD|SECRET|TOKEN): (.*)/g)].map(([, value]) => value!);
    for (const value of secrets) expect(value).toMatch(/^\$\{/);
    for (const [name, { ports = [], privileged }] of Object.entries(compose.services)) {
      expect(privileged).toBeUndefined();
      for (const port of ports) expect(port).toMatch(name === 'proxy' ? /^(80|443):/ : /^127\.0\.0\.1:/);
    }
  });

  it('runs the service on a read-only root, without capabilities', () => {
    const own = services.filter(({ build }) => build !== undefined);
    expect(own.length).toBeGreaterThan(0);
    for (const { read_only, cap_drop } of own) expect([read_only, cap_drop]).toEqual([true, ['ALL']]);
  });

  it('declares whatever it refers to, and waits for what can say that it is healthy', () => {
    for (const { volumes = [], depends_on = {}, secrets = [] } of services) {
      for (const volume of volumes) {
        const source = volume.split(':')[0]!;
        if (source.startsWith('.'))
          expect([source, existsSync(new URL(`docker/${source}`, root))]).toEqual([source, true]);
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const secret of secrets) expect(Object.keys(compose.secrets ?? {})).toContain(secret);
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const needed = compose.services[name];
        expect(needed).toBeDefined();
        if (condition === 'service_healthy')
          expect([name, needed!.healthcheck !== undefined || needed!.build !== undefined]).toEqual([name, true]);
      }
    }
  });

  // Run by hand: with neither, a second address was refused what a first one had used up (docs/operating.md).
  it('believes the proxy, and nobody else, who sends a request', () => {
    const [own] = services.filter(({ build }) => build !== undefined);
    const trusted = own!.environment?.['TRUSTED_PROXIES'];
    if ('proxy' in compose.services) expect(trusted).toBe(compose.networks?.default.ipam.config[0]?.subnet);
    else expect(trusted).toBeUndefined();
  });

  it('hands on whatever else is set, and lets everybody in on the own machine alone', () => {
    for (const { build, environment = {}, env_file, ports = [] } of services) {
      if (build === undefined) continue;
      const isLaptop = environment['NODE_ENV'] === 'development';
      expect(env_file).toBe(isLaptop ? undefined : '.env');
      expect(environment['DEVELOPMENT_SIGN_IN']).toBe(isLaptop ? 'everybody' : undefined);
      if (isLaptop) expect(ports).toEqual(['127.0.0.1:${PORT:-3000}:3000']);
    }
  });

  it('sets only variables that the service reads', () => {
    const documented = new Set([...text('docs/operating.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name));
    for (const { build, environment = {} } of services)
      if (build !== undefined) for (const name of Object.keys(environment)) expect(documented).toContain(name);
  });
});

describe('docker/Caddyfile', () => {
  const caddy = text('docker/Caddyfile');

  it('closes its braces, sends people to the service, and keeps figures within', () => {
    expect(caddy.match(/\{/g)?.length).toBe(caddy.match(/\}/g)?.length);
    expect(caddy).toMatch(/reverse_proxy service:3000/);
    expect(caddy).toMatch(/@inside path \/metrics \/metrics\/\*\s+respond @inside 404/);
    expect(caddy).not.toMatch(/^\s*log\b/m);
  });

  // Where there is no Caddy the test is counted as skipped. Seen red with a directive misspelt.
  const program = programIn('caddy');
  (program === null ? it.skip : it)('is what Caddy takes', () => {
    const path = fileURLToPath(new URL('docker/Caddyfile', root));
    const { status, stderr } = spawnSync(program!, ['validate', '--adapter', 'caddyfile', '--config', path], {
      encoding: 'utf8',
      env: { ...process.env, SITE: 'sheets.example.org' },
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });
});

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}
type Model = new (manifest: never) => { readonly validate: () => void };

const MODELS: Readonly<Record<string, Model>> = {
  'apps/v1 Deployment': Deployment,
  'networking.k8s.io/v1 Ingress': Ingress,
  'networking.k8s.io/v1 NetworkPolicy': NetworkPolicy,
  'policy/v1 PodDisruptionBudget': PodDisruptionBudget,
  'v1 ConfigMap': ConfigMap,
  'v1 Namespace': Namespace,
  'v1 Secret': Secret,
  'v1 Service': Service,
  'v1 ServiceAccount': ServiceAccount,
};

/** Against the schemas of the API (kubernetes-models). Seen red with a port that is a word, and with a key misspelt. */
describe('docker/kubernetes', () => {
  const folder = 'docker/kubernetes/';
  const files = names(folder).filter((name) => name !== 'kustomization.yaml');
  const manifests = files.map((name) => ({ name, manifest: parse(text(folder + name)) as Manifest }));
  const manifestOf = <T>(kind: string): T => manifests.find(({ manifest }) => manifest.kind === kind)!.manifest as T;

  it.each(manifests)('$name is what the API takes', ({ manifest }) => {
    const model = MODELS[`${manifest.apiVersion} ${manifest.kind}`];
    expect(model).toBeDefined();
    expect(() => new model!(manifest as never).validate()).not.toThrow();
  });

  it('applies every file but the example of the secret', () => {
    const { resources } = parse(text(`${folder}kustomization.yaml`)) as { resources: string[] };
    expect([...resources].sort()).toEqual(files.filter((name) => name !== 'secret.example.yaml'));
  });

  interface PodSpec {
    readonly replicas: number;
    readonly template: {
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly securityContext: object;
        readonly volumes: readonly { readonly name: string }[];
        readonly containers: readonly [
          {
            readonly env: readonly {
              readonly name: string;
              readonly valueFrom: { readonly secretKeyRef: { readonly key: string } };
            }[];
            readonly securityContext: object;
            readonly readinessProbe: { readonly httpGet: { readonly path: string } };
            readonly livenessProbe: { readonly httpGet: { readonly path: string } };
            readonly volumeMounts: readonly { readonly name: string }[];
          },
        ];
      };
    };
  }

  it('runs as no root, on a read-only root, and ends later than the service gives up', () => {
    const { spec } = manifestOf<{ readonly spec: PodSpec }>('Deployment');
    const pod = spec.template.spec;
    const [container] = pod.containers;
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65532 });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    const { data } = manifestOf<{ readonly data: Readonly<Record<string, string>> }>('ConfigMap');
    const hardStop = Number(/STOP_MS = ([\d_]+)/.exec(text('apps/api/src/main.ts'))?.[1]?.replaceAll('_', '')) / 1000;
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(data['DRAIN_SECONDS']) + hardStop);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(pod.volumes.map(({ name }) => name));
  });

  it('takes from the secret what the example has, and sets only variables that the service reads', () => {
    const [container] = manifestOf<{ readonly spec: PodSpec }>('Deployment').spec.template.spec.containers;
    const { stringData } = manifestOf<{ readonly stringData: Readonly<Record<string, string>> }>('Secret');
    const { data } = manifestOf<{ readonly data: Readonly<Record<string, string>> }>('ConfigMap');
    const taken = container.env.map(({ valueFrom }) => valueFrom.secretKeyRef.key);
    expect([...taken, 'audit.key'].sort()).toEqual(Object.keys(stringData).sort());
    const documented = new Set([...text('docs/operating.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name));
    for (const name of [...taken, ...Object.keys(data)]) expect(documented).toContain(name);
  });
});

describe('docker/systemd/reflexbogen.service', () => {
  const path = fileURLToPath(new URL('docker/systemd/reflexbogen.service', root));
  const unit = text('docker/systemd/reflexbogen.service');
  const analyze = programIn('systemd-analyze');

  it('starts what is built, keeps to its own folder and gains nothing', () => {
    const main = /^ExecStart=\S+ --enable-source-maps \/opt\/reflexbogen\/(\S+)$/m.exec(unit)?.[1];
    expect([main, existsSync(new URL(main!.replace('/dist/', '/src/').replace(/js$/, 'ts'), root))]).toEqual([
      main,
      true,
    ]);
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'DynamicUser=yes',
      'LimitCORE=0',
    ])
      expect(unit.split('\n')).toContain(line);
    // Without @pkey the kernel ends Node before its first line: seen when the unit was run (docs/operating.md).
    expect(unit).toMatch(/^SystemCallFilter=@system-service @pkey$/m);
    expect(unit.split('\n')).toContain('SystemCallErrorNumber=EPERM');
    // V8 writes what it runs.
    expect(unit).not.toContain('MemoryDenyWriteExecute=yes');
  });

  // Where there is no systemd, as in many containers, the test is counted as skipped.
  (analyze === null ? it.skip : it)('is a unit that systemd takes', () => {
    const { status, stderr } = spawnSync(analyze!, ['verify', '--man=no', path], {
      encoding: 'utf8',
      cwd: dirname(path),
    });
    const own = stderr
      .split('\n')
      .filter((line) => line.includes('reflexbogen.service') && !line.includes('is not executable'));
    expect([status === 0 || own.length === 0, own]).toEqual([true, []]);
  });
});

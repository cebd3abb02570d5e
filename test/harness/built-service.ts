import { execFile, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const run = promisify(execFile);

/** Of the machine that runs the test, not of the one that starts a service for the first time. */
const UNSET = { DATABASE_URL: undefined, NODE_ENV: undefined, REFLEXBOGEN_TOKEN: undefined };

/** What is built and what users start, in a process of its own. */
export interface BuiltService {
  readonly url: string;
  /** What it has written so far. */
  readonly output: () => string;
  /** Waits until it has written a text: what it prints last comes after it takes requests. @throws with its output where it does not */
  readonly says: (text: string) => Promise<void>;
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts the built service on a data folder, out of this checkout or another folder. @throws with its output where it does not get ready */
export async function startBuiltService(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  main = at('apps/api/dist/main.js'),
): Promise<BuiltService> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...UNSET, ...environment },
  });
  let output = '';
  for (const stream of [service.stdout, service.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (service.exitCode !== null) return;
    const gone = new Promise((resolve) => service.once('exit', resolve));
    service.kill('SIGTERM');
    await gone;
  };
  const says = async (text: string): Promise<void> => {
    for (let attempt = 0; attempt < 600 && !output.includes(text); attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    if (!output.includes(text)) throw new Error(`the service did not say "${text}":\n${output}`);
  };
  for (let attempt = 0; attempt < 1200 && service.exitCode === null; attempt += 1) {
    const ready = await fetch(`${url}/health/ready`).catch(() => null);
    if (ready?.ok) return { url, output: () => output, says, hasEnded: () => service.exitCode !== null, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`the service did not get ready:\n${output}`);
}

/** Runs the reflexbogen command. @returns what it printed @throws with its output where it fails */
export async function reflexbogen(
  args: readonly string[],
  { cwd, ...environment }: { readonly cwd: string } & Readonly<Record<string, string>>,
  command = at('apps/cli/bin/reflexbogen.js'),
): Promise<string> {
  const { stdout } = await run(process.execPath, [command, ...args], {
    cwd,
    env: { ...process.env, ...UNSET, REFLEXBOGEN_TOKEN: '', LANG: 'en_GB.UTF-8', LC_ALL: '', ...environment },
  });
  return stdout;
}

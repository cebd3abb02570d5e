import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './commands.js';

/**
 * Acts on the machine of the service itself, with its environment: a process of the service's own code, as this command is a
 * client of GraphQL and knows no database.
 * @returns its exit code
 */
export function operate(act: string, args: readonly string[], { env }: Pick<Terminal, 'env'>): Promise<number> {
  const program = fileURLToPath(new URL('../../api/dist/operate/main.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', program, act, ...args], { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

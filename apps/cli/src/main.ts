import type { Terminal } from './commands.js';
import { explain, programFor } from './program.js';

const terminal: Terminal = {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  progress: process.stderr.isTTY ? process.stderr : null,
  width: process.stdout.columns ?? 120,
};

await programFor(terminal, (code) => (process.exitCode = code))
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`reflexbogen: ${explain(error)}\n`);
    process.exitCode = 1;
  });

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Root of the repository, as stack traces name it: an address in ES modules, a path elsewhere. */
const ROOT_URL = new URL('../../../../', import.meta.url).href;
const ROOT_PATH = fileURLToPath(ROOT_URL).replaceAll('\\', '/');
const FRAME = /^((?:apps|libs)\/[a-z-]+\/(?:src|dist)\/[A-Za-z0-9/-]+(?:\.[a-z0-9-]+)*\.[jt]s):(\d{1,4})$/;
/** The trace stands at the end of a stack; before it comes the message, which may be a whole document. */
const TRACE_CHARACTERS = 20_000;
const FRAMES = 12;

/** Files found so far: as many as the program has. */
const found = new Set<string>();

/**
 * Whether a text is a place in our own code, as `apps/api/src/service.ts:40`. The file must be there, so that no text of a
 * caller can pass for one. With source maps a trace names sources, of which a deployment may hold the compiled file alone.
 */
export function isOwnFrame(text: string): boolean {
  const file = FRAME.exec(text)?.[1];
  if (file === undefined) return false;
  if (found.has(file)) return true;
  const compiled = file.replace(/\/src\/(.*)\.ts$/, '/dist/$1.js');
  if (![file, compiled].some((path) => existsSync(new URL(path, ROOT_URL)))) return false;
  found.add(file);
  return true;
}

/**
 * The places of our own code in a stack, the innermost first, at most twelve. Names of functions, frames of packages and
 * everything else in the stack are left out, above all the message.
 */
export function ownFrames(stack: string): readonly string[] {
  const frames: string[] = [];
  for (const line of stack.slice(-TRACE_CHARACTERS).split('\n')) {
    if (frames.length === FRAMES) break;
    const place = /^\s+at (.*)$/.exec(line)?.[1]?.replaceAll('\\', '/') ?? '';
    const start = [ROOT_URL, ROOT_PATH].map((root) => [place.indexOf(root), root.length] as const);
    const [index, length] = start.find(([at]) => at >= 0) ?? [-1, 0];
    if (index < 0) continue;
    const frame = /^([^:]+:\d+):\d+\)?$/.exec(place.slice(index + length))?.[1] ?? '';
    if (isOwnFrame(frame)) frames.push(frame);
  }
  return frames;
}

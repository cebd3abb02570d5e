import { pathToFileURL } from 'node:url';
import { isOwnFrame, ownFrames } from './own-frames.js';

const here = new URL('./own-frames.ts', import.meta.url);
const root = new URL('../../../../', import.meta.url);
const stackOf = (...places: readonly string[]): string =>
  ['Error: Erika', ...places.map((place) => `    at ${place}`)].join('\n');

describe('ownFrames', () => {
  it.each([
    ['an address', `ownFrames (${here.href}:12:5)`],
    ['a path', `ownFrames (${here.pathname}:12:5)`],
    ['an asynchronous call', `async Promise.all (${here.href}:12:5)`],
    ['no function', `${here.href}:12:5`],
  ])('reads a place given as %s', (_name, place) => {
    expect(ownFrames(stackOf(place))).toEqual(['apps/api/src/logging/own-frames.ts:12']);
  });

  it('knows the files that are there', () => {
    expect(isOwnFrame('apps/api/src/main.ts:1')).toBe(true);
    expect(isOwnFrame('apps/api/src/main.js:1')).toBe(false);
    expect(isOwnFrame('apps/api/src/main.ts')).toBe(false);
    expect(isOwnFrame('apps/api/src/main.ts:12345')).toBe(false);
  });

  it.each([
    ['packages', `query (${new URL('node_modules/pg/lib/client.js', root).href}:1:1)`],
    ['Node', 'processTicksAndRejections (node:internal/process/task_queues:95:5)'],
    ['files that are not there', `x (${new URL('apps/api/src/erika.ts', root).href}:1:1)`],
    ['other folders', `x (${pathToFileURL('/srv/apps/api/src/main.ts').href}:1:1)`],
    ['paths that lead out', `x (${root.href}apps/api/src/../../../package.json:1:1)`],
    ['lines that no file has', `x (${here.href}:91000001:1)`],
  ])('leaves out %s', (_name, place) => {
    expect(ownFrames(stackOf(place))).toEqual([]);
  });

  it('gives no names of functions, and nothing of a message', () => {
    const frames = ownFrames(`Erika\n    at Erika (${here.href}:3:1)\n at Erika:1:1\n    at Erika.js:2:2`);
    expect(frames).toEqual(['apps/api/src/logging/own-frames.ts:3']);
  });

  it('gives at most twelve, and reads the end of a long stack only', () => {
    expect(
      ownFrames(stackOf(...Array.from({ length: 50 }, (_, line) => `x (${here.href}:${line + 1}:1)`))),
    ).toHaveLength(12);
    expect(ownFrames(`${'x'.repeat(5_000_000)}\n    at x (${here.href}:7:1)`)).toEqual([
      'apps/api/src/logging/own-frames.ts:7',
    ]);
  });
});

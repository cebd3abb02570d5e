import { setTimeout as after } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const COLLECTIONS = 10;
const PAUSE_MS = 200;

/**
 * What this process holds, in bytes of heap and buffers, when everything that nobody needs any more has gone; a test and its
 * client are in it too. The least of several collections: right after traffic up to 40 MB of buffers wait for sockets to close
 * and for finalisers, which need turns of the event loop and not one collection.
 */
export async function heldBytes(): Promise<number> {
  let least = Infinity;
  for (let collection = 0; collection < COLLECTIONS; collection += 1) {
    await after(PAUSE_MS);
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
}

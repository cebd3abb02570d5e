import { ClusterError, distributeCluster, planCluster } from '@reflexbogen/persistence';
import type { Storage } from '../configuration.js';
import type { Output } from './backup.js';

/** @throws ClusterError: the embedded server is one machine */
function coordinatorOf({ databaseUrl }: Storage): string {
  if (databaseUrl === null)
    throw new ClusterError('DATABASE_URL is not set; expected the coordinator of a Citus cluster, as its owner.');
  return databaseUrl;
}

/** `reflexbogen cluster plan`: where each table would lie, what that costs, and each statement with its reason. */
export async function plan(storage: Storage, { say }: Output): Promise<void> {
  const { tables, steps, losses, obstacles } = await planCluster(coordinatorOf(storage));
  for (const { name, placement, by } of tables) say(`${placement.padEnd(12)} ${name}${by === null ? '' : ` by ${by}`}`);
  say('');
  for (const { sql, why } of steps) say(`${sql};  -- ${why}`);
  say('');
  for (const loss of losses) say(`no longer kept by the database: ${loss}`);
  for (const obstacle of obstacles) say(`in the way: ${obstacle}`);
  if (obstacles.length > 0) throw new ClusterError('The schema cannot be distributed as it is.');
}

/** `reflexbogen cluster distribute`: does what the plan says, whole or not at all. */
export async function distribute(storage: Storage, { say, progress }: Output): Promise<void> {
  const isDone = await distributeCluster(coordinatorOf(storage), ({ sql }, done, of) =>
    progress(`${done} of ${of}: ${sql}`),
  );
  progress('');
  say(isDone ? 'distributed by municipality' : 'distributed already; nothing was changed');
}

import type { Client } from 'pg';

/** The server cannot be trusted with answers: the message says why, and the mend. */
export class UnsuitableServerError extends Error {}

const MINIMUM = 15;
const MAXIMUM = 18;
const REQUIRED: readonly (readonly [setting: string, allowed: readonly string[]])[] = [
  ['fsync', ['on']],
  ['full_page_writes', ['on']],
  ['synchronous_commit', ['on', 'remote_apply', 'remote_write']],
];

/**
 * Refuses servers that are too old or too new, or that may lose what they have acknowledged.
 * @throws UnsuitableServerError with every reason
 */
export async function checkServer(client: Client): Promise<void> {
  const value = async (name: string): Promise<string> => {
    const { rows } = await client.query<{ setting: string }>('SELECT current_setting($1) AS setting', [name]);
    return rows[0]?.setting ?? '';
  };
  const reasons: string[] = [];
  const version = Number(await value('server_version_num'));
  const major = Math.floor(version / 10_000);
  if (major < MINIMUM || major > MAXIMUM)
    reasons.push(`it is PostgreSQL ${await value('server_version')}; expected ${MINIMUM} to ${MAXIMUM}`);
  for (const [setting, allowed] of REQUIRED) {
    const found = await value(setting);
    if (!allowed.includes(found))
      reasons.push(
        `${setting} is ${found}, so that acknowledged answers could be lost; set it to ${allowed[0]} (ALTER SYSTEM SET ${setting} = '${allowed[0]}'; SELECT pg_reload_conf();)`,
      );
  }
  if (reasons.length > 0) throw new UnsuitableServerError(`The database server is refused: ${reasons.join('; ')}.`);
}

import type { Client } from 'pg';

/** The server cannot be trusted with answers: the message says why, and the mend. */
export class UnsuitableServerError extends Error {}

const MINIMUM = 15;
const MAXIMUM = 18;
const REQUIRED: readonly (readonly [setting: string, allowed: readonly string[]])[] = [
  ['fsync', ['on']],
  ['full_page_writes', ['on']],
  // `local` would do on one server, but with a standby the last answers are lost when it takes over.
  ['synchronous_commit', ['on', 'remote_apply', 'remote_write']],
];

async function settingOf(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ setting: string }>('SELECT current_setting($1) AS setting', [name]);
  return rows[0]?.setting ?? '';
}

/** For example 15 or 18. */
export const majorVersion = async (client: Client): Promise<number> =>
  Math.floor(Number(await settingOf(client, 'server_version_num')) / 10_000);

/**
 * Refuses servers that are too old or too new, or that may lose what they have acknowledged.
 * @returns warnings: what makes a server weaker, but is not for this service to decide
 * @throws UnsuitableServerError with every reason
 */
export async function checkServer(client: Client): Promise<readonly string[]> {
  const reasons: string[] = [];
  const major = await majorVersion(client);
  if (major < MINIMUM || major > MAXIMUM)
    reasons.push(`it is PostgreSQL ${await settingOf(client, 'server_version')}; expected ${MINIMUM} to ${MAXIMUM}`);
  for (const [setting, allowed] of REQUIRED) {
    const found = await settingOf(client, setting);
    if (!allowed.includes(found))
      reasons.push(
        `${setting} is ${found}, so that acknowledged answers could be lost; set it to ${allowed[0]} (ALTER SYSTEM SET ${setting} = '${allowed[0]}'; SELECT pg_reload_conf();)`,
      );
  }
  if (reasons.length > 0) throw new UnsuitableServerError(`The database server is refused: ${reasons.join('; ')}.`);
  return (await settingOf(client, 'data_checksums')) === 'off'
    ? [
        'The database server keeps no checksums: a damaged disk goes unnoticed. With the server stopped: pg_checksums --enable.',
      ]
    : [];
}

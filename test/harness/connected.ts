import { Client } from 'pg';

/** Works on a connection of its own, past the service, and closes it. */
export async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the statement in progress reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

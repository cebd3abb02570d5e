import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';

const WINDOW = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2100-01-01T00:00:00Z' };
const PANEL = ['a', 'b', 'c'] as const;

interface Figures {
  readonly increased: number;
  readonly decreased: number;
  readonly unchanged: number;
  readonly excluded: number;
}

/** What a comparison must say of the answers that were handed in, counted by hand. */
function expected(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): Figures {
  const both = PANEL.filter((code) => from.has(code) && to.has(code));
  const signs = both.map((code) => Math.sign((to.get(code) ?? 0) - (from.get(code) ?? 0)));
  const count = (sign: number) => signs.filter((each) => each === sign).length;
  return {
    increased: count(1),
    decreased: count(-1),
    unchanged: count(0),
    excluded: PANEL.length - both.length,
  };
}

/**
 * Three replicas at one database: whoever is asked says the same, once the notice of a submission has come. Seen red with
 * columns that are kept when the connection for notices was lost.
 */
describe('three replicas', () => {
  let api: TestApi;
  let study: OpenStudy;
  let urls: readonly string[] = [];
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    await study.openRound(2025, WINDOW);
    await study.openRound(2026, WINDOW);
    const others = [await api.startReplica(), await api.startReplica()];
    stops.push(...others.map(({ stop }) => stop));
    urls = [api.url, ...others.map(({ url }) => url)];
  }, 120_000);
  afterAll(async () => {
    for (const stop of stops) await stop();
    await api.stop();
  }, 60_000);

  const ask = async <Data>(url: string, query: string, variables: object, token: string): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: readonly unknown[] };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const figuresAt = async (url: string): Promise<Figures> => {
    const { comparison } = await ask<{ comparison: { deltas: readonly { tally: Figures }[] } }>(
      url,
      '{ comparison(study: "pilot", from: "2025", to: "2026", questions: ["housing"]) { deltas { tally { increased decreased unchanged excluded } } } }',
      {},
      await api.token(Role.ANALYST),
    );
    return comparison.deltas[0]!.tally;
  };
  const handIn = async (url: string, round: number, municipality: string, level: number): Promise<void> => {
    const token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality });
    const response = await study.responseId(round, token);
    await study.save(response, [{ question: 'housing', value: { level: String(level) }, basedOnRevision: 0 }], token);
    const { submitResponse } = await ask<{ submitResponse: { errors: readonly unknown[] } }>(
      url,
      'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { errors { code message } } }',
      { input: { response } },
      token,
    );
    expect(submitResponse.errors).toEqual([]);
  };
  /** Asked again and again, since a notice takes a moment; a replica that never agrees is told with what it says. */
  const untilAllSay = async (figures: Figures): Promise<void> => {
    for (const url of urls)
      for (let attempt = 0; ; attempt += 1) {
        const said = await figuresAt(url);
        if (JSON.stringify(said) === JSON.stringify(figures)) break;
        if (attempt === 400) expect({ url, said }).toEqual({ url, said: figures });
        await sleep(25);
      }
  };
  const cutListeners = async (): Promise<number> => {
    const client = new Client({ connectionString: api.ownerUrl });
    await client.connect();
    try {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'reflexbogen-listener' AND datname = current_database()`,
      );
      return rowCount ?? 0;
    } finally {
      await client.end();
    }
  };

  it('follow submissions at any of them, and agree; the whole panel excluded is where they start', async () => {
    const from = new Map<string, number>();
    const to = new Map<string, number>();
    await untilAllSay(expected(from, to));
    for (const [index, municipality] of PANEL.entries()) {
      await handIn(urls[index]!, 2025, municipality, 2);
      from.set(municipality, 2);
      await untilAllSay(expected(from, to));
      if (municipality === 'c') break;
      const level = index + 2;
      await handIn(urls[(index + 1) % urls.length]!, 2026, municipality, level);
      to.set(municipality, level);
      await untilAllSay(expected(from, to));
    }
  }, 120_000);

  it('read anew what they missed while nobody told them', async () => {
    // All are cut off from notices at the moment of a submission; it is told to none of them.
    expect(await cutListeners()).toBe(3);
    await handIn(urls[2]!, 2026, 'c', 1);

    await untilAllSay(
      expected(
        new Map(PANEL.map((code) => [code, 2])),
        new Map([
          ['a', 2],
          ['b', 3],
          ['c', 1],
        ]),
      ),
    );
  }, 120_000);
});

import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { programFor } from '../apps/cli/src/program.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

const COMPLETION = `query ($by: String, $first: Int!, $round: String! = "2030") {
  completion(study: "pilot", round: $round, by: $by, first: $first) {
    value members counts { stage count municipalities { code } }
  }
}`;
interface Completion {
  completion:
    | {
        value: string | null;
        members: number;
        counts: { stage: string; count: number; municipalities: { code: string }[] }[];
      }[]
    | null;
}

describe('how far a round is', () => {
  let api: TestApi;
  let study: OpenStudy;
  let reviewer: string;
  const tokens = new Map<string, string>();
  const responses = new Map<string, string>();

  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2100-01-01T00:00:00Z' });
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot' });
    for (const municipality of ['a', 'b'])
      tokens.set(municipality, await api.token(Role.RESPONDENT, { study: 'pilot', municipality, signatory: true }));
  });
  afterAll(() => api.stop());

  const of = (map: ReadonlyMap<string, string>, key: string): string => map.get(key) ?? '';
  const stages = async (): Promise<Record<string, string>> => {
    const { completion } = await study.ask<Completion>(COMPLETION, { by: null, first: 10 }, reviewer);
    return Object.fromEntries(
      (completion?.[0]?.counts ?? []).map(({ stage, municipalities }) => [
        stage,
        municipalities.map(({ code }) => code).join(''),
      ]),
    );
  };

  it('follows every sheet from nothing to accepted', async () => {
    const none = { INVITED: '', OPENED: '', STARTED: '', SUBMITTED: '', RETURNED: '', ACCEPTED: '' };
    expect(await stages()).toEqual(none);
    for (const code of ['a', 'b']) responses.set(code, await study.responseId(2030, of(tokens, code)));
    expect(await stages()).toEqual({ ...none, OPENED: 'ab' });
    await study.save(of(responses, 'a'), [{ question: 'housing', value: { level: '2' } }], of(tokens, 'a'));
    expect(await stages()).toEqual({ ...none, OPENED: 'ab', STARTED: 'a' });
    await study.submit(of(responses, 'a'), of(tokens, 'a'));
    expect(await stages()).toEqual({ ...none, OPENED: 'ab', STARTED: 'a', SUBMITTED: 'a' });
    const review = { response: of(responses, 'a') };
    await study.act('returnResponse', 'errors { message }', { ...review, reason: 'Wohnraum' }, reviewer);
    expect(await stages()).toEqual({ ...none, OPENED: 'ab', STARTED: 'a', RETURNED: 'a' });
    await study.submit(of(responses, 'a'), of(tokens, 'a'), 'corrected');
    await study.act('acceptResponse', 'errors { message }', review, reviewer);
    expect(await stages()).toEqual({ ...none, OPENED: 'ab', STARTED: 'a', SUBMITTED: 'a', ACCEPTED: 'a' });
  });

  it('names no more municipalities than asked for, and counts them all', async () => {
    const { completion } = await study.ask<Completion>(COMPLETION, { by: null, first: 1 }, reviewer);
    expect(completion?.[0]?.members).toBe(3);
    expect(completion?.[0]?.counts[1]).toEqual({ stage: 'OPENED', count: 2, municipalities: [{ code: 'a' }] });
  });

  it('is for those who run the round, within bounds, and says nothing of what there is not', async () => {
    const ask = (variables: object, token: string) => study.ask<Completion>(COMPLETION, variables, token);
    expect(await ask({ first: 1, round: '1999' }, reviewer)).toEqual({ completion: null });
    const stranger = await api.token(Role.REVIEWER, { study: 'other' });
    expect(await ask({ first: 1 }, stranger)).toEqual({ completion: null });
    await expect(ask({ first: 1001 }, reviewer)).rejects.toThrow('first: expected 0 to 1000.');
    await expect(ask({ first: 1 }, of(tokens, 'a'))).rejects.toThrow();
  });

  describe('live', () => {
    let replica: Awaited<ReturnType<TestApi['startReplica']>>;
    const clients: Client[] = [];
    beforeAll(async () => {
      replica = await api.startReplica();
    });
    afterAll(async () => {
      for (const client of clients) await client.dispose();
      await replica.stop();
    });

    const follow = (token: string, round = '2030') => {
      const client = createClient({
        url: `${replica.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
      clients.push(client);
      return client.iterate<{ completionChanged: NonNullable<Completion['completion']> }>({
        query: COMPLETION.replace('query', 'subscription').replace('completion(', 'completionChanged('),
        variables: { first: 10, round },
      });
    };
    const countOf = (answer: IteratorResult<{ data?: { completionChanged: unknown } | null | undefined }>) => {
      const groups = answer.value?.data?.completionChanged as NonNullable<Completion['completion']> | undefined;
      return groups?.[0]?.counts.find(({ stage }) => stage === 'STARTED')?.count;
    };

    it('says how far the round is now, and again after a save on another replica', async () => {
      const stream = follow(reviewer);
      expect(countOf(await stream.next())).toBe(1);
      const next = stream.next();
      // The first starts a sheet, the second changes no number.
      await study.save(of(responses, 'b'), [{ question: 'plan', value: { boolean: true } }], of(tokens, 'b'));
      await study.save(of(responses, 'b'), [{ question: 'remark', value: { text: 'x' } }], of(tokens, 'b'));
      expect(countOf(await next)).toBe(2);
      await stream.return?.();
    });

    it('is for those who run the round', async () => {
      expect(JSON.stringify(await follow(reviewer, '1999').next())).toContain('NOT_FOUND');
      expect(JSON.stringify(await follow(of(tokens, 'a')).next())).toContain('FORBIDDEN');
    });
  });

  const run = async (...args: readonly string[]): Promise<{ code: number; text: string }> => {
    let text = '';
    let code = -1;
    await programFor(
      {
        out: (part: string) => void (text += part),
        err: (part: string) => void (text += part),
        env: { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: reviewer },
        progress: null,
        width: 80,
      },
      (exit) => void (code = exit),
    ).parseAsync(['node', 'reflexbogen', ...args]);
    return { code, text };
  };

  it('prints a line a group with a bar, and the list behind a number', async () => {
    const { code, text } = await run('progress', 'pilot', '2030', '--list', 'opened');
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      '                  invited    opened   started submitted  returned  accepted',
      'all                     0         2         2         1         0         1  [######..............] 1 of 3 submitted',
      expect.stringMatching(/^ {2}a {2}/),
      expect.stringMatching(/^ {2}b {2}/),
      '',
    ]);
  });
});

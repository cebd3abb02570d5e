import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ActClient, emptyCounts } from '../../bench/load/act-client.mjs';
import { DAY, peakRates, pressure, scheduleOf, steady, type Act } from '../../bench/load/day.mjs';
import { percentile, slopeOf, spread, stretches, studentT } from '../../bench/load/figures.mjs';
import { integrityOf, Ledger } from '../../bench/load/ledger.mjs';
import { latencyOf, openLoop } from '../../bench/load/open-loop.mjs';
import { randomOf } from '../faults/harness/random.js';

const whole = (seed: number) => {
  const { next } = randomOf(seed);
  return () => Math.floor(next() * 2 ** 32);
};

describe('the schedule of deadline day', () => {
  it('presses with the inverse of the time that is left, up to the last quarter of an hour', () => {
    expect(pressure(0)).toBe(1);
    expect(pressure(DAY.half)).toBe(0.5);
    expect(pressure(9 * DAY.half)).toBeCloseTo(0.1);
  });

  it('has a day in which everybody comes once and every municipality hands in once', () => {
    const step = 10;
    const share = Array.from({ length: DAY.seconds / step }, (_, index) => pressure((index + 0.5) * step) * step);
    const day = share.reduce((sum, seconds) => sum + seconds, 0);
    const { saveAnswers, mySheet, submitResponse } = peakRates();
    expect(submitResponse * day).toBeCloseTo(DAY.municipalities, -1);
    expect(mySheet * day).toBeCloseTo(DAY.editors, -1);
    expect(saveAnswers).toBeCloseTo(DAY.editors / 30);
  });

  it.each(['deadline', 'steady'] as const)('has as many acts as the curve says: %s', (curve) => {
    const seconds = 2 * DAY.half;
    const acts = scheduleOf({ seconds, scale: 0.1, curve, random: whole(7) });
    // Of a rate that falls to a third, backwards from the deadline.
    const weight = curve === 'steady' ? seconds : DAY.half * Math.log(3);
    for (const [kind, rate] of Object.entries(peakRates())) {
      const expected = rate * 0.1 * weight;
      const counted = acts.filter((act) => act.kind === kind).length;
      // Five standard deviations of a Poisson process.
      expect(Math.abs(counted - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
    expect(acts.every(({ at }, index) => at >= 0 && at < seconds && at >= (acts[index - 1]?.at ?? 0))).toBe(true);
  });

  it('repeats with its seed', () => {
    const plan = (seed: number) => scheduleOf({ seconds: 5, scale: 0.1, curve: 'deadline', random: whole(seed) });
    expect(plan(1)).toEqual(plan(1));
    expect(plan(1)).not.toEqual(plan(2));
    expect(steady({ seconds: 5, rate: 0, kind: 'rows', random: whole(1) })).toEqual([]);
  });
});

describe('figures', () => {
  it('are values that were seen', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(spread(values)).toEqual({ p50: 100, p95: 190, p99: 198, most: 200 });
    expect([percentile([3], 0.5), percentile([], 0.5), percentile([2, 1], 0.99)]).toEqual([3, null, 2]);
  });

  // Of a table of Student's t, 97.5 %.
  it.each([
    [5, 2.571],
    [10, 2.228],
    [23, 2.069],
    [100, 1.984],
  ])('know Student’s t with %i degrees of freedom', (degrees, t) => expect(studentT(degrees)).toBeCloseTo(t, 2));

  it('tell growth from noise', () => {
    const noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.4, -0.1, -0.3, 0, 0.2, -0.2, 0];
    const grows = slopeOf(noise.map((value, minute) => [minute, 10 + 2 * minute + value]));
    expect(grows?.slope).toBeCloseTo(2, 1);
    expect(grows!.low).toBeGreaterThan(1.9);
    expect(grows!.high).toBeLessThan(2.1);
    const stays = slopeOf(noise.map((value, minute) => [minute, 10 + value]));
    expect([Math.sign(stays!.low), Math.sign(stays!.high)]).toEqual([-1, 1]);
    expect(slopeOf([[0, 1]])).toBeNull();
  });

  it('take the warm-up and the last, unfinished stretch away', () => {
    const readings = [5, 15, 25, 65, 75, 125, 185].map((at) => [at, at] as const);
    expect(stretches(readings, { after: 10, every: 60, take: Math.min })).toEqual([
      [40, 15],
      [100, 75],
    ]);
  });
});

describe('an open loop', () => {
  /** Time that passes only where somebody waits for it. */
  function virtualClock() {
    let now = 0;
    const waiting: { readonly at: number; readonly wake: () => void }[] = [];
    const sleep = (ms: number) =>
      new Promise<void>((wake) => {
        waiting.push({ at: now + ms, wake });
        waiting.sort((one, other) => one.at - other.at);
        setImmediate(() => {
          const next = waiting.shift()!;
          now = Math.max(now, next.at);
          next.wake();
        });
      });
    return { now: () => now, sleep };
  }

  it('counts from the moment an act was meant for, so that a service that stands still is seen by all that came', async () => {
    const clock = virtualClock();
    const acts: Act[] = Array.from({ length: 100 }, (_, index) => ({ at: index / 10, kind: 'save' }));
    // It stands still from the second on to the fifth, and is quick otherwise; one person who waits for each answer.
    const perform = async () => {
      const second = clock.now() / 1000;
      await clock.sleep(second >= 2 && second < 5 ? (5 - second) * 1000 : 1);
    };
    const done = await openLoop(acts, () => ({ actor: 'one', perform }), { clock });
    const slow = done.filter((act) => latencyOf(act) > 500);
    // All that were meant for the time in which it stood still, but for its last half second. A closed loop would have seen one.
    expect(slow.length).toBeGreaterThanOrEqual(25);
    expect(latencyOf(done[20]!)).toBeCloseTo(3000, -1);
    expect(latencyOf(done[35]!)).toBeGreaterThanOrEqual(1500);
    expect(done.map(({ at }) => at)).toEqual(acts.map(({ at }) => at));
  });
});

describe('the end of an open loop', () => {
  it('does not begin what somebody is still waiting to do', async () => {
    let second = 0;
    const clock = { now: () => second * 1000, sleep: (ms: number) => Promise.resolve(void (second += ms / 1000)) };
    const acts: Act[] = [0, 1, 2, 3].map((at) => ({ at, kind: 'save' }));
    const perform = () => Promise.resolve((second += 4));
    const done = await openLoop(acts, () => ({ actor: 'one', perform }), { clock, drainSeconds: 5 });
    expect(done.map(({ outcome }) => outcome === null)).toEqual([false, false, true, true]);
  });
});

describe('the client', () => {
  let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(request, response, body));
  });
  let client: ActClient;
  let url: string;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new ActClient(url, { patienceMs: 30_000, answerMs: 100, pauseMs: 1 });
  });
  afterEach(() => client.close());
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const act = () =>
    client.act({ kind: 'save', token: 't', address: '10.0.0.1', request: { variables: { key: 'one' } } });
  const json = (response: ServerResponse, status: number, body: object, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

  it('repeats with the same key what was refused for now or not answered, and counts each', async () => {
    const bodies: string[] = [];
    const turns = [
      (response: ServerResponse) => json(response, 503, {}, { 'retry-after': '0' }),
      (response: ServerResponse) => json(response, 429, {}, { 'retry-after': '0' }),
      (response: ServerResponse) => response.destroy(),
      (response: ServerResponse) => response.writeHead(200).end('{"data":'),
      () => undefined, // never
      (response: ServerResponse) => json(response, 200, { data: { save: { errors: [], saved: 1 } } }),
    ];
    answer = (_, response, body) => {
      bodies.push(body);
      turns[bodies.length - 1]?.(response);
    };
    expect(await act()).toEqual({ errors: [], saved: 1 });
    expect(new Set(bodies).size).toBe(1);
    expect(client.counts.get('save')).toEqual({
      ...emptyCounts(),
      acts: 1,
      acknowledged: 1,
      attempts: 6,
      retries: 5,
      backpressure: 1,
      rateLimited: 1,
      unanswered: 3,
    });
  });

  it('gives up what is refused for longer than its patience', async () => {
    answer = (_, response) => json(response, 503, {}, { 'retry-after': '0' });
    const slow = new ActClient(url, { patienceMs: 0 });
    expect(await slow.act({ kind: 'save', token: 't', address: 'a', request: {} })).toBeNull();
    expect(slow.counts.get('save')).toEqual({ ...emptyCounts(), acts: 1, attempts: 1, backpressure: 1, givenUp: 1 });
    await slow.close();
  });

  it.each([
    ['an act that is refused', 200, { data: { save: { errors: [{ code: 'CLOSED' }] } } }],
    ['an error of the whole operation', 200, { errors: [{ message: 'no' }] }],
    ['no value', 200, { data: { save: null } }],
    ['another status', 500, { errors: [{ message: 'no' }] }],
  ])('counts %s as an error, once', async (_, status, body) => {
    answer = (_request, response) => json(response, status, body);
    expect(await act()).toBeNull();
    expect(client.counts.get('save')).toEqual({ ...emptyCounts(), acts: 1, attempts: 1, errors: 1 });
    expect([...client.said.values()]).toEqual([1]);
  });
});

describe('the integrity check', () => {
  const save = { municipalityId: 'm', question: 'q', revision: 2, value: '4', key: 'k2' };
  const first = { ...save, revision: 1, value: '3', key: 'k1' };
  const submission = { municipalityId: 'm', receipt: 'r' };
  const ledger = Object.assign(new Ledger(), { saves: [first, save], submissions: [submission] });
  const sound = {
    events: [first, save],
    answers: [save],
    keys: ['k1', 'k2'],
    receipts: ['m r'],
    invalid: [] as string[],
  };

  it('finds nothing where all is there', () => {
    expect(integrityOf(ledger, sound)).toEqual({ acknowledged: 3, lost: [], surplus: 0 });
    // Somebody who was given up may have got through.
    const later = { ...save, revision: 3, value: '5' };
    const unsure = Object.assign(new Ledger(), { ...ledger, unsure: 1 });
    expect(integrityOf(unsure, { ...sound, events: [first, save, later], answers: [later] })).toMatchObject({
      lost: [],
      surplus: 0,
    });
  });

  it.each([
    ['an answer that is gone', { answers: [] }, ['q 1: not among the answers', 'q 2: not among the answers']],
    ['an answer that is older again', { answers: [first] }, ['q 2: not among the answers']],
    ['an answer with another value', { answers: [{ ...save, value: '1' }] }, ['q 2: not among the answers']],
    ['an event that is gone', { events: [save] }, ['q 1: not in the history']],
    ['an event with another value', { events: [{ ...first, value: '5' }, save] }, ['q 1: not in the history']],
    ['a key that is gone', { keys: ['k2'] }, ['q 1: its key is not kept']],
    ['a submission that is gone', { receipts: [] }, ['r: there is no such submission']],
    ['a receipt that does not recompute', { invalid: ['m r'] }, ['r: the receipt does not recompute']],
  ])('finds %s', (_, spoilt, found) => {
    const { lost } = integrityOf(ledger, { ...sound, ...spoilt });
    expect(lost.map((text) => text.replace(/^\w+ m /, ''))).toEqual(found);
  });

  it('counts saves that nobody was told of', () => {
    expect(integrityOf(ledger, { ...sound, events: [...sound.events, { ...save, question: 'p' }] }).surplus).toBe(1);
  });
});

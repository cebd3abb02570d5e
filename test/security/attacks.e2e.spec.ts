import { LIMITS, type LimitName } from '../../apps/api/src/graphql/limits/limits.js';
import { figures, isComplete } from '../faults/harness/sizes.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { ATTACKS, type Attack } from './harness/attack-documents.js';
import { leaksIn } from './harness/leaks.js';
import { ask, type Reply } from './harness/send.js';

const LEGITIMATE = '{ viewer { name roles } signInMethods }';
const ROUNDS = isComplete ? 200 : 20;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** Milliseconds of the processor that work takes, and those until it is done. */
async function spent<Result>(work: () => Promise<Result>) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpu: (user + system) / 1000, wall: performance.now() - started };
}

describe('documents that are meant to hurt', () => {
  let api: TestApi;
  let token: string;
  const run = (attack: Attack, mark = ''): Promise<Reply> =>
    ask(api.url, `${attack.query}${mark}`, attack.variables ?? {}, token);

  beforeAll(async () => {
    api = await startTestApi();
    token = await api.token(Role.ADMIN);
  });
  afterAll(() => api.stop());

  it('are at least sixty, each of its own', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  });

  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))('is within bounds: %s', async (_name, attack) => {
    const { status, codes, limit, text } = await run(attack);

    expect(status).toBeLessThan(500);
    expect(leaksIn(text)).toEqual([]);
    expect(text.length).toBeLessThan(200_000);
    if (attack.limit === null) expect(codes.filter((code) => code.startsWith('LIMIT_'))).toEqual([]);
    else {
      expect([codes, limit]).toEqual([[`LIMIT_${attack.limit}`], LIMITS[attack.limit]]);
      expect(status).toBe(attack.limit.endsWith('_BYTES') ? 413 : 400);
    }
  });

  /** The control: each limit is what refuses its attacks, and nothing else does in its place under its name. */
  const limited = [...new Set(ATTACKS.flatMap(({ limit }) => (limit === null ? [] : [limit])))];
  it.each(limited)('come through where their limit is lifted: %s', async (name: LimitName) => {
    const attack = ATTACKS.find(({ limit }) => limit === name);
    if (attack === undefined) throw new Error(`no attack on ${name}`);
    const before = LIMITS[name];
    Object.assign(LIMITS, { [name]: 100 * before });
    try {
      // What was examined before is remembered: another text.
      const { codes } = await run(attack, '\n# lifted');
      expect(codes).not.toContain(`LIMIT_${name}`);
    } finally {
      Object.assign(LIMITS, { [name]: before });
    }
    expect((await run(attack, '\n# in force')).codes).toContain(`LIMIT_${name}`);
  });

  it('cost little, and leave the others their time', async () => {
    const calm: number[] = [];
    const attacked: number[] = [];
    const costs: (readonly [string, number])[] = [];
    const legitimate = async (times: number[]): Promise<void> => {
      const { wall, result } = await spent(() => ask(api.url, LEGITIMATE));
      expect(result.status).toBe(200);
      times.push(wall);
    };
    // As many at once as later on, but nobody attacks.
    for (let round = 0; round < ROUNDS; round += 1)
      await Promise.all(Array.from({ length: 9 }, (_, index) => legitimate(index < 5 ? calm : [])));
    // New texts each time: what comes again is known.
    for (const [index, attack] of ATTACKS.entries()) {
      const { cpu } = await spent(() => run(attack, `\n# ${index}`));
      costs.push([attack.name, cpu]);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const attacks = ATTACKS.slice(0, 4).map((_, index) => ATTACKS[(round * 4 + index) % ATTACKS.length]);
      await Promise.all([
        ...attacks.map((attack, index) => (attack === undefined ? null : run(attack, `\n# ${round} ${index}`))),
        ...Array.from({ length: 5 }, () => legitimate(attacked)),
      ]);
    }
    const [worst, most] = costs.reduce((a, b) => (b[1] > a[1] ? b : a));

    figures('attack documents', {
      documents: ATTACKS.length,
      'processor time, median ms': percentile(
        costs.map(([, cpu]) => cpu),
        0.5,
      ).toFixed(1),
      'processor time, most ms': `${most.toFixed(1)} (${worst})`,
      'over 100 ms': costs.filter(([, cpu]) => cpu > 100).length,
      'legitimate p95 calm, ms': percentile(calm, 0.95).toFixed(1),
      'legitimate p95 beside four attackers, ms': percentile(attacked, 0.95).toFixed(1),
    });
    expect(costs).toHaveLength(ATTACKS.length);
  }, 600_000);
});

import { RateLeases, type RateKey, type SharedBudgets } from './rate-leases.js';

const KEY: RateKey = { kind: 'account', keyHash: 'a', perMinute: 6_000 };

/** The database's budget, on a clock that the tests set. */
class FakeBudgets implements SharedBudgets {
  now = 0;
  takes = 0;
  private points = KEY.perMinute;
  private filledAt = 0;

  take({ perMinute }: RateKey, points: number): Promise<number | null> {
    this.takes += 1;
    const left = Math.min(perMinute, this.points + ((this.now - this.filledAt) * perMinute) / 60_000);
    if (left < points) return Promise.resolve(((points - left) * 60) / perMinute);
    this.points = left - points;
    this.filledAt = this.now;
    return Promise.resolve(null);
  }
}

describe('RateLeases', () => {
  it.each([1, 2, 3, 4])('give out at most a tenth more than the budget, over %i replicas', async (replicas) => {
    const budgets = new FakeBudgets();
    const leases = Array.from({ length: replicas }, () => new RateLeases(budgets, () => budgets.now));
    let given = 0;
    // Ten minutes, a request a millisecond and replica in turn: far more than allowed.
    for (; budgets.now < 120_000; budgets.now += 1)
      if ((await leases[budgets.now % replicas]?.charge(KEY, 1)) === null) given += 1;

    const allowed = KEY.perMinute * 3;
    expect(given).toBeLessThanOrEqual(1.1 * allowed);
    expect(given).toBeGreaterThan(0.9 * allowed);
  });

  it('write once for many requests', async () => {
    const budgets = new FakeBudgets();
    const leases = new RateLeases(budgets, () => budgets.now);
    for (let request = 0; request < 1_500; request += 1) await leases.charge(KEY, 1);
    expect(budgets.takes).toBe(10);
  });

  it('ask the database once for those that come together', async () => {
    const budgets = new FakeBudgets();
    const leases = new RateLeases(budgets, () => budgets.now);
    await Promise.all(Array.from({ length: 100 }, () => leases.charge(KEY, 1)));
    expect(budgets.takes).toBe(1);
  });

  it('say when to come back, and do not ask again before', async () => {
    const budgets = new FakeBudgets();
    const leases = new RateLeases(budgets, () => budgets.now);
    expect(await leases.charge(KEY, 6_000)).toBeNull();
    const refused = await leases.charge(KEY, 600);
    const asked = budgets.takes;

    expect(refused).toEqual({ kind: 'account', perMinute: 6_000, retryAfter: 6 });
    expect(await leases.charge(KEY, 600)).toEqual(refused);
    expect(budgets.takes).toBe(asked);
    budgets.now += 6_001;
    expect(await leases.charge(KEY, 600)).toBeNull();
  });

  it('forget what was not used within ten seconds', async () => {
    const budgets = new FakeBudgets();
    const leases = new RateLeases(budgets, () => budgets.now);
    await leases.charge(KEY, 1);
    budgets.now += 10_001;
    await leases.charge(KEY, 1);
    expect(budgets.takes).toBe(2);
  });

  it('go on after the database has failed', async () => {
    let fails = true;
    const leases = new RateLeases(
      { take: () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve(null)) },
      () => 0,
    );
    await expect(leases.charge(KEY, 1)).rejects.toThrow('gone');
    fails = false;
    expect(await leases.charge(KEY, 1)).toBeNull();
  });
});

import { request } from 'node:http';
import { startTestApi, type TestApi } from '../harness/api.js';

const RATE = 1_000;
const REFUSALS = 20;
/** Costs several points, so that few requests use a budget up. */
const DEAR = '{ studies { rounds { questionSet { sections { code } } } } }';
const PROXY = '127.0.0.1';
/** Another address of this machine, which nobody trusts. */
const STRANGER = '127.0.0.2';
const ANNA = '198.51.100.7';
const BERND = '203.0.113.9';

/**
 * Budgets by address behind a proxy (TRUSTED_PROXIES). What a client says of itself in X-Forwarded-For must neither give it a
 * budget of others nor take theirs. Broken on purpose: with `trustProxy: true` in service.ts the forgeries pass, with `false` all
 * clients of a proxy have one budget, and without the /64 in client-network.ts a network of IPv6 has as many as addresses.
 */
describe('budgets by address behind a proxy', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      environment: { RATE_ANONYMOUS: String(RATE), TRUSTED_PROXIES: `${PROXY}, 10.1.0.0/16` },
    });
  });
  afterAll(() => api.stop());

  /** The status of an operation of nobody, sent from an address with this X-Forwarded-For. */
  const ask = (from: string, forwarded?: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${api.url}/graphql`,
        {
          method: 'POST',
          localAddress: from,
          headers: {
            'content-type': 'application/json',
            ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
          },
        },
        (response) => response.resume().on('end', () => resolve(response.statusCode)),
      );
      sent.on('error', reject).end(JSON.stringify({ query: DEAR }));
    });
  /** Asks until nothing is left. With a budget for each forged address that would never be. */
  const useUp = async (from: string, forwarded: (turn: number) => string) => {
    let passed = 0;
    let refused = 0;
    while (refused < REFUSALS && passed < RATE)
      if ((await ask(from, forwarded(passed + refused))) === 429) refused += 1;
      else passed += 1;
    expect(refused).toBe(REFUSALS);
    expect(passed).toBeGreaterThan(REFUSALS);
  };

  /** Of a few operations one after the other, how many are refused: what is used up fills in again little by little. */
  const refusals = async (from: string, forwarded?: string): Promise<number> => {
    let refused = 0;
    for (let turn = 0; turn < 5; turn += 1) refused += Number((await ask(from, forwarded)) === 429);
    return refused;
  };

  it('are one for each client, however many others it claims to be, and leave theirs alone', async () => {
    // A proxy adds whom it has seen behind whatever it was sent.
    await useUp(PROXY, (turn) => `${turn % 2 === 0 ? BERND : `192.0.2.${turn % 250}`}, ${ANNA}`);

    expect(await refusals(PROXY, ANNA)).toBeGreaterThan(0);
    expect(await refusals(PROXY, BERND)).toBe(0);
  }, 120_000);

  it('are those of the client before the first proxy where one stands behind another', async () => {
    await useUp(PROXY, (turn) => `192.0.2.${turn % 250}, 198.51.100.8, 10.1.0.${turn % 250}`);

    expect(await refusals(PROXY, '198.51.100.8')).toBeGreaterThan(0);
    expect(await refusals(PROXY, '192.0.2.7')).toBe(0);
  }, 120_000);

  it('are those of whoever comes past the proxy, whatever it writes', async () => {
    await useUp(STRANGER, (turn) => (turn % 2 === 0 ? BERND : `192.0.2.${turn % 250}`));

    expect(await refusals(STRANGER, undefined)).toBeGreaterThan(0);
    expect(await refusals(PROXY, STRANGER)).toBeGreaterThan(0);
    expect(await refusals(PROXY, BERND)).toBe(0);
  }, 120_000);

  it('are one for a network of IPv6, and another for the next', async () => {
    await useUp(PROXY, (turn) => `2001:db8::${(turn + 1).toString(16)}`);

    expect(await refusals(PROXY, '2001:db8:0:1::1')).toBe(0);
  }, 120_000);
});

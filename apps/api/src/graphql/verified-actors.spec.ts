import { jest } from '@jest/globals';
import { Role, type Actor } from '../access/actor.js';
import { VerifiedActors } from './verified-actors.js';

const actor: Actor = {
  id: 'a',
  name: 'A',
  roles: [Role.ANALYST],
  studies: null,
  municipality: null,
  singleAnswers: false,
};
const token = (claims: object): string =>
  `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

function verifierOf(outcome: Actor | null) {
  const actorOf = jest.fn((_authorization: string | undefined) => Promise.resolve(outcome));
  return { actorOf };
}

describe('VerifiedActors', () => {
  it('verifies a token once a minute', async () => {
    let now = 1_000_000;
    const verifier = verifierOf(actor);
    const actors = new VerifiedActors(verifier, () => now);
    const header = token({ exp: 5_000 });

    expect(await actors.actorOf(header)).toBe(actor);
    now += 59_999;
    expect(await actors.actorOf(header)).toBe(actor);
    expect(verifier.actorOf).toHaveBeenCalledTimes(1);

    now += 1;
    expect(await actors.actorOf(header)).toBe(actor);
    expect(verifier.actorOf).toHaveBeenCalledTimes(2);
  });

  it('does not trust a token beyond its own expiry', async () => {
    let now = 1_000_000;
    const verifier = verifierOf(actor);
    const actors = new VerifiedActors(verifier, () => now);
    const header = token({ exp: 1_010 });

    await actors.actorOf(header);
    now = 1_009_999;
    await actors.actorOf(header);
    expect(verifier.actorOf).toHaveBeenCalledTimes(1);

    now = 1_010_000;
    verifier.actorOf.mockResolvedValue(null);
    expect(await actors.actorOf(header)).toBeNull();
  });

  it.each([
    ['without expiry', {}],
    ['with an expiry that is no number', { exp: 'tomorrow' }],
  ])('does not remember a token %s', async (_name, claims) => {
    const verifier = verifierOf(actor);
    const actors = new VerifiedActors(verifier, () => 1_000_000);

    await actors.actorOf(token(claims));
    await actors.actorOf(token(claims));

    expect(verifier.actorOf).toHaveBeenCalledTimes(2);
  });

  it('does not remember that a token proved nothing', async () => {
    const verifier = verifierOf(null);
    const actors = new VerifiedActors(verifier);

    expect(await actors.actorOf(token({ exp: 9e9 }))).toBeNull();
    verifier.actorOf.mockResolvedValue(actor);
    expect(await actors.actorOf(token({ exp: 9e9 }))).toBe(actor);
  });

  it('forgets the oldest when it knows too many', async () => {
    const verifier = verifierOf(actor);
    const actors = new VerifiedActors(verifier, () => 0);
    for (let index = 0; index <= 1_000; index += 1) await actors.actorOf(token({ exp: 100, index }));
    verifier.actorOf.mockClear();

    await actors.actorOf(token({ exp: 100, index: 1_000 }));
    expect(verifier.actorOf).not.toHaveBeenCalled();
    await actors.actorOf(token({ exp: 100, index: 0 }));
    expect(verifier.actorOf).toHaveBeenCalledTimes(1);
  });

  it('asks nobody where there is no token', async () => {
    const verifier = verifierOf(actor);

    expect(await new VerifiedActors(verifier).actorOf(undefined)).toBeNull();
    expect(verifier.actorOf).not.toHaveBeenCalled();
  });
});

import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { Role, type Actor } from '../access/actor.js';
import type { Proof } from '../access/request-proof.js';
import type { VerifiedActor } from '../access/token.service.js';
import { VerifiedActors, type PersonNotices } from './verified-actors.js';

const actor: Actor = {
  id: 'a',
  name: 'A',
  roles: [Role.ANALYST],
  studies: null,
  municipality: null,
  department: null,
  signatory: false,
  singleAnswers: false,
  client: null,
};
const bearer = (secret: string, scope: string | null = null): Proof => ({ kind: 'bearer', secret, scope });

function verifierOf(outcome: VerifiedActor | null) {
  return { verify: jest.fn((_proof: Proof): Promise<VerifiedActor | null> => Promise.resolve(outcome)) };
}

class Notices extends EventEmitter<{ person: [string]; reset: [] }> implements PersonNotices {}

describe('VerifiedActors', () => {
  it('verifies a proof every five seconds', async () => {
    let now = 1_000_000;
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, null, () => now);

    expect(await actors.actorOf(bearer('t'))).toBe(actor);
    now += 4_999;
    expect(await actors.actorOf(bearer('t'))).toBe(actor);
    expect(verifier.verify).toHaveBeenCalledTimes(1);

    now += 1;
    expect(await actors.actorOf(bearer('t'))).toBe(actor);
    expect(verifier.verify).toHaveBeenCalledTimes(2);
  });

  it('counts the five seconds from the question, however long the answer takes', async () => {
    let now = 1_000_000;
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, null, () => now);
    verifier.verify.mockImplementationOnce(() => {
      now += 4_000;
      return Promise.resolve({ actor, expiresAt: 9e12 });
    });

    await actors.actorOf(bearer('t'));
    now += 1_000;
    await actors.actorOf(bearer('t'));

    expect(verifier.verify).toHaveBeenCalledTimes(2);
  });

  it('does not trust a proof beyond its own end', async () => {
    let now = 1_000_000;
    const verifier = verifierOf({ actor, expiresAt: 1_001_000 });
    const actors = new VerifiedActors(verifier, null, () => now);

    await actors.actorOf(bearer('t'));
    now = 1_000_999;
    await actors.actorOf(bearer('t'));
    expect(verifier.verify).toHaveBeenCalledTimes(1);

    now = 1_001_000;
    verifier.verify.mockResolvedValue(null);
    expect(await actors.actorOf(bearer('t'))).toBeNull();
  });

  it('trusts nothing for longer because a clock was set back', async () => {
    let now = 1_000_000;
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, null, () => now);

    await actors.actorOf(bearer('t'));
    now -= 3_600_000;
    await actors.actorOf(bearer('t'));

    expect(verifier.verify).toHaveBeenCalledTimes(2);
  });

  it.each<[string, (notices: Notices) => void, number]>([
    ['forgets a person of whom it hears', (notices) => notices.emit('person', 'a'), 2],
    ['keeps the others', (notices) => notices.emit('person', 'b'), 1],
    ['forgets all when it may have missed something', (notices) => notices.emit('reset'), 2],
  ])('%s', async (_case, say, times) => {
    const notices = new Notices();
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, notices, () => 0);

    await actors.actorOf(bearer('t'));
    say(notices);
    await actors.actorOf(bearer('t'));

    expect(verifier.verify).toHaveBeenCalledTimes(times);
  });

  it.each<[string, (notices: Notices) => void]>([
    ['the person', (notices) => notices.emit('person', 'a')],
    ['nobody knows whom', (notices) => notices.emit('reset')],
  ])('does not remember an answer that was on its way when a notice about %s came', async (_case, say) => {
    const notices = new Notices();
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, notices, () => 0);
    verifier.verify.mockImplementationOnce(() => {
      say(notices);
      return Promise.resolve({ actor, expiresAt: 9e12 });
    });

    await actors.actorOf(bearer('t'));
    await actors.actorOf(bearer('t'));

    expect(verifier.verify).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a cookie of the same secret', { ...bearer('t'), kind: 'cookie' as const }],
    ['another scope', bearer('t', 'study/m')],
    ['a secret that looks like another proof', bearer('t",null]')],
  ])('does not take %s for the proof it knows', async (_case, other) => {
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, null, () => 0);
    await actors.actorOf(bearer('t'));
    verifier.verify.mockResolvedValue(null);

    expect(await actors.actorOf(other)).toBeNull();
  });

  it('does not remember that a proof showed nothing', async () => {
    const verifier = verifierOf(null);
    const actors = new VerifiedActors(verifier);

    expect(await actors.actorOf(bearer('t'))).toBeNull();
    verifier.verify.mockResolvedValue({ actor, expiresAt: 9e12 });
    expect(await actors.actorOf(bearer('t'))).toBe(actor);
  });

  it('forgets the oldest when it knows too many', async () => {
    const verifier = verifierOf({ actor, expiresAt: 9e12 });
    const actors = new VerifiedActors(verifier, null, () => 0);
    for (let index = 0; index <= 1_000; index += 1) await actors.actorOf(bearer(`t${index}`));
    verifier.verify.mockClear();

    await actors.actorOf(bearer('t1000'));
    expect(verifier.verify).not.toHaveBeenCalled();
    await actors.actorOf(bearer('t0'));
    expect(verifier.verify).toHaveBeenCalledTimes(1);
  });

  it('asks nobody where there is no proof', async () => {
    const verifier = verifierOf({ actor, expiresAt: 9e12 });

    expect(await new VerifiedActors(verifier).actorOf(null)).toBeNull();
    expect(verifier.verify).not.toHaveBeenCalled();
  });
});

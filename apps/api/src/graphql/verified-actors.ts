import type { Actor } from '../access/actor.js';
import type { Proof } from '../access/request-proof.js';
import type { VerifiedActor } from '../access/token.service.js';

/** Where a proof is verified, each time anew: TokenService. */
export interface ProofVerifier {
  readonly verify: (proof: Proof) => Promise<VerifiedActor | null>;
}

/** Where other replicas say that a person's sessions, roles or tokens have changed: NotificationListener. */
export interface PersonNotices {
  on(event: 'person', listener: (personId: string) => void): unknown;
  on(event: 'reset', listener: () => void): unknown;
}

interface Known {
  readonly actor: Actor;
  readonly from: number;
  /** Milliseconds since 1970; the proof's own end comes first. */
  readonly until: number;
}

/** How long an end of sessions may remain unknown here when its notice was lost. */
export const TRUST_MS = 5_000;
const AT_MOST = 1_000;

/**
 * Remembers for five seconds, and never beyond its expiry, whom a proof has shown: verifying one costs as much as a small
 * query. A notice about a person makes it forget the person's proofs at once, the loss of notices all of them. Proofs that
 * show nothing are verified each time.
 */
export class VerifiedActors {
  /** The oldest first. */
  private readonly known = new Map<string, Known>();
  /** Counts what was forgotten: an answer that was asked for before must not be remembered after. */
  private forgotten = 0;

  constructor(
    private readonly verifier: ProofVerifier,
    notices: PersonNotices | null = null,
    private readonly now: () => number = Date.now,
  ) {
    notices?.on('person', (personId) => this.forget(personId));
    notices?.on('reset', () => this.forgetAll());
  }

  async actorOf(proof: Proof | null): Promise<Actor | null> {
    if (proof === null) return null;
    const key = JSON.stringify([proof.kind, proof.secret, proof.scope]);
    const asked = this.now();
    const known = this.known.get(key);
    // A clock that was set back makes nothing trusted for longer.
    if (known !== undefined && known.from <= asked && asked < known.until) return known.actor;
    this.known.delete(key);
    const { forgotten } = this;
    const verified = await this.verifier.verify(proof);
    if (verified === null) return null;
    // From the moment of asking, not of the answer: the answer may have been true no longer when it came.
    const until = Math.min(asked + TRUST_MS, verified.expiresAt);
    if (forgotten === this.forgotten) this.remember(key, { actor: verified.actor, from: asked, until });
    return verified.actor;
  }

  forget(personId: string): void {
    this.forgotten += 1;
    for (const [key, { actor }] of this.known) if (actor.id === personId) this.known.delete(key);
  }

  forgetAll(): void {
    this.forgotten += 1;
    this.known.clear();
  }

  private remember(key: string, known: Known): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= AT_MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, known);
  }
}

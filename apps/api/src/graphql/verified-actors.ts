import type { Actor } from '../access/actor.js';

/** Where a token is verified: TokenService. */
export interface TokenVerifier {
  readonly actorOf: (authorization: string | undefined) => Promise<Actor | null>;
}

interface Verified {
  readonly actor: Actor;
  /** Milliseconds since 1970; the token's own end comes first. */
  readonly until: number;
}

/** How long a key that the identity provider has withdrawn may still count. */
const TRUST_MS = 60_000;
const AT_MOST = 1_000;

/**
 * Remembers for a minute, and never beyond its expiry, whom a token has proved to be: verifying it costs as much as a
 * small query. Tokens that prove nothing are verified each time.
 */
export class VerifiedActors {
  /** By Authorization header, the oldest first. */
  private readonly known = new Map<string, Verified>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly now: () => number = Date.now,
  ) {}

  async actorOf(authorization: string | undefined): Promise<Actor | null> {
    if (authorization === undefined) return null;
    const known = this.known.get(authorization);
    if (known !== undefined && known.until > this.now()) return known.actor;
    this.known.delete(authorization);
    const actor = await this.verifier.actorOf(authorization);
    if (actor !== null) this.remember(authorization, actor);
    return actor;
  }

  private remember(authorization: string, actor: Actor): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= AT_MOST && oldest !== undefined) this.known.delete(oldest);
    const now = this.now();
    this.known.set(authorization, { actor, until: Math.min(now + TRUST_MS, expiryOf(authorization) ?? now) });
  }
}

/** The `exp` of a token that was verified a moment ago, in milliseconds; null where it has none: such a token is not remembered. */
function expiryOf(authorization: string): number | null {
  const payload = authorization.split('.')[1];
  if (payload === undefined) return null;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
  return typeof claims.exp === 'number' ? claims.exp * 1000 : null;
}

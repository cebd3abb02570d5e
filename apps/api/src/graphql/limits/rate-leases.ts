import { SharedWork } from '@reflexbogen/persistence';

/** Whom a budget belongs to, and how much a minute fills in. */
export interface RateKey {
  readonly kind: 'account' | 'address' | 'anonymous';
  readonly keyHash: string;
  readonly perMinute: number;
}

/** Where all replicas take from: RateBudgetRepository. */
export interface SharedBudgets {
  /** @returns null where the points were taken, else the seconds until as many could be */
  take(budget: RateKey, points: number): Promise<number | null>;
}

/** Why somebody is asked to wait. */
export interface RateRefusal {
  readonly kind: RateKey['kind'];
  readonly perMinute: number;
  /** Seconds, at least 1. */
  readonly retryAfter: number;
}

/** What a replica takes at once, as a share of the whole: what it has taken and not given out lies idle. */
const LEASE_SHARE = 0.025;
/** After that a lease is worth nothing any more: nobody saves up for a burst. */
const LEASE_MS = 10_000;
const AT_MOST = 20_000;

interface Lease {
  left: number;
  until: number;
  /** Nothing is to be had before. */
  refusedUntil: number;
  pending: SharedWork<number | null> | null;
}

/**
 * Counts what is asked for without a write for each request: takes a fortieth of a budget from the database at once and gives
 * it out from memory. Together replicas give out no more than the budget and one lease each.
 */
export class RateLeases {
  /** The oldest first. */
  private readonly leases = new Map<string, Lease>();

  constructor(
    private readonly budgets: SharedBudgets,
    /** Milliseconds of a clock that is never set back. */
    private readonly now: () => number,
  ) {}

  /** @param points above 0. @returns null where there were enough */
  async charge(key: RateKey, points: number): Promise<RateRefusal | null> {
    const lease = this.leaseOf(key);
    for (;;) {
      const now = this.now();
      if (lease.until <= now) lease.left = 0;
      if (lease.left >= points) {
        lease.left -= points;
        return null;
      }
      if (lease.refusedUntil > now) return refusal(key, (lease.refusedUntil - now) / 1000);
      const wait = await this.renewal(key, lease, points).wait();
      // Whoever waited for another's lease looks again what is left of it.
      if (wait !== null) return refusal(key, wait);
    }
  }

  /**
   * Charges where that needs nobody else: what is not in the lease is asked for, and its answer holds for whoever comes later.
   * @returns null where there were enough, or it is not known yet
   */
  pass(key: RateKey, points: number): RateRefusal | null {
    const lease = this.leaseOf(key);
    const now = this.now();
    if (lease.until <= now) lease.left = 0;
    if (lease.refusedUntil > now) return refusal(key, (lease.refusedUntil - now) / 1000);
    if (lease.left >= points) lease.left -= points;
    // Where the database cannot be asked nobody is refused for it; whoever needs the database says so.
    else this.renewal(key, lease, points).outcome.catch(() => undefined);
    return null;
  }

  /** What is under way already, or a new one: the former may be enough. */
  private renewal(key: RateKey, lease: Lease, points: number): SharedWork<number | null> {
    if (lease.pending !== null && !lease.pending.isOver) return lease.pending;
    const renewal: SharedWork<number | null> = new SharedWork(() =>
      this.renew(key, lease, points).finally(() => {
        if (lease.pending === renewal) lease.pending = null;
      }),
    );
    lease.pending = renewal;
    return renewal;
  }

  private async renew(key: RateKey, lease: Lease, points: number): Promise<number | null> {
    const amount = Math.max(points - lease.left, Math.ceil(key.perMinute * LEASE_SHARE));
    const wait = await this.budgets.take(key, amount);
    const now = this.now();
    if (wait === null) {
      lease.left += amount;
      lease.until = now + LEASE_MS;
    } else lease.refusedUntil = now + wait * 1000;
    return wait;
  }

  private leaseOf({ kind, keyHash }: RateKey): Lease {
    const name = `${kind} ${keyHash}`;
    const known = this.leases.get(name);
    if (known !== undefined) return known;
    const [oldest] = this.leases.keys();
    if (this.leases.size >= AT_MOST && oldest !== undefined) this.leases.delete(oldest);
    const lease: Lease = { left: 0, until: 0, refusedUntil: 0, pending: null };
    this.leases.set(name, lease);
    return lease;
  }
}

const refusal = ({ kind, perMinute }: RateKey, seconds: number): RateRefusal => ({
  kind,
  perMinute,
  retryAfter: Math.max(1, Math.ceil(seconds)),
});

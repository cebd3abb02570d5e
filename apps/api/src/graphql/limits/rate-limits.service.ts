import { createHash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { Inject, Injectable } from '@nestjs/common';
import { RateBudgetRepository } from '@reflexbogen/persistence';
import type { Actor } from '../../access/actor.js';
import type { Configuration } from '../../configuration.js';
import { ApiError } from '../api-error.js';
import { CONFIGURATION } from '../tokens.js';
import { networkOf } from './client-network.js';
import { RateLeases, type RateKey, type RateRefusal } from './rate-leases.js';

const SWEEP_EVERY = 500;
/** Objects that a point pays for. */
const OBJECTS_A_POINT = 100;

/** What an operation takes from the budgets: at least one point. */
export const pointsOf = (cost: number): number => Math.max(1, Math.ceil(cost / OBJECTS_A_POINT));

const BYTES_A_POINT = 1_048_576;

/** What bytes on their way take from the budgets: a point for each MiB that was begun. */
export const pointsOfBytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / BYTES_A_POINT));

/** How much somebody may ask for, over all replicas: by account and by address, and by nothing that a request says of itself. */
@Injectable()
export class RateLimits {
  private readonly leases: RateLeases;
  private taken = 0;

  constructor(
    budgets: RateBudgetRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.leases = new RateLeases(
      {
        take: async (budget, points) => {
          this.taken += 1;
          if (this.taken % SWEEP_EVERY === 0) await budgets.sweep();
          return budgets.take(budget, points);
        },
      },
      () => performance.now(),
    );
  }

  /** Every request takes a point, whatever it is. @param of which of an address's budgets */
  arrival(address: string, of: 'address' | 'anonymous' = 'address'): Promise<RateRefusal | null> {
    return this.leases.charge(this.keyOf(of, networkOf(address)), 1);
  }

  /** The same for what is there without the database: refused where it is known that nothing is left, and never waited for. */
  passing(address: string): RateRefusal | null {
    return this.leases.pass(this.keyOf('address', networkOf(address)), 1);
  }

  /** @throws ApiError where the account or the address has nothing left */
  async operation(actor: Actor | null, address: string, cost: number): Promise<void> {
    const refusal = await this.spend(actor?.id ?? null, address, pointsOf(cost));
    if (refusal === null) return;
    throw new ApiError('RATE_LIMITED', messageOf(refusal), {
      ...refusalExtensions(refusal),
      http: { status: 429, headers: new HeaderMap([['retry-after', String(refusal.retryAfter)]]) },
    });
  }

  /**
   * Takes points of an account and of the address, of which one was taken when the request arrived.
   * @param account null: of nobody who has signed in
   * @param points more than a budget holds count as all of it
   */
  async spend(account: string | null, address: string, points: number): Promise<RateRefusal | null> {
    const own = account === null ? this.keyOf('anonymous', networkOf(address)) : this.keyOf('account', account);
    const others = this.keyOf('address', networkOf(address));
    return (
      (await this.leases.charge(own, Math.min(points, own.perMinute))) ??
      (points === 1 ? null : await this.leases.charge(others, Math.min(points - 1, others.perMinute)))
    );
  }

  private keyOf(kind: RateKey['kind'], name: string): RateKey {
    const keyHash = createHash('sha256').update(`${kind} ${name}`).digest('hex');
    return { kind, keyHash, perMinute: this.configuration.rates[kind] };
  }
}

export const messageOf = ({ kind, perMinute, retryAfter }: RateRefusal): string =>
  `This ${kind === 'account' ? 'account' : 'address'} has used up its ${perMinute} points a minute; ask again in ${retryAfter} s.`;

export const refusalExtensions = ({ kind, perMinute, retryAfter }: RateRefusal) => ({
  code: 'RATE_LIMITED',
  of: kind,
  limit: perMinute,
  retryAfter,
});

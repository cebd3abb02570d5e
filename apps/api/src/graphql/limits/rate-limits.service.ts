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

  /** Every request takes a point, whatever it is. */
  arrival(address: string): Promise<RateRefusal | null> {
    return this.leases.charge(this.keyOf('address', networkOf(address)), 1);
  }

  /** @throws ApiError where the account or the address has nothing left */
  async operation(actor: Actor | null, address: string, cost: number): Promise<void> {
    const points = pointsOf(cost);
    const own = actor === null ? this.keyOf('anonymous', networkOf(address)) : this.keyOf('account', actor.id);
    const refusal =
      (await this.leases.charge(own, points)) ??
      (points === 1 ? null : await this.leases.charge(this.keyOf('address', networkOf(address)), points - 1));
    if (refusal === null) return;
    throw new ApiError('RATE_LIMITED', messageOf(refusal), {
      ...refusalExtensions(refusal),
      http: { status: 429, headers: new HeaderMap([['retry-after', String(refusal.retryAfter)]]) },
    });
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

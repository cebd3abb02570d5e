import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody has left to ask for, at the time it was last taken from. */
@Entity('rate_budget')
@Index('rate_budget_filled_idx', ['filledAt'])
@Check('rate_budget_key_hash_check', `key_hash ~ '^[0-9a-f]{64}$'`)
@Check('rate_budget_points_check', 'points >= 0')
export class RateBudgetEntity {
  /** SHA-256 of an account or an address, with its kind. */
  @PrimaryColumn('text')
  readonly keyHash!: string;

  @Column('double precision')
  readonly points!: number;

  @Column('timestamptz')
  readonly filledAt!: Date;
}

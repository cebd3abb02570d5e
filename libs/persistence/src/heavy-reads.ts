import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isUnavailable } from './database-error.js';

export interface HeavyReadsOptions {
  readonly primary: DataSource;
  /** A standby that streams from the primary; null: there is none. It is opened when it is first needed. */
  readonly replica: DataSource | null;
  /** Waits so long, in milliseconds, for the standby to catch up; default 1,000. */
  readonly patienceMs?: number;
  /** So long, in milliseconds, a standby that failed is left alone; default 10,000. */
  readonly restMs?: number;
  /** Told where a read went, and why it did not go to the standby. */
  readonly onRead?: (where: ReadPlace, error?: unknown) => void;
}

/** REPLICA: from the standby. BEHIND and FAILED: from the primary, since the standby was late or gave an error. */
export type ReadPlace = 'REPLICA' | 'BEHIND' | 'FAILED';

/**
 * Where long reads go: to a standby, as long as it has everything that the primary had committed when the read was asked for;
 * else to the primary. So nobody is told less than what anybody had been told before.
 */
export class HeavyReads {
  private restsUntil = 0;
  private opening: Promise<DataSource> | null = null;

  constructor(private readonly options: HeavyReadsOptions) {}

  /**
   * Runs a read. It may be run twice, and must not leave anything of a run that failed.
   * @param read only reads, on whichever source it is handed
   */
  async run<Result>(read: (source: DataSource) => Promise<Result>): Promise<Result> {
    const { primary, replica, onRead } = this.options;
    if (replica === null || Date.now() < this.restsUntil) return read(primary);
    try {
      const source = await this.open(replica);
      if (await this.hasCaughtUp(source)) {
        const result = await read(source);
        onRead?.('REPLICA');
        return result;
      }
      onRead?.('BEHIND');
    } catch (error) {
      // Cancelled by the standby, which had to clean a row away, or gone. Anything else would go wrong on the primary too.
      if (!isUnavailable(error)) throw error;
      this.restsUntil = Date.now() + (this.options.restMs ?? 10_000);
      onRead?.('FAILED', error);
    }
    return read(primary);
  }

  async stop(): Promise<void> {
    if (this.options.replica?.isInitialized === true) await this.options.replica.destroy();
  }

  private async open(replica: DataSource): Promise<DataSource> {
    if (replica.isInitialized) return replica;
    this.opening ??= replica.initialize().finally(() => (this.opening = null));
    return this.opening;
  }

  /** Asked of the primary first: whatever was committed before the question counts. */
  private async hasCaughtUp(replica: DataSource): Promise<boolean> {
    const [now] = await this.options.primary.query<{ written: string }[]>(
      'SELECT pg_current_wal_lsn()::text AS written',
    );
    const deadline = Date.now() + (this.options.patienceMs ?? 1_000);
    for (;;) {
      const [standing] = await replica.query<{ is: boolean }[]>(
        'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS is',
        [now?.written],
      );
      if (standing?.is === true) return true;
      if (Date.now() >= deadline) return false;
      await sleep(20);
    }
  }
}

import { EventEmitter } from 'node:events';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { NotificationListener, outsideOperations, type SheetKey } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';

/** How long notices to other replicas are gathered. One NOTIFY a save would make all commits of the server wait in line. */
const GATHER_MS = 40;
/** PostgreSQL takes payloads up to 8,000 bytes; a key takes 73. */
const KEYS_PER_NOTICE = 100;

const nameOf = ({ municipalityId, roundId }: SheetKey): string => `${municipalityId} ${roundId}`;
const roundOf = (name: string): string => `round ${name.slice(name.indexOf(' ') + 1)}`;

/**
 * Tells everybody at a sheet that something happened to it: at once within the process, and gathered by NOTIFY to other
 * replicas. A notice carries nothing: whoever hears it reads what came after the last event it knows, so that a notice
 * that comes twice, late, or for a crowd of events makes no difference. `reset`: notices may have been missed.
 */
@Injectable()
export class SheetNotices implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('SheetNotices');
  private readonly emitter = new EventEmitter<Record<string, []>>().setMaxListeners(0);
  private readonly gathered = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly hear = (keys: readonly string[]): void => keys.forEach((key) => this.tell(key));
  private readonly reset = (): void => void this.emitter.emit('reset');

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: NotificationListener,
  ) {}

  onModuleInit(): void {
    this.listener.on('sheets', this.hear).on('reset', this.reset);
  }

  async onModuleDestroy(): Promise<void> {
    this.listener.off('sheets', this.hear).off('reset', this.reset);
    clearTimeout(this.timer);
    await this.send();
  }

  /** The caller has committed. */
  publish(key: SheetKey): void {
    const name = nameOf(key);
    this.tell(name);
    this.gathered.add(name);
    // For all who are gathered by then, and not in the time of whoever came first.
    this.timer ??= outsideOperations(() => setTimeout(() => void this.send(), GATHER_MS));
  }

  /** @returns what ends the listening */
  listen(key: SheetKey, heard: () => void): () => void {
    return this.on(nameOf(key), heard);
  }

  /** Hears of every sheet of a round. @returns what ends the listening */
  listenToRound(roundId: string, heard: () => void): () => void {
    return this.on(roundOf(` ${roundId}`), heard);
  }

  private on(name: string, heard: () => void): () => void {
    this.emitter.on(name, heard).on('reset', heard);
    return () => void this.emitter.off(name, heard).off('reset', heard);
  }

  private tell(name: string): void {
    this.emitter.emit(name);
    this.emitter.emit(roundOf(name));
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const names = [...this.gathered];
    this.gathered.clear();
    try {
      for (let start = 0; start < names.length; start += KEYS_PER_NOTICE)
        await this.dataSource.query(`SELECT pg_notify('reflexbogen_sheets', $1)`, [
          JSON.stringify(names.slice(start, start + KEYS_PER_NOTICE)),
        ]);
    } catch (error) {
      // Committed is committed: other replicas look by themselves every few seconds.
      this.logger.warn(`others were not told of a change: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}

import { Controller, Get, HttpException, HttpStatus } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A database that stands still refuses nothing: whoever waits longer is told no. */
const PATIENCE_MS = 2_000;

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the process lives, and whether it can answer. */
@Controller('health')
export class HealthController {
  /** The question in flight: probes must not line up behind a database that stands still. */
  private asked: Promise<unknown> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    this.asked ??= this.dataSource.query('SELECT 1').finally(() => (this.asked = null));
    try {
      await withinTime(this.asked, PATIENCE_MS);
      return { status: 'ok' };
    } catch {
      // The reason is in the log of the pool; a probe needs the fact alone.
      throw new HttpException({ status: 'unavailable' }, HttpStatus.SERVICE_UNAVAILABLE);
    }
  }
}

import { Controller, Get, Header, HttpException, HttpStatus } from '@nestjs/common';
import { Readiness } from './readiness.js';

/** Whether the process lives, and whether it can answer. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 names the reason: DRAINING, DATABASE or MIGRATIONS. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    const reason = await this.readiness.state();
    if (reason === 'READY') return { status: 'ok' };
    throw new HttpException({ status: 'unavailable', reason }, HttpStatus.SERVICE_UNAVAILABLE);
  }
}

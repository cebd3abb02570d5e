import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { ServiceMetrics } from './service-metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * What the service counts, for Prometheus. With METRICS_TOKEN for whoever sends it. Without one for callers on the same machine
 * that no proxy stands before, and in production for nobody: a proxy on the same machine need not say that it is one.
 */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: ServiceMetrics,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { metricsToken, production } = this.configuration;
    if (metricsToken !== null) {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
        throw new UnauthorizedException('Send the token of METRICS_TOKEN: Authorization: Bearer …');
    } else if (production || !isLocal(request)) throw new NotFoundException();
    void reply.headers({ 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' });
    return this.metrics.text();
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In the same time, however much of it is right. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const isLocal = ({ headers, socket }: FastifyRequest): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? '') &&
  LOOPBACK_HOST.test(headers.host ?? '') &&
  FORWARDED.every((name) => headers[name] === undefined);

import { Module } from '@nestjs/common';
import { RateLimits } from './rate-limits.service.js';

/** What the request gate and Apollo both charge. */
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class LimitsModule {}

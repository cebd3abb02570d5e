import { Module } from '@nestjs/common';
import { AccessResolver } from './access.resolver.js';
import { TokenService } from './token.service.js';

@Module({ providers: [TokenService, AccessResolver], exports: [TokenService] })
export class AccessModule {}

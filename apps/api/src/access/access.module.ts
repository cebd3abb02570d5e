import { Module } from '@nestjs/common';
import { NotificationListener } from '@reflexbogen/persistence';
import { StudyAudit } from '../audit/study-audit.js';
import { VerifiedActors } from '../graphql/verified-actors.js';
import { AccessResolver } from './access.resolver.js';
import { AccountAudit } from './account-audit.js';
import { AccountResolver } from './account.resolver.js';
import { AccountService } from './account.service.js';
import { ApiTokenResolver } from './api-token.resolver.js';
import { ApiTokenService } from './api-token.service.js';
import { RowScopes } from './row-scopes.js';
import { SessionEnds } from './session-ends.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLinkResolver } from './sign-in-link.resolver.js';
import { SignInLinkService } from './sign-in-link.service.js';
import { TokenService } from './token.service.js';
import { WebSignInService } from './web-sign-in.service.js';

/** Resolvers of the sign-in, for the schema script. */
export const ACCESS_RESOLVERS = [AccessResolver, AccountResolver, ApiTokenResolver, SignInLinkResolver] as const;

@Module({
  controllers: [SignInController],
  providers: [
    ...ACCESS_RESOLVERS,
    AccountAudit,
    AccountService,
    ApiTokenService,
    RowScopes,
    SessionEnds,
    SignInLinkService,
    StudyAudit,
    TokenService,
    WebSignInService,
    {
      provide: VerifiedActors,
      inject: [TokenService, NotificationListener],
      useFactory: (tokens: TokenService, notices: NotificationListener) => new VerifiedActors(tokens, notices),
    },
  ],
  exports: [AccountService, RowScopes, SessionEnds, StudyAudit, TokenService, VerifiedActors],
})
export class AccessModule {}

import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import {
  IssueDevelopmentTokenInput,
  IssueDevelopmentTokenPayload,
  SignInMethodEnum,
  ViewerModel,
  type IssueDevelopmentTokenErrorCode,
  type SignInMethod,
} from './access.model.js';
import { Role, type Actor } from './actor.js';
import { TokenService } from './token.service.js';

@Resolver()
export class AccessResolver {
  constructor(private readonly tokens: TokenService) {}

  @Query(() => ViewerModel, { nullable: true, description: 'Who you are; null without a valid bearer token.' })
  viewer(@Context() { actor }: GraphQLContext): Actor | null {
    return actor;
  }

  @Query(() => [SignInMethodEnum], { description: 'Ways in for browsers, the usual one first.' })
  signInMethods(): readonly SignInMethod[] {
    return this.tokens.methods;
  }

  @Mutation(() => IssueDevelopmentTokenPayload, {
    description:
      'Issues a token for a laptop. Refused in production, and to other machines unless it is set up for everybody.',
  })
  async issueDevelopmentToken(
    @Args('input', { description: 'What is asked for.' }) input: IssueDevelopmentTokenInput,
    @Context() { fromLoopback }: GraphQLContext,
  ): Promise<IssueDevelopmentTokenPayload> {
    const refuse = (code: IssueDevelopmentTokenErrorCode, message: string, ...path: string[]) => ({
      token: null,
      expiresAt: null,
      errors: [{ code, message, path }],
    });
    if (!this.tokens.issuesTokens)
      return refuse('NOT_IN_DEVELOPMENT', 'This service issues no tokens; sign in at your identity provider.');
    if (!fromLoopback && !this.tokens.issuesTokensToEverybody)
      return refuse('NOT_LOCAL', 'The development issuer answers callers on the same machine only.');
    if (input.role === Role.RESPONDENT && !(input.study && input.municipality))
      return refuse(
        'RESPONDENT_NEEDS_MUNICIPALITY',
        'Expected study and municipality for a RESPONDENT.',
        'input',
        'municipality',
      );
    const issued = await this.tokens.issue({
      role: input.role,
      study: input.study ?? null,
      municipality: input.municipality ?? null,
      ttlSeconds: input.ttlSeconds,
      department: input.department ?? null,
      signatory: input.signatory,
      name: input.name ?? null,
      singleAnswers: input.singleAnswers,
    });
    return { ...issued, errors: [] };
  }
}

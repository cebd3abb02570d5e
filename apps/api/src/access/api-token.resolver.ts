import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StoredApiToken } from '@reflexbogen/persistence';
import type { GraphQLContext } from '../graphql/context.js';
import { signedIn } from './actor.js';
import {
  ApiTokenModel,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  RevokeApiTokenInput,
  RevokeApiTokenPayload,
} from './api-token.model.js';
import { ApiTokenService, type CreateApiTokenRefusal } from './api-token.service.js';

const REFUSALS: Readonly<
  Record<CreateApiTokenRefusal, { readonly message: string; readonly path: readonly string[] }>
> = {
  NOT_IN_PERSON: { message: 'A personal token cannot create another one; sign in yourself.', path: [] },
  NO_SUCH_ROLE: { message: 'These roles are not kept for you here', path: ['input', 'roles'] },
  TOO_MANY_TOKENS: { message: 'You have 50 valid tokens; revoke some first.', path: [] },
};

@Resolver()
export class ApiTokenResolver {
  constructor(private readonly tokens: ApiTokenService) {}

  @Query(() => [ApiTokenModel], { description: 'Your personal tokens, the newest first, at most 100.' })
  myApiTokens(@Context() { actor }: GraphQLContext): Promise<readonly StoredApiToken[]> {
    return this.tokens.mine(signedIn(actor));
  }

  @Mutation(() => CreateApiTokenPayload, {
    description: 'Creates a personal token for a program. It never grants more than you may do at the time it is used.',
  })
  async createApiToken(
    @Args('input', { description: 'The token.' }) input: CreateApiTokenInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<CreateApiTokenPayload> {
    const outcome = await this.tokens.create(input, signedIn(actor));
    if (outcome.ok) return { token: outcome.text, apiToken: outcome.token, errors: [] };
    const { message, path } = REFUSALS[outcome.code];
    const named = outcome.missing.length === 0 ? message : `${message}: ${outcome.missing.join(', ')}.`;
    return { token: null, apiToken: null, errors: [{ code: outcome.code, message: named, path }] };
  }

  @Mutation(() => RevokeApiTokenPayload, { description: 'Revokes one of your personal tokens, on every replica.' })
  async revokeApiToken(
    @Args('input', { description: 'Which one.' }) { id }: RevokeApiTokenInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<RevokeApiTokenPayload> {
    const apiToken = await this.tokens.revoke(id, signedIn(actor));
    if (apiToken !== null) return { apiToken, errors: [] };
    return {
      apiToken: null,
      errors: [{ code: 'NO_SUCH_TOKEN', message: 'You have no token of this id.', path: ['input', 'id'] }],
    };
  }
}

import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import {
  RedeemSignInLinkInput,
  RedeemSignInLinkPayload,
  RequestSignInLinkInput,
  RequestSignInLinkPayload,
  type RequestSignInLinkErrorCode,
} from './sign-in-link.model.js';
import { SignInLinkService } from './sign-in-link.service.js';

const REFUSALS: Readonly<Record<RequestSignInLinkErrorCode, string>> = {
  TOO_MANY_REQUESTS: 'Too many links were asked for; try again in an hour.',
  NOT_CONFIGURED: 'This service sends no e-mail; sign in at your identity provider.',
};

@Resolver()
export class SignInLinkResolver {
  constructor(private readonly links: SignInLinkService) {}

  @Mutation(() => RequestSignInLinkPayload, {
    description:
      'Sends a link that signs its reader in once, within 15 minutes. Tells nobody whether an address is known.',
  })
  async requestSignInLink(
    @Args('input', { description: 'Who wants to sign in.' }) { email }: RequestSignInLinkInput,
    @Context() { address }: GraphQLContext,
  ): Promise<RequestSignInLinkPayload> {
    const outcome = await this.links.request(email, address);
    if (outcome === 'TAKEN') return { taken: true, errors: [] };
    return { taken: false, errors: [{ code: outcome, message: REFUSALS[outcome], path: ['input', 'email'] }] };
  }

  @Mutation(() => RedeemSignInLinkPayload, {
    description:
      'Exchanges a link for a bearer token of one hour, for programs that keep no cookies. A link works once.',
  })
  async redeemSignInLink(
    @Args('input', { description: 'The link.' }) { secret }: RedeemSignInLinkInput,
  ): Promise<RedeemSignInLinkPayload> {
    const session = await this.links.forToken(secret);
    if (session !== null) return { token: session.secret, expiresAt: session.expiresAt, errors: [] };
    return {
      token: null,
      expiresAt: null,
      errors: [
        {
          code: 'INVALID_LINK',
          message: 'This link does not work any more; ask for a new one.',
          path: ['input', 'secret'],
        },
      ],
    };
  }
}

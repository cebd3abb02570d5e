import { Body, Controller, Get, Headers, HttpStatus, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { SignInRepository } from '@reflexbogen/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import { ProviderUnreachableError } from './identity-provider.js';
import { LINK_SCRIPT, linkPage, noticePage, PAGE_HEADERS, pageLanguage, type PageNotice } from './pages.js';
import { cookieHeader, cookieOf, departureCookie, isFromOwnPage, sessionCookie } from './request-proof.js';
import { hashOf } from './secret.js';
import { COOKIE_LIFETIME, SignInLinkService, type OpenedSession } from './sign-in-link.service.js';
import { departureFrom, departureText, localPath } from './departure.js';
import { DEPARTURE_LIFETIME, WebSignInService } from './web-sign-in.service.js';

/** Sign-in of browsers. What programs need is in GraphQL. */
@Controller('auth')
export class SignInController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly web: WebSignInService,
    private readonly links: SignInLinkService,
    private readonly signIns: SignInRepository,
  ) {}

  /** Leaves for the identity provider. */
  @Get('sign-in')
  async signIn(
    @Query('returnTo') returnTo: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { publicUrl } = this.configuration;
    await this.orUnreachable(request, reply, async () => {
      const leaving = await this.web.depart(localPath(returnTo));
      if (leaving === null || publicUrl === null) return notHere(reply);
      const cookie = cookieHeader(
        publicUrl,
        departureCookie(publicUrl),
        departureText(leaving.departure),
        DEPARTURE_LIFETIME,
      );
      await reply
        .header('Set-Cookie', cookie)
        .header('Cache-Control', 'no-store')
        .redirect(leaving.address, HttpStatus.SEE_OTHER);
    });
  }

  /** Comes back from there. */
  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    if (publicUrl === null) return notHere(reply);
    await this.orUnreachable(request, reply, async () => {
      const departure = departureFrom(cookieOf(request, departureCookie(publicUrl)));
      const arrival = departure === null ? null : await this.web.arrive(request.url, departure);
      void reply.header('Set-Cookie', cookieHeader(publicUrl, departureCookie(publicUrl), '', 0));
      if (arrival?.kind === 'SIGNED_IN')
        return this.enter(request, reply, publicUrl, arrival.session, arrival.returnTo);
      if (arrival?.kind === 'NO_ROLE') return notice(request, reply, HttpStatus.FORBIDDEN, 'noRole', null);
      return notice(request, reply, HttpStatus.BAD_REQUEST, 'expired', '/auth/sign-in');
    });
  }

  /** On a laptop: exchanges a token of the development issuer for a session, as the web app's personas do. */
  @Post('development')
  async development(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    if (publicUrl === null) return notHere(reply);
    if (!isFromOwnPage(request, publicUrl)) return foreign(reply);
    const session = await this.web.enterByDevelopmentToken(fieldOf(body, 'token') ?? '');
    if (session === null) return notHere(reply);
    await this.enter(request, reply, publicUrl, session, '/');
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    if (publicUrl === null) return notHere(reply);
    if (!isFromOwnPage(request, publicUrl)) return foreign(reply);
    const location = await this.web.signOut(cookieOf(request, sessionCookie(publicUrl)));
    void reply
      .header('Set-Cookie', cookieHeader(publicUrl, sessionCookie(publicUrl), '', 0))
      .header('Cache-Control', 'no-store');
    // A script cannot follow a redirect to another origin; it is told where to go.
    if (request.headers.accept?.includes('application/json') === true) await reply.send({ location });
    else await reply.redirect(location, HttpStatus.SEE_OTHER);
  }

  /** The identity provider says that somebody's sessions are over. */
  @Post('backchannel-logout')
  async backchannelLogout(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const token = fieldOf(body, 'logout_token');
    const isEnded = token !== null && (await this.web.endByProvider(token));
    void reply.header('Cache-Control', 'no-store');
    if (isEnded) await reply.code(HttpStatus.OK).send();
    else
      await reply.code(HttpStatus.BAD_REQUEST).send({
        error: 'invalid_request',
        error_description: 'logout_token: expected a logout token of the provider.',
      });
  }

  /** What the link in an e-mail opens. */
  @Get('link')
  async linkPage(@Headers('accept-language') language: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await reply.headers(PAGE_HEADERS).send(linkPage(pageLanguage(language)));
  }

  @Get('link.js')
  async linkScript(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('Content-Type', 'text/javascript; charset=utf-8')
      .header('Cache-Control', 'public, max-age=3600')
      .header('X-Content-Type-Options', 'nosniff')
      .send(LINK_SCRIPT);
  }

  /** Uses a link up. The form comes from our own page, or somebody else could sign a reader in as themselves. */
  @Post('link')
  async redeem(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.configuration;
    if (publicUrl === null) return notHere(reply);
    if (!isFromOwnPage(request, publicUrl)) return foreign(reply);
    const session = await this.links.forCookie(fieldOf(body, 'secret')?.trim() ?? '');
    if (session === null) return notice(request, reply, HttpStatus.BAD_REQUEST, 'used', null);
    await this.enter(request, reply, publicUrl, session, '/');
  }

  /** Every sign-in has a secret of its own; the one that the browser had before works no more. */
  private async enter(
    request: FastifyRequest,
    reply: FastifyReply,
    publicUrl: string,
    { secret }: OpenedSession,
    location: string,
  ): Promise<void> {
    const before = cookieOf(request, sessionCookie(publicUrl));
    if (before !== undefined) await this.signIns.endSession(hashOf(before));
    await reply
      .header('Set-Cookie', cookieHeader(publicUrl, sessionCookie(publicUrl), secret, COOKIE_LIFETIME))
      .header('Cache-Control', 'no-store')
      .redirect(location, HttpStatus.SEE_OTHER);
  }

  private async orUnreachable(request: FastifyRequest, reply: FastifyReply, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ProviderUnreachableError)) throw error;
      await notice(request, reply, HttpStatus.SERVICE_UNAVAILABLE, 'unreachable', '/auth/sign-in');
    }
  }
}

const notHere = async (reply: FastifyReply): Promise<void> =>
  void (await reply.code(HttpStatus.NOT_FOUND).send({ message: 'Browsers do not sign in here.' }));

const foreign = async (reply: FastifyReply): Promise<void> =>
  void (await reply
    .code(HttpStatus.FORBIDDEN)
    .send({ message: 'This form was not sent from a page of this service.' }));

const notice = async (
  request: FastifyRequest,
  reply: FastifyReply,
  status: HttpStatus,
  text: PageNotice,
  again: string | null,
): Promise<void> =>
  void (await reply
    .code(status)
    .headers(PAGE_HEADERS)
    .send(noticePage(pageLanguage(request.headers['accept-language']), text, again)));

/** A field of a form; null where it is missing or there twice. */
const fieldOf = (body: unknown, name: string): string | null => {
  const value: unknown = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : null;
};

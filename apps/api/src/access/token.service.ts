import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, SignJWT, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { CONFIGURATION } from '../graphql/tokens.js';
import type { Configuration } from '../configuration.js';
import { Role, type Actor } from './actor.js';

export interface DevelopmentGrant {
  readonly role: Role;
  readonly study: string | null;
  readonly municipality: string | null;
  readonly ttlSeconds: number;
  /** False: the holder sees protected figures only. Default true, as a laptop's own developer sees everything. */
  readonly singleAnswers?: boolean;
  readonly name: string | null;
}

/** Verifies bearer tokens with pinned algorithm, issuer and audience; issues them in development only. */
@Injectable()
export class TokenService {
  private readonly verify: (token: string, options: JWTVerifyOptions) => Promise<{ payload: JWTPayload }>;
  private readonly options: JWTVerifyOptions;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    const { token } = configuration;
    if (token.kind === 'development') {
      this.verify = (text, options) => jwtVerify(text, token.secret, options);
      this.options = {
        algorithms: ['HS256'],
        issuer: token.issuer,
        audience: token.audience,
        requiredClaims: ['exp', 'sub'],
      };
    } else {
      const keys = createRemoteJWKSet(new URL(token.jwksUrl));
      this.verify = (text, options) => jwtVerify(text, keys, options);
      this.options = {
        algorithms: [token.algorithm],
        issuer: token.issuer,
        audience: token.audience,
        requiredClaims: ['exp', 'sub'],
      };
    }
  }

  /** The actor behind an Authorization header, or null when there is none or it proves nothing. */
  async actorOf(authorization: string | undefined): Promise<Actor | null> {
    const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '');
    if (!match?.[1]) return null;
    try {
      const { payload } = await this.verify(match[1], this.options);
      return actorFrom(payload);
    } catch (error) {
      // jose throws a JOSEError for every token that proves nothing; anything else is a fault of ours and must surface.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return null;
      throw error;
    }
  }

  get issuesTokens(): boolean {
    return this.configuration.token.kind === 'development' && !this.configuration.production;
  }

  /** A token of the development issuer. The caller has checked `issuesTokens`. */
  async issue(grant: DevelopmentGrant): Promise<{ token: string; expiresAt: Date }> {
    const { token } = this.configuration;
    if (token.kind !== 'development' || this.configuration.production)
      throw new Error('The development issuer does not run here.');
    const expiresAt = new Date(Date.now() + grant.ttlSeconds * 1000);
    const name = grant.name ?? [grant.role.toLowerCase(), grant.municipality].filter(Boolean).join(' ');
    const jwt = await new SignJWT({
      name,
      roles: [grant.role],
      singleAnswers: grant.singleAnswers ?? true,
      ...(grant.study === null ? {} : { studies: [grant.study] }),
      ...(grant.municipality === null ? {} : { municipality: grant.municipality }),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(`development:${name}`)
      .setIssuer(token.issuer)
      .setAudience(token.audience)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(token.secret);
    return { token: jwt, expiresAt };
  }
}

const KNOWN_ROLES = new Set<string>(Object.values(Role));

function actorFrom(payload: JWTPayload): Actor | null {
  const roles = stringsOf(payload['roles'])?.filter((role): role is Role => KNOWN_ROLES.has(role)) ?? [];
  if (payload.sub === undefined || roles.length === 0) return null;
  const studies = payload['studies'] === undefined ? null : stringsOf(payload['studies']);
  if (payload['studies'] !== undefined && studies === null) return null;
  const municipality = typeof payload['municipality'] === 'string' ? payload['municipality'] : null;
  // A respondent without exactly one study and a municipality would reach nothing; say so by proving nothing.
  if (roles.includes(Role.RESPONDENT) && (municipality === null || studies?.length !== 1)) return null;
  const name = typeof payload['name'] === 'string' ? payload['name'] : payload.sub;
  return { id: payload.sub, name, roles, studies, municipality, singleAnswers: payload['singleAnswers'] === true };
}

const stringsOf = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : null;

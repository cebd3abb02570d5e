import { Inject, Injectable } from '@nestjs/common';
import { ApiTokenRepository, PersonRepository, SignInRepository, type PersonStanding } from '@reflexbogen/persistence';
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { Configuration } from '../configuration.js';
import { CONFIGURATION } from '../graphql/tokens.js';
import type { SignInMethod } from './access.model.js';
import type { Actor, Role } from './actor.js';
import { parsedApiToken } from './api-token.js';
import { claimsOf } from './claims.js';
import { IdentityProvider, type VerifiedToken } from './identity-provider.js';
import { proofOf, type Proof, type ProvingRequest } from './request-proof.js';
import { hashOf, isSameHash, isSecret } from './secret.js';
import { chosenScope, scopesOf } from './stored-scopes.js';

export interface DevelopmentGrant {
  readonly role: Role;
  readonly study: string | null;
  readonly municipality: string | null;
  readonly ttlSeconds: number;
  /** False: the holder sees protected figures only. Default true, as a laptop's own developer sees everything. */
  readonly singleAnswers?: boolean;
  /** RESPONDENT: code of the department; without it every section. */
  readonly department?: string | null;
  /** RESPONDENT: whether the holder may hand the sheet in; default true. */
  readonly signatory?: boolean;
  readonly name: string | null;
}

/** Whom a proof has shown, and until when at most. */
export interface VerifiedActor {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Bearer tokens that redeemSignInLink has given out. */
export const SESSION_TOKEN_PREFIX = 'rbs_';

const TOKEN_TYPES: readonly (string | null)[] = [null, 'jwt', 'at+jwt'];
/** Kinds of tokens that Keycloak names in a claim of its own. */
const OTHER_KINDS: readonly unknown[] = ['ID', 'Refresh', 'Offline', 'Logout'];

/**
 * Shows who stands behind a proof: a token of the identity provider or of the development issuer, a session, a personal token.
 * Every answer is fresh from the database: whoever remembers one does so for at most five seconds (verified-actors.ts).
 */
@Injectable()
export class TokenService {
  /** Null: the development issuer. */
  readonly provider: IdentityProvider | null;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly persons: PersonRepository,
    private readonly signIns: SignInRepository,
    private readonly apiTokens: ApiTokenRepository,
  ) {
    const { token } = configuration;
    this.provider = token.kind === 'provider' ? new IdentityProvider(token) : null;
  }

  /** The actor behind a request outside GraphQL, by the same proofs as there; null when there is none or it proves nothing. */
  async actorOf(request: ProvingRequest): Promise<Actor | null> {
    const proof = proofOf(request, this.configuration.publicUrl);
    return proof === null ? null : ((await this.verify(proof))?.actor ?? null);
  }

  /** @returns null where it proves nothing. @throws ProviderUnreachableError */
  async verify(proof: Proof): Promise<VerifiedActor | null> {
    if (proof.kind === 'cookie') return this.bySession(proof.secret, 'COOKIE', proof.scope);
    if (proof.secret.startsWith(SESSION_TOKEN_PREFIX))
      return this.bySession(proof.secret.slice(SESSION_TOKEN_PREFIX.length), 'BEARER', proof.scope);
    const apiToken = parsedApiToken(proof.secret);
    if (apiToken !== null) return this.byApiToken(apiToken, proof.scope);
    return this.byJwt(proof.secret);
  }

  private async byJwt(text: string): Promise<VerifiedActor | null> {
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return null;
    try {
      const token = await this.verifiedJwt(text);
      return isAccessToken(token) ? await this.ofPayload(token.payload) : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private async verifiedJwt(text: string): Promise<VerifiedToken> {
    const { token } = this.configuration;
    if (this.provider !== null)
      return this.provider.verify(text, this.provider.configuration.audience, ['exp', 'iat', 'sub']);
    if (token.kind !== 'development') throw new Error('a provider is configured and was not made');
    const { payload, protectedHeader } = await jwtVerify(text, token.secret, {
      algorithms: ['HS256'],
      issuer: token.issuer,
      audience: token.audience,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return { payload, type: protectedHeader.typ?.toLowerCase() ?? null };
  }

  private async ofPayload(payload: JWTPayload): Promise<VerifiedActor | null> {
    const claims = claimsOf(payload);
    if (claims === null || payload.iat === undefined || payload.exp === undefined) return null;
    const issuedAt = new Date(payload.iat * 1000);
    const person = await this.personBehind(`${payload.iss ?? ''}|${claims.subject}`, claims.name, issuedAt);
    if (person === null || person.barred || payload.iat * 1000 < (person.sessionsFrom?.getTime() ?? 0)) return null;
    return {
      actor: { id: person.id, name: claims.name, ...claims.scope, client: null },
      expiresAt: payload.exp * 1000,
    };
  }

  /**
   * The person of a subject, who is known by the name that the provider says now.
   * @param issuedAt of the proof
   * @returns null for a proof from before the person was erased: it must not bring the name back
   */
  async personBehind(subject: string, name: string, issuedAt: Date): Promise<PersonStanding | null> {
    const known = await this.signIns.standingBySubject(subject);
    if (known !== null && (known.barred || known.name === name)) return known;
    const erasedAt = known === null ? await this.signIns.erasedAt(subject) : null;
    if (erasedAt !== null && issuedAt <= erasedAt) return null;
    await this.persons.bySubject(subject, name);
    const made = await this.signIns.standingBySubject(subject);
    if (made === null) throw new Error('a person was erased while signing in');
    return made;
  }

  /** Whom a token of the development issuer names, for a session of a browser; null where it proves nothing, or elsewhere. */
  async ofDevelopmentToken(text: string): Promise<{ person: string; claims: JWTPayload; expiresAt: Date } | null> {
    if (!this.issuesTokens) return null;
    const verified = await this.byJwt(text);
    if (verified === null) return null;
    const { payload } = await this.verifiedJwt(text);
    return { person: verified.actor.id, claims: payload, expiresAt: new Date(verified.expiresAt) };
  }

  private async bySession(
    secret: string,
    kind: 'COOKIE' | 'BEARER',
    scopeKey: string | null,
  ): Promise<VerifiedActor | null> {
    if (!isSecret(secret)) return null;
    const session = await this.signIns.liveSession(hashOf(secret), kind);
    if (session === null) return null;
    const expiresAt = session.expiresAt.getTime();
    if (session.claims !== null) {
      const claims = claimsOf(session.claims);
      if (claims === null) return null;
      return { actor: { id: session.personId, name: claims.name, ...claims.scope, client: null }, expiresAt };
    }
    const scope = chosenScope(scopesOf(session.roles), scopeKey, null);
    if (scope === null) return null;
    return { actor: { id: session.personId, name: session.name ?? '', ...scope, client: null }, expiresAt };
  }

  private async byApiToken(
    { id, secret }: { readonly id: string; readonly secret: string },
    scopeKey: string | null,
  ): Promise<VerifiedActor | null> {
    const token = await this.apiTokens.live(id);
    if (token === null || !isSameHash(token.secretHash, hashOf(secret))) return null;
    // Of the roles as they are now: a token never grants what its owner has lost.
    const scope = chosenScope(scopesOf(token.personRoles), scopeKey, token.roles);
    if (scope === null) return null;
    await this.apiTokens.markUsed(id);
    return {
      actor: {
        id: token.personId,
        name: token.personName ?? '',
        ...scope,
        client: token.name,
        apiToken: { id, access: token.access },
      },
      expiresAt: token.expiresAt.getTime(),
    };
  }

  /** Ways in for browsers. Links go out where browsers know us, to persons who have no provider. */
  get methods(): readonly SignInMethod[] {
    if (this.configuration.publicUrl === null) return [];
    return [
      ...(this.provider?.configuration.client ? (['PROVIDER'] as const) : []),
      ...(this.issuesTokens ? (['DEVELOPMENT'] as const) : []),
      'LINK',
    ];
  }

  get issuesTokens(): boolean {
    return this.configuration.token.kind === 'development' && !this.configuration.production;
  }

  /** Whether it issues tokens to callers from elsewhere too. */
  get issuesTokensToEverybody(): boolean {
    const { token } = this.configuration;
    return this.issuesTokens && token.kind === 'development' && token.isForEverybody;
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
      signatory: grant.signatory ?? true,
      ...(grant.department ? { department: grant.department } : {}),
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

/**
 * An ID token or a logout token says who somebody is to a client, not that a client may act here. Their audience keeps them
 * out already; this holds where a provider gives one audience to all.
 */
const isAccessToken = ({ payload, type }: VerifiedToken): boolean =>
  TOKEN_TYPES.includes(type) &&
  !OTHER_KINDS.includes(payload['typ']) &&
  ['at_hash', 'c_hash', 's_hash', 'events'].every((claim) => payload[claim] === undefined);

import { Injectable } from '@nestjs/common';
import {
  ApiTokenRepository,
  PersonRoleRepository,
  type ApiTokenAccess,
  type StoredApiToken,
} from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import type { Actor, Role } from './actor.js';
import { apiTokenText } from './api-token.js';
import { hashOf, newSecret } from './secret.js';

export interface NewToken {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly access: ApiTokenAccess;
  readonly expiresInDays: number;
}

export type CreateApiTokenRefusal = 'NOT_IN_PERSON' | 'NO_SUCH_ROLE' | 'TOO_MANY_TOKENS';

export type CreateApiTokenOutcome =
  | { readonly ok: true; readonly text: string; readonly token: StoredApiToken }
  | { readonly ok: false; readonly code: CreateApiTokenRefusal; readonly missing: readonly Role[] };

const AT_MOST = 50;

/** Personal tokens: for programs that act in somebody's name, with some of what that person may do at the time. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: ApiTokenRepository,
    private readonly roles: PersonRoleRepository,
  ) {}

  /** The text of the token is in the outcome and nowhere else. */
  async create(input: NewToken, actor: Actor): Promise<CreateApiTokenOutcome> {
    // A token that makes tokens would outlive its own revocation.
    if (actor.apiToken !== undefined) return { ok: false, code: 'NOT_IN_PERSON', missing: [] };
    const secret = newSecret();
    return this.dataSource.transaction(async (manager) => {
      const held = (await this.roles.account(actor.id, manager))?.roles.map(({ role }) => role) ?? [];
      const missing = input.roles.filter((role) => !held.includes(role) || !actor.roles.includes(role));
      if (missing.length > 0) return { ok: false, code: 'NO_SUCH_ROLE', missing };
      const token = await this.tokens.create(
        {
          personId: actor.id,
          name: input.name,
          secretHash: hashOf(secret),
          roles: [...new Set(input.roles)],
          access: input.access,
          lifetimeDays: input.expiresInDays,
        },
        AT_MOST,
        manager,
      );
      if (token === null) return { ok: false, code: 'TOO_MANY_TOKENS', missing: [] };
      return { ok: true, text: apiTokenText({ id: token.id, secret }), token };
    });
  }

  mine(actor: Actor): Promise<readonly StoredApiToken[]> {
    return this.tokens.of(actor.id);
  }

  /** @returns null where the actor has no such token */
  revoke(id: string, actor: Actor): Promise<StoredApiToken | null> {
    return this.tokens.revoke(id, actor.id);
  }
}

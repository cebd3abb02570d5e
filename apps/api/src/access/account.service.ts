import { Injectable } from '@nestjs/common';
import {
  ApiTokenRepository,
  PersonRoleRepository,
  SignInRepository,
  type AccountFields,
  type AccountFilter,
  type NewRole,
  type StoredAccount,
  type StoredRole,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountAudit } from './account-audit.js';
import { hasRole, Role, type Actor } from './actor.js';
import { normalised } from './sign-in-link.service.js';

export interface AccountInput extends AccountFields {
  /** Null: a new person. */
  readonly id: string | null;
  readonly roles: readonly StoredRole[];
}

export type AccountErrorCode =
  | 'NO_SUCH_PERSON'
  | 'OUTSIDE_YOUR_STUDIES'
  | 'NO_SUCH_STUDY'
  | 'NO_SUCH_MUNICIPALITY'
  | 'ROLE_DOES_NOT_FIT'
  | 'NAMED_BY_PROVIDER';

export interface AccountError {
  readonly code: AccountErrorCode;
  readonly message: string;
  readonly path: readonly string[];
}

export type AccountOutcome =
  | { readonly ok: true; readonly account: StoredAccount }
  | { readonly ok: false; readonly errors: readonly AccountError[] };

export interface AccountList {
  readonly accounts: readonly StoredAccount[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** Administrators' work on persons. Each act ends the person's sessions on every replica and is on record, in one transaction. */
@Injectable()
export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly persons: PersonRoleRepository,
    private readonly signIns: SignInRepository,
    private readonly tokens: ApiTokenRepository,
    private readonly audit: AccountAudit,
  ) {}

  /** @param after id of the last one seen */
  async list(
    actor: Actor,
    among: Omit<AccountFilter, 'studies'>,
    after: string | null,
    first: number,
  ): Promise<AccountList> {
    const filter = { ...among, studies: actor.studies };
    const [accounts, total] = await Promise.all([
      this.persons.accounts(filter, after, first + 1),
      this.persons.countAccounts(filter),
    ]);
    return { accounts: accounts.slice(0, first), hasNext: accounts.length > first, total };
  }

  /** @returns null also where the person is not the actor's to see */
  async find(id: string, actor: Actor): Promise<StoredAccount | null> {
    const account = await this.persons.account(id);
    return account !== null && governs(actor, account) ? account : null;
  }

  save(input: AccountInput, actor: Actor): Promise<AccountOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = input;
      const known = id === null ? null : await this.persons.lockedAccount(id, manager);
      if (id !== null && (known === null || !governs(actor, known))) return noSuchPerson;
      if (known?.hasProvider === true && known.name !== input.name)
        return refusal('NAMED_BY_PROVIDER', 'The identity provider says what this person is called.', 'name');
      const roles = await this.rolesOf(input.roles, actor, manager);
      if (!roles.ok) return roles;
      const fields = {
        name: input.name,
        email: input.email === null ? null : normalised(input.email),
        locale: input.locale,
      };
      const personId = id ?? (await this.persons.create(fields, manager));
      if (id !== null) await this.persons.change(id, fields, manager);
      await this.persons.replaceRoles(personId, roles.roles, manager);
      return this.ended(personId, known, actor, manager);
    });
  }

  /** Nothing proves the person any more, personal tokens included, until the person is enabled and signs in again. */
  disable(id: string, actor: Actor): Promise<AccountOutcome> {
    return this.change(id, actor, async (manager) => {
      await this.persons.setDisabled(id, true, manager);
      await this.tokens.revokeAll(id, manager);
    });
  }

  enable(id: string, actor: Actor): Promise<AccountOutcome> {
    return this.change(id, actor, (manager) => this.persons.setDisabled(id, false, manager));
  }

  /** Signs somebody out everywhere, programs included: administrators others, everybody themselves. */
  endSessions(id: string | null, actor: Actor): Promise<AccountOutcome> {
    const personId = id ?? actor.id;
    return this.change(personId, actor, (manager) => this.tokens.revokeAll(personId, manager));
  }

  private change(id: string, actor: Actor, act: (manager: EntityManager) => Promise<void>): Promise<AccountOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const known = await this.persons.lockedAccount(id, manager);
      const isAllowed = known !== null && (id === actor.id || (hasRole(actor, Role.ADMIN) && governs(actor, known)));
      if (!isAllowed) return noSuchPerson;
      await act(manager);
      return this.ended(id, known, actor, manager);
    });
  }

  /** @param before null: a new person */
  private async ended(
    id: string,
    before: StoredAccount | null,
    actor: Actor,
    manager: EntityManager,
  ): Promise<AccountOutcome> {
    await this.signIns.endSessions(id, manager);
    const account = await this.persons.account(id, manager);
    if (account === null) throw new Error('a locked person is gone');
    await this.audit.record(before, account, actor, manager);
    return { ok: true, account };
  }

  private async rolesOf(
    roles: readonly StoredRole[],
    actor: Actor,
    manager: EntityManager,
  ): Promise<{ ok: true; roles: readonly NewRole[] } | { ok: false; errors: readonly AccountError[] }> {
    const places = await this.persons.places(roles, manager);
    const stored: NewRole[] = [];
    const errors: AccountError[] = [];
    for (const [index, role] of roles.entries()) {
      const found = misfitOf(role, actor) ?? newRoleOf(role, places[index]);
      if ('field' in found)
        errors.push({ code: found.code, message: found.message, path: ['input', 'roles', String(index), found.field] });
      else stored.push(found);
    }
    return errors.length === 0 ? { ok: true, roles: stored } : { ok: false, errors };
  }
}

/** @param place what the study and the municipality that it names are here; null where there is none */
function newRoleOf(
  { study, municipality, ...role }: StoredRole,
  place: Pick<NewRole, 'studyId' | 'municipalityId'> | undefined,
): NewRole | Misfit {
  const { studyId = null, municipalityId = null } = place ?? {};
  if (study !== null && studyId === null)
    return { code: 'NO_SUCH_STUDY', message: `There is no study ${study}.`, field: 'study' };
  if (municipality !== null && municipalityId === null)
    return {
      code: 'NO_SUCH_MUNICIPALITY',
      message: `${study} has no municipality ${municipality}.`,
      field: 'municipality',
    };
  return { ...role, studyId, municipalityId };
}

interface Misfit {
  readonly code: AccountErrorCode;
  readonly message: string;
  readonly field: keyof StoredRole;
}

/** What is wrong with a role by itself; null where nothing is. */
function misfitOf(role: StoredRole, actor: Actor): Misfit | null {
  const isRespondent = role.role === (Role.RESPONDENT as string);
  const doesNotFit = (message: string, field: keyof StoredRole): Misfit => ({
    code: 'ROLE_DOES_NOT_FIT',
    message,
    field,
  });
  if (isRespondent !== (role.municipality !== null))
    return doesNotFit('A RESPONDENT has a municipality, and nobody else has one.', 'municipality');
  if (isRespondent && role.study === null) return doesNotFit('A RESPONDENT has exactly one study.', 'study');
  if (!isRespondent && (role.department !== null || role.signatory))
    return doesNotFit('Only a RESPONDENT has a department or signs.', role.signatory ? 'signatory' : 'department');
  if (!mayGrantIn(actor, role.study))
    return {
      code: 'OUTSIDE_YOUR_STUDIES',
      message: 'Expected one of the studies that you administer.',
      field: 'study',
    };
  return null;
}

const refusal = (code: AccountErrorCode, message: string, ...path: readonly string[]): AccountOutcome => ({
  ok: false,
  errors: [{ code, message, path: ['input', ...path] }],
});

/** A person of others' studies and an unknown one are answered alike. */
const noSuchPerson = refusal('NO_SUCH_PERSON', 'There is no such person, or it is not yours to change.', 'id');

const mayGrantIn = (actor: Actor, study: string | null): boolean =>
  actor.studies === null || (study !== null && actor.studies.includes(study));

/**
 * Whether an administrator may see and change somebody: only who has no right outside the administrator's own studies.
 * Otherwise changing an address would be a way to somebody else's rights.
 */
const governs = (actor: Actor, { roles }: StoredAccount): boolean =>
  actor.studies === null || (roles.length > 0 && roles.every(({ study }) => mayGrantIn(actor, study)));

import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@reflexbogen/domain';
import { StudyRepository, type StoredAccount } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { StudyAudit } from '../audit/study-audit.js';
import type { Actor } from './actor.js';

/** Puts on record what became of a person's rights: in each study that they concern, without a name or an address. */
@Injectable()
export class AccountAudit {
  constructor(
    private readonly audit: StudyAudit,
    private readonly studies: StudyRepository,
  ) {}

  /** @param before null: a new person */
  async record(before: StoredAccount | null, now: StoredAccount, actor: Actor, manager: EntityManager): Promise<void> {
    const studies = await this.studies.list(manager);
    // In one order, as every change takes the chains' locks: two changes at once must not wait for each other.
    for (const { id, slug } of [...studies].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const [old, next] = [rightsIn(slug, before), rightsIn(slug, now)];
      if (old !== next)
        await this.audit.record(id, actor, { act: 'CHANGE_PERSON', object: now.id, old, new: next }, manager);
    }
  }
}

/** What somebody may do in a study, as the record keeps it; null = nothing. */
export function rightsIn(study: string, account: StoredAccount | null): string | null {
  const roles = (account?.roles ?? []).filter((role) => role.study === null || role.study === study);
  if (account === null || roles.length === 0) return null;
  return canonicalJson({ disabled: account.disabledAt !== null, roles });
}

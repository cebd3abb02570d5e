import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@reflexbogen/domain';
import { StudyRepository, type StoredAccount } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { StudyAudit, type StudyDeed } from '../audit/study-audit.js';
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
    const deeds = new Map<string, StudyDeed>();
    for (const { id, slug } of await this.studies.list(manager)) {
      const [old, next] = [rightsIn(slug, before), rightsIn(slug, now)];
      if (old !== next) deeds.set(id, { act: 'CHANGE_PERSON', object: now.id, old, new: next });
    }
    await this.audit.recordAll(deeds, actor, manager);
  }
}

/** What somebody may do in a study, as the record keeps it; null = nothing. */
export function rightsIn(study: string, account: StoredAccount | null): string | null {
  const roles = (account?.roles ?? []).filter((role) => role.study === null || role.study === study);
  if (account === null || roles.length === 0) return null;
  return canonicalJson({ disabled: account.disabledAt !== null, roles });
}

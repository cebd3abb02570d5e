import { Inject, Injectable } from '@nestjs/common';
import { chain, chainStart, type AuditEntry, type StudyAct } from '@reflexbogen/domain';
import { SheetEventRepository } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { CLOCK, type Clock } from '../clock.js';

/** Name of a study's own chain of events. */
export const studyChain = (studyId: string): string => `study ${studyId}`;

/** Something done to a study. */
export type StudyDeed = Pick<AuditEntry, 'object' | 'old' | 'new'> & {
  readonly act: StudyAct;
  readonly reason?: string | null;
};

/** Who acts: somebody signed in, or the service itself. */
export type StudyActor = Pick<Actor, 'id'> & Partial<Pick<Actor, 'roles' | 'client'>>;

/** Puts acts on a study on record, in the transaction of the act. */
@Injectable()
export class StudyAudit {
  constructor(
    private readonly events: SheetEventRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Acts on one study are recorded one after another: the lock holds until the caller's transaction ends. */
  record(studyId: string, actor: StudyActor, deed: StudyDeed, manager: EntityManager): Promise<void> {
    return this.recordAll(new Map([[studyId, deed]]), actor, manager);
  }

  /** One act on several studies, in each on record; in as many statements as for one. */
  async recordAll(deeds: ReadonlyMap<string, StudyDeed>, actor: StudyActor, manager: EntityManager): Promise<void> {
    if (deeds.size === 0) return;
    const heads = await this.events.lockStudies([...deeds.keys()], manager);
    const at = this.clock.now();
    const role = actor.roles?.[0] ?? 'SERVICE';
    const events = [...deeds].map(([studyId, { act, object, old, new: next, reason = null }]) => {
      const head = heads.get(studyId) ?? { number: 0, hash: chainStart(studyChain(studyId)) };
      const entry = { at, actor: actor.id, role, client: actor.client ?? null, act, object, old, new: next, reason };
      return [studyId, chain(head, [entry]).entries] as const;
    });
    await this.events.appendToStudies(new Map(events), manager);
  }
}

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
  async record(studyId: string, actor: StudyActor, deed: StudyDeed, manager: EntityManager): Promise<void> {
    const head = (await this.events.lockStudy(studyId, manager)) ?? {
      number: 0,
      hash: chainStart(studyChain(studyId)),
    };
    const { act, object, old, reason = null } = deed;
    const { entries } = chain(head, [
      {
        at: this.clock.now(),
        actor: actor.id,
        role: actor.roles?.[0] ?? 'SERVICE',
        client: actor.client ?? null,
        act,
        object,
        old,
        new: deed.new,
        reason,
      },
    ]);
    await this.events.appendToStudy(studyId, entries, manager);
  }
}

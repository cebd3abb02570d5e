import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  attributeIn,
  groupingOf,
  suppressionPlanSteps,
  type EarlierRelease,
  type ReleaseInput,
} from '@reflexbogen/domain';
import { FreezeRepository, StudyRepository, type StoredFreeze } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { hasRole, mayTouchStudy, Role, seesSingleAnswers, type Actor } from '../access/actor.js';
import { planOf } from '../comparison/protection.js';
import { StudyViewService } from '../comparison/study-view.js';
import { StudyService, type StudyParent } from '../study/study.service.js';
import type {
  FreezeModel,
  ReleaseFreezeErrorCode,
  ReleaseFreezeInput,
  ReleaseFreezePayload,
  SetDisclosurePolicyErrorCode,
  SetDisclosurePolicyInput,
  SetDisclosurePolicyPayload,
  TakeFreezeErrorCode,
  TakeFreezeInput,
  TakeFreezePayload,
} from './freeze.model.js';

/** Named cuts of a study: taking, listing and releasing them. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly studies: StudyService,
    private readonly stored: StudyRepository,
    private readonly freezes: FreezeRepository,
    private readonly views: StudyViewService,
  ) {}

  /** Respondents see none: freezes are about figures. */
  async list(study: StudyParent, actor: Actor | null): Promise<readonly FreezeModel[]> {
    if (!hasRole(actor, Role.ADMIN, Role.DESIGNER, Role.ANALYST)) return [];
    const all = await this.freezes.listByStudy(study.id);
    return seesSingleAnswers(actor, study.disclosure) ? all : all.filter(({ releasedAt }) => releasedAt !== null);
  }

  async take({ study: slug, name, note }: TakeFreezeInput, actor: Actor | null): Promise<TakeFreezePayload> {
    const refuse = (code: TakeFreezeErrorCode, message: string, field: string): TakeFreezePayload => ({
      freeze: null,
      errors: [{ code, message, path: ['input', field] }],
    });
    const study = mayTouchStudy(actor, slug) ? await this.stored.findBySlug(slug) : null;
    if (study === null || actor === null)
      return refuse('UNKNOWN_STUDY', `There is no study ${slug}, or your token does not cover it.`, 'study');
    const isTaken = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      this.freezes.take(study, { name, note: note ?? null, takenBy: actor.id, takenByName: actor.name }, manager),
    );
    if (!isTaken) return refuse('NAME_TAKEN', `Study ${slug} has a freeze ${name} already.`, 'name');
    return { freeze: await this.freezes.find(study.id, name), errors: [] };
  }

  async release({ study: slug, name }: ReleaseFreezeInput, actor: Actor | null): Promise<ReleaseFreezePayload> {
    const refuse = (code: ReleaseFreezeErrorCode, message: string): ReleaseFreezePayload => ({
      freeze: null,
      errors: [{ code, message, path: ['input', 'name'] }],
    });
    const study = await this.studies.find(slug, actor);
    const freeze = study === null ? null : await this.freezes.find(study.id, name);
    if (study === null || freeze === null || actor === null)
      return refuse('UNKNOWN_FREEZE', `Study ${slug} has no freeze ${name}, or your token does not cover it.`);
    const outcome = await this.dataSource.transaction(async (manager): Promise<ReleaseFreezeErrorCode | null> => {
      await this.freezes.lockReleases(study.id, manager);
      const names = await this.freezes.released(study.id, manager);
      if (names.includes(name)) return 'ALREADY_RELEASED';
      const release = await this.releaseOf(study, freeze);
      const earlier: EarlierRelease[] = [];
      for (const before of names) {
        const other = await this.freezes.find(study.id, before);
        if (other === null) continue;
        if (!isSamePanel(other, freeze)) return 'PANEL_CHANGED';
        earlier.push({ release: await this.releaseOf(study, other), plan: planOf(other) });
      }
      const { smallestBase, breakdowns } = study.disclosure;
      const plan = await inTurns(suppressionPlanSteps({ smallestBase, breakdowns }, release, earlier));
      const isReleased = await this.freezes.release(
        freeze.id,
        { releasedBy: actor.id, releasedByName: actor.name, suppression: { breakdowns, plan } },
        manager,
      );
      return isReleased ? null : 'ALREADY_RELEASED';
    });
    if (outcome === 'ALREADY_RELEASED') return refuse(outcome, `Freeze ${name} was released already.`);
    if (outcome === 'PANEL_CHANGED')
      return refuse(outcome, `Freeze ${name} rests on another panel than an earlier release of study ${slug}.`);
    return { freeze: await this.freezes.find(study.id, name), errors: [] };
  }

  async setPolicy(input: SetDisclosurePolicyInput, actor: Actor | null): Promise<SetDisclosurePolicyPayload> {
    const refuse = (
      code: SetDisclosurePolicyErrorCode,
      message: string,
      field: string,
    ): SetDisclosurePolicyPayload => ({ policy: null, errors: [{ code, message, path: ['input', field] }] });
    const study = await this.studies.find(input.study, actor);
    if (study === null)
      return refuse('UNKNOWN_STUDY', `There is no study ${input.study}, or your token does not cover it.`, 'study');
    const known = study.attributes.map(({ code }) => code);
    const unknown = input.breakdowns.filter((code) => !known.includes(code));
    if (unknown.length > 0)
      return refuse(
        'UNKNOWN_ATTRIBUTE',
        `Study ${study.slug} has no attribute ${unknown.join(', ')}; expected some of ${known.join(', ')}.`,
        'breakdowns',
      );
    const { smallestBase, singleAnswers } = input;
    const policy = { smallestBase, singleAnswers, breakdowns: [...new Set(input.breakdowns)] };
    await this.stored.setDisclosure(study.id, policy);
    await this.stored.announce(study.id);
    return { policy, errors: [] };
  }

  /** A freeze with everything that its figures are counted from; attributes as they were in its last round. */
  private async releaseOf(study: StudyParent, freeze: StoredFreeze): Promise<ReleaseInput> {
    const view = await this.views.frozenView(study, freeze);
    const rounds = await Promise.all(view.rounds.map((round) => view.columns(round)));
    const last = freeze.rounds.at(-1);
    const { panel } = view.base.seated(last?.year ?? 0);
    const groupings = freeze.attributes.map(
      ({ code, values }) =>
        [
          code,
          groupingOf(
            panel.map((municipality) => attributeIn(municipality, code, last?.code ?? '')),
            values.map((value) => value.code),
          ),
        ] as const,
    );
    return { rounds, history: view.base.history, groupings: new Map(groupings) };
  }
}

const isSamePanel = (a: StoredFreeze, b: StoredFreeze): boolean =>
  a.panel.length === b.panel.length &&
  a.panel.every(
    ({ id, carriesOn }, index) =>
      id === b.panel[index]?.id && (carriesOn ?? null) === (b.panel[index].carriesOn ?? null),
  );

/** Does the steps of a long computation between other requests: nobody waits for more than one. */
async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

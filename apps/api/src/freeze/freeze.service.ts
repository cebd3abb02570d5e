import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  attributeIn,
  canonicalJson,
  groupingOf,
  suppressionPlanSteps,
  type EarlierRelease,
  type ReleaseInput,
} from '@reflexbogen/domain';
import {
  FreezeRepository,
  StudyRepository,
  translateDatabaseError,
  type FreezeInfo,
  type StoredFreeze,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { hasRole, mayTouchStudy, Role, seesSingleAnswers, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import { planOf } from '../comparison/protection.js';
import { StudyViewService } from '../comparison/study-view.js';
import type { GraphQLContext } from '../graphql/context.js';
import { OperationLoader, rowsByKey } from '../graphql/operation-loader.js';
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

const ATTEMPTS = 5;

/** Named cuts of a study: taking, listing and releasing them. */
@Injectable()
export class FreezeService {
  private readonly byStudy = new OperationLoader<string, readonly FreezeInfo[]>(
    async (studyIds) => rowsByKey(await this.freezes.listByStudies(studyIds), ({ studyId }) => studyId),
    [],
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly studies: StudyService,
    private readonly stored: StudyRepository,
    private readonly freezes: FreezeRepository,
    private readonly views: StudyViewService,
    private readonly studyAudit: StudyAudit,
  ) {}

  /** Respondents see none: freezes are about figures. */
  async list(study: StudyParent, context: GraphQLContext): Promise<readonly FreezeModel[]> {
    const { actor } = context;
    if (!hasRole(actor, Role.ADMIN, Role.DESIGNER, Role.ANALYST)) return [];
    const all = await this.byStudy.load(context, study.id);
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
    const isTaken = await this.recorded(async (manager) => {
      const taken = await this.freezes.take(study, { name, note: note ?? null, takenBy: actor.id }, manager);
      if (taken)
        await this.studyAudit.record(
          study.id,
          actor,
          { act: 'TAKE_FREEZE', object: name, old: null, new: null },
          manager,
        );
      return taken;
    });
    if (!isTaken) return refuse('NAME_TAKEN', `Study ${slug} has a freeze ${name} already.`, 'name');
    return { freeze: await this.freezes.find(study.id, name), errors: [] };
  }

  /**
   * One snapshot for all that is pinned. It may be older than somebody else's act on the study, which stands in the way of
   * recording this one: then once more, on a newer snapshot.
   */
  private async recorded<Result>(act: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction('REPEATABLE READ', act);
      } catch (error) {
        if (attempt === ATTEMPTS || translateDatabaseError(error, 'study_event_pkey') !== 'DUPLICATE') throw error;
      }
    }
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
        { releasedBy: actor.id, suppression: { breakdowns, plan } },
        manager,
      );
      if (!isReleased) return 'ALREADY_RELEASED';
      await this.studyAudit.record(
        study.id,
        actor,
        { act: 'RELEASE_FREEZE', object: name, old: null, new: null },
        manager,
      );
      return null;
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
    await this.dataSource.transaction(async (manager) => {
      await this.stored.setDisclosure(study.id, policy, manager);
      await this.studyAudit.record(
        study.id,
        signedIn(actor),
        { act: 'SET_DISCLOSURE', object: null, old: canonicalJson(study.disclosure), new: canonicalJson(policy) },
        manager,
      );
      await this.stored.announce(study.id, manager);
    });
    return { policy, errors: [] };
  }

  /** A freeze with everything that its figures are counted from; attributes as they were in its last round. */
  private async releaseOf(study: StudyParent, freeze: StoredFreeze): Promise<ReleaseInput> {
    const view = await this.views.frozenView(study, freeze);
    const rounds = await view.columnsOf(view.rounds);
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

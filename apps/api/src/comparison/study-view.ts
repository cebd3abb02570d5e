import { Injectable } from '@nestjs/common';
import type { RoundColumns, RoundInfo } from '@reflexbogen/domain';
import {
  FreezeRepository,
  LATEST,
  RoundRepository,
  type PinnedRound,
  type StoredFreeze,
  type SubmissionCut,
} from '@reflexbogen/persistence';
import { hasRole, mayTouchStudy, Role, seesSingleAnswers, type Actor } from '../access/actor.js';
import { ApiError, badInput } from '../graphql/api-error.js';
import { StudyService, type StudyParent } from '../study/study.service.js';
import { ColumnStore, type CutRound, type Reading, type StudyBase } from './column.store.js';
import { protectionOf, type Protection } from './protection.js';

/** Which state of a study is asked: now, as of an instant, or a freeze. */
export interface ViewArgs {
  readonly asOf?: Date | null;
  readonly freeze?: string | null;
  /** Whether answers that were carried over from the round before are left out. */
  readonly excludeCarriedOver?: boolean | null;
}

/** One state of a study, as figures see it. */
export interface StudyView {
  readonly study: StudyParent;
  readonly base: StudyBase;
  /** By year and code. */
  readonly rounds: readonly RoundInfo[];
  readonly freeze: StoredFreeze | null;
  readonly asOf: Date | null;
  /** What the caller must not see; null for analysts who see single answers. */
  readonly protection: Protection | null;
  readonly columns: (round: RoundInfo) => Promise<RoundColumns>;
  /** Of several rounds, in their order: what is not in memory is read together. */
  readonly columnsOf: (rounds: readonly RoundInfo[]) => Promise<readonly RoundColumns[]>;
  readonly cutOf: (round: RoundInfo) => SubmissionCut;
}

/** Opens studies for figures: the one place that decides which submissions, panel and verdicts count, and for whom. */
@Injectable()
export class StudyViewService {
  constructor(
    private readonly studies: StudyService,
    private readonly rounds: RoundRepository,
    private readonly freezes: FreezeRepository,
    private readonly store: ColumnStore,
  ) {}

  /**
   * @returns null where the study does not exist or the token does not cover it
   * @throws BAD_USER_INPUT for an instant in the future, both arguments at once, or an unknown freeze; FORBIDDEN where the
   *   actor sees released freezes only and asks for something else
   */
  async open(slug: string, actor: Actor | null, args: ViewArgs): Promise<StudyView | null> {
    const { asOf, freeze } = args;
    const reading: Reading = { excludeCarriedOver: args.excludeCarriedOver === true };
    const overview = mayTouchStudy(actor, slug) ? await this.store.overview(slug) : null;
    if (overview === null) return null;
    const { study, rounds } = overview;
    if (asOf && freeze) throw badInput('asOf and freeze: expected one of them, not both.');
    const isProtected = !seesSingleAnswers(actor, study.disclosure);
    // Beside the released figure a second one would tell by subtraction who carried over what.
    if (isProtected && reading.excludeCarriedOver)
      throw new ApiError(
        'FORBIDDEN',
        'excludeCarriedOver: your token does not see single answers, and two figures on different answers would disclose them.',
      );
    if (freeze) return this.frozen(study, freeze, isProtected, reading);
    if (isProtected)
      throw new ApiError(
        'FORBIDDEN',
        'Your token does not see single answers, and figures of the running study would disclose them. ' +
          'Ask a released freeze: freeze: "…" (Study.freezes lists them).',
      );
    if (asOf && asOf.getTime() > Date.now())
      throw badInput(`asOf: ${asOf.toISOString()} lies in the future; expected an instant in the past.`);
    return this.running(study, rounds, asOf ?? null, reading);
  }

  /**
   * A freeze for readers of a citation: a released one is open to everybody, protected; any other only to those who see
   * single answers.
   * @returns null where there is none that the reader may see
   */
  async cited(slug: string, name: string, actor: Actor | null): Promise<StudyView | null> {
    const study = await this.studies.findPublic(slug);
    const freeze = study === null ? null : await this.freezes.find(study.id, name);
    if (study === null || freeze === null) return null;
    const isStaff = hasRole(actor, Role.ADMIN, Role.DESIGNER, Role.ANALYST) && mayTouchStudy(actor, slug);
    if (isStaff && seesSingleAnswers(actor, study.disclosure)) return this.frozenState(study, freeze, null);
    return freeze.releasedAt === null ? null : this.frozenState(study, freeze, protectionOf(freeze));
  }

  /** A study, or a freeze of it, without protection: for callers who have checked that the actor sees single answers. */
  async unprotected(study: StudyParent, freeze: StoredFreeze | null): Promise<StudyView> {
    if (freeze !== null) return this.frozenState(study, freeze, null);
    return this.running(study, await this.rounds.listByStudy(study.id), null);
  }

  /** A freeze as it is, without protection: for what the service works out itself. */
  frozenView(study: StudyParent, freeze: StoredFreeze): Promise<StudyView> {
    return this.frozenState(study, freeze, null);
  }

  private async running(
    study: StudyParent,
    rounds: readonly RoundInfo[],
    asOf: Date | null,
    reading?: Reading,
  ): Promise<StudyView> {
    const base = await this.store.base(study.id, study.templateId);
    const cut: SubmissionCut = asOf === null ? LATEST : { kind: 'AS_OF', instant: asOf };
    const key = asOf === null ? null : `as of ${asOf.toISOString()}`;
    return {
      study,
      base,
      rounds,
      freeze: null,
      asOf,
      protection: null,
      cutOf: () => cut,
      ...this.columnsUnder(base, (round) => ({ round, cut, key }), reading),
    };
  }

  private async frozen(study: StudyParent, name: string, isProtected: boolean, reading: Reading): Promise<StudyView> {
    const freeze = await this.freezes.find(study.id, name);
    // A freeze that is not released looks to a protected analyst as if it did not exist.
    if (freeze === null || (isProtected && freeze.releasedAt === null))
      throw badInput(`freeze: study ${study.slug} has no ${isProtected ? 'released ' : ''}freeze "${name}".`);
    return this.frozenState(study, freeze, isProtected ? protectionOf(freeze) : null, reading);
  }

  private async frozenState(
    study: StudyParent,
    freeze: StoredFreeze,
    protection: Protection | null,
    reading?: Reading,
  ): Promise<StudyView> {
    const base = await this.store.frozenBase(freeze, study.templateId);
    const pinned = new Map(freeze.rounds.map((round) => [round.id, round]));
    const cutOf = (round: RoundInfo): SubmissionCut => pinnedCut(base, pinned.get(round.id));
    return {
      study: { ...study, attributes: freeze.attributes },
      base,
      rounds: freeze.rounds,
      freeze,
      asOf: null,
      protection,
      cutOf,
      ...this.columnsUnder(base, (round) => ({ round, cut: cutOf(round), key: `freeze ${freeze.id}` }), reading),
    };
  }

  private columnsUnder(
    base: StudyBase,
    cutRound: (round: RoundInfo) => CutRound,
    reading?: Reading,
  ): Pick<StudyView, 'columns' | 'columnsOf'> {
    return {
      columns: (round) => this.store.columnsUnder(base, cutRound(round), reading),
      columnsOf: (rounds) => this.store.columnsOf(base, rounds.map(cutRound), reading),
    };
  }
}

function pinnedCut({ municipalities }: StudyBase, round: PinnedRound | undefined): SubmissionCut {
  const numbers = new Map<string, number>();
  round?.numbers.forEach((number, index) => {
    const municipality = municipalities[index];
    if (number > 0 && municipality !== undefined) numbers.set(municipality.id, number);
  });
  return { kind: 'PINNED', numbers };
}

import { Injectable } from '@nestjs/common';
import {
  attributeIn,
  completionByGroup,
  membershipIn,
  type MunicipalityInfo,
  type SheetState,
} from '@reflexbogen/domain';
import { MunicipalityRepository, ResponseRepository, RoundRepository, StudyRepository } from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import { notFound } from '../graphql/api-error.js';
import { LiveStreams, type Bell } from '../response/live-streams.js';
import { SheetNotices } from '../response/sheet-notices.js';
import type { CompletionGroupModel } from './completion.model.js';

export interface CompletionRequest {
  readonly study: string;
  readonly round: string;
  /** Attribute that divides the panel; null = the panel as a whole. */
  readonly by: string | null;
  /** Municipalities named behind each number, 0 to 1000. */
  readonly first: number;
}

/** How far the sheets of a round are. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly responses: ResponseRepository,
    private readonly notices: SheetNotices,
    private readonly streams: LiveStreams,
  ) {}

  /** @returns the groups, or null where there is no such study or round for the actor */
  async of(request: CompletionRequest, actor: Actor | null): Promise<readonly CompletionGroupModel[] | null> {
    const place = await this.placeOf(request, actor);
    return place && this.groupsOf(place, request);
  }

  /**
   * The groups now, and again whenever they are others: soon after something happened to a sheet of the round, at most every
   * two seconds, on whichever replica it happened.
   */
  async changes(
    request: CompletionRequest,
    actor: Actor | null,
  ): Promise<AsyncGenerator<readonly CompletionGroupModel[]>> {
    const place = await this.placeOf(request, actor);
    if (place === null) throw notFound('This round');
    return this.streams.open((bell) => this.follow(place, request, bell));
  }

  private async *follow(
    place: Place,
    request: CompletionRequest,
    bell: Bell,
  ): AsyncGenerator<readonly CompletionGroupModel[]> {
    let before = '';
    let isTold = true;
    const stop = this.notices.listenToRound(place.round.id, () => bell.ring());
    try {
      while (!bell.isStopped) {
        const groups = await this.streams.look(isTold, () => this.groupsOf(place, request));
        const now = JSON.stringify(groups);
        if (now !== before) yield groups;
        before = now;
        await bell.rest(LEAST_MS);
        isTold = await bell.wait(LOOK_ANYWAY_MS);
      }
    } finally {
      stop();
    }
  }

  private async placeOf(request: CompletionRequest, actor: Actor | null): Promise<Place | null> {
    const study = mayTouchStudy(actor, request.study) ? await this.studies.findBySlug(request.study) : null;
    const round = study && (await this.rounds.findByCode(study.id, request.round));
    return study && round ? { study, round } : null;
  }

  private async groupsOf(
    { study, round }: Place,
    request: CompletionRequest,
  ): Promise<readonly CompletionGroupModel[]> {
    const panel = await this.municipalities.listByStudy(study.id);
    const progress = new Map((await this.responses.progressOf(round.id)).map((sheet) => [sheet.municipalityId, sheet]));
    const sheets = panel
      .filter((municipality) => membershipIn(municipality, round.year) === 'MEMBER')
      .map((municipality) => ({ municipality, ...(progress.get(municipality.id) ?? NO_SHEET) }));
    const { by, first } = request;
    return completionByGroup(sheets, ({ municipality }) =>
      by === null ? null : attributeIn(municipality, by, round.code),
    ).map(({ value, members, byStage }) => ({
      value,
      members: members.length,
      counts: [...byStage].map(([stage, behind]) => ({
        stage,
        count: behind.length,
        municipalities: behind.slice(0, first).map(({ municipality }) => named(municipality)),
      })),
    }));
  }
}

/** A day of deadlines must not be counted with every save. */
const LEAST_MS = 2_000;
/** Invitations and openings ring no bell, and a notice may be lost. */
const LOOK_ANYWAY_MS = 10_000;

interface Place {
  readonly study: { readonly id: string };
  readonly round: { readonly id: string; readonly code: string; readonly year: number };
}

const NO_SHEET: SheetState = { invited: false, opened: false, status: null };
const named = ({ code, name }: MunicipalityInfo) => ({ code, name });

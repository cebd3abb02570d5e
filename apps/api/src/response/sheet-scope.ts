import { Injectable } from '@nestjs/common';
import { prepareQuestionSet, type MunicipalityInfo, type QuestionSet } from '@reflexbogen/domain';
import {
  MunicipalityRepository,
  QuestionSetRepository,
  RoundRepository,
  StudyRepository,
  type StoredResponse,
  type StoredRound,
  type StoredStudy,
} from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import { responseKey, type ResponseKey } from './response-id.js';

/** What a respondent works on: derived from rows and the token, never from ids alone. */
export interface SheetScope {
  readonly study: StoredStudy;
  readonly round: StoredRound;
  readonly municipality: MunicipalityInfo;
  readonly key: ResponseKey;
}

/** Question sets are immutable once published: what was read once stays true. */
const KEPT_SETS = 200;

@Injectable()
export class SheetScopeService {
  private readonly sets = new Map<string, { readonly questionSet: QuestionSet; readonly contentHash: string }>();

  constructor(
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly questionSets: QuestionSetRepository,
  ) {}

  /** The actor's own sheet of a round; null when anything of it does not exist or is somebody else's. */
  async ofRound(studySlug: string, roundCode: string, actor: Actor | null): Promise<SheetScope | null> {
    if (!actor?.municipality || !mayTouchStudy(actor, studySlug)) return null;
    const study = await this.studies.findBySlug(studySlug);
    const round = study === null ? null : await this.rounds.findByCode(study.id, roundCode);
    return study === null || round === null ? null : this.scope(study, round, actor.municipality);
  }

  /** The sheet behind an id, if it is the actor's own. A foreign id and an unknown one give the same null. */
  async ofId(id: string, actor: Actor | null): Promise<SheetScope | null> {
    const key = responseKey(id);
    if (key === null || !actor?.municipality) return null;
    const round = await this.rounds.findById(key.roundId);
    const study = round === null ? null : await this.studies.findById(round.studyId);
    if (round === null || study === null || !mayTouchStudy(actor, study.slug)) return null;
    const scope = await this.scope(study, round, actor.municipality);
    return scope?.key.municipalityId === key.municipalityId ? scope : null;
  }

  private async scope(study: StoredStudy, round: StoredRound, municipalityCode: string): Promise<SheetScope | null> {
    const municipality = await this.municipalities.findByCode(study.id, municipalityCode);
    return municipality === null
      ? null
      : { study, round, municipality, key: { municipalityId: municipality.id, roundId: round.id } };
  }

  /** The set that a response answers: the one it was started on, else the one its round asks. */
  async questionSetOf(
    scope: SheetScope,
    response: StoredResponse | null,
  ): Promise<{ readonly questionSet: QuestionSet; readonly contentHash: string }> {
    const id = response?.questionSetId ?? scope.round.questionSetId;
    const known = this.sets.get(id);
    if (known !== undefined) return known;
    const stored = await this.questionSets.findById(id);
    if (stored === null || stored.contentHash === null)
      throw new Error(`question set ${id} of round ${scope.round.id} is not published`);
    const loaded = { questionSet: prepareQuestionSet(stored.id, stored.document), contentHash: stored.contentHash };
    if (this.sets.size >= KEPT_SETS) this.sets.clear();
    this.sets.set(id, loaded);
    return loaded;
  }
}

import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { prepareQuestionSet, type MunicipalityInfo, type QuestionSet } from '@reflexbogen/domain';
import {
  MunicipalityRepository,
  NotificationListener,
  QuestionSetRepository,
  RoundRepository,
  StudyRepository,
  TemplateRepository,
  type StoredResponse,
  type StoredRound,
  type StoredStudy,
} from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { hasRole, mayTouchStudy, Role, type Actor } from '../access/actor.js';
import { responseKey, type ResponseKey } from './response-id.js';

/** The sheet somebody works on: derived from rows and the token, never from ids alone. */
export interface SheetScope {
  readonly study: StoredStudy;
  /** As it was read; acts read window and status again under the lock of the sheet. */
  readonly round: StoredRound;
  readonly municipality: MunicipalityInfo;
  readonly key: ResponseKey;
}

/** A published question set, prepared, with the identities of its questions. */
export interface LoadedSet {
  readonly questionSet: QuestionSet;
  readonly contentHash: string;
  /** Question code to its identity. */
  readonly questionIds: ReadonlyMap<string, string>;
}

/** Question sets are immutable once published: what was read once stays true. */
const KEPT_SETS = 200;
const KEPT_SCOPES = 10_000;
/** A notice that was lost is made good after a minute. Acts read everything that decides under the lock of the sheet. */
const KEEP_SCOPES_MS = 60_000;

@Injectable()
export class SheetScopeService implements OnModuleInit, OnModuleDestroy {
  private readonly sets = new Map<string, LoadedSet>();
  /** By response id: what the rows say, before anybody's token is looked at. */
  private readonly scopes = new Map<string, { readonly scope: SheetScope; readonly until: number }>();
  private readonly forget = (): void => this.scopes.clear();

  constructor(
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly templates: TemplateRepository,
    private readonly listener: NotificationListener,
  ) {}

  onModuleInit(): void {
    this.listener.on('study', this.forget).on('reset', this.forget);
  }

  onModuleDestroy(): void {
    this.listener.off('study', this.forget).off('reset', this.forget);
  }

  /** The actor's own sheet of a round; null when anything of it does not exist or is somebody else's. */
  async ofRound(studySlug: string, roundCode: string, actor: Actor | null): Promise<SheetScope | null> {
    return actor?.municipality ? this.ofMunicipality(studySlug, roundCode, actor.municipality, actor) : null;
  }

  /** The sheet of a municipality: its own people's, or that of staff who run the round. */
  async ofMunicipality(
    studySlug: string,
    roundCode: string,
    municipalityCode: string,
    actor: Actor | null,
  ): Promise<SheetScope | null> {
    if (!mayTouchStudy(actor, studySlug)) return null;
    const study = await this.studies.findBySlug(studySlug);
    const round = study === null ? null : await this.rounds.findByCode(study.id, roundCode);
    if (study === null || round === null) return null;
    const municipality = await this.municipalities.findByCode(study.id, municipalityCode);
    if (municipality === null) return null;
    const scope = { study, round, municipality, key: { municipalityId: municipality.id, roundId: round.id } };
    return isCovered(scope, actor) ? scope : null;
  }

  /** A municipality of a study: for its own people, and for staff who run rounds. */
  async municipality(
    studySlug: string,
    code: string,
    actor: Actor | null,
  ): Promise<(MunicipalityInfo & { readonly studyId: string }) | null> {
    const study = mayTouchStudy(actor, studySlug) ? await this.studies.findBySlug(studySlug) : null;
    if (study === null) return null;
    const isCovered =
      hasRole(actor, Role.ADMIN, Role.REVIEWER) || (hasRole(actor, Role.RESPONDENT) && actor?.municipality === code);
    const found = isCovered ? await this.municipalities.findByCode(study.id, code) : null;
    return found === null ? null : { ...found, studyId: study.id };
  }

  /** The sheet behind an id, if the token covers it. A foreign id and an unknown one give the same null. */
  async ofId(id: string, actor: Actor | null): Promise<SheetScope | null> {
    const key = responseKey(id);
    if (key === null || actor === null) return null;
    const known = this.scopes.get(id);
    const scope = known !== undefined && known.until > Date.now() ? known.scope : await this.read(key);
    if (scope === null) return null;
    if (this.scopes.size >= KEPT_SCOPES) this.scopes.clear();
    if (scope !== known?.scope) this.scopes.set(id, { scope, until: Date.now() + KEEP_SCOPES_MS });
    return isCovered(scope, actor) ? scope : null;
  }

  private async read(key: ResponseKey): Promise<SheetScope | null> {
    const round = await this.rounds.findById(key.roundId);
    const study = round === null ? null : await this.studies.findById(round.studyId);
    if (round === null || study === null) return null;
    const municipality = await this.municipalities.findById(study.id, key.municipalityId);
    return municipality === null ? null : { study, round, municipality, key };
  }

  /** Loads, before a transaction, what a transaction on this sheet will most likely need. */
  async prepare(scope: SheetScope): Promise<void> {
    await this.loadedSet(scope, scope.round.questionSetId);
  }

  /** The set that a response answers: the one it was started on, else the one its round asks. */
  questionSetOf(scope: SheetScope, response: Pick<StoredResponse, 'questionSetId'> | null): Promise<LoadedSet> {
    return this.loadedSet(scope, response?.questionSetId ?? scope.round.questionSetId);
  }

  loadedSet(scope: SheetScope, id: string, manager?: EntityManager): Promise<LoadedSet> {
    return this.setOf(scope.study.templateId, id, manager);
  }

  /** A published question set by its id. */
  async setOf(templateId: string, id: string, manager?: EntityManager): Promise<LoadedSet> {
    return this.sets.get(id) ?? loadedIn(await this.setsOf(templateId, [id], manager), id);
  }

  /** Published question sets of a template by id, those that are not known here in two statements. */
  async setsOf(
    templateId: string,
    ids: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, LoadedSet>> {
    const found = new Map<string, LoadedSet>();
    for (const id of ids) {
      const known = this.sets.get(id);
      if (known !== undefined) found.set(id, known);
    }
    const missing = [...new Set(ids)].filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const stored = await this.questionSets.findByIds(missing, manager);
    const questionIds = await this.templates.questionIds(templateId, manager);
    for (const { id, contentHash, document } of stored.values()) {
      if (contentHash === null) continue;
      const loaded = { questionSet: prepareQuestionSet(id, document), contentHash, questionIds };
      if (this.sets.size >= KEPT_SETS) this.sets.clear();
      this.sets.set(id, loaded);
      found.set(id, loaded);
    }
    return found;
  }
}

/** @throws where the set is not there, or a draft */
export function loadedIn(sets: ReadonlyMap<string, LoadedSet>, id: string): LoadedSet {
  const loaded = sets.get(id);
  if (loaded === undefined) throw new Error(`question set ${id} is not published`);
  return loaded;
}

/** Respondents reach the sheet of their municipality, staff who run rounds every sheet of their studies. */
const isCovered = ({ study, municipality }: SheetScope, actor: Actor | null): boolean =>
  mayTouchStudy(actor, study.slug) &&
  (hasRole(actor, Role.ADMIN, Role.REVIEWER) ||
    (hasRole(actor, Role.RESPONDENT) && actor?.municipality === municipality.code));

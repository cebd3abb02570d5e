import { Injectable } from '@nestjs/common';
import {
  checkEditorial,
  fill,
  membershipIn,
  prepareQuestionSet,
  sameWallTime,
  wallTimeAt,
  type RoundInfo,
} from '@reflexbogen/domain';
import {
  MunicipalityRepository,
  onSheetsOfPanel,
  QuestionSetRepository,
  ResponseRepository,
  RoundRepository,
  type StoredStudy,
  StudyRepository,
} from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { mayTouchStudy, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import { faultError } from '../graphql/fault-error.js';
import { sentenceParameters } from '../graphql/sentence-parameter.model.js';
import { windowText } from './window-text.js';
import {
  CARRIED_OVER,
  type CarriedOverModel,
  type CorrectRoundErrorCode,
  type CorrectRoundInput,
  type CorrectRoundPayload,
  type PlanRoundErrorCode,
  type PlanRoundInput,
  type PlanRoundPayload,
} from './round-planning.model.js';

/** The year after, and corrections of the year that runs. */
@Injectable()
export class RoundPlanningService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rounds: RoundRepository,
    private readonly studies: StudyRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly responses: ResponseRepository,
    private readonly audit: StudyAudit,
  ) {}

  async plan(input: PlanRoundInput, actor: Actor | null): Promise<PlanRoundPayload> {
    const refuse = (code: PlanRoundErrorCode, message: string, field: string): PlanRoundPayload => ({
      round: null,
      carriedOver: [],
      errors: [{ code, message, path: ['input', field] }],
    });
    const study = mayTouchStudy(actor, input.study) ? await this.studies.findBySlug(input.study) : null;
    if (study === null) return refuse('UNKNOWN_STUDY', `There is no study ${input.study}.`, 'study');
    const earlier = await this.rounds.findByCode(study.id, input.basedOn);
    if (earlier === null)
      return refuse('UNKNOWN_ROUND', `Study ${study.slug} has no round ${input.basedOn}.`, 'basedOn');
    const set = await this.questionSets.findById(input.questionSet);
    if (set === null) return refuse('UNKNOWN_QUESTION_SET', 'There is no such question set.', 'questionSet');
    if (set.templateId !== study.templateId)
      return refuse(
        'OTHER_TEMPLATE',
        `The question set belongs to another template than study ${study.slug}.`,
        'questionSet',
      );
    if (set.status !== 'PUBLISHED')
      return refuse('NOT_PUBLISHED', `The question set is ${set.status}; expected PUBLISHED.`, 'questionSet');
    const { year } = set.document;
    if (year < earlier.year)
      return refuse(
        'NOT_LATER',
        `The question set is of ${year}, round ${earlier.code} of ${earlier.year}.`,
        'questionSet',
      );
    const opensAt = input.opensAt ?? sameWallTime(earlier.opensAt, year - earlier.year);
    const closesAt = input.closesAt ?? sameWallTime(earlier.closesAt, year - earlier.year);
    if (closesAt <= opensAt)
      return refuse(
        'INVALID_WINDOW',
        `The window ends ${closesAt.toISOString()}, before it starts ${opensAt.toISOString()}.`,
        'closesAt',
      );
    const round = await this.dataSource.transaction(async (manager) => {
      const created = await this.rounds.create(
        {
          studyId: study.id,
          code: input.code,
          year,
          questionSetId: set.id,
          opensAt,
          closesAt,
          status: 'PLANNED',
        },
        manager,
      );
      if (created !== null)
        await this.audit.record(
          study.id,
          signedIn(actor),
          { act: 'PLAN_ROUND', object: created.code, old: null, new: windowText(created) },
          manager,
        );
      return created;
    });
    if (round === null) return refuse('CODE_TAKEN', `Study ${study.slug} has a round ${input.code} already.`, 'code');
    await this.studies.announce(study.id);
    return { round, carriedOver: await this.carriedOver(study, earlier, round, input), errors: [] };
  }

  private async carriedOver(
    study: StoredStudy,
    earlier: RoundInfo,
    round: RoundInfo,
    input: PlanRoundInput,
  ): Promise<readonly CarriedOverModel[]> {
    const panel = await this.municipalities.listByStudy(study.id);
    const members = (year: number): number =>
      panel.filter((municipality) => membershipIn(municipality, year) === 'MEMBER').length;
    const day = (instant: Date): string => wallTimeAt(instant).slice(0, 10);
    const isGiven = (instant: Date | null | undefined): boolean => instant !== undefined && instant !== null;
    return [
      ...(isGiven(input.opensAt) && isGiven(input.closesAt)
        ? []
        : [
            {
              kind: 'WINDOW' as const,
              values: {
                opensBefore: day(earlier.opensAt),
                closesBefore: day(earlier.closesAt),
                opens: day(round.opensAt),
                closes: day(round.closesAt),
              },
            },
          ]),
      {
        kind: 'PANEL' as const,
        values: {
          members: members(round.year),
          year: round.year,
          membersBefore: members(earlier.year),
          yearBefore: earlier.year,
        },
      },
      {
        kind: 'DISCLOSURE' as const,
        values: { smallestBase: study.disclosure.smallestBase, singleAnswers: study.disclosure.singleAnswers },
      },
    ].map(({ kind, values }) => ({
      kind,
      description: fill(CARRIED_OVER[kind], values),
      parameters: sentenceParameters(values),
    }));
  }

  /** Moves a round in the field on to a corrected wording: sheets in work follow, those handed in stay. */
  async correct(input: CorrectRoundInput, actor: Actor | null): Promise<CorrectRoundPayload> {
    const refuse = (
      round: RoundInfo | null,
      code: CorrectRoundErrorCode,
      message: string,
      field: string,
    ): CorrectRoundPayload => ({
      round,
      movedSheets: 0,
      errors: [{ code, message, path: ['input', field] }],
    });
    const study = mayTouchStudy(actor, input.study) ? await this.studies.findBySlug(input.study) : null;
    if (study === null) return refuse(null, 'UNKNOWN_STUDY', `There is no study ${input.study}.`, 'study');
    const round = await this.rounds.findByCode(study.id, input.round);
    if (round === null)
      return refuse(null, 'UNKNOWN_ROUND', `Study ${study.slug} has no round ${input.round}.`, 'round');
    if (round.status === 'CLOSED') return refuse(round, 'ROUND_CLOSED', `Round ${round.code} is closed.`, 'round');
    const stored = (await this.questionSets.findByTemplate(study.templateId)).filter(
      ({ status, id }) => status !== 'DRAFT' || id === input.questionSet,
    );
    const target = stored.find(({ id }) => id === input.questionSet);
    if (target === undefined)
      return refuse(round, 'UNKNOWN_QUESTION_SET', 'There is no such question set.', 'questionSet');
    if (target.status !== 'PUBLISHED')
      return refuse(round, 'NOT_PUBLISHED', `The question set is ${target.status}; expected PUBLISHED.`, 'questionSet');
    const history = stored.map(({ id, document }) => prepareQuestionSet(id, document));
    const from = history.find(({ id }) => id === round.questionSetId);
    const to = history.find(({ id }) => id === target.id);
    if (from === undefined || to === undefined || to.year !== from.year || to.revision <= from.revision)
      return refuse(
        round,
        'NOT_A_LATER_REVISION',
        `The round asks ${from?.year}/${from?.revision}, the question set is ${to?.year}/${to?.revision}.`,
        'questionSet',
      );
    const faults = checkEditorial(from, to, history);
    if (faults.length > 0)
      return {
        round,
        movedSheets: 0,
        errors: faults.map((fault) => faultError(fault, 'NOT_EDITORIAL', ['input', 'questionSet', fault.question])),
      };
    const movedSheets = await onSheetsOfPanel(() =>
      this.dataSource.transaction(async (manager) => {
        await this.rounds.moveTo(round.id, to.id, manager);
        const moved = await this.responses.moveUnsubmitted(round.id, to.id, manager);
        await this.audit.record(
          study.id,
          signedIn(actor),
          { act: 'CORRECT_ROUND', object: round.code, old: from.id, new: to.id },
          manager,
        );
        await this.studies.announce(study.id, manager);
        return moved;
      }),
    );
    return { round: await this.rounds.findById(round.id), movedSheets, errors: [] };
  }
}

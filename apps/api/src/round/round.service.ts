import { Injectable } from '@nestjs/common';
import { berlinTime, nextRoundStatus, type RoundInfo, type RoundWindow } from '@reflexbogen/domain';
import { QuestionSetRepository, RoundRepository, StudyRepository, type StoredRound } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { mayTouchStudy, signedIn, type Actor } from '../access/actor.js';
import { StudyAudit } from '../audit/study-audit.js';
import type { GraphQLContext } from '../graphql/context.js';
import { OperationLoader, rowsByKey } from '../graphql/operation-loader.js';
import { windowText } from './window-text.js';
import type {
  ChangeWindowErrorCode,
  ChangeWindowPayload,
  CloseRoundInput,
  MoveWindowInput,
} from './round-window.model.js';
import type { OpenRoundErrorCode, OpenRoundInput, OpenRoundPayload } from './round.model.js';

@Injectable()
export class RoundService {
  private readonly byStudy = new OperationLoader<string, readonly RoundInfo[]>(
    async (studyIds) => rowsByKey(await this.rounds.listByStudies(studyIds), ({ studyId }) => studyId),
    [],
  );

  constructor(
    private readonly rounds: RoundRepository,
    private readonly studies: StudyRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly dataSource: DataSource,
    private readonly audit: StudyAudit,
  ) {}

  ofStudy(studyId: string, context: GraphQLContext): Promise<readonly RoundInfo[]> {
    return this.byStudy.load(context, studyId);
  }

  /** Opens a round; without an opening instant it opens when the request was received. */
  async open(input: OpenRoundInput, actor: Actor | null, receivedAt: Date): Promise<OpenRoundPayload> {
    const refuse = (code: OpenRoundErrorCode, message: string, field: string): OpenRoundPayload => ({
      round: null,
      errors: [{ code, message, path: ['input', field] }],
    });
    const study = mayTouchStudy(actor, input.study) ? await this.studies.findBySlug(input.study) : null;
    if (study === null) return refuse('UNKNOWN_STUDY', `There is no study ${input.study}.`, 'study');
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
    const opensAt = input.opensAt ?? receivedAt;
    if (input.closesAt <= opensAt)
      return refuse(
        'INVALID_WINDOW',
        `The window ends ${input.closesAt.toISOString()}, before it starts ${opensAt.toISOString()}.`,
        'closesAt',
      );
    const round = await this.dataSource.transaction(async (manager) => {
      const planned = await this.rounds.findByCode(study.id, input.code, manager);
      const opened =
        planned?.status === 'PLANNED' && planned.questionSetId === set.id
          ? await this.rounds.openPlanned(planned.id, { opensAt, closesAt: input.closesAt }, manager)
          : await this.rounds.create(
              {
                studyId: study.id,
                code: input.code,
                year: set.document.year,
                questionSetId: set.id,
                opensAt,
                closesAt: input.closesAt,
                status: 'OPEN',
              },
              manager,
            );
      if (opened !== null) {
        const old = planned === null ? null : windowText(planned);
        await this.audit.record(
          study.id,
          signedIn(actor),
          { act: 'OPEN_ROUND', object: opened.code, old, new: windowText(opened) },
          manager,
        );
        await this.studies.announce(study.id, manager);
      }
      return opened;
    });
    // The unique key decides, so that of two designers at once exactly one opens the round.
    if (round === null) return refuse('CODE_TAKEN', `Study ${study.slug} has a round ${input.code} already.`, 'code');
    return { round, errors: [] };
  }

  /** Closes a round for everybody but municipalities with an extension. */
  close({ study, round, reason }: CloseRoundInput, actor: Actor | null): Promise<ChangeWindowPayload> {
    return this.change(study, round, actor, (stored) => {
      const next = nextRoundStatus(stored.status, 'CLOSE');
      return next.ok
        ? { act: 'CLOSE_ROUND', reason, window: { ...stored, status: next.value } }
        : { code: 'NOT_OPEN', message: `Round ${round} cannot be closed: ${next.errors.join('; ')}.`, field: 'round' };
    });
  }

  /** Moves the window of a round for everybody; a round that was closed by an act stays closed. */
  moveWindow(input: MoveWindowInput, actor: Actor | null): Promise<ChangeWindowPayload> {
    return this.change(input.study, input.round, actor, (stored) => {
      const opensAt = input.opensAt ?? stored.opensAt;
      const closesAt = input.closesAt ?? stored.closesAt;
      return closesAt > opensAt
        ? { act: 'MOVE_WINDOW', reason: input.reason, window: { ...stored, opensAt, closesAt } }
        : {
            code: 'INVALID_WINDOW',
            message: `The window would end ${berlinTime(closesAt)}, before it starts ${berlinTime(opensAt)}.`,
            field: 'closesAt',
          };
    });
  }

  private async change(
    slug: string,
    code: string,
    actor: Actor | null,
    decide: (
      stored: StoredRound,
    ) =>
      | { readonly act: 'CLOSE_ROUND' | 'MOVE_WINDOW'; readonly reason: string; readonly window: RoundWindow }
      | { readonly code: ChangeWindowErrorCode; readonly message: string; readonly field: string },
  ): Promise<ChangeWindowPayload> {
    const refuse = (error: ChangeWindowErrorCode, message: string, field: string): ChangeWindowPayload => ({
      round: null,
      errors: [{ code: error, message, path: ['input', field] }],
    });
    const study = mayTouchStudy(actor, slug) ? await this.studies.findBySlug(slug) : null;
    if (study === null)
      return refuse('UNKNOWN_STUDY', `There is no study ${slug}, or your token does not cover it.`, 'study');
    return this.dataSource.transaction(async (manager) => {
      const stored = await this.rounds.lock(study.id, code, manager);
      if (stored === null) return refuse('UNKNOWN_ROUND', `Study ${slug} has no round ${code}.`, 'round');
      const decision = decide(stored);
      if ('code' in decision) return refuse(decision.code, decision.message, decision.field);
      const { act, reason, window } = decision;
      const round = await this.rounds.setWindow(stored.id, window, manager);
      await this.audit.record(
        study.id,
        signedIn(actor),
        { act, object: code, old: windowText(stored), new: windowText(window), reason },
        manager,
      );
      await this.studies.announce(study.id, manager);
      return { round, errors: [] };
    });
  }
}

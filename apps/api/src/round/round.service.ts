import { Injectable } from '@nestjs/common';
import type { RoundInfo } from '@reflexbogen/domain';
import { QuestionSetRepository, RoundRepository, StudyRepository } from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import type { OpenRoundErrorCode, OpenRoundInput, OpenRoundPayload } from './round.model.js';

@Injectable()
export class RoundService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly studies: StudyRepository,
    private readonly questionSets: QuestionSetRepository,
  ) {}

  ofStudy(studyId: string): Promise<readonly RoundInfo[]> {
    return this.rounds.listByStudy(studyId);
  }

  async open(input: OpenRoundInput, actor: Actor | null): Promise<OpenRoundPayload> {
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
    const opensAt = input.opensAt ?? new Date();
    if (input.closesAt <= opensAt)
      return refuse(
        'INVALID_WINDOW',
        `The window ends ${input.closesAt.toISOString()}, before it starts ${opensAt.toISOString()}.`,
        'closesAt',
      );
    const planned = await this.rounds.findByCode(study.id, input.code);
    const round =
      planned?.status === 'PLANNED' && planned.questionSetId === set.id
        ? await this.rounds.openPlanned(planned.id, { opensAt, closesAt: input.closesAt })
        : await this.rounds.create({
            studyId: study.id,
            code: input.code,
            year: set.document.year,
            questionSetId: set.id,
            opensAt,
            closesAt: input.closesAt,
            status: 'OPEN',
          });
    // The unique key decides, so that of two designers at once exactly one opens the round.
    if (round === null) return refuse('CODE_TAKEN', `Study ${study.slug} has a round ${input.code} already.`, 'code');
    await this.studies.announce(study.id);
    return { round, errors: [] };
  }
}

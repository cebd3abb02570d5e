import { Injectable } from '@nestjs/common';
import {
  DEFAULT_PRIOR,
  parseCanonical,
  priorShown,
  progressOf,
  visibilityOf,
  windowAt,
  type AnswerValue,
  type Question,
  type QuestionSet,
} from '@reflexbogen/domain';
import {
  ResponseRepository,
  SheetViewRepository,
  type NamedAnswer,
  type SheetView,
  type StoredAnswer,
  type StoredSectionWork,
} from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import { questionParent } from '../question-set/question.mapper.js';
import { answerValueParent } from './answer-value.model.js';
import { previousAnswer, PreviousAnswersService, type Previous } from './previous-answers.service.js';
import { responseParent } from './response-parent.js';
import type { PreviousAnswerModel, SheetAnswerModel, SheetModel, SheetSectionModel } from './response.model.js';
import { sectionWorkParent } from './section.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';

/** The working answers of a sheet as domain values; emptied ones are left out. */
export function valuesOf(questionSet: QuestionSet, answers: readonly StoredAnswer[]): Map<string, AnswerValue> {
  const values = new Map<string, AnswerValue>();
  for (const { question: code, value } of answers) {
    const question = questionSet.byCode.get(code);
    if (question === undefined || value === null) continue;
    const parsed = parseCanonical(question, value);
    // Checked when it was saved: a value that no longer fits belongs to another revision, and counts as unanswered.
    if (parsed.ok) values.set(code, parsed.value);
  }
  return values;
}

@Injectable()
export class SheetService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly responses: ResponseRepository,
    private readonly views: SheetViewRepository,
    private readonly previousAnswers: PreviousAnswersService,
  ) {}

  /** The first look of the municipality is noted: it has opened its sheet. */
  async mySheet(
    study: string,
    round: string,
    actor: Actor | null,
    receivedAt = new Date(),
  ): Promise<SheetModel | null> {
    const scope = await this.scopes.ofRound(study, round, actor);
    if (scope === null) return null;
    const { municipalityId, roundId } = scope.key;
    const view = await this.views.find(scope.key);
    if ((view.response?.openedAt ?? null) === null && scope.round.status === 'OPEN')
      await this.responses.open(municipalityId, roundId, scope.round.questionSetId, receivedAt);
    return this.sheetOf(scope, view, receivedAt);
  }

  /** The sheet as staff see it; looking at it opens nothing. */
  async sheet(
    study: string,
    round: string,
    municipality: string,
    actor: Actor | null,
    receivedAt: Date,
  ): Promise<SheetModel | null> {
    const scope = await this.scopes.ofMunicipality(study, round, municipality, actor);
    if (scope === null) return null;
    return this.sheetOf(scope, await this.views.find(scope.key), receivedAt);
  }

  private async sheetOf(
    scope: SheetScope,
    { response, extension, submission, answers: stored, work }: SheetView,
    receivedAt: Date,
  ): Promise<SheetModel> {
    const [{ questionSet }, previous] = await Promise.all([
      this.scopes.questionSetOf(scope, response),
      this.previousAnswers.of(scope),
    ]);
    const values = valuesOf(questionSet, stored);
    const progress = progressOf(questionSet, values);
    return {
      response: responseParent(scope.key, response, submission),
      round: scope.round,
      window: windowAt(scope.round, extension, receivedAt),
      sections: sectionsOf(questionSet, values, stored, previous, work),
      progress: { answered: progress.answered, required: progress.required, total: progress.total },
    };
  }
}

/** The answers of an open sheet as they are stored. */
export const namedAnswers = (answers: ReadonlyMap<string, NamedAnswer>): readonly StoredAnswer[] =>
  [...answers].map(([question, answer]) => ({ question, ...answer }));

export function sectionsOf(
  questionSet: QuestionSet,
  values: ReadonlyMap<string, AnswerValue>,
  stored: readonly StoredAnswer[],
  previous: Previous | null,
  work: readonly StoredSectionWork[] = [],
): readonly SheetSectionModel[] {
  const { visible, required } = visibilityOf(questionSet, values);
  const byCode = new Map(stored.map((answer) => [answer.question, answer]));
  return questionSet.document.sections.map((section) => ({
    code: section.code,
    title: section.title,
    work: sectionWorkParent(work.find(({ section: code }) => code === section.code)),
    questions: questionSet.questions
      .filter((question) => question.section === section.code)
      .map((question) => ({
        question: questionParent(question),
        visible: visible.has(question.code),
        required: required.has(question.code),
        answer: answerParent(question, byCode.get(question.code), values),
        previous: previous === null ? null : previousParent(question, questionSet, previous, values.has(question.code)),
      })),
  }));
}

function answerParent(
  question: Question,
  stored: StoredAnswer | undefined,
  values: ReadonlyMap<string, AnswerValue>,
): SheetAnswerModel | null {
  if (stored === undefined) return null;
  const value = values.get(question.code);
  return {
    value: value === undefined ? null : answerValueParent(question, value),
    comment: stored.comment,
    revision: stored.revision,
    savedAt: stored.savedAt,
    savedBy: { name: stored.savedByName },
    provenance: stored.provenance,
  };
}

function previousParent(
  question: Question,
  questionSet: QuestionSet,
  previous: Previous,
  hasOwnAnswer: boolean,
): PreviousAnswerModel | null {
  const answer = previousAnswer(question.code, questionSet, previous);
  if (answer === null) return null;
  const policy = question.prior ?? DEFAULT_PRIOR;
  if (!priorShown(policy, { verdict: answer.comparability, hasOwnAnswer })) return null;
  return {
    round: previous.round,
    value: answerValueParent(answer.question, answer.value),
    comparability: answer.comparability,
  };
}

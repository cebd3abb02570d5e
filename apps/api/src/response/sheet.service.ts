import { Injectable } from '@nestjs/common';
import {
  answerIn,
  comparabilityOf,
  layoutOf,
  parseCanonical,
  prepareQuestionSet,
  progressOf,
  visibilityOf,
  type AnswerValue,
  type Question,
  type QuestionSet,
} from '@reflexbogen/domain';
import {
  AnswerRepository,
  QuestionSetRepository,
  ResponseRepository,
  RoundRepository,
  SubmissionRepository,
  type StoredAnswer,
  type StoredRound,
  type StoredSubmission,
} from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import { questionParent } from '../question-set/question.mapper.js';
import { answerValueParent } from './answer-value.model.js';
import { responseParent } from './response-parent.js';
import type { PreviousAnswerModel, SheetAnswerModel, SheetModel, SheetSectionModel } from './response.model.js';
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

/** What a municipality said in the round before. */
interface Previous {
  readonly round: StoredRound;
  readonly submission: StoredSubmission;
  readonly questionSet: QuestionSet;
  readonly history: readonly QuestionSet[];
}

@Injectable()
export class SheetService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly responses: ResponseRepository,
    private readonly answers: AnswerRepository,
    private readonly submissions: SubmissionRepository,
    private readonly rounds: RoundRepository,
    private readonly questionSets: QuestionSetRepository,
  ) {}

  async mySheet(study: string, round: string, actor: Actor | null): Promise<SheetModel | null> {
    const scope = await this.scopes.ofRound(study, round, actor);
    if (scope === null) return null;
    const { municipalityId, roundId } = scope.key;
    const response = await this.responses.find(municipalityId, roundId);
    const { questionSet } = await this.scopes.questionSetOf(scope, response);
    const [stored, submission, previous] = await Promise.all([
      this.answers.listBySheet(municipalityId, roundId),
      this.submissions.latest(municipalityId, roundId),
      this.previousOf(scope),
    ]);
    const values = valuesOf(questionSet, stored);
    const progress = progressOf(questionSet, values);
    return {
      response: responseParent(scope.key, response, submission),
      round: scope.round,
      sections: sectionsOf(questionSet, values, stored, previous),
      progress: { answered: progress.answered, required: progress.required, total: progress.total },
    };
  }

  /** The last earlier round in which this municipality handed in a sheet. */
  private async previousOf(scope: SheetScope): Promise<Previous | null> {
    const rounds = await this.rounds.listByStudy(scope.study.id);
    const earlier = rounds.filter(({ year, id }) => year < scope.round.year && id !== scope.round.id).reverse();
    for (const round of earlier) {
      const submission = await this.submissions.latest(scope.municipality.id, round.id);
      if (submission === null) continue;
      const history = (await this.questionSets.findByTemplate(scope.study.templateId))
        .filter(({ status }) => status !== 'DRAFT')
        .map(({ id, document }) => prepareQuestionSet(id, document));
      const questionSet = history.find(({ id }) => id === submission.questionSetId);
      return questionSet === undefined ? null : { round, submission, questionSet, history };
    }
    return null;
  }
}

function sectionsOf(
  questionSet: QuestionSet,
  values: ReadonlyMap<string, AnswerValue>,
  stored: readonly StoredAnswer[],
  previous: Previous | null,
): readonly SheetSectionModel[] {
  const { visible, required } = visibilityOf(questionSet, values);
  const byCode = new Map(stored.map((answer) => [answer.question, answer]));
  return questionSet.document.sections.map((section) => ({
    code: section.code,
    title: section.title,
    questions: questionSet.questions
      .filter((question) => question.section === section.code)
      .map((question) => ({
        question: questionParent(question),
        visible: visible.has(question.code),
        required: required.has(question.code),
        answer: answerParent(question, byCode.get(question.code), values),
        previous: previous === null ? null : previousParent(question, questionSet, previous),
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
  };
}

function previousParent(question: Question, questionSet: QuestionSet, previous: Previous): PreviousAnswerModel | null {
  const asked = previous.questionSet.byCode.get(question.code);
  if (asked === undefined) return null;
  const comparability = comparabilityOf(question.code, previous.questionSet, questionSet, previous.history);
  if (comparability === null || comparability.verdict === 'BREAK') return null;
  const value = answerIn(layoutOf(previous.questionSet), asked, previous.submission);
  if (value === undefined) return null;
  return { round: previous.round, value: answerValueParent(asked, value), comparability: comparability.verdict };
}

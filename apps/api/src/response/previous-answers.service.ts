import { Injectable } from '@nestjs/common';
import {
  answerIn,
  comparabilityOf,
  layoutOf,
  prepareQuestionSet,
  type AnswerSource,
  type AnswerValue,
  type Question,
  type QuestionSet,
  type Verdict,
} from '@reflexbogen/domain';
import {
  QuestionSetRepository,
  SubmissionRepository,
  type StoredRound,
  type StoredSubmission,
} from '@reflexbogen/persistence';
import type { SheetScope } from './sheet-scope.js';

/** What a municipality said in the round before. */
export interface Previous {
  readonly round: StoredRound;
  readonly submission: StoredSubmission;
  readonly questionSet: QuestionSet;
  readonly history: readonly QuestionSet[];
}

/** An answer of the round before that may stand beside a question of today. */
export interface PreviousAnswer {
  readonly question: Question;
  readonly value: AnswerValue;
  readonly comparability: Verdict;
}

@Injectable()
export class PreviousAnswersService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly questionSets: QuestionSetRepository,
  ) {}

  /** The last earlier round in which this municipality handed in a sheet; null where there is none. */
  async of({ study, round, municipality }: SheetScope): Promise<Previous | null> {
    const before = await this.submissions.latestBefore(municipality.id, { studyId: study.id, year: round.year });
    if (before === null) return null;
    const history = (await this.questionSets.findByTemplate(study.templateId))
      .filter(({ status }) => status !== 'DRAFT')
      .map(({ id, document }) => prepareQuestionSet(id, document));
    const questionSet = history.find(({ id }) => id === before.submission.questionSetId);
    return questionSet === undefined ? null : { ...before, questionSet, history };
  }
}

/** What was answered to a question of the same code, unless the verdict is BREAK; null where there is nothing to show. */
export function previousAnswer(code: string, questionSet: QuestionSet, previous: Previous): PreviousAnswer | null {
  const question = previous.questionSet.byCode.get(code);
  if (question === undefined) return null;
  const comparability = comparabilityOf(code, previous.questionSet, questionSet, previous.history);
  if (comparability === null || comparability.verdict === 'BREAK') return null;
  const value = answerIn(layoutOf(previous.questionSet), question, previous.submission);
  return value === undefined ? null : { question, value, comparability: comparability.verdict };
}

/** What the rules of a sheet read as `previous(…)`. */
export const previousSource =
  (questionSet: QuestionSet, previous: Previous | null): AnswerSource =>
  (code) =>
    previous === null ? undefined : (previousAnswer(code, questionSet, previous)?.value ?? undefined);

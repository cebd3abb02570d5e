import { Injectable } from '@nestjs/common';
import {
  canonicalOf,
  checkSubmission,
  prepareQuestionSet,
  progressOf,
  visibilityOf,
  type AnswerValue,
} from '@reflexbogen/domain';
import { QuestionSetRepository } from '@reflexbogen/persistence';
import { valueFromInput } from './answer-value.model.js';
import type { PreviewSheetInput, SheetPreviewModel } from './preview.model.js';
import { sectionsOf } from './sheet.service.js';

/** Answers a question set that nobody asks yet. Nothing is stored. */
@Injectable()
export class PreviewService {
  constructor(private readonly questionSets: QuestionSetRepository) {}

  async preview(input: PreviewSheetInput): Promise<SheetPreviewModel | null> {
    const stored = await this.questionSets.findById(input.questionSet);
    if (stored === null) return null;
    const questionSet = prepareQuestionSet(stored.id, stored.document);
    const answers = new Map<string, AnswerValue>();
    const previous = new Map<string, AnswerValue>();
    const comments = new Map<string, string>();
    for (const answer of input.answers) {
      if (answer.value) answers.set(answer.question, valueFromInput(answer.value));
      if (answer.previous) previous.set(answer.question, valueFromInput(answer.previous));
      if (answer.comment) comments.set(answer.question, answer.comment);
    }
    const visibility = visibilityOf(questionSet, answers);
    const faults = checkSubmission(questionSet, answers, visibility, {
      previous: (code) => previous.get(code),
      comments,
    });
    const now = new Date();
    const written = input.answers.flatMap(({ question: code, value, comment }) => {
      const question = questionSet.byCode.get(code);
      if (question === undefined) return [];
      return [
        {
          question: code,
          value: value ? canonicalOf(question, valueFromInput(value)) : null,
          comment: comment ?? null,
          revision: 1,
          savedAt: now,
          provenance: 'TYPED' as const,
          savedBy: 'preview',
          savedByName: 'preview',
        },
      ];
    });
    return {
      sections: sectionsOf(questionSet, answers, written, null),
      progress: progressOf(questionSet, answers, visibility),
      errors: faults.map(({ code, message, expected, path }) => ({
        code,
        message: expected === undefined ? message : `${message} Expected: ${expected}`,
        path: ['input', 'answers', ...path],
      })),
    };
  }
}

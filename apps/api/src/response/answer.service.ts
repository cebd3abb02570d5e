import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  canonicalOf,
  checkAnswer,
  checkComment,
  nextResponseStatus,
  parseCanonical,
  type AnswerValue,
  type QuestionSet,
} from '@reflexbogen/domain';
import {
  AnswerRepository,
  IdempotencyRepository,
  ResponseRepository,
  SubmissionRepository,
  TemplateRepository,
  type StoredAnswer,
  type StoredResponse,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { answerValueParent, valueFromInput } from './answer-value.model.js';
import { responseParent } from './response-parent.js';
import type {
  AnswerConflictModel,
  SaveAnswersErrorCode,
  SaveAnswersInput,
  SaveAnswersPayload,
  SavedAnswerModel,
} from './response.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';

/** One answer, checked and ready to be written. */
interface CheckedAnswer {
  readonly question: string;
  readonly value: AnswerValue | null;
  readonly comment: string | null | undefined;
  readonly basedOnRevision: number;
}

/** What an act did, as it is stored for repetitions of the same key. */
interface SaveResult {
  readonly saved: readonly SavedAnswerModel[];
  readonly conflicts: readonly {
    readonly question: string;
    readonly yours: string | null;
    readonly stored: StoredAnswer | null;
  }[];
}

type SaveError = MutationError<SaveAnswersErrorCode>;

@Injectable()
export class AnswerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: SheetScopeService,
    private readonly responses: ResponseRepository,
    private readonly answers: AnswerRepository,
    private readonly submissions: SubmissionRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly templates: TemplateRepository,
  ) {}

  async save(input: SaveAnswersInput, actor: Actor | null): Promise<SaveAnswersPayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null || actor === null)
      return refused(null, {
        code: 'NOT_FOUND',
        message: 'There is no such response, or your token does not cover it.',
        path: ['input', 'response'],
      });
    const { municipalityId, roundId } = scope.key;
    const before = await this.responses.find(municipalityId, roundId);
    const { questionSet } = await this.scopes.questionSetOf(scope, before);
    const current = async (response: StoredResponse | null) =>
      responseParent(scope.key, response, await this.submissions.latest(municipalityId, roundId));

    const checked = checkAnswers(input, questionSet);
    if (!Array.isArray(checked)) return { ...refused(null), response: await current(before), errors: checked.errors };

    const payloadHash = createHash('sha256')
      .update(canonicalJson({ response: input.response, answers: input.answers }))
      .digest('hex');
    const act = { municipalityId, actor: actor.id, key: input.idempotencyKey, payloadHash };
    // The act, its result and its key are one transaction: acknowledged means committed, and repeated means the same.
    const outcome = await this.dataSource.transaction(async (manager): Promise<SaveResult | SaveError> => {
      const known = await this.idempotency.claim(act, manager);
      if (known !== null) {
        if (known.payloadHash !== payloadHash)
          return {
            code: 'IDEMPOTENCY_KEY_REUSED',
            message: 'This key was used for other answers; make a new one.',
            path: ['input', 'idempotencyKey'],
          };
        return revived(known.result);
      }
      const refusal = await this.refusal(scope, manager);
      if (refusal !== null) return refusal;
      const result = await this.write(scope, checked, actor, manager);
      await this.idempotency.remember(act, result, manager);
      return result;
    });
    const response = await current(await this.responses.find(municipalityId, roundId));
    if ('code' in outcome) return { ...refused(null), response, errors: [outcome] };
    return {
      response,
      saved: outcome.saved,
      conflicts: outcome.conflicts.map((conflict) => conflictParent(conflict, questionSet)),
      errors: [],
    };
  }

  private async refusal(scope: SheetScope, manager: EntityManager): Promise<SaveError | null> {
    const { municipalityId, roundId } = scope.key;
    if (scope.round.status !== 'OPEN')
      return {
        code: 'ROUND_NOT_OPEN',
        message: `Round ${scope.round.code} is ${scope.round.status}; answers are taken while it is OPEN.`,
        path: ['input', 'response'],
      };
    await this.responses.ensure(municipalityId, roundId, scope.round.questionSetId, manager);
    const response = await this.responses.lock(municipalityId, roundId, manager);
    const next = nextResponseStatus(response?.status ?? 'NOT_STARTED', 'SAVE');
    return next.ok
      ? null
      : {
          code: 'NOT_EDITABLE',
          message: `The sheet cannot be edited: ${next.errors.join('; ')}.`,
          path: ['input', 'response'],
        };
  }

  private async write(
    scope: SheetScope,
    answers: readonly CheckedAnswer[],
    actor: Actor,
    manager: EntityManager,
  ): Promise<SaveResult> {
    const { municipalityId, roundId } = scope.key;
    const response = await this.responses.find(municipalityId, roundId, manager);
    const { questionSet } = await this.scopes.questionSetOf(scope, response);
    const ids = await this.templates.questionIds(scope.study.templateId, manager);
    const saved: SavedAnswerModel[] = [];
    const conflicts: SaveResult['conflicts'][number][] = [];
    // In one order for everybody, so that two editors of the same answers wait for each other instead of deadlocking.
    for (const answer of [...answers].sort((a, b) => (a.question < b.question ? -1 : 1))) {
      const question = questionSet.byCode.get(answer.question);
      const questionId = ids.get(answer.question);
      if (question === undefined || questionId === undefined)
        throw new Error(`question ${answer.question} has no identity`);
      const value = answer.value === null ? null : canonicalOf(question, answer.value);
      const outcome = await this.answers.save(
        {
          municipalityId,
          roundId,
          questionId,
          value,
          comment: answer.comment,
          basedOnRevision: answer.basedOnRevision,
          savedBy: actor.id,
          savedByName: actor.name,
        },
        manager,
      );
      if (outcome.saved) saved.push({ question: answer.question, revision: outcome.revision });
      else conflicts.push({ question: answer.question, yours: value, stored: outcome.stored });
    }
    if (saved.length > 0)
      await this.responses.advance(
        municipalityId,
        roundId,
        response?.status === 'RETURNED' ? 'RETURNED' : 'DRAFT',
        manager,
      );
    return { saved, conflicts };
  }
}

const refused = (response: SaveAnswersPayload['response'], ...errors: readonly SaveError[]): SaveAnswersPayload => ({
  response,
  saved: [],
  conflicts: [],
  errors,
});

function checkAnswers(
  input: SaveAnswersInput,
  questionSet: QuestionSet,
): CheckedAnswer[] | { readonly errors: readonly SaveError[] } {
  const errors: SaveError[] = [];
  const checked: CheckedAnswer[] = [];
  const seen = new Set<string>();
  input.answers.forEach((answer, index) => {
    const path = (field: string) => ['input', 'answers', String(index), field];
    const question = questionSet.byCode.get(answer.question);
    if (question === undefined) {
      errors.push({
        code: 'UNKNOWN_QUESTION',
        message: `The sheet has no question ${answer.question}.`,
        path: path('question'),
      });
      return;
    }
    if (seen.has(answer.question))
      errors.push({
        code: 'DUPLICATE_QUESTION',
        message: `${answer.question} is given twice.`,
        path: path('question'),
      });
    seen.add(answer.question);
    const comment = checkComment(answer.comment ?? '');
    if (comment !== null)
      errors.push({
        code: 'INVALID_VALUE',
        message: `${comment.message} Expected: ${comment.expected}`,
        path: path('comment'),
      });
    const value = answer.value ? checkAnswer(question, valueFromInput(answer.value)) : null;
    if (value !== null && !value.ok) {
      for (const { message, expected } of value.errors)
        errors.push({ code: 'INVALID_VALUE', message: `${message} Expected: ${expected}`, path: path('value') });
      return;
    }
    checked.push({
      question: answer.question,
      value: value?.value ?? null,
      comment: answer.comment,
      basedOnRevision: answer.basedOnRevision ?? 0,
    });
  });
  return errors.length > 0 ? { errors } : checked;
}

function conflictParent(
  { question: code, yours, stored }: SaveResult['conflicts'][number],
  questionSet: QuestionSet,
): AnswerConflictModel {
  const question = questionSet.byCode.get(code);
  const parent = (text: string | null) => {
    const parsed = question === undefined || text === null ? null : parseCanonical(question, text);
    return question !== undefined && parsed?.ok ? answerValueParent(question, parsed.value) : null;
  };
  return {
    question: code,
    yours: parent(yours),
    theirs: parent(stored?.value ?? null),
    revision: stored?.revision ?? 0,
    savedBy: stored === null ? null : { name: stored.savedByName },
    savedAt: stored?.savedAt ?? null,
  };
}

/** A stored result; JSON has turned its instants into text. */
function revived(stored: unknown): SaveResult {
  const result = stored as SaveResult;
  return {
    saved: result.saved,
    conflicts: result.conflicts.map((conflict) => ({
      ...conflict,
      stored: conflict.stored === null ? null : { ...conflict.stored, savedAt: new Date(conflict.stored.savedAt) },
    })),
  };
}

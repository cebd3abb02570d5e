import { Injectable } from '@nestjs/common';
import {
  canonicalOf,
  checkAnswer,
  checkComment,
  decideSaves,
  nextResponseStatus,
  parseCanonical,
  type AnswerWrite,
  type QuestionSet,
} from '@reflexbogen/domain';
import type { NamedAnswer } from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { answerValueParent, valueFromInput } from './answer-value.model.js';
import { answerText, type OpenSheet, type SheetRequest } from './open-sheet.js';
import { payloadHashOf } from './payload-hash.js';
import { PriorAnswers } from './prior-answers.js';
import { openSheetParent } from './response-parent.js';
import type {
  AnswerConflictModel,
  ResponseModel,
  SaveAnswersErrorCode,
  SaveAnswersInput,
  SaveAnswersPayload,
  SavedAnswerModel,
} from './response.model.js';
import { SheetBatches } from './sheet-batches.js';
import { SheetScopeService } from './sheet-scope.js';

/** What an act did, as it is stored for repetitions of the same key. */
interface SaveResult {
  readonly saved: readonly SavedAnswerModel[];
  readonly conflicts: readonly {
    readonly question: string;
    readonly yours: string | null;
    readonly stored: NamedAnswer | null;
  }[];
}

type SaveError = MutationError<SaveAnswersErrorCode>;
type Refusal = { readonly errors: readonly SaveError[] };

@Injectable()
export class AnswerService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly batches: SheetBatches,
    private readonly priors: PriorAnswers,
  ) {}

  async save(input: SaveAnswersInput, actor: Actor | null, receivedAt: Date = new Date()): Promise<SaveAnswersPayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null || actor === null)
      return payloadOf(
        null,
        refusal('NOT_FOUND', 'There is no such response, or your token does not cover it.', 'response'),
      );
    const payloadHash = payloadHashOf({ response: input.response, answers: input.answers });
    const act = { actor: actor.id, key: input.idempotencyKey, payloadHash };
    const prior = input.answers.some(({ provenance }) => (provenance ?? 'TYPED') !== 'TYPED')
      ? await this.priors.of(scope)
      : null;
    const wanted = { questions: input.answers.map(({ question }) => question), keys: [act] };
    // The act, its result and its key are one transaction: acknowledged means committed, and repeated means the same.
    return this.batches.run(scope, wanted, (sheet) => {
      const known = sheet.resultOf(act);
      if (known !== null)
        return known.payloadHash === payloadHash
          ? payloadOf(openSheetParent(sheet), revived(known.result), sheet.questionSet)
          : payloadOf(
              openSheetParent(sheet),
              refusal(
                'IDEMPOTENCY_KEY_REUSED',
                'This key was used for other answers; make a new one.',
                'idempotencyKey',
              ),
            );
      const request = { actor, receivedAt };
      const next = nextResponseStatus(sheet.status, 'SAVE');
      const outcome =
        windowRefusal(sheet, receivedAt) ??
        (next.ok
          ? null
          : refusal('NOT_EDITABLE', `The sheet cannot be edited: ${next.errors.join('; ')}.`, 'response')) ??
        checkWrites(
          input,
          sheet,
          actor,
          (question, value, kind) => prior?.refusal(sheet, question, value, kind) ?? null,
        );
      if ('errors' in outcome) return payloadOf(openSheetParent(sheet), outcome);
      const result = write(sheet, outcome.writes, request);
      if (result.saved.length > 0) sheet.moveTo(next.ok ? next.value : sheet.status);
      sheet.remember(act, result);
      return payloadOf(openSheetParent(sheet), result, sheet.questionSet);
    });
  }
}

const refusal = (code: SaveAnswersErrorCode, message: string, field: string): Refusal => ({
  errors: [{ code, message, path: ['input', field] }],
});

function windowRefusal(sheet: OpenSheet, receivedAt: Date): Refusal | null {
  const message = sheet.windowRefusal(receivedAt);
  return message === null ? null : refusal('ROUND_NOT_OPEN', message, 'response');
}

/** Puts what counts in its place and on record. In the order of the act. */
function write(sheet: OpenSheet, writes: readonly AnswerWrite[], request: SheetRequest): SaveResult {
  const by = { person: request.actor.id, at: request.receivedAt };
  const { saved, conflicts } = decideSaves(sheet.answers, writes, by);
  for (const { question, before, now } of saved) {
    sheet.put(question, now, request.actor.name);
    sheet.record(request, {
      act: 'SAVE_ANSWER',
      object: question,
      old: answerText(before),
      new: answerText(now),
      revision: now.revision,
    });
  }
  return {
    saved: saved.map(({ question, now }) => ({ question, revision: now.revision })),
    conflicts: conflicts.map(({ write: { question, value } }) => ({
      question,
      yours: value,
      stored: sheet.answers.get(question) ?? null,
    })),
  };
}

/** Whether an answer may say that it is last round's; null where it may. */
type PriorCheck = (question: string, value: string | null, kind: 'CONFIRMED' | 'CARRIED_OVER') => string | null;

function checkWrites(
  input: SaveAnswersInput,
  sheet: OpenSheet,
  actor: Actor,
  checkPrior: PriorCheck,
): { readonly writes: readonly AnswerWrite[] } | Refusal {
  const errors: SaveError[] = [];
  const writes: AnswerWrite[] = [];
  const seen = new Set<string>();
  input.answers.forEach((answer, index) => {
    const fault = (code: SaveAnswersErrorCode, field: string, message: string): void =>
      void errors.push({ code, message, path: ['input', 'answers', String(index), field] });
    const question = sheet.questionSet.byCode.get(answer.question);
    if (question === undefined)
      return fault('UNKNOWN_QUESTION', 'question', `The sheet has no question ${answer.question}.`);
    if (seen.has(answer.question)) fault('DUPLICATE_QUESTION', 'question', `${answer.question} is given twice.`);
    seen.add(answer.question);
    const department = sheet.state.departments.get(question.section);
    if (department !== undefined && actor.department !== null && department !== actor.department && !actor.signatory)
      fault('NOT_YOUR_SECTION', 'question', `Section ${question.section} is worked on by ${department}.`);
    const comment = checkComment(answer.comment ?? '');
    if (comment !== null) fault('INVALID_VALUE', 'comment', `${comment.message} Expected: ${comment.expected}`);
    const checked = answer.value ? checkAnswer(question, valueFromInput(answer.value)) : null;
    if (checked !== null && !checked.ok)
      return checked.errors.forEach(({ message, expected }) =>
        fault('INVALID_VALUE', 'value', `${message} Expected: ${expected}`),
      );
    const value = checked === null ? null : canonicalOf(question, checked.value);
    const provenance = answer.provenance ?? 'TYPED';
    if (provenance === 'CONFIRMED' || provenance === 'CARRIED_OVER') {
      const refused = checkPrior(answer.question, value, provenance);
      if (refused !== null) return fault('NOT_THE_PRIOR_ANSWER', 'provenance', refused);
    }
    writes.push({
      question: answer.question,
      value,
      comment: answer.comment,
      basedOnRevision: answer.basedOnRevision ?? 0,
      provenance,
    });
  });
  return errors.length > 0 ? { errors } : { writes };
}

function payloadOf(
  response: ResponseModel | null,
  outcome: SaveResult | Refusal,
  questionSet?: QuestionSet,
): SaveAnswersPayload {
  if ('errors' in outcome || questionSet === undefined)
    return { response, saved: [], conflicts: [], errors: 'errors' in outcome ? outcome.errors : [] };
  return {
    response,
    saved: outcome.saved,
    conflicts: outcome.conflicts.map((conflict) => conflictParent(conflict, questionSet)),
    errors: [],
  };
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

import { Injectable } from '@nestjs/common';
import {
  acceptanceRefusal,
  canonicalOf,
  decodeSubmission,
  layoutOf,
  nextQueryStatus,
  nextResponseStatus,
  provenanceAt,
  TAKES_QUERIES,
  type QueryEvent,
} from '@reflexbogen/domain';
import { SheetQueryRepository, SubmissionRepository, type StoredSheetQuery } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { signedIn, type Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import type { OpenSheet, SheetRequest } from './open-sheet.js';
import { openSheetParent } from './response-parent.js';
import type {
  AcceptResponseInput,
  CloseQueryInput,
  OpenQueryInput,
  QueryInput,
  QueryMessageInput,
  ReturnResponseInput,
  ReviewErrorCode,
  ReviewPayload,
  SheetQueryModel,
} from './review.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { SheetTransactions } from './sheet-transactions.js';
import { SheetMails } from './sheet-mails.js';

type ReviewError = MutationError<ReviewErrorCode>;
type Act = (
  sheet: OpenSheet,
  queries: readonly StoredSheetQuery[],
  manager: EntityManager,
  scope: SheetScope,
) => Promise<ReviewError | null>;

const fault = (code: ReviewErrorCode, message: string, ...path: readonly string[]): ReviewError => ({
  code,
  message,
  path: ['input', ...path],
});

/** Returning, accepting, and the queries in between. Each act locks the sheet and asks the domain's tables. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly transactions: SheetTransactions,
    private readonly queries: SheetQueryRepository,
    private readonly submissions: SubmissionRepository,
    private readonly mail: SheetMails,
  ) {}

  giveBack(input: ReturnResponseInput, actor: Actor | null, receivedAt: Date): Promise<ReviewPayload> {
    const request = { actor: signedIn(actor), receivedAt };
    return this.act(input.response, actor, async (sheet, _queries, manager, scope) => {
      const stale = staleVersion(sheet, input.version);
      if (stale !== null) return stale;
      const next = nextResponseStatus(sheet.status, 'RETURN');
      if (!next.ok) return fault('NOT_RETURNABLE', `It cannot be given back: ${next.errors.join('; ')}.`, 'response');
      for (const [index, query] of (input.queries ?? []).entries())
        if (!sheet.questionSet.byCode.has(query.question))
          return fault(
            'UNKNOWN_QUESTION',
            `The sheet has no question ${query.question}.`,
            'queries',
            String(index),
            'question',
          );
      await this.restoreAnswers(sheet, scope, request, manager);
      sheet.record(request, {
        act: 'RETURN',
        object: String(sheet.submission?.number ?? ''),
        old: sheet.status,
        new: next.value,
        reason: input.reason,
      });
      sheet.moveTo(next.value);
      await this.openQueries(sheet, scope, input.queries ?? [], request, manager);
      const questions = (input.queries ?? []).map(({ question }) => question);
      await this.mail.returned(scope, sheet, { note: input.reason, questions }, manager);
      return null;
    });
  }

  accept(input: AcceptResponseInput, actor: Actor | null, receivedAt: Date): Promise<ReviewPayload> {
    const request = { actor: signedIn(actor), receivedAt };
    return this.act(input.response, actor, async (sheet, queries, manager, scope) => {
      const stale = staleVersion(sheet, input.version);
      if (stale !== null) return stale;
      const next = nextResponseStatus(sheet.status, 'ACCEPT');
      if (!next.ok) return fault('NOT_ACCEPTABLE', `It cannot be accepted: ${next.errors.join('; ')}.`, 'response');
      const refused = acceptanceRefusal(queries.map(({ status }) => status));
      if (refused !== null) return fault('OPEN_QUERIES', `It cannot be accepted: ${refused}`, 'response');
      sheet.record(request, {
        act: 'ACCEPT',
        object: String(sheet.submission?.number ?? ''),
        old: sheet.status,
        new: next.value,
      });
      sheet.moveTo(next.value);
      await this.mail.accepted(scope, sheet, manager);
      return null;
    });
  }

  open(input: OpenQueryInput, actor: Actor | null, receivedAt: Date): Promise<ReviewPayload> {
    const request = { actor: signedIn(actor), receivedAt };
    return this.act(input.response, actor, async (sheet, _queries, manager, scope) => {
      if (!TAKES_QUERIES.has(sheet.status) || sheet.submission === null)
        return fault('NOT_HANDED_IN', `The sheet is ${sheet.status}.`, 'response');
      if (!sheet.questionSet.byCode.has(input.question))
        return fault('UNKNOWN_QUESTION', `The sheet has no question ${input.question}.`, 'question');
      await this.openQueries(sheet, scope, [input], request, manager);
      await this.mail.asked(scope, sheet, { note: input.text, question: input.question }, manager);
      return null;
    });
  }

  /** What the municipality says answers the query; what staff say asks again. */
  say(
    input: QueryMessageInput,
    actor: Actor | null,
    receivedAt: Date,
    event: 'ANSWER' | 'ASK_AGAIN',
  ): Promise<ReviewPayload> {
    const request = { actor: signedIn(actor), receivedAt };
    return this.act(input.response, actor, async (sheet, queries, manager, scope) => {
      const moved = await this.move(sheet, scope, queries, input.query, event, request, input.text, manager);
      if (moved !== null) return moved;
      await this.queries.say(
        scope.key,
        input.query,
        { author: request.actor.id, text: input.text },
        receivedAt,
        manager,
      );
      return null;
    });
  }

  close(input: CloseQueryInput, actor: Actor | null, receivedAt: Date): Promise<ReviewPayload> {
    const request = { actor: signedIn(actor), receivedAt };
    return this.act(input.response, actor, (sheet, queries, manager, scope) =>
      this.move(sheet, scope, queries, input.query, 'CLOSE', request, null, manager),
    );
  }

  /** The queries of a sheet, for whoever reaches the sheet. */
  async of(response: string, actor: Actor | null): Promise<readonly SheetQueryModel[] | null> {
    const scope = await this.scopes.ofId(response, actor);
    return scope === null ? null : (await this.queries.listBySheet(scope.key)).map(queryParent);
  }

  private async act(response: string, actor: Actor | null, act: Act): Promise<ReviewPayload> {
    const scope = await this.scopes.ofId(response, actor);
    if (scope === null)
      return {
        response: null,
        queries: [],
        errors: [fault('NOT_FOUND', 'There is no such response, or your token does not cover it.', 'response')],
      };
    return this.transactions.run(scope, { questions: 'ALL' }, async (sheet, manager) => {
      const error = await act(sheet, await this.queries.listBySheet(scope.key, manager), manager, scope);
      return {
        response: openSheetParent(sheet),
        queries: (await this.queries.listBySheet(scope.key, manager)).map(queryParent),
        errors: error === null ? [] : [error],
      };
    });
  }

  private async openQueries(
    sheet: OpenSheet,
    { key }: SheetScope,
    queries: readonly QueryInput[],
    request: SheetRequest,
    manager: EntityManager,
  ): Promise<void> {
    const asked = queries.map(({ question, text }) => {
      const questionId = sheet.questionIds.get(question);
      if (questionId === undefined) throw new Error(`question ${question} has no identity`);
      return { questionId, text };
    });
    const submission = sheet.submission?.number ?? 1;
    const by = { submission, author: request.actor.id, at: request.receivedAt };
    const numbers = await this.queries.open(key, asked, by, manager);
    for (const [index, { question, text }] of queries.entries()) {
      const object = String(numbers[index]);
      sheet.record(request, { act: 'OPEN_QUERY', object, old: null, new: question, reason: text });
    }
  }

  private async move(
    sheet: OpenSheet,
    { key }: SheetScope,
    queries: readonly StoredSheetQuery[],
    number: number,
    event: QueryEvent,
    request: SheetRequest,
    text: string | null,
    manager: EntityManager,
  ): Promise<ReviewError | null> {
    const query = queries.find((candidate) => candidate.number === number);
    if (query === undefined) return fault('UNKNOWN_QUERY', `The sheet has no query ${number}.`, 'query');
    const next = nextQueryStatus(query.status, event);
    if (!next.ok) return fault('QUERY_CLOSED', `Query ${number}: ${next.errors.join('; ')}.`, 'query');
    await this.queries.moveTo(key, number, next.value, manager);
    const act = event === 'ANSWER' ? 'ANSWER_QUERY' : event === 'CLOSE' ? 'CLOSE_QUERY' : 'OPEN_QUERY';
    sheet.record(request, { act, object: String(number), old: query.status, new: next.value, reason: text });
    return null;
  }

  /**
   * An imported sheet lives as its submission alone: its answers become rows again before somebody corrects them, so that
   * nothing that was handed in is lost by handing in again.
   */
  private async restoreAnswers(
    sheet: OpenSheet,
    { key }: SheetScope,
    request: SheetRequest,
    manager: EntityManager,
  ): Promise<void> {
    if (sheet.answers.size > 0) return;
    const submission = await this.submissions.latest(key.municipalityId, key.roundId, manager);
    if (submission === null) return;
    const { questionSet } = sheet;
    const values = decodeSubmission(layoutOf(questionSet), submission);
    for (const [position, question] of questionSet.questions.entries()) {
      const value = values.get(question.code);
      const comment = submission.comments?.[question.code] ?? null;
      if (value === undefined && comment === null) continue;
      sheet.put(
        question.code,
        {
          value: value === undefined ? null : canonicalOf(question, value),
          comment,
          revision: 1,
          provenance: provenanceAt(submission.provenance ?? null, position),
          savedAt: submission.submittedAt,
          savedBy: submission.submittedBy,
        },
        request.actor.name,
      );
    }
  }
}

function staleVersion(sheet: OpenSheet, version: number | null | undefined): ReviewError | null {
  return version === undefined || version === null || version === sheet.version
    ? null
    : fault('STALE_VERSION', `Seen at version ${version}, the sheet is at ${sheet.version}.`, 'version');
}

export const queryParent = ({ messages, ...query }: StoredSheetQuery): SheetQueryModel => ({
  ...query,
  messages: messages.map(({ at, authorName, text }) => ({ at, author: { name: authorName }, text })),
});

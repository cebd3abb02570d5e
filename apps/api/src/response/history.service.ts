import { Injectable } from '@nestjs/common';
import { decodeSubmission, layoutOf, submissionDifferences, type Provenance } from '@reflexbogen/domain';
import {
  PersonRepository,
  SheetEventRepository,
  SheetQueryRepository,
  SubmissionRepository,
  type StoredSheetEvent,
  type StoredSubmission,
} from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import { badInput, notFound } from '../graphql/api-error.js';
import { keyOf, pageAfter, type PageArgs } from '../graphql/page.js';
import type {
  AnswerRevisionModel,
  ReceiptVerificationModel,
  SheetEventConnectionModel,
  SheetEventModel,
  SubmissionDifferenceModel,
  SubmissionModel,
} from './history.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { storedReceipt } from './stored-receipt.js';

/** At most so many saves of one answer are shown at once; the history by pages shows all. */
const MOST_REVISIONS = 1000;

/** What an answer said, as `answerText` wrote it. */
export interface RecordedAnswer {
  readonly value?: string;
  readonly comment?: string;
  readonly provenance?: Provenance;
}

export const recordedAnswer = (text: string | null): RecordedAnswer | null =>
  text === null ? null : (JSON.parse(text) as RecordedAnswer);

/** What was done to a sheet and what was handed in. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly events: SheetEventRepository,
    private readonly submissions: SubmissionRepository,
    private readonly queries: SheetQueryRepository,
    private readonly persons: PersonRepository,
  ) {}

  async eventsOf(
    response: string,
    actor: Actor | null,
    { first, after }: PageArgs,
  ): Promise<SheetEventConnectionModel> {
    const { key } = await this.scopeOf(response, actor);
    const last = after ? Number(keyOf(after)) : 0;
    if (!Number.isSafeInteger(last)) throw badInput('after: expected a cursor from pageInfo.endCursor.');
    const events = await this.events.after(key, last, { limit: first + 1 });
    return pageAfter(events.map(eventParent), first, ({ number }) => String(number));
  }

  async answerRevisions(
    response: string,
    question: string,
    actor: Actor | null,
  ): Promise<readonly AnswerRevisionModel[]> {
    const { key } = await this.scopeOf(response, actor);
    const events = await this.events.after(key, 0, { act: 'SAVE_ANSWER', object: question, limit: MOST_REVISIONS });
    return events.map((event) => {
      const now = recordedAnswer(event.new);
      return {
        revision: event.revision ?? 0,
        from: recordedAnswer(event.old)?.value ?? null,
        to: now?.value ?? null,
        comment: now?.comment ?? null,
        provenance: now?.provenance ?? 'TYPED',
        savedAt: event.at,
        savedBy: { name: event.actorName },
        role: event.role,
        client: event.client,
      };
    });
  }

  async submissionsOf(response: string, actor: Actor | null): Promise<readonly SubmissionModel[]> {
    const { key } = await this.scopeOf(response, actor);
    const stored = await this.submissions.ofSheet(key.municipalityId, key.roundId);
    const names = await this.persons.names(stored.map(({ submittedBy }) => submittedBy));
    return stored.map((submission) => submissionParent(submission, names));
  }

  async differences(
    response: string,
    from: number,
    to: number,
    actor: Actor | null,
  ): Promise<readonly SubmissionDifferenceModel[]> {
    const scope = await this.scopeOf(response, actor);
    const stored = await this.submissions.ofSheet(scope.key.municipalityId, scope.key.roundId);
    const [earlier, later] = [from, to].map((number) => stored.find((submission) => submission.number === number));
    if (earlier === undefined || later === undefined)
      throw notFound(`A submission ${earlier === undefined ? from : to} of this sheet`);
    const compared = await Promise.all(
      [earlier, later].map(async (submission) => {
        const { questionSet } = await this.scopes.questionSetOf(scope, submission);
        return {
          questionSet,
          answers: decodeSubmission(layoutOf(questionSet), submission),
          comments: new Map(Object.entries(submission.comments ?? {})),
        };
      }),
    );
    const [before, after] = compared;
    if (before === undefined || after === undefined) throw new Error('two submissions gave fewer than two sheets');
    const [changes, queries] = await Promise.all([
      this.events.after(scope.key, 0, { act: 'SAVE_ANSWER', limit: 100_000 }),
      this.queries.listBySheet(scope.key),
    ]);
    return submissionDifferences(before, after).map((difference) => {
      const change = changes
        .filter(({ object, at }) => object === difference.question && at <= later.submittedAt)
        .at(-1);
      const query = queries.filter(({ question }) => question === difference.question).at(-1);
      return {
        ...difference,
        changedBy: change === undefined ? null : { name: change.actorName },
        changedAt: change?.at ?? null,
        reason: query?.messages[0]?.text ?? later.reason ?? null,
      };
    });
  }

  /** Computes the receipt again from what is stored. */
  async verifyReceipt(response: string, receipt: string, actor: Actor | null): Promise<ReceiptVerificationModel> {
    const scope = await this.scopeOf(response, actor);
    const stored = await this.submissions.ofSheet(scope.key.municipalityId, scope.key.roundId);
    const submission = stored.find((candidate) => candidate.receipt === receipt.trim().toLowerCase());
    if (submission === undefined) return { valid: false, submission: null };
    const names = await this.persons.names([submission.submittedBy]);
    return {
      valid: (await this.receiptOf(scope, submission)) === submission.receipt,
      submission: submissionParent(submission, names),
    };
  }

  private async receiptOf(scope: SheetScope, submission: StoredSubmission): Promise<string> {
    const place = { study: scope.study.slug, municipality: scope.municipality.code, round: scope.round.code };
    return storedReceipt(place, await this.scopes.questionSetOf(scope, submission), submission);
  }

  private async scopeOf(response: string, actor: Actor | null): Promise<SheetScope> {
    const scope = await this.scopes.ofId(response, actor);
    if (scope === null) throw notFound('This response');
    return scope;
  }
}

const eventParent = ({ actorName, ...event }: StoredSheetEvent): SheetEventModel => ({
  ...event,
  actor: { name: actorName },
});

const submissionParent = (submission: StoredSubmission, names: ReadonlyMap<string, string>): SubmissionModel => ({
  number: submission.number,
  submittedAt: submission.submittedAt,
  submittedBy: { name: names.get(submission.submittedBy) ?? '–' },
  onBehalf: submission.onBehalf ?? false,
  late: submission.late ?? false,
  reason: submission.reason ?? null,
  receipt: submission.receipt,
});

import { Injectable } from '@nestjs/common';
import {
  checkSubmission,
  encodeProvenance,
  encodeSubmission,
  hasChecks,
  layoutOf,
  nextResponseStatus,
  receiptOf,
  visibilityOf,
  type SubmissionFaultCode,
} from '@reflexbogen/domain';
import {
  SectionWorkRepository,
  SubmissionRepository,
  type ActKey,
  type LastSubmission,
} from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { actsOnBehalf, type Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import type { OpenSheet } from './open-sheet.js';
import { payloadHashOf } from './payload-hash.js';
import { PreviousAnswersService, previousSource, type Previous } from './previous-answers.service.js';
import { openSheetParent } from './response-parent.js';
import type { SubmitResponseErrorCode, SubmitResponseInput, SubmitResponsePayload } from './response.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { SheetTransactions } from './sheet-transactions.js';
import { SheetMails } from './sheet-mails.js';
import { namedAnswers, valuesOf } from './sheet.service.js';

const ERROR_CODES: Readonly<Record<SubmissionFaultCode, SubmitResponseErrorCode>> = {
  REQUIRED: 'REQUIRED',
  INVALID_VALUE: 'INVALID_VALUE',
  UNKNOWN_QUESTION: 'INVALID_VALUE',
  RULE_NOT_MET: 'RULE_NOT_MET',
  COMMENT_REQUIRED: 'COMMENT_REQUIRED',
};

type SubmitError = MutationError<SubmitResponseErrorCode>;

const refuse = (code: SubmitResponseErrorCode, message: string, field = 'response'): readonly SubmitError[] => [
  { code, message, path: ['input', field] },
];

@Injectable()
export class SubmissionService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly transactions: SheetTransactions,
    private readonly submissions: SubmissionRepository,
    private readonly sections: SectionWorkRepository,
    private readonly previousAnswers: PreviousAnswersService,
    private readonly mail: SheetMails,
  ) {}

  /** Locks the sheet, reads it fresh, checks it, freezes it; acknowledged is what is committed. */
  async submit(
    input: SubmitResponseInput,
    actor: Actor | null,
    receivedAt: Date = new Date(),
  ): Promise<SubmitResponsePayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null || actor === null)
      return {
        response: null,
        errors: refuse('NOT_FOUND', 'There is no such response, or your token does not cover it.'),
      };
    if (!actor.signatory && !actsOnBehalf(actor))
      return {
        response: null,
        errors: refuse('NOT_SIGNATORY', 'Handing a sheet in is for the signatory of the municipality.'),
      };
    // Before the transaction: one that holds a connection must not wait for another.
    const { questionSet } = await this.scopes.questionSetOf(scope, null);
    const previous = hasChecks(questionSet) ? await this.previousAnswers.of(scope) : null;
    const act = actOf(input, actor);
    return this.transactions.run(
      scope,
      { questions: 'ALL', keys: act === null ? [] : [act] },
      async (sheet, manager) => {
        const known = act === null ? null : sheet.resultOf(act);
        if (known !== null) return repeated(sheet, known.payloadHash === act?.payloadHash ? known.result : null);
        const errors = await this.freeze(scope, sheet, input, { actor, receivedAt }, previous, manager);
        // What was refused is not remembered: once the sheet is complete, the same key hands it in.
        if (act !== null && errors.length === 0) sheet.remember(act, sheet.submission);
        return { response: openSheetParent(sheet), errors };
      },
    );
  }

  private async freeze(
    scope: SheetScope,
    sheet: OpenSheet,
    input: SubmitResponseInput,
    request: { readonly actor: Actor; readonly receivedAt: Date },
    previous: Previous | null,
    manager: EntityManager,
  ): Promise<readonly SubmitError[]> {
    const { municipalityId, roundId } = scope.key;
    const { actor, receivedAt } = request;
    const closed = sheet.windowRefusal(receivedAt);
    if (closed !== null) return refuse('ROUND_NOT_OPEN', closed);
    const next = nextResponseStatus(sheet.status, 'SUBMIT');
    if (!next.ok) return refuse('NOT_SUBMITTABLE', `The sheet cannot be handed in: ${next.errors.join('; ')}.`);
    if (input.version !== undefined && input.version !== null && input.version !== sheet.version)
      return refuse('STALE_VERSION', `Seen at version ${input.version}, the sheet is at ${sheet.version}.`, 'version');

    const { questionSet } = sheet;
    const stored = namedAnswers(sheet.answers);
    const values = valuesOf(questionSet, stored);
    const visibility = visibilityOf(questionSet, values);
    const comments = new Map(
      stored.flatMap(({ question, comment }) => (comment === null ? [] : [[question, comment] as const])),
    );
    const faults = checkSubmission(questionSet, values, visibility, {
      previous: previousSource(questionSet, previous),
      comments,
    });
    if (faults.length > 0) return faults.map(({ code, message, path }) => ({ code: ERROR_CODES[code], message, path }));

    const answers = new Map([...values].filter(([code]) => visibility.visible.has(code)));
    const provenance = new Map(
      stored.filter(({ question }) => answers.has(question)).map(({ question, provenance: kind }) => [question, kind]),
    );
    const work = await this.sections.listBySheet(scope.key, manager);
    const sectionComments = new Map(
      work.flatMap(({ section, comment }) => (comment === null ? [] : [[section, comment] as const])),
    );
    const number = (sheet.state.submission?.number ?? 0) + 1;
    const receipt = receiptOf({
      study: scope.study.slug,
      municipality: scope.municipality.code,
      round: scope.round.code,
      questionSet,
      questionSetHash: sheet.contentHash,
      number,
      answers,
      comments,
      provenance,
      sectionComments,
    });
    await this.submissions.insert(
      {
        ...encodeSubmission(layoutOf(questionSet), answers, visibility.hidden, comments),
        municipalityId,
        roundId,
        number,
        questionSetId: questionSet.id,
        provenance: encodeProvenance(questionSet, provenance),
        sectionComments: sectionComments.size === 0 ? null : Object.fromEntries(sectionComments),
        onBehalf: actsOnBehalf(actor),
        late: sheet.windowAt(receivedAt).isLate,
        reason: input.reason ?? null,
        submittedAt: receivedAt,
        submittedBy: actor.id,
        receipt,
      },
      scope.study.id,
      manager,
    );
    sheet.record(request, {
      act: 'SUBMIT',
      object: String(number),
      old: null,
      new: receipt,
      reason: input.reason ?? null,
    });
    sheet.moveTo(next.value);
    sheet.handIn({ number, submittedAt: receivedAt, receipt });
    await this.mail.receipt(scope, { number, receipt, receivedAt }, actor, manager);
    return [];
  }
}

/** What a repetition is known by; null where the client has given no key. */
function actOf(
  { idempotencyKey, response, version, reason }: SubmitResponseInput,
  actor: Actor,
): (ActKey & { readonly payloadHash: string }) | null {
  if (idempotencyKey === undefined || idempotencyKey === null) return null;
  const payload = { submit: { response, version: version ?? undefined, reason: reason ?? undefined } };
  return { actor: actor.id, key: idempotencyKey, payloadHash: payloadHashOf(payload) };
}

/**
 * The sheet as it is now, with the submission of the act that is repeated, whatever has been handed in since.
 * @param stored what the act has handed in; null where the key was used for something else
 */
function repeated(sheet: OpenSheet, stored: unknown): SubmitResponsePayload {
  const response = openSheetParent(sheet);
  if (stored === null)
    return {
      response,
      errors: refuse(
        'IDEMPOTENCY_KEY_REUSED',
        'This key was used for something else; make a new one.',
        'idempotencyKey',
      ),
    };
  // JSON has turned its instant into text.
  const { number, submittedAt, receipt } = stored as Omit<LastSubmission, 'submittedAt'> & {
    readonly submittedAt: string;
  };
  return {
    response: { ...response, submissionNumber: number, submittedAt: new Date(submittedAt), receipt },
    errors: [],
  };
}

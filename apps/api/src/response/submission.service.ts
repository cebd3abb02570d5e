import { Injectable } from '@nestjs/common';
import {
  checkSubmission,
  encodeSubmission,
  hasChecks,
  layoutOf,
  nextResponseStatus,
  receiptOf,
  visibilityOf,
  type SubmissionFaultCode,
} from '@reflexbogen/domain';
import { AnswerRepository, ResponseRepository, SubmissionRepository } from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { PreviousAnswersService, previousSource, type Previous } from './previous-answers.service.js';
import { responseParent } from './response-parent.js';
import type { SubmitResponseErrorCode, SubmitResponseInput, SubmitResponsePayload } from './response.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { valuesOf } from './sheet.service.js';

const ERROR_CODES: Readonly<Record<SubmissionFaultCode, SubmitResponseErrorCode>> = {
  REQUIRED: 'REQUIRED',
  INVALID_VALUE: 'INVALID_VALUE',
  UNKNOWN_QUESTION: 'INVALID_VALUE',
  RULE_NOT_MET: 'RULE_NOT_MET',
  COMMENT_REQUIRED: 'COMMENT_REQUIRED',
};

type SubmitError = MutationError<SubmitResponseErrorCode>;

@Injectable()
export class SubmissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: SheetScopeService,
    private readonly responses: ResponseRepository,
    private readonly answers: AnswerRepository,
    private readonly submissions: SubmissionRepository,
    private readonly previousAnswers: PreviousAnswersService,
  ) {}

  /** Locks the sheet, reads it fresh, checks it, freezes it; acknowledged is what is committed. */
  async submit(input: SubmitResponseInput, actor: Actor | null): Promise<SubmitResponsePayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null || actor === null)
      return {
        response: null,
        errors: [
          {
            code: 'NOT_FOUND',
            message: 'There is no such response, or your token does not cover it.',
            path: ['input', 'response'],
          },
        ],
      };
    const { municipalityId, roundId } = scope.key;
    // Before the transaction: one that holds a connection must not wait for another.
    const before = await this.responses.find(municipalityId, roundId);
    const { questionSet } = await this.scopes.questionSetOf(scope, before);
    const previous = hasChecks(questionSet) ? await this.previousAnswers.of(scope) : null;
    const errors = await this.dataSource.transaction((manager) => this.freeze(scope, input, actor, previous, manager));
    const [response, submission] = await Promise.all([
      this.responses.find(municipalityId, roundId),
      this.submissions.latest(municipalityId, roundId),
    ]);
    return { response: responseParent(scope.key, response, submission), errors };
  }

  private async freeze(
    scope: SheetScope,
    input: SubmitResponseInput,
    actor: Actor,
    previous: Previous | null,
    manager: EntityManager,
  ): Promise<readonly SubmitError[]> {
    const { municipalityId, roundId } = scope.key;
    const refuse = (code: SubmitResponseErrorCode, message: string, field = 'response'): readonly SubmitError[] => [
      { code, message, path: ['input', field] },
    ];
    if (scope.round.status !== 'OPEN')
      return refuse(
        'ROUND_NOT_OPEN',
        `Round ${scope.round.code} is ${scope.round.status}; sheets are taken while it is OPEN.`,
      );
    await this.responses.ensure(municipalityId, roundId, scope.round.questionSetId, manager);
    const response = await this.responses.lock(municipalityId, roundId, manager);
    if (response === null) throw new Error('the response vanished while it was being locked');
    const next = nextResponseStatus(response.status, 'SUBMIT');
    if (!next.ok) return refuse('NOT_SUBMITTABLE', `The sheet cannot be handed in: ${next.errors.join('; ')}.`);
    if (input.version !== undefined && input.version !== null && input.version !== response.version)
      return refuse(
        'STALE_VERSION',
        `Seen at version ${input.version}, the sheet is at ${response.version}.`,
        'version',
      );

    const { questionSet, contentHash } = await this.scopes.questionSetOf(scope, response);
    const stored = await this.answers.listBySheet(municipalityId, roundId, manager);
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

    const visibleValues = new Map([...values].filter(([code]) => visibility.visible.has(code)));
    const number = ((await this.submissions.latest(municipalityId, roundId, manager))?.number ?? 0) + 1;
    const encoded = encodeSubmission(layoutOf(questionSet), visibleValues, visibility.hidden, comments);
    const receipt = receiptOf({
      study: scope.study.slug,
      municipality: scope.municipality.code,
      round: scope.round.code,
      questionSet,
      questionSetHash: contentHash,
      number,
      answers: visibleValues,
      comments,
    });
    await this.submissions.insert(
      {
        ...encoded,
        municipalityId,
        roundId,
        number,
        questionSetId: questionSet.id,
        submittedAt: new Date(),
        submittedBy: actor.id,
        submittedByName: actor.name,
        receipt,
      },
      scope.study.id,
      manager,
    );
    await this.responses.advance(municipalityId, roundId, next.value, manager);
    return [];
  }
}

import { Injectable } from '@nestjs/common';
import {
  answerIn,
  DEFAULT_PRIOR,
  layoutOf,
  localize,
  priorShown,
  type AnswerValue,
  type QuestionSet,
} from '@reflexbogen/domain';
import {
  printSheet,
  readSheetFile,
  sheetDifferences,
  writeSheetFile,
  type SheetDifference,
  type SheetFileIdentity,
} from '@reflexbogen/exchange';
import {
  AnswerRepository,
  ExtensionRepository,
  ResponseRepository,
  SubmissionRepository,
  type StoredAnswer,
  type StoredSubmission,
} from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import type { AnswerValueInput } from './answer-value.model.js';
import { AnswerService } from './answer.service.js';
import { previousAnswer, PreviousAnswersService } from './previous-answers.service.js';
import { responseParent } from './response-parent.js';
import type { AnswerInput } from './response.model.js';
import type {
  ReadSheetFileErrorCode,
  ReadSheetFileInput,
  ReadSheetFilePayload,
  SheetFileModel,
  SheetOutputFormat,
} from './sheet-file.model.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { valuesOf } from './sheet.service.js';

const MEDIA_TYPES: Readonly<Record<SheetOutputFormat, string>> = {
  PDF: 'application/pdf',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
};

/** A sheet as it stands, outside of any transaction. */
interface StandingSheet {
  readonly scope: SheetScope;
  readonly questionSet: QuestionSet;
  readonly response: ReturnType<typeof responseParent>;
  readonly stored: readonly StoredAnswer[];
  readonly values: ReadonlyMap<string, AnswerValue>;
  readonly submission: StoredSubmission | null;
}

/** Sheets that are filled in as files: out as a blank or with what is answered, in with a list of every difference. */
@Injectable()
export class SheetFileService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly responses: ResponseRepository,
    private readonly answers: AnswerRepository,
    private readonly submissions: SubmissionRepository,
    private readonly answerService: AnswerService,
    private readonly previousAnswers: PreviousAnswersService,
    private readonly extensions: ExtensionRepository,
  ) {}

  /** @returns null where there is no such sheet for the actor */
  async write(
    { response, format, locale }: { response: string; format: SheetOutputFormat; locale: string },
    actor: Actor | null,
    receivedAt: Date,
  ): Promise<SheetFileModel | null> {
    const sheet = await this.standing(response, actor);
    if (sheet === null) return null;
    const content = {
      ...identityOf(sheet),
      answers: sheet.values,
      comments: new Map(
        sheet.stored.flatMap(({ question, comment }) => (comment === null ? [] : [[question, comment] as const])),
      ),
      locale,
    };
    const bytes =
      format === 'PDF'
        ? await printSheet({ ...content, ...(await this.printed(sheet, locale, receivedAt)) })
        : await writeSheetFile({ ...content, format });
    const { study, municipality, round } = sheet.scope;
    return {
      name: `${study.slug}-${round.code}-${municipality.code}.${format.toLowerCase()}`,
      mediaType: MEDIA_TYPES[format],
      base64: Buffer.from(bytes).toString('base64'),
    };
  }

  /** What paper shows besides. Of a sheet that was handed in it shows what was handed in, of others the draft. */
  private async printed(sheet: StandingSheet, locale: string, date: Date) {
    const { scope, questionSet, response, values } = sheet;
    const handedIn = response.status === 'SUBMITTED' || response.status === 'ACCEPTED' ? sheet.submission : null;
    const [previous, extension] = await Promise.all([this.previousAnswers.of(scope), this.extensions.find(scope.key)]);
    return {
      ...(handedIn === null ? {} : answersOf(questionSet, handedIn)),
      title: localize(scope.study.title, locale, scope.study.defaultLocale),
      description:
        scope.study.description === null ? null : localize(scope.study.description, locale, scope.study.defaultLocale),
      opensAt: scope.round.opensAt,
      closesAt: extension?.closesAt ?? scope.round.closesAt,
      previous: new Map(
        questionSet.questions.flatMap(({ code, prior }) => {
          const answer = previous === null ? null : previousAnswer(code, questionSet, previous);
          const isShown = priorShown(prior ?? DEFAULT_PRIOR, {
            verdict: answer?.comparability ?? null,
            hasOwnAnswer: values.has(code),
          });
          return answer === null || previous === null || !isShown
            ? []
            : [[code, { year: previous.round.year, ...answer }] as const];
        }),
      ),
      receipt:
        handedIn === null
          ? null
          : { number: handedIn.number, submittedAt: handedIn.submittedAt, hash: handedIn.receipt },
      date,
    };
  }

  async read(input: ReadSheetFileInput, actor: Actor | null, receivedAt: Date): Promise<ReadSheetFilePayload> {
    const sheet = await this.standing(input.response, actor);
    if (sheet === null)
      return outcome(
        null,
        refusal('NOT_FOUND', 'There is no such response, or your token does not cover it.', 'response'),
      );
    const read = await readSheetFile(Buffer.from(input.base64, 'base64'), identityOf(sheet));
    const { ignored, faults } = read;
    const stored = new Map(
      sheet.stored.map(({ question, comment }) => [question, { value: sheet.values.get(question) ?? null, comment }]),
    );
    const found =
      faults.length > 0 ? [] : sheetDifferences(sheet.questionSet, stored, read, { emptyDeletes: input.emptyDeletes });
    const differences = found.map(({ value: _value, ...difference }) => difference);
    const shown = { ignored, faults, differences };
    if (faults.length > 0)
      return outcome(sheet.response, {
        ...shown,
        ...refusal('UNREADABLE_FILE', `The file has ${faults.length} faults; nothing was taken over.`, 'base64'),
      });
    if (input.version !== undefined && input.version !== null && input.version !== sheet.response.version)
      return outcome(sheet.response, {
        ...shown,
        ...refusal(
          'STALE_VERSION',
          `Seen at version ${input.version}, the sheet is at ${sheet.response.version}.`,
          'version',
        ),
      });
    if (input.dryRun || found.length === 0) return outcome(sheet.response, shown);
    const { response, saved, conflicts, errors } = await this.answerService.save(
      {
        response: input.response,
        idempotencyKey: input.idempotencyKey,
        answers: found.map((difference) => answerOf(difference, sheet.stored)),
      },
      actor,
      receivedAt,
    );
    return outcome(response, {
      ...shown,
      saved,
      conflicts,
      errors: errors.map(({ message }) => ({ code: 'NOT_SAVED', message, path: ['input', 'base64'] })),
    });
  }

  private async standing(id: string, actor: Actor | null): Promise<StandingSheet | null> {
    const scope = await this.scopes.ofId(id, actor);
    if (scope === null) return null;
    const { municipalityId, roundId } = scope.key;
    const response = await this.responses.find(municipalityId, roundId);
    const { questionSet } = await this.scopes.questionSetOf(scope, response);
    const [stored, submission] = await Promise.all([
      this.answers.listBySheet(municipalityId, roundId),
      this.submissions.latest(municipalityId, roundId),
    ]);
    return {
      scope,
      questionSet,
      response: responseParent(scope.key, response, submission),
      stored,
      values: valuesOf(questionSet, stored),
      submission,
    };
  }
}

/** What was handed in, as a sheet shows it. */
function answersOf(questionSet: QuestionSet, submission: StoredSubmission) {
  const layout = layoutOf(questionSet);
  return {
    answers: new Map(
      questionSet.questions.flatMap((question) => {
        const value = answerIn(layout, question, submission);
        return value === undefined ? [] : [[question.code, value] as const];
      }),
    ),
    comments: new Map(Object.entries(submission.comments ?? {})),
  };
}

const identityOf = ({ scope: { study, municipality, round }, questionSet }: StandingSheet): SheetFileIdentity => ({
  study: study.slug,
  municipality,
  round,
  questionSet,
});

const refusal = (code: ReadSheetFileErrorCode, message: string, field: string): Partial<ReadSheetFilePayload> => ({
  errors: [{ code, message, path: ['input', field] }],
});

const outcome = (
  response: ReadSheetFilePayload['response'],
  more: Partial<ReadSheetFilePayload>,
): ReadSheetFilePayload => ({
  differences: [],
  saved: [],
  conflicts: [],
  ignored: [],
  faults: [],
  errors: [],
  ...more,
  response,
});

const answerOf = ({ question, value, commentTo }: SheetDifference, stored: readonly StoredAnswer[]): AnswerInput => ({
  question,
  value: value === null ? null : inputOf(value),
  comment: commentTo,
  basedOnRevision: stored.find((answer) => answer.question === question)?.revision ?? 0,
  provenance: 'IMPORTED',
});

function inputOf(value: AnswerValue): AnswerValueInput {
  switch (value.kind) {
    case 'LEVEL':
      return { level: value.level };
    case 'LEVELS':
      return { levels: [...value.levels] };
    case 'NUMBER':
      return { number: value.number };
    case 'BOOLEAN':
      return { boolean: value.boolean };
    case 'TEXT':
      return { text: value.text };
    case 'MISSING':
      return { missing: value.missing };
  }
}

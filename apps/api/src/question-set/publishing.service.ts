import { Injectable } from '@nestjs/common';
import {
  checkModules,
  checkPublication,
  contentHashOf,
  prepareQuestionSet,
  type QuestionSetFault,
} from '@reflexbogen/domain';
import {
  ModuleRepository,
  QuestionSetRepository,
  TemplateRepository,
  type StoredQuestionSet,
} from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import type { PublishQuestionSetInput } from './question-set.input.js';
import type { PublishQuestionSetErrorCode, PublishQuestionSetPayload } from './question-set.model.js';
import { errorOf, questionSetParent } from './question-set.parent.js';

/** The gate between a draft and a set that is asked. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly questionSets: QuestionSetRepository,
    private readonly templates: TemplateRepository,
    private readonly modules: ModuleRepository,
  ) {}

  async publish(input: PublishQuestionSetInput, actor: Actor | null): Promise<PublishQuestionSetPayload> {
    const refuse = (
      questionSet: StoredQuestionSet | null,
      code: PublishQuestionSetErrorCode,
      message: string,
      path: string,
    ): PublishQuestionSetPayload => ({
      questionSet: questionSet === null ? null : questionSetParent(questionSet),
      errors: [{ code, message, path: ['input', path] }],
    });
    const stored = await this.questionSets.findById(input.id);
    if (stored === null) return refuse(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    if (stored.status !== 'DRAFT') return refuse(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
    const version = input.version ?? stored.version;
    if (version !== stored.version)
      return refuse(stored, 'STALE_VERSION', `Seen at version ${version}, stored is ${stored.version}.`, 'version');
    const errors = await this.errorsOf(stored);
    if (errors.length > 0) return { questionSet: questionSetParent(stored), errors };
    const published = await this.questionSets.publish(
      input.id,
      version,
      actor?.id ?? 'unknown',
      contentHashOf(stored.document),
    );
    if (published === null) {
      const current = await this.questionSets.findById(input.id);
      return refuse(current, 'STALE_VERSION', 'Somebody has saved or published it in the meantime.', 'version');
    }
    return { questionSet: questionSetParent(published), errors: [] };
  }

  /** What stands between a draft and its publication; empty for a set that is published. */
  async standsInTheWay(id: string): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    const stored = await this.questionSets.findById(id);
    return stored?.status === 'DRAFT' ? this.errorsOf(stored) : [];
  }

  private async errorsOf(stored: StoredQuestionSet): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    const [template, sets, modules, archived] = await Promise.all([
      this.templates.findById(stored.templateId),
      this.questionSets.findByTemplate(stored.templateId),
      this.modules.listByTemplate(stored.templateId),
      this.templates.archivedQuestions(stored.templateId),
    ]);
    const earlier = sets
      .filter(({ status }) => status !== 'DRAFT')
      .map(({ id, document }) => prepareQuestionSet(id, document));
    const faults = [
      ...checkPublication(stored.document, {
        earlier,
        archived: new Set(archived.map(({ code }) => code)),
        locales: template?.locales ?? [],
      }),
      ...checkModules(stored.document, modules),
    ];
    return faults.map((fault) => errorOf(fault, codeOf(fault)));
  }
}

/** Faults that a designer's program is to tell apart. */
const OWN_CODES = [
  'VERDICT_MISSING',
  'CODE_ARCHIVED',
  'TRANSLATION_MISSING',
  'NEVER_VISIBLE',
  'MODULE_DIFFERS',
] as const;

const codeOf = ({ code }: QuestionSetFault): PublishQuestionSetErrorCode =>
  OWN_CODES.find((own) => own === code) ?? 'INVALID_DOCUMENT';

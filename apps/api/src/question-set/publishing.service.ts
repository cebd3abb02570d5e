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
import { DataSource, type EntityManager } from 'typeorm';
import { signedIn, type Actor } from '../access/actor.js';
import type { MutationError } from '../graphql/mutation-error.js';
import type { PublishQuestionSetInput } from './question-set.input.js';
import type { PublishQuestionSetErrorCode, PublishQuestionSetPayload } from './question-set.model.js';
import { errorOf, questionSetParent } from './question-set.parent.js';

/** The gate between a draft and a set that is asked. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly dataSource: DataSource,
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
    const found = await this.questionSets.findById(input.id);
    if (found === null) return refuse(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    // What is checked is what holds when it is published: nobody archives a question or publishes another set in between.
    return this.dataSource.transaction(async (manager): Promise<PublishQuestionSetPayload> => {
      await this.templates.lock(found.templateId, manager);
      const stored = (await this.questionSets.findById(input.id, manager)) ?? found;
      if (stored.status !== 'DRAFT') return refuse(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
      const version = input.version ?? stored.version;
      if (version !== stored.version)
        return refuse(stored, 'STALE_VERSION', `Seen at version ${version}, stored is ${stored.version}.`, 'version');
      const errors = await this.errorsOf(stored, manager);
      if (errors.length > 0) return { questionSet: questionSetParent(stored), errors };
      const hash = contentHashOf(stored.document);
      const published = await this.questionSets.publish(input.id, version, signedIn(actor).id, hash, manager);
      if (published === null) {
        const current = await this.questionSets.findById(input.id, manager);
        return refuse(current, 'STALE_VERSION', 'Somebody has saved it in the meantime.', 'version');
      }
      return { questionSet: questionSetParent(published), errors: [] };
    });
  }

  /** What stands between a draft and its publication; empty for a set that is published. */
  async standsInTheWay(id: string): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    const stored = await this.questionSets.findById(id);
    return stored?.status === 'DRAFT' ? this.errorsOf(stored) : [];
  }

  private async errorsOf(
    stored: StoredQuestionSet,
    manager?: EntityManager,
  ): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    const template = await this.templates.findById(stored.templateId, manager);
    const sets = await this.questionSets.findByTemplate(stored.templateId, manager);
    const modules = await this.modules.listByTemplate(stored.templateId, manager);
    const archived = await this.templates.archivedQuestions(stored.templateId, manager);
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

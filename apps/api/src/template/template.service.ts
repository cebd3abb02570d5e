import { Injectable } from '@nestjs/common';
import {
  BOOLEAN_SCALE,
  checkQuestionSet,
  contentHashOf,
  namedList,
  type LocalizedText,
  type QuestionSetDocument,
} from '@reflexbogen/domain';
import { ModuleRepository, TemplateRepository, type StoredModuleRevision } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { signedIn, type Actor } from '../access/actor.js';
import type { GraphQLContext } from '../graphql/context.js';
import { actError } from '../graphql/fault-error.js';
import { OperationLoader, rowsByKey } from '../graphql/operation-loader.js';
import { textFrom } from '../graphql/translation.model.js';
import { scaleFrom, sectionFrom } from '../question-set/document.mapper.js';
import { definitionParent } from '../question-set/question.mapper.js';
import { errorOf } from '../question-set/question-set.parent.js';
import type {
  ArchivedQuestionModel,
  ArchiveQuestionsErrorCode,
  ArchiveQuestionsInput,
  ArchiveQuestionsPayload,
  ModuleModel,
  PublishModuleErrorCode,
  PublishModuleInput,
  PublishModulePayload,
  RequireLocalesInput,
  RequireLocalesPayload,
} from './module.model.js';

/** Parent of the schema's Template. */
export interface TemplateParent {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly locales: readonly string[];
}

/** Parent of the schema's Module. */
export type ModuleParent = ModuleModel & { readonly title: LocalizedText };

@Injectable()
export class TemplateService {
  private readonly modulesByTemplate = new OperationLoader<string, readonly ModuleParent[]>(async (templateIds) => {
    const revisions = rowsByKey(await this.modules.listByTemplates(templateIds), ({ templateId }) => templateId);
    return new Map([...revisions].map(([templateId, own]) => [templateId, moduleParents(own)]));
  }, []);

  private readonly archivedByTemplate = new OperationLoader<string, readonly ArchivedQuestionModel[]>(
    async (templateIds) =>
      rowsByKey(await this.templates.archivedByTemplates(templateIds), ({ templateId }) => templateId),
    [],
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly templates: TemplateRepository,
    private readonly modules: ModuleRepository,
  ) {}

  list(): Promise<readonly TemplateParent[]> {
    return this.templates.list();
  }

  findBySlug(slug: string): Promise<TemplateParent | null> {
    return this.templates.findBySlug(slug);
  }

  modulesOf(templateId: string, context: GraphQLContext): Promise<readonly ModuleParent[]> {
    return this.modulesByTemplate.load(context, templateId);
  }

  archivedQuestionsOf(templateId: string, context: GraphQLContext): Promise<readonly ArchivedQuestionModel[]> {
    return this.archivedByTemplate.load(context, templateId);
  }

  async publishModule(input: PublishModuleInput, actor: Actor | null): Promise<PublishModulePayload> {
    const refuse = (code: PublishModuleErrorCode, message: string, field: string): PublishModulePayload => ({
      module: null,
      errors: [{ code, message, path: ['input', field] }],
    });
    const template = await this.templates.findBySlug(input.template);
    if (template === null) return refuse('UNKNOWN_TEMPLATE', `There is no template ${input.template}.`, 'template');
    const content = { scales: input.scales.map(scaleFrom), sections: input.sections.map(sectionFrom) };
    // A module is complete in itself: what a question set is checked for, it is checked for.
    const document: QuestionSetDocument = { year: 9999, revision: 1, ...content };
    const faults = checkQuestionSet(document);
    if (faults.length > 0)
      return {
        module: null,
        errors: faults.map((fault) => errorOf(fault, 'INVALID_DOCUMENT', ['input'])),
      };
    const published = await this.modules.publish(
      template.id,
      { code: input.code, title: textFrom(input.title), contentHash: contentHashOf(document), ...content },
      signedIn(actor).id,
    );
    if (published === null)
      return refuse('UNCHANGED', `The last revision of module ${input.code} says the same.`, 'sections');
    const modules = moduleParents(await this.modules.listByTemplate(template.id));
    return { module: modules.find(({ code }) => code === input.code) ?? null, errors: [] };
  }

  async archiveQuestions(input: ArchiveQuestionsInput, actor: Actor | null): Promise<ArchiveQuestionsPayload> {
    const refuse = (code: ArchiveQuestionsErrorCode, message: string, field: string): ArchiveQuestionsPayload => ({
      archivedQuestions: [],
      errors: [{ code, message, path: ['input', field] }],
    });
    const template = await this.templates.findBySlug(input.template);
    if (template === null) return refuse('UNKNOWN_TEMPLATE', `There is no template ${input.template}.`, 'template');
    const known = await this.templates.questionIds(template.id);
    const unknown = input.questions.filter((code) => !known.has(code));
    if (unknown.length > 0)
      return {
        archivedQuestions: [],
        errors: [
          actError('NEVER_ASKED', { questions: namedList(unknown) }, 'UNKNOWN_QUESTION', ['input', 'questions']),
        ],
      };
    await this.dataSource.transaction(async (manager) => {
      await this.templates.lock(template.id, manager);
      const reason = input.reason ?? null;
      await this.templates.archiveQuestions(template.id, input.questions, signedIn(actor).id, reason, manager);
    });
    return { archivedQuestions: await this.templates.archivedQuestions(template.id), errors: [] };
  }

  async requireLocales(input: RequireLocalesInput): Promise<RequireLocalesPayload> {
    const template = await this.templates.findBySlug(input.template);
    if (template === null)
      return {
        locales: [],
        errors: [
          {
            code: 'UNKNOWN_TEMPLATE',
            message: `There is no template ${input.template}.`,
            path: ['input', 'template'],
          },
        ],
      };
    const locales = [...new Set(input.locales)];
    await this.dataSource.transaction(async (manager) => {
      await this.templates.lock(template.id, manager);
      await this.templates.requireLocales(template.id, locales, manager);
    });
    return { locales, errors: [] };
  }
}

const moduleParents = (revisions: readonly StoredModuleRevision[]): readonly ModuleParent[] =>
  [...rowsByKey(revisions, ({ code }) => code)].map(([code, own]) => ({
    code,
    title: own[0]?.title ?? {},
    revisions: own.map(revisionParent),
  }));

const revisionParent = (stored: StoredModuleRevision): ModuleModel['revisions'][number] => ({
  revision: stored.revision,
  publishedAt: new Date(stored.publishedAt),
  contentHash: stored.contentHash,
  sections: stored.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      definitionParent(
        question,
        { year: 9999, revision: 1, scales: stored.scales, sections: stored.sections },
        BOOLEAN_SCALE,
      ),
    ),
  })),
});

import { Injectable } from '@nestjs/common';
import {
  checkModules,
  checkPublication,
  contentHashOf,
  prepareQuestionSet,
  type QuestionSet,
  type QuestionSetFault,
} from '@reflexbogen/domain';
import {
  ModuleRepository,
  QuestionSetRepository,
  TemplateRepository,
  type StoredModuleRevision,
  type StoredQuestionSet,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { signedIn, type Actor } from '../access/actor.js';
import type { GraphQLContext } from '../graphql/context.js';
import type { MutationError } from '../graphql/mutation-error.js';
import { OperationLoader, rowsByKey } from '../graphql/operation-loader.js';
import type { PublishQuestionSetInput } from './question-set.input.js';
import type { PublishQuestionSetErrorCode, PublishQuestionSetPayload } from './question-set.model.js';
import { errorOf, questionSetParent } from './question-set.parent.js';

/** The gate between a draft and a set that is asked. */
@Injectable()
export class PublishingService {
  private readonly gates = new OperationLoader<string, Gate>((templateIds) => this.gatesOf(templateIds), OPEN_GATE);

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
      const gates = await this.gatesOf([stored.templateId], manager);
      const errors = faultsOf(stored, gates.get(stored.templateId) ?? OPEN_GATE);
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
  async standsInTheWay(
    stored: StoredQuestionSet,
    context: GraphQLContext,
  ): Promise<readonly MutationError<PublishQuestionSetErrorCode>[]> {
    return stored.status === 'DRAFT' ? faultsOf(stored, await this.gates.load(context, stored.templateId)) : [];
  }

  /** In four statements for any number of templates. */
  private async gatesOf(templateIds: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, Gate>> {
    const templates = await this.templates.findByIds(templateIds, manager);
    const sets = rowsByKey(await this.questionSets.findByTemplates(templateIds, manager), ofTemplate);
    const modules = rowsByKey(await this.modules.listByTemplates(templateIds, manager), ofTemplate);
    const archived = rowsByKey(await this.templates.archivedByTemplates(templateIds, manager), ofTemplate);
    return new Map(
      templateIds.map((id) => [
        id,
        {
          earlier: (sets.get(id) ?? [])
            .filter(({ status }) => status !== 'DRAFT')
            .map((set) => prepareQuestionSet(set.id, set.document)),
          archived: new Set((archived.get(id) ?? []).map(({ code }) => code)),
          locales: templates.get(id)?.locales ?? [],
          modules: modules.get(id) ?? [],
        },
      ]),
    );
  }
}

/** What a draft of a template is held against. */
interface Gate {
  readonly earlier: readonly QuestionSet[];
  /** Codes of questions. */
  readonly archived: ReadonlySet<string>;
  readonly locales: readonly string[];
  readonly modules: readonly StoredModuleRevision[];
}

const OPEN_GATE: Gate = { earlier: [], archived: new Set(), locales: [], modules: [] };

const ofTemplate = ({ templateId }: { readonly templateId: string }): string => templateId;

const faultsOf = (
  { document }: StoredQuestionSet,
  { modules, ...known }: Gate,
): readonly MutationError<PublishQuestionSetErrorCode>[] =>
  [...checkPublication(document, known), ...checkModules(document, modules)].map((fault) =>
    errorOf(fault, codeOf(fault)),
  );

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

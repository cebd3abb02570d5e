import { Injectable } from '@nestjs/common';
import {
  BOOLEAN_SCALE,
  checkAgainstPredecessors,
  checkQuestionSet,
  contentHashOf,
  prepareQuestionSet,
  type QuestionSetDocument,
  type QuestionSetFault,
} from '@reflexbogen/domain';
import { QuestionSetRepository, TemplateRepository, type StoredQuestionSet } from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import { documentFrom } from './document.mapper.js';
import { definitionParent } from './question.mapper.js';
import type { DraftQuestionSetInput, PublishQuestionSetInput, SaveQuestionSetInput } from './question-set.input.js';
import type {
  DraftQuestionSetErrorCode,
  DraftQuestionSetPayload,
  PublishQuestionSetErrorCode,
  PublishQuestionSetPayload,
  QuestionSetModel,
  SaveQuestionSetErrorCode,
  SaveQuestionSetPayload,
} from './question-set.model.js';

/** What an identifier of ours looks like; anything else names nothing, and must not reach the database. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class QuestionSetService {
  constructor(
    private readonly questionSets: QuestionSetRepository,
    private readonly templates: TemplateRepository,
  ) {}

  async find(id: string): Promise<QuestionSetModel | null> {
    if (!UUID.test(id)) return null;
    const stored = await this.questionSets.findById(id);
    return stored === null ? null : questionSetParent(stored);
  }

  async ofTemplate(templateId: string): Promise<readonly QuestionSetModel[]> {
    const stored = await this.questionSets.findByTemplate(templateId);
    return stored.map(questionSetParent);
  }

  async draft(input: DraftQuestionSetInput): Promise<DraftQuestionSetPayload> {
    const refuse = (code: DraftQuestionSetErrorCode, message: string, ...path: string[]): DraftQuestionSetPayload => ({
      questionSet: null,
      errors: [{ code, message, path: ['input', ...path] }],
    });
    const template = await this.templates.findBySlug(input.template);
    if (template === null) return refuse('UNKNOWN_TEMPLATE', `There is no template ${input.template}.`, 'template');
    const sets = await this.questionSets.findByTemplate(template.id);
    const based = input.basedOn ?? null;
    const base =
      based === null
        ? null
        : sets.find(({ document: { year, revision } }) => year === based.year && revision === based.revision);
    if (base === undefined || base?.status === 'DRAFT')
      return refuse(
        'UNKNOWN_BASE',
        `Template ${template.slug} has no published set ${based?.year}/${based?.revision}.`,
        'basedOn',
      );
    if (base !== null && input.year < base.document.year)
      return refuse('INVALID_YEAR', `A draft for ${input.year} cannot be based on ${base.document.year}.`, 'year');
    const ofYear = sets.filter(({ document }) => document.year === input.year);
    if (ofYear.some(({ status }) => status === 'DRAFT'))
      return refuse('DRAFT_EXISTS', `${input.year} has a draft already.`, 'year');
    const revision = Math.max(0, ...ofYear.map(({ document }) => document.revision)) + 1;
    const created = await this.questionSets.createDraft({
      templateId: template.id,
      basedOnId: base?.id ?? null,
      document:
        base === null
          ? { year: input.year, revision, scales: [], sections: [] }
          : takenOver(base.document, input.year, revision),
    });
    // Two designers at once: the unique key on year and revision lets one of them win.
    if (created === null) return refuse('DRAFT_EXISTS', `${input.year} has a draft already.`, 'year');
    return { questionSet: questionSetParent(created), errors: [] };
  }

  async save(input: SaveQuestionSetInput): Promise<SaveQuestionSetPayload> {
    const refuse = (
      questionSet: StoredQuestionSet | null,
      code: SaveQuestionSetErrorCode,
      message: string,
      path: string,
    ): SaveQuestionSetPayload => ({
      questionSet: questionSet === null ? null : questionSetParent(questionSet),
      errors: [{ code, message, path: ['input', path] }],
    });
    const stored = await this.questionSets.findById(input.id);
    if (stored === null) return refuse(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    if (stored.status !== 'DRAFT') return refuse(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
    const document = documentFrom(input.document, stored.document.year, stored.document.revision);
    const faults = checkQuestionSet(document);
    if (faults.length > 0)
      return {
        questionSet: questionSetParent(stored),
        errors: faults.map((fault) => errorOf(fault, 'INVALID_DOCUMENT' as const)),
      };
    const saved = await this.questionSets.saveDraft(input.id, document, input.version);
    if (saved === null) {
      const current = await this.questionSets.findById(input.id);
      return refuse(
        current,
        'STALE_VERSION',
        `Read at version ${input.version}, stored is ${current?.version ?? 'none'}.`,
        'version',
      );
    }
    return { questionSet: questionSetParent(saved), errors: [] };
  }

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
    const earlier = (await this.questionSets.findByTemplate(stored.templateId))
      .filter(({ status }) => status !== 'DRAFT')
      .map(({ id, document }) => prepareQuestionSet(id, document));
    const errors = [
      ...checkQuestionSet(stored.document).map((fault) => errorOf(fault, 'INVALID_DOCUMENT' as const)),
      ...checkAgainstPredecessors(stored.document, earlier).map((fault) =>
        errorOf(fault, fault.code === 'VERDICT_MISSING' ? ('VERDICT_MISSING' as const) : ('INVALID_DOCUMENT' as const)),
      ),
    ];
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
}

const errorOf = <Code extends string>(fault: QuestionSetFault, code: Code) => ({
  code,
  message: fault.expected === undefined ? fault.message : `${fault.message} Expected: ${fault.expected}`,
  path: ['input', 'document', ...fault.path.map(String)],
});

/**
 * Last year's document as this year's draft: every question code kept. Verdicts spoke of the year before last, so each
 * question now states that it is unchanged since the set it came from.
 */
const takenOver = (document: QuestionSetDocument, year: number, revision: number): QuestionSetDocument => ({
  ...document,
  year,
  revision,
  sections: document.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      since: { year: document.year, revision: document.revision, verdict: 'IDENTICAL' as const },
    })),
  })),
});

/** A stored question set for the schema. */
export const questionSetParent = (stored: StoredQuestionSet): QuestionSetModel => ({
  id: stored.id,
  year: stored.document.year,
  revision: stored.document.revision,
  status: stored.status,
  version: stored.version,
  publishedAt: stored.publishedAt,
  contentHash: stored.contentHash,
  sections: stored.document.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => definitionParent(question, stored.document, BOOLEAN_SCALE)),
  })),
});

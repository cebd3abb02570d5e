import { Injectable } from '@nestjs/common';
import {
  changedFields,
  checkQuestionSet,
  composeModules,
  mergeDocuments,
  prepareQuestionSet,
  unknownModule,
  type QuestionSetDocument,
  type QuestionSetFault,
  type Result,
} from '@reflexbogen/domain';
import {
  ModuleRepository,
  QuestionSetRepository,
  TemplateRepository,
  type DraftAuthor,
  type StoredQuestionSet,
} from '@reflexbogen/persistence';
import { signedIn, type Actor } from '../access/actor.js';
import { documentFrom } from './document.mapper.js';
import { errorOf, questionSetParent } from './question-set.parent.js';
import type { DraftQuestionSetInput, RestoreQuestionSetInput, SaveQuestionSetInput } from './question-set.input.js';
import type {
  DraftQuestionSetErrorCode,
  DraftQuestionSetPayload,
  SaveQuestionSetErrorCode,
  SaveQuestionSetPayload,
} from './question-set.model.js';

export const authorOf = (actor: Actor | null): DraftAuthor => ({
  id: signedIn(actor).id,
});

/** Question sets in the making: several designers may work on one draft. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly questionSets: QuestionSetRepository,
    private readonly templates: TemplateRepository,
    private readonly modules: ModuleRepository,
  ) {}

  async draft(input: DraftQuestionSetInput, actor: Actor | null): Promise<DraftQuestionSetPayload> {
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
    const document = await this.firstDocument(template.id, { year: input.year, revision }, input, base);
    if (!document.ok)
      return {
        questionSet: null,
        errors: document.errors.map((fault) => errorOf(fault, 'INVALID_MODULES' as const, ['input'])),
      };
    const created = await this.questionSets.createDraft({
      templateId: template.id,
      basedOnId: base?.id ?? null,
      document: document.value,
      author: authorOf(actor),
    });
    // Two designers at once: the unique key on year and revision lets one of them win.
    if (created === null) return refuse('DRAFT_EXISTS', `${input.year} has a draft already.`, 'year');
    return { questionSet: questionSetParent(created), errors: [] };
  }

  private async firstDocument(
    templateId: string,
    identity: { readonly year: number; readonly revision: number },
    { modules: wanted }: DraftQuestionSetInput,
    base: StoredQuestionSet | null,
  ): Promise<Result<QuestionSetDocument, QuestionSetFault>> {
    if (wanted.length === 0)
      return {
        ok: true,
        value:
          base === null
            ? { ...identity, scales: [], sections: [] }
            : takenOver(base.document, identity.year, identity.revision),
      };
    const known = await this.modules.listByTemplate(templateId);
    const faults: QuestionSetFault[] = [];
    const taken = wanted.flatMap(({ code, revision }, index) => {
      const found = known.find((module) => module.code === code && module.revision === revision);
      if (found !== undefined) return [found];
      faults.push(unknownModule({ code, revision }, ['modules', index], known));
      return [];
    });
    if (faults.length > 0) return { ok: false, errors: faults };
    return composeModules(identity, taken, base === null ? null : prepareQuestionSet(base.id, base.document));
  }

  async save(input: SaveQuestionSetInput, actor: Actor | null): Promise<SaveQuestionSetPayload> {
    const stored = await this.questionSets.findById(input.id);
    if (stored === null) return refused(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    if (stored.status !== 'DRAFT') return refused(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
    const document = documentFrom(input.document, stored.document.year, stored.document.revision);
    return this.merge(stored, document, input.version, authorOf(actor));
  }

  /** Saves a document that came as a file. Year and revision stay those of the draft. */
  async saveDocument(
    id: string,
    version: number,
    document: QuestionSetDocument,
    actor: Actor | null,
  ): Promise<SaveQuestionSetPayload> {
    const stored = await this.questionSets.findById(id);
    if (stored === null) return refused(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    if (stored.status !== 'DRAFT') return refused(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
    const { year, revision } = stored.document;
    return this.merge(stored, { ...document, year, revision }, version, authorOf(actor));
  }

  /** Goes back to an earlier save: its document becomes the next version, so that nothing in between is lost. */
  async restore(input: RestoreQuestionSetInput, actor: Actor | null): Promise<SaveQuestionSetPayload> {
    const stored = await this.questionSets.findById(input.id);
    if (stored === null) return refused(null, 'NOT_FOUND', 'There is no such question set.', 'id');
    if (stored.status !== 'DRAFT') return refused(stored, 'NOT_A_DRAFT', `The set is ${stored.status}.`, 'id');
    const document = await this.questionSets.documentAt(input.id, input.to);
    if (document === null) return refused(stored, 'UNKNOWN_VERSION', `The draft has no version ${input.to}.`, 'to');
    return this.store(stored, document, input.version, { ...authorOf(actor), restoredFrom: input.to });
  }

  private async store(
    stored: StoredQuestionSet,
    document: QuestionSetDocument,
    version: number,
    author: DraftAuthor,
  ): Promise<SaveQuestionSetPayload> {
    const invalid = invalidIn(stored, document);
    if (invalid !== null) return invalid;
    const saved = await this.questionSets.saveDraft(stored.id, document, version, author);
    if (saved !== null) return { ...SAVED, questionSet: questionSetParent(saved) };
    return this.stale(stored.id, version);
  }

  /** Saves; where others have saved since the version that was read, what they did is merged in. */
  private async merge(
    stored: StoredQuestionSet,
    document: QuestionSetDocument,
    version: number,
    author: DraftAuthor,
  ): Promise<SaveQuestionSetPayload> {
    if (version === stored.version) {
      const outcome = await this.store(stored, document, version, author);
      if (!outcome.errors.some(({ code }) => code === 'STALE_VERSION')) return outcome;
    }
    const base = await this.questionSets.documentAt(stored.id, version);
    if (base === null) return this.stale(stored.id, version);
    // Somebody may save again while this is being merged: then it is merged with that.
    for (let attempt = 0; attempt < MERGE_ATTEMPTS; attempt += 1) {
      const current = await this.questionSets.findById(stored.id);
      if (current?.status !== 'DRAFT') break;
      const merged = mergeDocuments(base, document, current.document);
      if (!merged.ok)
        return {
          questionSet: questionSetParent(current),
          merged: [],
          conflict: {
            yours: questionSetParent({ ...current, document, version }, current),
            theirs: questionSetParent(current),
            fields: merged.errors.map(({ mine, ...field }) => ({ ...field, yours: mine })),
          },
          errors: [staleError(version, current)],
        };
      const invalid = invalidIn(current, merged.value.document);
      if (invalid !== null) return invalid;
      // What was sent is stored already: an act repeated after a lost answer.
      const saved =
        changedFields(current.document, merged.value.document).length === 0
          ? current
          : await this.questionSets.saveDraft(stored.id, merged.value.document, current.version, author);
      if (saved !== null)
        return {
          ...SAVED,
          questionSet: questionSetParent(saved),
          merged: merged.value.merged.map((path) => ({ path })),
        };
    }
    return this.stale(stored.id, version);
  }

  private async stale(id: string, version: number): Promise<SaveQuestionSetPayload> {
    const current = await this.questionSets.findById(id);
    return {
      ...SAVED,
      questionSet: current === null ? null : questionSetParent(current),
      errors: [staleError(version, current)],
    };
  }
}

const MERGE_ATTEMPTS = 5;

const SAVED = { merged: [], conflict: null, errors: [] } as const;

const staleError = (version: number, current: StoredQuestionSet | null) => ({
  code: 'STALE_VERSION' as const,
  message: `Read at version ${version}, stored is ${current?.version ?? 'none'}.`,
  path: ['input', 'version'],
});

function invalidIn(stored: StoredQuestionSet, document: QuestionSetDocument): SaveQuestionSetPayload | null {
  const faults = checkQuestionSet(document);
  return faults.length === 0
    ? null
    : {
        ...SAVED,
        questionSet: questionSetParent(stored),
        errors: faults.map((fault) => errorOf(fault, 'INVALID_DOCUMENT' as const)),
      };
}

const refused = (
  questionSet: StoredQuestionSet | null,
  code: SaveQuestionSetErrorCode,
  message: string,
  path: string,
): SaveQuestionSetPayload => ({
  ...SAVED,
  questionSet: questionSet === null ? null : questionSetParent(questionSet),
  errors: [{ code, message, path: ['input', path] }],
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

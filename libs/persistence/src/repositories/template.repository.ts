import type { LocalizedText } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

export interface StoredTemplate {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  /** Languages in which everything published must be there. */
  readonly locales: readonly string[];
}

/** A question that is asked no more. */
export interface ArchivedQuestion {
  readonly code: string;
  readonly archivedAt: Date;
  readonly reason: string | null;
}

/** Templates and the identities of their questions. */
export class TemplateRepository extends Repository {
  findBySlug(slug: string, manager?: EntityManager): Promise<StoredTemplate | null> {
    return firstRow(this.executor(manager), 'SELECT id, slug, title, locales FROM template WHERE slug = $1', [slug]);
  }

  findById(id: string, manager?: EntityManager): Promise<StoredTemplate | null> {
    return firstRow(this.executor(manager), 'SELECT id, slug, title, locales FROM template WHERE id = $1', [id]);
  }

  /** By id; those that do not exist are absent. */
  async findByIds(ids: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, StoredTemplate>> {
    const rows = await rowsOf<StoredTemplate>(
      this.executor(manager),
      'SELECT id, slug, title, locales FROM template WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map((template) => [template.id, template]));
  }

  /** By slug, at most 1000. */
  list(): Promise<readonly StoredTemplate[]> {
    return rowsOf(this.executor(), 'SELECT id, slug, title, locales FROM template ORDER BY slug LIMIT 1000');
  }

  /** The template of this slug, created when there is none; an existing one keeps its title. */
  async ensure(slug: string, title: LocalizedText, manager?: EntityManager): Promise<StoredTemplate> {
    const executor = this.executor(manager);
    await rowsOf(executor, 'INSERT INTO template (slug, title) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING', [
      slug,
      title,
    ]);
    const stored = await firstRow<StoredTemplate>(
      executor,
      'SELECT id, slug, title, locales FROM template WHERE slug = $1',
      [slug],
    );
    if (stored === null) throw new Error(`template ${slug} vanished while it was being created`);
    return stored;
  }

  /** Identity of every question of the template, by code. */
  async questionIds(templateId: string, manager?: EntityManager): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ code: string; id: string }>(
      this.executor(manager),
      'SELECT code, id FROM question WHERE template_id = $1',
      [templateId],
    );
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  /** Gives every code an identity, in one statement; known codes keep theirs. */
  async ensureQuestions(
    templateId: string,
    codes: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, string>> {
    await rowsOf(
      this.executor(manager),
      'INSERT INTO question (template_id, code) SELECT $1, unnest($2::text[]) ON CONFLICT (template_id, code) DO NOTHING',
      [templateId, codes],
    );
    return this.questionIds(templateId, manager);
  }

  /** Publishing, archiving and what publishing requires happen one after another, template by template. */
  async lock(templateId: string, manager: EntityManager): Promise<void> {
    await rowsOf(manager, `SELECT pg_advisory_xact_lock(hashtextextended('reflexbogen template ' || $1, 0))`, [
      templateId,
    ]);
  }

  async requireLocales(templateId: string, locales: readonly string[], manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'UPDATE template SET locales = $2 WHERE id = $1', [templateId, locales]);
  }

  /** Questions that are asked no more, by code, at most 10,000. */
  archivedQuestions(templateId: string, manager?: EntityManager): Promise<readonly ArchivedQuestion[]> {
    return this.archivedByTemplates([templateId], manager);
  }

  /** The same for templates, by template. */
  archivedByTemplates(
    templateIds: readonly string[],
    manager?: EntityManager,
  ): Promise<readonly (ArchivedQuestion & { readonly templateId: string })[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT of_template.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT q.template_id AS "templateId", q.code, a.archived_at AS "archivedAt", a.reason
         FROM archived_question a JOIN question q ON q.id = a.question_id
         WHERE q.template_id = asked.id ORDER BY q.code LIMIT 10000) of_template
       ORDER BY of_template."templateId", of_template.code`,
      [templateIds],
    );
  }

  /** Archives questions for ever; those that are archived already stay as they are. */
  async archiveQuestions(
    templateId: string,
    codes: readonly string[],
    archivedBy: string,
    reason: string | null,
    manager: EntityManager,
  ): Promise<void> {
    await rowsOf(
      manager,
      `INSERT INTO archived_question (question_id, archived_by, reason)
       SELECT id, $3, $4 FROM question WHERE template_id = $1 AND code = ANY ($2) ON CONFLICT (question_id) DO NOTHING`,
      [templateId, codes, archivedBy, reason],
    );
  }
}

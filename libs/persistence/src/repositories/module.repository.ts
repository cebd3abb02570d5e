import type { LocalizedText, ModuleRevision } from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { firstRow, Repository, rowsOf } from './repository.js';

/** A published revision of a module, with the title of the module. */
export interface StoredModuleRevision extends ModuleRevision {
  readonly title: LocalizedText;
  readonly contentHash: string;
  readonly publishedAt: Date;
}

const COLUMNS = `m.code, m.title, r.revision, r.document->'scales' AS scales, r.document->'sections' AS sections,
  r.content_hash AS "contentHash", r.published_at AS "publishedAt"`;

/** Modules of templates. Nothing here changes one: a change is the next revision. */
export class ModuleRepository extends Repository {
  /** Every revision of every module of a template, by module and revision, at most 5000. */
  listByTemplate(templateId: string, manager?: EntityManager): Promise<readonly StoredModuleRevision[]> {
    return this.listByTemplates([templateId], manager);
  }

  /** The same for templates, by template. */
  listByTemplates(
    templateIds: readonly string[],
    manager?: EntityManager,
  ): Promise<readonly (StoredModuleRevision & { readonly templateId: string })[]> {
    return rowsOf(
      this.executor(manager),
      `SELECT of_template.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT m.template_id AS "templateId", ${COLUMNS} FROM module m JOIN module_revision r ON r.module_id = m.id
         WHERE m.template_id = asked.id ORDER BY m.code, r.revision LIMIT 5000) of_template
       ORDER BY of_template."templateId", of_template.code, of_template.revision`,
      [templateIds],
    );
  }

  /**
   * Publishes the next revision of a module, the first one for a module that is new.
   * @returns the revision; null where somebody else published that revision at the same time, or where nothing has changed
   *   since the last one
   */
  async publish(
    templateId: string,
    module: Pick<StoredModuleRevision, 'code' | 'title' | 'scales' | 'sections' | 'contentHash'>,
    publishedBy: string,
  ): Promise<StoredModuleRevision | null> {
    return this.dataSource.transaction(async (manager) => {
      await rowsOf(
        manager,
        `INSERT INTO module (template_id, code, title) VALUES ($1, $2, $3) ON CONFLICT (template_id, code) DO NOTHING`,
        [templateId, module.code, module.title],
      );
      const row = await firstRow<{ revision: number }>(
        manager,
        `INSERT INTO module_revision (module_id, revision, document, content_hash, published_by)
         SELECT m.id, coalesce(last.revision, 0) + 1, $3, $4, $5 FROM module m
         LEFT JOIN LATERAL (SELECT revision, content_hash FROM module_revision WHERE module_id = m.id
                            ORDER BY revision DESC LIMIT 1) last ON true
         WHERE m.template_id = $1 AND m.code = $2 AND last.content_hash IS DISTINCT FROM $4
         ON CONFLICT (module_id, revision) DO NOTHING RETURNING revision`,
        [
          templateId,
          module.code,
          JSON.stringify({ scales: module.scales, sections: module.sections }),
          module.contentHash,
          publishedBy,
        ],
      );
      if (row === null) return null;
      return firstRow<StoredModuleRevision>(
        manager,
        `SELECT ${COLUMNS} FROM module m JOIN module_revision r ON r.module_id = m.id
         WHERE m.template_id = $1 AND m.code = $2 AND r.revision = $3`,
        [templateId, module.code, row.revision],
      );
    });
  }
}

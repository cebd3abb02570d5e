import {
  prepareQuestionSet,
  type QuestionDefinition,
  type QuestionSetDocument,
  type QuestionSetStatus,
  type Since,
} from '@reflexbogen/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { PERSON_NAME } from './person.repository.js';
import { firstRow, Repository, rowsOf } from './repository.js';
import { TemplateRepository } from './template.repository.js';

/** A question set as it is stored, its children put together to the document they were saved from. */
export interface StoredQuestionSet {
  readonly id: string;
  readonly templateId: string;
  /** Slug of the template. */
  readonly template: string;
  readonly status: QuestionSetStatus;
  readonly version: number;
  readonly publishedAt: Date | null;
  /** Null for a draft. */
  readonly contentHash: string | null;
  readonly document: QuestionSetDocument;
}

/** Who saves a draft, and from which earlier version when it goes back to one. */
export interface DraftAuthor {
  /** Id of a person. */
  readonly id: string;
  readonly restoredFrom?: number;
}

/** One save of a draft. */
export interface QuestionSetVersion {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedByName: string;
  /** The version that was gone back to; null for an ordinary save. */
  readonly restoredFrom: number | null;
}

interface SetRow {
  id: string;
  template_id: string;
  template: string;
  year: number;
  revision: number;
  status: QuestionSetStatus;
  version: number;
  published_at: Date | null;
  content_hash: string | null;
  modules: QuestionSetDocument['modules'] | null;
  sections: readonly SectionRow[];
  scales: QuestionSetDocument['scales'];
  questions: readonly QuestionRow[];
}

interface QuestionRow {
  section_position: number;
  code: string;
  type: QuestionDefinition['type'];
  scale_code: string | null;
  required: boolean;
  visible_if: string | null;
  required_if: string | null;
  text: QuestionDefinition['text'];
  since: Since | null;
  properties: Partial<QuestionDefinition>;
}

interface SectionRow {
  position: number;
  code: string;
  title: QuestionDefinition['text'];
}

/** Sets with their children in one statement, however many there are. */
const SELECT = `SELECT s.id, s.template_id, (SELECT t.slug FROM template t WHERE t.id = s.template_id) AS template, s.year, s.revision,
  s.status, s.version, s.published_at, s.content_hash, s.modules,
  (SELECT coalesce(json_agg(json_build_object('position', c.position, 'code', c.code, 'title', c.title) ORDER BY c.position), '[]')
   FROM section c WHERE c.question_set_id = s.id) AS sections,
  (SELECT coalesce(json_agg(json_build_object('code', c.code, 'ordered', c.ordered, 'polarity', c.polarity, 'boxes', c.boxes,
     'missing', c.missing, 'levels',
     (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', l.code, 'label', l.label, 'direction', l.direction, 'archived', nullif(l.archived, false))) ORDER BY l.rank), '[]')
      FROM level l WHERE l.question_set_id = c.question_set_id AND l.scale_code = c.code)) ORDER BY c.position), '[]')
   FROM scale c WHERE c.question_set_id = s.id) AS scales,
  (SELECT coalesce(json_agg(json_build_object('section_position', r.section_position, 'code', q.code, 'type', r.type,
     'scale_code', r.scale_code, 'required', r.required, 'visible_if', r.visible_if, 'required_if', r.required_if, 'text', r.text,
     'since', r.since, 'properties', r.properties) ORDER BY r.position), '[]')
   FROM question_revision r JOIN question q ON q.id = r.question_id WHERE r.question_set_id = s.id) AS questions
  FROM question_set s`;

/** Question sets with their children, always read and written as one document. */
export class QuestionSetRepository extends Repository {
  constructor(
    dataSource: DataSource,
    private readonly templates: TemplateRepository,
  ) {
    super(dataSource);
  }

  async findById(id: string, manager?: EntityManager): Promise<StoredQuestionSet | null> {
    return (await this.findByIds([id], manager)).get(id) ?? null;
  }

  /** By id; those that do not exist are absent. */
  async findByIds(ids: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, StoredQuestionSet>> {
    const rows = await rowsOf<SetRow>(this.executor(manager), `${SELECT} WHERE s.id = ANY ($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, questionSetOf(row)]));
  }

  /** All sets of a template by year and revision. */
  findByTemplate(templateId: string, manager?: EntityManager): Promise<readonly StoredQuestionSet[]> {
    return this.findByTemplates([templateId], manager);
  }

  /** All sets of templates by template, year and revision. */
  async findByTemplates(
    templateIds: readonly string[],
    manager?: EntityManager,
  ): Promise<readonly StoredQuestionSet[]> {
    const rows = await rowsOf<SetRow>(
      this.executor(manager),
      `${SELECT} WHERE s.template_id = ANY ($1) ORDER BY s.template_id, s.year, s.revision`,
      [templateIds],
    );
    return rows.map(questionSetOf);
  }

  /** @returns null where the template has a set of this year and revision already */
  async createDraft(
    draft: {
      readonly templateId: string;
      readonly basedOnId: string | null;
      readonly document: QuestionSetDocument;
      /** Who begins it; without an author its saves are not kept: an import publishes at once. */
      readonly author?: DraftAuthor;
    },
    manager?: EntityManager,
  ): Promise<StoredQuestionSet | null> {
    const work = async (inner: EntityManager): Promise<StoredQuestionSet | null> => {
      const row = await firstRow<{ id: string }>(
        inner,
        `INSERT INTO question_set (template_id, year, revision, status, based_on_id, modules) VALUES ($1, $2, $3, 'DRAFT', $4, $5)
         ON CONFLICT (template_id, year, revision) DO NOTHING RETURNING id`,
        [draft.templateId, draft.document.year, draft.document.revision, draft.basedOnId, modulesOf(draft.document)],
      );
      if (row === null) return null;
      await this.writeChildren(inner, row.id, draft.templateId, draft.document);
      if (draft.author !== undefined) await keepVersion(inner, row.id, 1, draft.document, draft.author);
      return this.findById(row.id, inner);
    };
    return manager ? work(manager) : this.dataSource.transaction(work);
  }

  /** Replaces a draft's document and keeps the save. @returns null where it is no draft or was saved since `expectedVersion` */
  async saveDraft(
    id: string,
    document: QuestionSetDocument,
    expectedVersion: number,
    author: DraftAuthor,
  ): Promise<StoredQuestionSet | null> {
    return this.dataSource.transaction(async (manager) => {
      const row = await firstRow<{ template_id: string }>(
        manager,
        `UPDATE question_set SET version = version + 1, modules = $3
         WHERE id = $1 AND status = 'DRAFT' AND version = $2 RETURNING template_id`,
        [id, expectedVersion, modulesOf(document)],
      );
      if (row === null) return null;
      for (const table of ['question_revision', 'level', 'scale', 'section'])
        await rowsOf(manager, `DELETE FROM ${table} WHERE question_set_id = $1`, [id]);
      await this.writeChildren(manager, id, row.template_id, document);
      await keepVersion(manager, id, expectedVersion + 1, document, author);
      return this.findById(id, manager);
    });
  }

  /** The saves of drafts, of each the latest first, at most 1000. */
  versions(ids: readonly string[]): Promise<readonly (QuestionSetVersion & { readonly questionSetId: string })[]> {
    return rowsOf(
      this.executor(),
      `SELECT v.question_set_id AS "questionSetId", v.version, v.saved_at AS "savedAt", ${PERSON_NAME} AS "savedByName",
         v.restored_from AS "restoredFrom"
       FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT w.question_set_id, w.version, w.saved_at, w.saved_by, w.restored_from
         FROM question_set_version w WHERE w.question_set_id = asked.id ORDER BY w.version DESC LIMIT 1000) v
       JOIN person p ON p.id = v.saved_by ORDER BY v.question_set_id, v.version DESC`,
      [ids],
    );
  }

  /** What a draft said at a version; null where that was not kept. */
  async documentAt(id: string, version: number): Promise<QuestionSetDocument | null> {
    const row = await firstRow<{ document: QuestionSetDocument }>(
      this.executor(),
      'SELECT document FROM question_set_version WHERE question_set_id = $1 AND version = $2',
      [id, version],
    );
    return row?.document ?? null;
  }

  /** Freezes a draft for ever. @returns null where it is no draft or was saved since `expectedVersion` */
  async publish(
    id: string,
    expectedVersion: number,
    publishedBy: string,
    contentHash: string,
    manager?: EntityManager,
  ): Promise<StoredQuestionSet | null> {
    const row = await firstRow<{ id: string }>(
      this.executor(manager),
      `UPDATE question_set SET status = 'PUBLISHED', published_at = now(), published_by = $3, content_hash = $4
       WHERE id = $1 AND status = 'DRAFT' AND version = $2 RETURNING id`,
      [id, expectedVersion, publishedBy, contentHash],
    );
    return row === null ? null : this.findById(id, manager);
  }

  private async writeChildren(
    executor: EntityManager,
    id: string,
    templateId: string,
    document: QuestionSetDocument,
  ): Promise<void> {
    const sections = document.sections.map((section, position) => ({
      position,
      code: section.code,
      title: section.title,
    }));
    await rowsOf(
      executor,
      `INSERT INTO section (question_set_id, position, code, title)
       SELECT $1, position, code, title FROM jsonb_to_recordset($2) AS row (position integer, code text, title jsonb)`,
      [id, JSON.stringify(sections)],
    );
    await rowsOf(
      executor,
      `INSERT INTO scale (question_set_id, code, position, ordered, polarity, boxes, missing)
       SELECT $1, code, position, ordered, polarity, boxes, missing FROM jsonb_to_recordset($2)
         AS row (code text, position integer, ordered boolean, polarity text, boxes jsonb, missing jsonb)`,
      [id, JSON.stringify(document.scales.map((scale, position) => ({ ...scale, position })))],
    );
    const levels = document.scales.flatMap((scale) =>
      scale.levels.map((level, rank) => ({ ...level, rank, scale: scale.code })),
    );
    await rowsOf(
      executor,
      `INSERT INTO level (question_set_id, scale_code, rank, code, label, direction, archived)
       SELECT $1, scale, rank, code, label, direction, coalesce(archived, false) FROM jsonb_to_recordset($2)
         AS row (scale text, rank integer, code text, label jsonb, direction text, archived boolean)`,
      [id, JSON.stringify(levels)],
    );
    // Identities of the questions that are answered, and of the grids they are cells of.
    const prepared = prepareQuestionSet(id, document);
    const definitions = document.sections.flatMap((section, position) =>
      section.questions.map((definition) => ({ definition, position })),
    );
    const codes = new Set([...prepared.byCode.keys(), ...definitions.map(({ definition }) => definition.code)]);
    const ids = await this.templates.ensureQuestions(templateId, [...codes], executor);
    await rowsOf(
      executor,
      `INSERT INTO question_revision
         (question_set_id, position, section_position, question_id, type, scale_code, required, visible_if, required_if, text, since, properties)
       SELECT $1, position, section_position, question_id, type, scale_code, required, visible_if, required_if, text, since, properties
       FROM jsonb_to_recordset($2) AS row (position integer, section_position integer, question_id bigint, type text, scale_code text,
         required boolean, visible_if text, required_if text, text jsonb, since jsonb, properties jsonb)`,
      [
        id,
        JSON.stringify(
          definitions.map(({ definition, position }, index) => {
            const { code, type, scale, required, visibleIf, requiredIf, text, since, ...properties } = definition;
            return {
              position: index,
              section_position: position,
              question_id: ids.get(code),
              type,
              scale_code: scale ?? null,
              required,
              visible_if: visibleIf ?? null,
              required_if: requiredIf ?? null,
              text,
              since: since ?? null,
              properties,
            };
          }),
        ),
      ],
    );
  }
}

const questionSetOf = ({ sections, questions, ...set }: SetRow): StoredQuestionSet => ({
  id: set.id,
  templateId: set.template_id,
  template: set.template,
  status: set.status,
  version: set.version,
  publishedAt: set.published_at,
  contentHash: set.content_hash,
  document: {
    year: set.year,
    revision: set.revision,
    ...(set.modules === null || set.modules === undefined ? {} : { modules: set.modules }),
    scales: set.scales,
    sections: sections.map(({ position, code, title }) => ({
      code,
      title,
      questions: questions.filter((question) => question.section_position === position).map(definitionOf),
    })),
  },
});

const modulesOf = ({ modules }: QuestionSetDocument): string | null =>
  modules === undefined ? null : JSON.stringify(modules);

const keepVersion = (
  manager: EntityManager,
  id: string,
  version: number,
  document: QuestionSetDocument,
  author: DraftAuthor,
): Promise<unknown> =>
  rowsOf(
    manager,
    `INSERT INTO question_set_version (question_set_id, version, document, saved_by, restored_from)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, version, JSON.stringify(document), author.id, author.restoredFrom ?? null],
  );

const definitionOf = (row: QuestionRow): QuestionDefinition => ({
  code: row.code,
  type: row.type,
  text: row.text,
  required: row.required,
  ...(row.scale_code === null ? {} : { scale: row.scale_code }),
  ...(row.visible_if === null ? {} : { visibleIf: row.visible_if }),
  ...(row.required_if === null ? {} : { requiredIf: row.required_if }),
  ...(row.since === null ? {} : { since: row.since }),
  ...row.properties,
});

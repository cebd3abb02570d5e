import {
  DEFAULT_DISCLOSURE_POLICY,
  type Attribute,
  type DisclosurePolicy,
  type LocalizedText,
} from '@reflexbogen/domain';
import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { firstRow, Repository, rowsOf } from './repository.js';

export interface StoredAttribute extends Attribute {
  readonly values: readonly { readonly code: string; readonly label: LocalizedText }[];
}

export interface StoredStudy {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly defaultLocale: string;
  readonly templateId: string;
  /** Slug of the template. */
  readonly template: string;
  /** Hash of the package it was imported from last; null for a study made here. */
  readonly packageHash: string | null;
  readonly attributes: readonly StoredAttribute[];
  readonly disclosure: DisclosurePolicy;
}

export type NewStudy = Omit<StoredStudy, 'id' | 'template' | 'attributes' | 'disclosure'> & {
  readonly attributes: readonly Attribute[];
  readonly disclosure?: DisclosurePolicy | null;
};

const SELECT = `SELECT s.id, s.slug, s.title, s.description, s.default_locale AS "defaultLocale", s.template_id AS "templateId",
  (SELECT t.slug FROM template t WHERE t.id = s.template_id) AS template, s.package_hash AS "packageHash", s.disclosure,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'label', a.label, 'values', coalesce(a.values, '[]'::jsonb)) ORDER BY a.position), '[]')
   FROM attribute a WHERE a.study_id = s.id) AS attributes
  FROM study s`;

export class StudyRepository extends Repository {
  findBySlug(slug: string, manager?: EntityManager): Promise<StoredStudy | null> {
    return firstRow(this.executor(manager), prepared(`${SELECT} WHERE s.slug = $1`), [slug]);
  }

  findById(id: string, manager?: EntityManager): Promise<StoredStudy | null> {
    return firstRow(this.executor(manager), prepared(`${SELECT} WHERE s.id = $1`), [id]);
  }

  /** By slug, at most 1000. */
  list(manager?: EntityManager): Promise<readonly StoredStudy[]> {
    return rowsOf(this.executor(manager), `${SELECT} ORDER BY s.slug LIMIT 1000`);
  }

  /** Creates a study with its attributes. The caller holds the study's lock. */
  async create(study: NewStudy, manager: EntityManager): Promise<string> {
    const row = await firstRow<{ id: string }>(
      manager,
      'INSERT INTO study (slug, title, description, default_locale, template_id, package_hash, disclosure) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id',
      [
        study.slug,
        study.title,
        study.description,
        study.defaultLocale,
        study.templateId,
        study.packageHash,
        study.disclosure ?? DEFAULT_DISCLOSURE_POLICY,
      ],
    );
    if (row === null) throw new Error('INSERT … RETURNING gave no row');
    await rowsOf(
      manager,
      `INSERT INTO attribute (study_id, code, position, label, "values")
       SELECT $1, code, position, label, "values" FROM jsonb_to_recordset($2) AS row (code text, position integer, label jsonb, "values" jsonb)`,
      [row.id, JSON.stringify(study.attributes.map((attribute, position) => ({ ...attribute, position })))],
    );
    return row.id;
  }

  async setPackageHash(id: string, hash: string, manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'UPDATE study SET package_hash = $2 WHERE id = $1', [id, hash]);
  }

  async setDisclosure(id: string, disclosure: DisclosurePolicy, manager: EntityManager): Promise<void> {
    await rowsOf(manager, 'UPDATE study SET disclosure = $2 WHERE id = $1', [id, disclosure]);
  }

  /** Waits until nobody else imports this study, until the end of the transaction. */
  async lock(slug: string, manager: EntityManager): Promise<void> {
    await rowsOf(manager, `SELECT pg_advisory_xact_lock(hashtextextended('reflexbogen study ' || $1, 0))`, [slug]);
  }

  /** Tells every replica that panel, rounds or question sets of a study have changed. */
  async announce(id: string, manager?: EntityManager): Promise<void> {
    await rowsOf(this.executor(manager), `SELECT pg_notify('reflexbogen_study', $1)`, [id]);
  }
}

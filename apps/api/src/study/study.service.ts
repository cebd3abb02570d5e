import { Injectable } from '@nestjs/common';
import type { DisclosurePolicy, LocalizedText } from '@reflexbogen/domain';
import { StudyRepository } from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';

/** Parent of the schema's Study. */
export interface StudyParent {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly defaultLocale: string;
  readonly templateId: string;
  readonly template: string;
  readonly disclosure: DisclosurePolicy;
  readonly attributes: readonly {
    readonly code: string;
    readonly label: LocalizedText;
    readonly values: readonly { readonly code: string; readonly label: LocalizedText }[];
  }[];
}

@Injectable()
export class StudyService {
  constructor(private readonly studies: StudyRepository) {}

  /** The study, or null when there is none that the actor's token covers: both look alike from outside. */
  async find(slug: string, actor: Actor | null): Promise<StudyParent | null> {
    if (!mayTouchStudy(actor, slug)) return null;
    return this.studies.findBySlug(slug);
  }

  /** The study for what is open to everybody: citations of released figures. */
  findPublic(slug: string): Promise<StudyParent | null> {
    return this.studies.findBySlug(slug);
  }

  async list(actor: Actor | null): Promise<readonly StudyParent[]> {
    const all = await this.studies.list();
    return all.filter((study) => mayTouchStudy(actor, study.slug));
  }
}

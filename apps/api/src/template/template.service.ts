import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@reflexbogen/domain';
import { TemplateRepository } from '@reflexbogen/persistence';

/** Parent of the schema's Template. */
export interface TemplateParent {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
}

@Injectable()
export class TemplateService {
  constructor(private readonly templates: TemplateRepository) {}

  findBySlug(slug: string): Promise<TemplateParent | null> {
    return this.templates.findBySlug(slug);
  }
}

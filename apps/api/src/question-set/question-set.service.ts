import { Injectable } from '@nestjs/common';
import { QuestionSetRepository, type QuestionSetVersion } from '@reflexbogen/persistence';
import type { QuestionSetModel } from './question-set.model.js';
import { questionSetParent } from './question-set.parent.js';

/** What an identifier of ours looks like; anything else names nothing, and must not reach the database. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class QuestionSetService {
  constructor(private readonly questionSets: QuestionSetRepository) {}

  async find(id: string): Promise<QuestionSetModel | null> {
    if (!UUID.test(id)) return null;
    const stored = await this.questionSets.findById(id);
    return stored === null ? null : questionSetParent(stored);
  }

  async ofTemplate(templateId: string): Promise<readonly QuestionSetModel[]> {
    const stored = await this.questionSets.findByTemplate(templateId);
    return stored.map(questionSetParent);
  }

  versionsOf(id: string): Promise<readonly QuestionSetVersion[]> {
    return this.questionSets.versions(id);
  }
}

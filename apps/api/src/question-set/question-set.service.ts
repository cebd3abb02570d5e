import { Injectable } from '@nestjs/common';
import { QuestionSetRepository, type QuestionSetVersion } from '@reflexbogen/persistence';
import type { GraphQLContext } from '../graphql/context.js';
import { OperationLoader, rowsByKey } from '../graphql/operation-loader.js';
import { questionSetParent, type QuestionSetParent } from './question-set.parent.js';

/** What an identifier of ours looks like; anything else names nothing, and must not reach the database. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class QuestionSetService {
  private readonly byId = new OperationLoader<string, QuestionSetParent | null>(async (ids) => {
    const stored = await this.questionSets.findByIds(ids);
    return new Map([...stored].map(([id, set]) => [id, questionSetParent(set)]));
  }, null);

  private readonly byTemplate = new OperationLoader<string, readonly QuestionSetParent[]>(async (templateIds) => {
    const stored = await this.questionSets.findByTemplates(templateIds);
    return rowsByKey(
      stored.map((set) => questionSetParent(set)),
      (set) => set.stored.templateId,
    );
  }, []);

  private readonly versionsBySet = new OperationLoader<string, readonly QuestionSetVersion[]>(
    async (ids) => rowsByKey(await this.questionSets.versions(ids), ({ questionSetId }) => questionSetId),
    [],
  );

  constructor(private readonly questionSets: QuestionSetRepository) {}

  async find(id: string, context: GraphQLContext): Promise<QuestionSetParent | null> {
    return UUID.test(id) ? this.byId.load(context, id.toLowerCase()) : null;
  }

  ofTemplate(templateId: string, context: GraphQLContext): Promise<readonly QuestionSetParent[]> {
    return this.byTemplate.load(context, templateId);
  }

  versionsOf(id: string, context: GraphQLContext): Promise<readonly QuestionSetVersion[]> {
    return this.versionsBySet.load(context, id);
  }
}

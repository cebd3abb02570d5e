import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import { QuestionSetModel } from '../question-set/question-set.model.js';
import type { QuestionSetParent } from '../question-set/question-set.parent.js';
import {
  MissingTranslationModel,
  QuestionnaireFileModel,
  QuestionnaireFormatEnum,
  ReadQuestionnaireInput,
  ReadQuestionnairePayload,
  type QuestionnaireFormat,
} from './questionnaire.model.js';
import { QuestionnaireService } from './questionnaire.service.js';

const optional = (description: string) => ({ type: () => String, nullable: true, description }) as const;

/** Adds files to QuestionSet from the feature that writes them. */
@Resolver(() => QuestionSetModel)
export class QuestionnaireResolver {
  constructor(private readonly questionnaires: QuestionnaireService) {}

  @ResolveField(() => QuestionnaireFileModel, { description: 'The set as a file; drafts as they are saved now.' })
  file(
    @Parent() { stored }: QuestionSetParent,
    @Args('format', { type: () => QuestionnaireFormatEnum, description: 'As what.' }) format: QuestionnaireFormat,
    @Args('previous', optional('YAML: the file as it was; its comments, and what has not changed, stay as they are.'))
    previous?: string | null,
    @Args('source', optional('Files for translators: language translated from; de without.')) source?: string | null,
    @Args('target', optional('Files for translators: language translated to.')) target?: string | null,
  ): Promise<QuestionnaireFileModel> {
    return this.questionnaires.file(stored, { format, previous, source, target });
  }

  @ResolveField(() => [MissingTranslationModel], {
    description: 'Every text that one of these languages lacks, by language, in the order of the set.',
  })
  missingTranslations(
    @Parent() { stored }: QuestionSetParent,
    @Args('locales', { type: () => [String], description: 'BCP 47 language tags, at most 50.' }) locales: string[],
  ): readonly MissingTranslationModel[] {
    return this.questionnaires.missingTranslations(stored, locales);
  }

  @Query(() => String, {
    nullable: true,
    description:
      'A TypeScript module for the question set that a round asks: codes, levels, the shape of a sheet, a validator. Null when there is no such round.',
  })
  roundTypes(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('round', { description: 'Code of the round.' }) round: string,
    @Context() { actor }: GraphQLContext,
  ): Promise<string | null> {
    return this.questionnaires.types(study, round, actor);
  }

  @Mutation(() => ReadQuestionnairePayload, {
    description:
      'Saves an uploaded file as a draft: the whole set, or its texts in one language. With any fault nothing is saved.',
  })
  readQuestionnaire(
    @Args('input', { description: 'What is asked for.' }) input: ReadQuestionnaireInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ReadQuestionnairePayload> {
    return this.questionnaires.read(input, actor);
  }
}

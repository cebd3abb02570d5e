import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { labelOf, localize, type SectionDefinition } from '@reflexbogen/domain';
import type { GraphQLContext } from '../graphql/context.js';
import { AnswerValueModel, type AnswerValueParent } from './answer-value.model.js';
import {
  SaveAnswersInput,
  SaveAnswersPayload,
  SheetModel,
  SheetSectionModel,
  SubmitResponseInput,
  SubmitResponsePayload,
} from './response.model.js';
import { PreviewSheetInput, SheetPreviewModel } from './preview.model.js';
import { PreviewService } from './preview.service.js';
import { AnswerService } from './answer.service.js';
import { SheetService } from './sheet.service.js';
import { SubmissionService } from './submission.service.js';

@Resolver()
export class ResponseResolver {
  constructor(
    private readonly sheets: SheetService,
    private readonly answers: AnswerService,
    private readonly submissions: SubmissionService,
    private readonly previews: PreviewService,
  ) {}

  @Query(() => SheetModel, {
    nullable: true,
    description: 'The sheet of your municipality in a round; null when there is none for you.',
  })
  mySheet(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('round', { description: 'Code of the round.' }) round: string,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<SheetModel | null> {
    return this.sheets.mySheet(study, round, actor, receivedAt);
  }

  @Query(() => SheetModel, {
    nullable: true,
    description: 'The sheet of a municipality in a round, for the staff who run it; null when there is none for you.',
  })
  sheet(
    @Args('study', { description: 'Slug of the study.' }) study: string,
    @Args('round', { description: 'Code of the round.' }) round: string,
    @Args('municipality', { description: 'Code of the municipality.' }) municipality: string,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<SheetModel | null> {
    return this.sheets.sheet(study, round, municipality, actor, receivedAt);
  }

  @Query(() => SheetPreviewModel, {
    nullable: true,
    description: 'What a question set would show, drafts included, given some answers; null when there is no such set.',
  })
  previewSheet(
    @Args('input', { description: 'What is asked for.' }) input: PreviewSheetInput,
  ): Promise<SheetPreviewModel | null> {
    return this.previews.preview(input);
  }

  @Mutation(() => SaveAnswersPayload, {
    description:
      'Saves single answers. Different questions never conflict; on the same one the later editor gets both values.',
  })
  saveAnswers(
    @Args('input', { description: 'What is asked for.' }) input: SaveAnswersInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<SaveAnswersPayload> {
    return this.answers.save(input, actor, receivedAt);
  }

  @Mutation(() => SubmitResponsePayload, {
    description: 'Hands the sheet in: checks it, freezes it, and answers with a receipt.',
  })
  submitResponse(
    @Args('input', { description: 'What is asked for.' }) input: SubmitResponseInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<SubmitResponsePayload> {
    return this.submissions.submit(input, actor, receivedAt);
  }
}

@Resolver(() => SheetSectionModel)
export class SheetSectionResolver {
  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(
    @Parent() section: Pick<SectionDefinition, 'title'>,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'BCP 47 language tag; falls back to the default locale.',
    })
    locale?: string | null,
  ): string {
    return localize(section.title, locale ?? 'de');
  }
}

@Resolver(() => AnswerValueModel)
export class AnswerValueResolver {
  @ResolveField(() => String, {
    description: 'The value as a reader sees it, in one language. Never empty but for an empty text.',
  })
  label(
    @Parent() { question, value }: AnswerValueParent,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'BCP 47 language tag; falls back to the default locale.',
    })
    locale?: string | null,
  ): string {
    return labelOf(question, value, locale ?? 'de');
  }
}

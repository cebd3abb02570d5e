import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import {
  ReadSheetFileInput,
  ReadSheetFilePayload,
  SheetFileFormatEnum,
  SheetFileModel,
  type SheetOutputFormat,
} from './sheet-file.model.js';
import { SheetFileService } from './sheet-file.service.js';

/** Sheets as files. */
@Resolver()
export class SheetFileResolver {
  constructor(private readonly files: SheetFileService) {}

  @Query(() => SheetFileModel, {
    nullable: true,
    description:
      'A sheet as a file to fill in, with what is answered so far; null when there is no such sheet for you.',
  })
  sheetFile(
    @Args('response', { type: () => ID, description: 'The response.' }) response: string,
    @Args('format', { type: () => SheetFileFormatEnum, description: 'As what.' }) format: SheetOutputFormat,
    @Context() { actor, receivedAt }: GraphQLContext,
    @Args('locale', { type: () => String, nullable: true, description: 'BCP 47 language tag; German without.' })
    locale?: string | null,
  ): Promise<SheetFileModel | null> {
    return this.files.write({ response, format, locale: locale ?? 'de' }, actor, receivedAt);
  }

  @Mutation(() => ReadSheetFilePayload, {
    description:
      'Takes over a sheet that was filled in as a file, or says what it would change. With any fault nothing.',
  })
  readSheetFile(
    @Args('input', { description: 'What is asked for.' }) input: ReadSheetFileInput,
    @Context() { actor, receivedAt }: GraphQLContext,
  ): Promise<ReadSheetFilePayload> {
    return this.files.read(input, actor, receivedAt);
  }
}

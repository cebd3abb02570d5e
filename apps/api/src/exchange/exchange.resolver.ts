import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLContext } from '../graphql/context.js';
import {
  ExportStudyInput,
  ExportStudyPayload,
  ImportModel,
  ImportStudyInput,
  ImportStudyPayload,
} from './exchange.model.js';
import { DataExportModel, ExportDataInput, ExportDataPayload } from './data-export.model.js';
import { DataExportService } from './data-export.service.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';

@Resolver()
export class ExchangeResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly exports: ExportService,
    private readonly dataExports: DataExportService,
  ) {}

  @Query(() => ImportModel, {
    name: 'import',
    nullable: true,
    description: 'One of your imports; null when there is none, or an hour after it ended.',
  })
  findImport(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Context() { actor }: GraphQLContext,
  ): ImportModel | null {
    return this.imports.find(id, actor);
  }

  @Query(() => DataExportModel, {
    nullable: true,
    description: 'One of your data exports; null when there is none, or an hour after it was written.',
  })
  dataExport(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Context() { actor }: GraphQLContext,
  ): DataExportModel | null {
    return this.dataExports.find(id, actor);
  }

  @Mutation(() => ExportDataPayload, { description: "Starts writing a study's submissions as a data file." })
  exportData(
    @Args('input', { description: 'What is asked for.' }) input: ExportDataInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ExportDataPayload> {
    return this.dataExports.start(input, actor);
  }

  @Mutation(() => ImportStudyPayload, { description: 'Starts the import of an uploaded study package.' })
  importStudy(
    @Args('input', { description: 'What is asked for.' }) input: ImportStudyInput,
    @Context() { actor }: GraphQLContext,
  ): ImportStudyPayload {
    return this.imports.start(input, actor);
  }

  @Mutation(() => ExportStudyPayload, { description: 'Prepares the download of a study as a package.' })
  exportStudy(
    @Args('input', { description: 'What is asked for.' }) input: ExportStudyInput,
    @Context() { actor }: GraphQLContext,
  ): Promise<ExportStudyPayload> {
    return this.exports.prepare(input, actor);
  }
}

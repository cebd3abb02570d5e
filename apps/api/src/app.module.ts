import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import {
  AnswerRepository,
  FreezeRepository,
  IdempotencyRepository,
  ModuleRepository,
  MunicipalityRepository,
  NotificationListener,
  QuestionSetRepository,
  ResponseRepository,
  RoundRepository,
  SharedScaleRepository,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
} from '@reflexbogen/persistence';
import { APP_FILTER } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { ColumnStore } from './comparison/column.store.js';
import { ComparisonService } from './comparison/comparison.service.js';
import { SeriesService } from './comparison/series.service.js';
import { StudyViewService } from './comparison/study-view.js';
import type { Configuration } from './configuration.js';
import { ExchangeController } from './exchange/exchange.controller.js';
import { DataExportService } from './exchange/data-export.service.js';
import { ExportService } from './exchange/export.service.js';
import { CitationController } from './freeze/citation.controller.js';
import { FreezeDiffService } from './freeze/freeze-diff.service.js';
import { FreezeService } from './freeze/freeze.service.js';
import { ImportService } from './exchange/import.service.js';
import { PackageWriter } from './exchange/package.writer.js';
import { UploadStore } from './exchange/upload.store.js';
import { ApiErrorFilter } from './graphql/api-error.filter.js';
import { GraphQLSurfaceModule } from './graphql/graphql.module.js';
import { CONFIGURATION } from './graphql/tokens.js';
import { HealthController } from './health/health.controller.js';
import { MunicipalityService } from './municipality/municipality.service.js';
import { QuestionnaireService } from './questionnaire/questionnaire.service.js';
import { DiffService } from './question-set/diff.service.js';
import { DraftingService } from './question-set/drafting.service.js';
import { PublishingService } from './question-set/publishing.service.js';
import { QuestionSetService } from './question-set/question-set.service.js';
import { HomeController } from './web/home.controller.js';
import { RESOLVERS } from './resolvers.js';
import { PanelService } from './municipality/panel.service.js';
import { AnswerService } from './response/answer.service.js';
import { PreviewService } from './response/preview.service.js';
import { PreviousAnswersService } from './response/previous-answers.service.js';
import { SheetScopeService } from './response/sheet-scope.js';
import { SheetService } from './response/sheet.service.js';
import { SubmissionService } from './response/submission.service.js';
import { RoundPlanningService } from './round/round-planning.service.js';
import { RoundService } from './round/round.service.js';
import { SharedScaleService } from './scale-library/shared-scale.service.js';
import { StudyService } from './study/study.service.js';
import { TemplateService } from './template/template.service.js';

/** What `main.ts` and the tests hand in: a checked configuration, an open pool and the address to listen on. */
export interface AppResources {
  readonly configuration: Configuration;
  readonly dataSource: DataSource;
  readonly appUrl: string;
}

/** Repositories that need nothing but the pool. */
const PLAIN_REPOSITORIES: readonly Type<unknown>[] = [
  AnswerRepository,
  FreezeRepository,
  IdempotencyRepository,
  ModuleRepository,
  MunicipalityRepository,
  ResponseRepository,
  RoundRepository,
  SharedScaleRepository,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
];

const repositories: Provider[] = [
  ...PLAIN_REPOSITORIES.map((repository): Provider => ({
    provide: repository,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new repository(dataSource),
  })),
  {
    provide: QuestionSetRepository,
    inject: [DataSource, TemplateRepository],
    useFactory: (dataSource: DataSource, templates: TemplateRepository) =>
      new QuestionSetRepository(dataSource, templates),
  },
];

/** Configuration, pool and repositories: what every feature may ask for. */
@Global()
@Module({})
class ResourceModule {
  static for({ configuration, dataSource, appUrl }: AppResources): DynamicModule {
    const providers: Provider[] = [
      { provide: CONFIGURATION, useValue: configuration },
      { provide: DataSource, useValue: dataSource },
      { provide: NotificationListener, useFactory: () => new NotificationListener(appUrl) },
      ...repositories,
    ];
    return {
      module: ResourceModule,
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}

@Module({})
export class AppModule {
  static for(resources: AppResources): DynamicModule {
    return {
      module: AppModule,
      imports: [ResourceModule.for(resources), AccessModule, GraphQLSurfaceModule],
      controllers: [CitationController, ExchangeController, HealthController, HomeController],
      providers: [
        ...RESOLVERS,
        { provide: APP_FILTER, useClass: ApiErrorFilter },
        AnswerService,
        ColumnStore,
        ComparisonService,
        DataExportService,
        DiffService,
        DraftingService,
        ExportService,
        FreezeDiffService,
        FreezeService,
        ImportService,
        MunicipalityService,
        PackageWriter,
        PanelService,
        PreviewService,
        PreviousAnswersService,
        PublishingService,
        QuestionSetService,
        QuestionnaireService,
        RoundPlanningService,
        RoundService,
        SeriesService,
        SharedScaleService,
        SheetScopeService,
        SheetService,
        StudyService,
        StudyViewService,
        SubmissionService,
        TemplateService,
        UploadStore,
      ],
    };
  }
}

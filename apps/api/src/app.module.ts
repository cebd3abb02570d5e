import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import {
  AnswerRepository,
  AuditRepository,
  ApiTokenRepository,
  ExtensionRepository,
  FreezeRepository,
  HeavyReads,
  JobFiguresRepository,
  ModuleRepository,
  MunicipalityRepository,
  NotificationListener,
  PersonDataRepository,
  PersonRepository,
  PresenceRepository,
  PersonRoleRepository,
  QuestionSetRepository,
  RateBudgetRepository,
  ResponseRepository,
  RoundRepository,
  SchemaStateRepository,
  SectionWorkRepository,
  SharedScaleRepository,
  SheetEventRepository,
  SheetQueryRepository,
  SheetRepository,
  SheetViewRepository,
  SignInRepository,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
} from '@reflexbogen/persistence';
import { APP_FILTER } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import type { SignInMailer } from './access/sign-in-link.service.js';
import { AuditService } from './audit/audit.service.js';
import { CLOCK, systemClock, type Clock } from './clock.js';
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
import { LimitsModule } from './graphql/limits/limits.module.js';
import {
  loadTrustedDocuments,
  trustedDocumentSettings,
  type TrustedDocumentSettings,
} from './graphql/trusted-documents.configuration.js';
import { TrustedDocuments } from './graphql/trusted-documents.js';
import { CONFIGURATION } from './graphql/tokens.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import type { JobSettings } from './jobs/job-settings.js';
import { mailConfiguration, type MailConfiguration } from './mail/mail-configuration.js';
import { MAIL_SERVICES, mailResources } from './mail/mail.providers.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ServiceMetrics } from './metrics/service-metrics.js';
import { StateMetrics } from './metrics/state-metrics.js';
import { MunicipalityService } from './municipality/municipality.service.js';
import { PrivacyService } from './privacy/privacy.service.js';
import { QuestionnaireService } from './questionnaire/questionnaire.service.js';
import { DiffService } from './question-set/diff.service.js';
import { DraftingService } from './question-set/drafting.service.js';
import { PublishingService } from './question-set/publishing.service.js';
import { QuestionSetService } from './question-set/question-set.service.js';
import { RESOLVERS } from './resolvers.js';
import { PanelService } from './municipality/panel.service.js';
import { AnswerService } from './response/answer.service.js';
import { PreviewService } from './response/preview.service.js';
import { PreviousAnswersService } from './response/previous-answers.service.js';
import { ExtensionService } from './response/extension.service.js';
import { CompletionService } from './completion/completion.service.js';
import { HistoryService } from './response/history.service.js';
import { KnownSheets } from './response/known-sheets.js';
import { LiveService } from './response/live.service.js';
import { LiveStreams } from './response/live-streams.js';
import { PriorAnswers } from './response/prior-answers.js';
import { ReviewService } from './response/review.service.js';
import { SectionService } from './response/section.service.js';
import { SheetBatches } from './response/sheet-batches.js';
import { SheetNotices } from './response/sheet-notices.js';
import { SheetTransactions } from './response/sheet-transactions.js';
import { InvitationService } from './response/invitation.service.js';
import { RoundJobs } from './jobs/round-jobs.js';
import { SheetFileService } from './response/sheet-file.service.js';
import { SheetMails } from './response/sheet-mails.js';
import { SheetScopeService } from './response/sheet-scope.js';
import { SheetService } from './response/sheet.service.js';
import { SubmissionService } from './response/submission.service.js';
import { RoundPlanningService } from './round/round-planning.service.js';
import { RoundService } from './round/round.service.js';
import { SharedScaleService } from './scale-library/shared-scale.service.js';
import { StudyService } from './study/study.service.js';
import { Tracing } from './tracing/tracing.js';
import { TemplateService } from './template/template.service.js';

/** What `main.ts` and the tests hand in: a checked configuration, an open pool and the address to listen on. */
export interface AppResources {
  readonly configuration: Configuration;
  readonly dataSource: DataSource;
  /** Pool of a standby, not opened yet; without it there is none. */
  readonly replica?: DataSource;
  readonly appUrl: string;
  /** Writes the e-mails with sign-in links; without it nobody signs in by link. */
  readonly signInMailer?: SignInMailer;
  /** How persons are written to; without it as the environment says. */
  readonly mail?: MailConfiguration;
  /** Leases and pauses of jobs; the tests shorten them. */
  readonly jobs?: JobSettings;
  /** What time it is; the tests set it. */
  readonly clock?: Clock;
  readonly metrics: ServiceMetrics;
  /** Which documents may be run; without it as the environment says. */
  readonly trustedDocuments?: TrustedDocumentSettings;
  readonly tracing: Tracing | null;
}

/** Repositories that need nothing but the pool. */
const PLAIN_REPOSITORIES: readonly Type<unknown>[] = [
  AnswerRepository,
  AuditRepository,
  ApiTokenRepository,
  ExtensionRepository,
  FreezeRepository,
  JobFiguresRepository,
  ModuleRepository,
  MunicipalityRepository,
  PersonDataRepository,
  PersonRepository,
  PresenceRepository,
  PersonRoleRepository,
  RateBudgetRepository,
  ResponseRepository,
  RoundRepository,
  SchemaStateRepository,
  SectionWorkRepository,
  SharedScaleRepository,
  SheetEventRepository,
  SheetQueryRepository,
  SheetRepository,
  SheetViewRepository,
  SignInRepository,
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
  static for({
    configuration,
    dataSource,
    replica,
    appUrl,
    clock = systemClock,
    metrics,
    tracing,
    ...resources
  }: AppResources): DynamicModule {
    const providers: Provider[] = [
      { provide: CONFIGURATION, useValue: configuration },
      { provide: CLOCK, useValue: clock },
      { provide: ServiceMetrics, useValue: metrics },
      ...(tracing === null ? [] : [{ provide: Tracing, useValue: tracing }]),
      { provide: DataSource, useValue: dataSource },
      {
        provide: TrustedDocuments,
        useValue: loadTrustedDocuments(
          resources.trustedDocuments ?? trustedDocumentSettings(process.env, process.cwd()),
        ),
      },
      {
        provide: HeavyReads,
        useFactory: () =>
          new HeavyReads({
            primary: dataSource,
            replica: replica ?? null,
            onRead: (where) => metrics.heavyReads.inc({ where }),
          }),
      },
      { provide: NotificationListener, useFactory: () => new NotificationListener(appUrl) },
      ...repositories,
      ...mailResources({ ...resources, mail: resources.mail ?? mailConfiguration(process.env) }),
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
      imports: [ResourceModule.for(resources), AccessModule, LimitsModule, GraphQLSurfaceModule],
      controllers: [CitationController, ExchangeController, HealthController, MetricsController],
      providers: [
        ...RESOLVERS,
        { provide: APP_FILTER, useClass: ApiErrorFilter },
        AnswerService,
        AuditService,
        ColumnStore,
        ComparisonService,
        DataExportService,
        DiffService,
        DraftingService,
        ExportService,
        ExtensionService,
        FreezeDiffService,
        FreezeService,
        CompletionService,
        HistoryService,
        ImportService,
        InvitationService,
        KnownSheets,
        LiveService,
        LiveStreams,
        ...MAIL_SERVICES,
        MunicipalityService,
        PackageWriter,
        PanelService,
        PreviewService,
        PriorAnswers,
        PrivacyService,
        PreviousAnswersService,
        PublishingService,
        QuestionSetService,
        QuestionnaireService,
        Readiness,
        RoundPlanningService,
        RoundService,
        ReviewService,
        RoundJobs,
        SectionService,
        SeriesService,
        SharedScaleService,
        SheetBatches,
        SheetFileService,
        SheetNotices,
        SheetScopeService,
        SheetTransactions,
        SheetService,
        StateMetrics,
        StudyService,
        StudyViewService,
        SheetMails,
        SubmissionService,
        TemplateService,
        UploadStore,
      ],
    };
  }
}

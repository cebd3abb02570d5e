import type { Type } from '@nestjs/common';
import {
  AgreementResolver,
  ComparisonResolver,
  DeltaOptionResolver,
  DeltaResolver,
  DeltaStatisticsResolver,
  SeriesPointResolver,
} from './comparison/comparison.resolver.js';
import { FreezeResolver, StudyFreezesResolver } from './freeze/freeze.resolver.js';
import { ExchangeResolver } from './exchange/exchange.resolver.js';
import { DeadJobResolver } from './jobs/dead-job.resolver.js';
import { MailResolver } from './mail/mail.resolver.js';
import { PanelResolver, StudyMunicipalitiesResolver } from './municipality/municipality.resolver.js';
import {
  AnswerCheckResolver,
  GridAxisItemResolver,
  LevelResolver,
  MissingCodeResolver,
  QuestionResolver,
  SectionResolver,
} from './question-set/question.resolver.js';
import { PrivacyResolver } from './privacy/privacy.resolver.js';
import { QuestionnaireResolver } from './questionnaire/questionnaire.resolver.js';
import { QuestionChangeResolver, QuestionSetDiffResolver } from './question-set/diff.resolver.js';
import { QuestionSetResolver } from './question-set/question-set.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { CollectingResolver } from './response/collecting.resolver.js';
import { CompletionResolver } from './completion/completion.resolver.js';
import { HistoryResolver } from './response/history.resolver.js';
import { SheetFileResolver } from './response/sheet-file.resolver.js';
import { ReviewResolver } from './response/review.resolver.js';
import { AnswerValueResolver, ResponseResolver, SheetSectionResolver } from './response/response.resolver.js';
import { RoundPlanningResolver } from './round/round-planning.resolver.js';
import { RoundResolver, StudyRoundsResolver } from './round/round.resolver.js';
import { AttributeResolver, AttributeValueResolver, StudyResolver } from './study/study.resolver.js';
import { SharedScaleResolver } from './scale-library/shared-scale.resolver.js';
import { ModuleResolver, TemplateResolver } from './template/template.resolver.js';

/** Every resolver but the sign-in's (access.module.ts): the service and the schema script build the schema from the same list. */
export const RESOLVERS: readonly Type<unknown>[] = [
  AgreementResolver,
  AnswerCheckResolver,
  AnswerValueResolver,
  AttributeResolver,
  AttributeValueResolver,
  AuditResolver,
  CollectingResolver,
  ComparisonResolver,
  DeadJobResolver,
  DeltaOptionResolver,
  DeltaResolver,
  DeltaStatisticsResolver,
  ExchangeResolver,
  FreezeResolver,
  GridAxisItemResolver,
  CompletionResolver,
  HistoryResolver,
  LevelResolver,
  MailResolver,
  MissingCodeResolver,
  ModuleResolver,
  PanelResolver,
  PrivacyResolver,
  QuestionChangeResolver,
  QuestionnaireResolver,
  QuestionResolver,
  QuestionSetDiffResolver,
  QuestionSetResolver,
  ResponseResolver,
  ReviewResolver,
  RoundPlanningResolver,
  RoundResolver,
  SectionResolver,
  SeriesPointResolver,
  SharedScaleResolver,
  SheetFileResolver,
  SheetSectionResolver,
  StudyMunicipalitiesResolver,
  StudyFreezesResolver,
  StudyResolver,
  StudyRoundsResolver,
  TemplateResolver,
];

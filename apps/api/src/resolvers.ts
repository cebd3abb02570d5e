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
import { PanelResolver, StudyMunicipalitiesResolver } from './municipality/municipality.resolver.js';
import {
  AnswerCheckResolver,
  GridAxisItemResolver,
  LevelResolver,
  MissingCodeResolver,
  QuestionResolver,
  SectionResolver,
} from './question-set/question.resolver.js';
import { QuestionnaireResolver } from './questionnaire/questionnaire.resolver.js';
import { QuestionChangeResolver, QuestionSetDiffResolver } from './question-set/diff.resolver.js';
import { QuestionSetResolver } from './question-set/question-set.resolver.js';
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
  ComparisonResolver,
  DeltaOptionResolver,
  DeltaResolver,
  DeltaStatisticsResolver,
  ExchangeResolver,
  FreezeResolver,
  GridAxisItemResolver,
  LevelResolver,
  MissingCodeResolver,
  ModuleResolver,
  PanelResolver,
  QuestionChangeResolver,
  QuestionnaireResolver,
  QuestionResolver,
  QuestionSetDiffResolver,
  QuestionSetResolver,
  ResponseResolver,
  RoundPlanningResolver,
  RoundResolver,
  SectionResolver,
  SeriesPointResolver,
  SharedScaleResolver,
  SheetSectionResolver,
  StudyMunicipalitiesResolver,
  StudyFreezesResolver,
  StudyResolver,
  StudyRoundsResolver,
  TemplateResolver,
];

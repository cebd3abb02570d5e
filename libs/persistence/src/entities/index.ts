import {
  AuditCheckpointEntity,
  DepartmentEntity,
  PresenceEntity,
  RoundExtensionEntity,
  SectionWorkEntity,
  SheetEventEntity,
  SheetQueryEntity,
  SheetQueryMessageEntity,
  StudyEventEntity,
} from './collecting.entity.js';
import {
  ArchivedQuestionEntity,
  ModuleEntity,
  ModuleRevisionEntity,
  QuestionSetVersionEntity,
  SharedScaleRevisionEntity,
} from './designing.entity.js';
import { FreezeEntity, FreezeRoundEntity } from './freeze.entity.js';
import { MailEntity } from './mail.entity.js';
import { ErasedSubjectEntity, PersonEntity } from './person.entity.js';
import {
  LevelEntity,
  QuestionRevisionEntity,
  QuestionSetEntity,
  ScaleEntity,
  SectionEntity,
} from './question-set.entity.js';
import { AnswerEntity, IdempotencyKeyEntity, ResponseEntity, SubmissionEntity } from './response.entity.js';
import { RateBudgetEntity } from './rate-budget.entity.js';
import {
  ApiTokenEntity,
  PersonRoleEntity,
  SignInLinkEntity,
  SignInRequestEntity,
  SignInSessionEntity,
} from './sign-in.entity.js';
import { AttributeEntity, MunicipalityEntity, RoundEntity, StudyEntity } from './study.entity.js';
import { QuestionEntity, TemplateEntity } from './template.entity.js';

/** Rows as TypeORM maps them. Their constraints are compared with the migrations by a spec; repositories write SQL. */
export const ENTITIES = [
  ErasedSubjectEntity,
  PersonEntity,
  MailEntity,
  TemplateEntity,
  QuestionEntity,
  QuestionSetEntity,
  SectionEntity,
  ScaleEntity,
  LevelEntity,
  QuestionRevisionEntity,
  StudyEntity,
  AttributeEntity,
  RoundEntity,
  MunicipalityEntity,
  ResponseEntity,
  AnswerEntity,
  SubmissionEntity,
  IdempotencyKeyEntity,
  DepartmentEntity,
  RoundExtensionEntity,
  SheetEventEntity,
  StudyEventEntity,
  AuditCheckpointEntity,
  SectionWorkEntity,
  SheetQueryEntity,
  SheetQueryMessageEntity,
  PresenceEntity,
  FreezeEntity,
  FreezeRoundEntity,
  QuestionSetVersionEntity,
  ModuleEntity,
  ModuleRevisionEntity,
  SharedScaleRevisionEntity,
  ArchivedQuestionEntity,
  PersonRoleEntity,
  SignInSessionEntity,
  SignInLinkEntity,
  SignInRequestEntity,
  ApiTokenEntity,
  RateBudgetEntity,
];

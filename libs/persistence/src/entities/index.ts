import type { EntitySchema, MixedList } from 'typeorm';
import {
  LevelEntity,
  QuestionEntity,
  QuestionRevisionEntity,
  QuestionSetEntity,
  ScaleEntity,
  SectionEntity,
  TemplateEntity,
} from './design.entities.js';
import { AnswerEntity, IdempotencyKeyEntity, ResponseEntity, SubmissionEntity } from './response.entities.js';
import { AttributeEntity, MunicipalityEntity, RoundEntity, StudyEntity } from './study.entities.js';

export * from './design.entities.js';
export * from './response.entities.js';
export * from './study.entities.js';

/** Every table as TypeORM maps it. The migrations are what is run; a spec holds both to the same schema. */
export const ENTITIES: MixedList<string | EntitySchema | (new () => object)> = [
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
];

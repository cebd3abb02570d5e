import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SectionInput } from './question.input.js';
import { ScaleInput } from './scale.input.js';

@InputType({ description: 'A published question set of the same template.' })
export class QuestionSetReferenceInput {
  @Field(() => Int, { description: 'Its year.' })
  @IsInt()
  year!: number;

  @Field(() => Int, { description: 'Its revision.' })
  @IsInt()
  revision!: number;
}

@InputType({ description: 'A revision of a module of the same template.' })
export class ModuleReferenceInput {
  @Field({ description: 'Code of the module.' })
  @MaxLength(100)
  code!: string;

  @Field(() => Int, { description: 'Its revision, from 1.' })
  @Min(1)
  revision!: number;
}

@InputType({ description: 'A draft for a year, empty or taken over from a published set with every question code.' })
export class DraftQuestionSetInput {
  @Field({ description: 'Slug of the template.' })
  @IsString()
  @MaxLength(100)
  template!: string;

  @Field(() => Int, { description: 'Year the questions will be asked in.' })
  @Min(1900)
  @Max(2200)
  year!: number;

  @Field(() => QuestionSetReferenceInput, {
    nullable: true,
    description: 'Set to start from; without it the draft is empty.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionSetReferenceInput)
  basedOn?: QuestionSetReferenceInput | null;

  @Field(() => [ModuleReferenceInput], {
    defaultValue: [],
    description: 'Modules to compose the draft of; without any it takes over the set it is based on.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ModuleReferenceInput)
  modules!: ModuleReferenceInput[];
}

@InputType({ description: 'A question set as one document. Year and revision stay those of the draft.' })
export class QuestionSetDocumentInput {
  @Field(() => [ScaleInput], { description: 'Scales its questions use.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ScaleInput)
  scales!: ScaleInput[];

  @Field(() => [SectionInput], { description: 'Sections in order.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SectionInput)
  sections!: SectionInput[];

  @Field(() => [ModuleReferenceInput], { defaultValue: [], description: 'Modules that its questions are of.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ModuleReferenceInput)
  modules!: ModuleReferenceInput[];
}

@InputType({ description: 'A whole draft, with the version it was read at.' })
export class SaveQuestionSetInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'Version the document was read at.' })
  @IsInt()
  version!: number;

  @Field(() => QuestionSetDocumentInput, { description: 'The whole document; what it lacks is removed.' })
  @ValidateNested()
  @Type(() => QuestionSetDocumentInput)
  document!: QuestionSetDocumentInput;
}

@InputType({ description: 'The draft to publish, at the version the designer has seen.' })
export class PublishQuestionSetInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Version to publish; without it the current one.' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@InputType({ description: 'A draft, and an earlier save of it to go back to.' })
export class RestoreQuestionSetInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'Version that the designer has seen last.' })
  @IsInt()
  version!: number;

  @Field(() => Int, { description: 'Version to go back to; its document is saved as the next one.' })
  @IsInt()
  to!: number;
}

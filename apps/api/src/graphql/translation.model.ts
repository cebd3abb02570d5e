import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { LocalizedText } from '@reflexbogen/domain';
import { IsString, Matches, MaxLength } from 'class-validator';

@ObjectType('Translation', { description: 'A text in one language.' })
export class TranslationModel {
  @Field({ description: 'BCP 47 language tag, e.g. de.' })
  locale!: string;

  @Field({ description: 'The text in that language.' })
  text!: string;
}

@InputType({ description: 'A text in one language.' })
export class TranslationInput {
  @Field({ description: 'BCP 47 language tag, e.g. de.' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'locale: expected a language tag such as de or de-AT' })
  locale!: string;

  @Field({ description: 'The text in that language, at most 10,000 characters.' })
  @IsString()
  @MaxLength(10_000)
  text!: string;
}

export const translationsOf = (text: LocalizedText): TranslationModel[] =>
  Object.entries(text)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([locale, value]) => ({ locale, text: value }));

export const textFrom = (translations: readonly TranslationInput[]): LocalizedText =>
  Object.fromEntries(translations.map(({ locale, text }) => [locale, text]));

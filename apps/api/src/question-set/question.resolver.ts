import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  localize,
  type AnswerCheck,
  type GridAxisItem,
  type Level,
  type LocalizedText,
  type MissingCode,
  type SectionDefinition,
} from '@reflexbogen/domain';
import { TranslationModel, translationsOf } from '../graphql/translation.model.js';
import { AnswerCheckModel, GridAxisItemModel, LevelModel, MissingCodeModel, QuestionModel } from './question.model.js';
import { SectionModel } from './question-set.model.js';

/** Argument shared by every text field. */
const LOCALE = {
  type: () => String,
  nullable: true,
  description: 'BCP 47 language tag; falls back to the default locale, then to any translation.',
} as const;

const textIn = (text: LocalizedText, locale: string | null | undefined): string => localize(text, locale ?? 'de');

@Resolver(() => QuestionModel)
export class QuestionResolver {
  @ResolveField(() => String, { description: 'Wording in one language. Never empty.' })
  text(@Parent() question: { text: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(question.text, locale);
  }

  @ResolveField(() => String, { nullable: true, description: 'Explanation in one language; null when there is none.' })
  help(@Parent() question: { help?: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string | null {
    return question.help === undefined ? null : textIn(question.help, locale);
  }

  @ResolveField(() => String, { nullable: true, description: 'NUMBER: unit in one language; null when there is none.' })
  unit(@Parent() question: { unit?: LocalizedText }, @Args('locale', LOCALE) locale?: string | null): string | null {
    return question.unit === undefined ? null : textIn(question.unit, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'Wording in every language.' })
  translations(@Parent() question: { text: LocalizedText }): TranslationModel[] {
    return translationsOf(question.text);
  }

  @ResolveField(() => [TranslationModel], { description: 'Explanation in every language; empty when there is none.' })
  helpTranslations(@Parent() question: { help?: LocalizedText }): TranslationModel[] {
    return translationsOf(question.help ?? {});
  }

  @ResolveField(() => [TranslationModel], { description: 'NUMBER: unit in every language; empty when there is none.' })
  unitTranslations(@Parent() question: { unit?: LocalizedText }): TranslationModel[] {
    return translationsOf(question.unit ?? {});
  }
}

@Resolver(() => AnswerCheckModel)
export class AnswerCheckResolver {
  @ResolveField(() => String, { description: 'What the respondent reads, in one language. Never empty.' })
  message(@Parent() check: AnswerCheck, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(check.message, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'What the respondent reads, in every language.' })
  translations(@Parent() check: AnswerCheck): TranslationModel[] {
    return translationsOf(check.message);
  }
}

@Resolver(() => LevelModel)
export class LevelResolver {
  @ResolveField(() => String, { description: 'Label in one language. Never empty.' })
  label(@Parent() level: Level, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(level.label, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'Label in every language.' })
  translations(@Parent() level: Level): TranslationModel[] {
    return translationsOf(level.label);
  }
}

@Resolver(() => MissingCodeModel)
export class MissingCodeResolver {
  @ResolveField(() => String, { description: 'Label in one language. Never empty.' })
  label(@Parent() missing: MissingCode, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(missing.label, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'Label in every language.' })
  translations(@Parent() missing: MissingCode): TranslationModel[] {
    return translationsOf(missing.label);
  }
}

@Resolver(() => GridAxisItemModel)
export class GridAxisItemResolver {
  @ResolveField(() => String, { description: 'Heading in one language. Never empty.' })
  text(@Parent() item: GridAxisItem, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(item.text, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'Heading in every language.' })
  translations(@Parent() item: GridAxisItem): TranslationModel[] {
    return translationsOf(item.text);
  }
}

@Resolver(() => SectionModel)
export class SectionResolver {
  @ResolveField(() => String, { description: 'Title in one language. Never empty.' })
  title(@Parent() section: SectionDefinition, @Args('locale', LOCALE) locale?: string | null): string {
    return textIn(section.title, locale);
  }

  @ResolveField(() => [TranslationModel], { description: 'Title in every language.' })
  translations(@Parent() section: SectionDefinition): TranslationModel[] {
    return translationsOf(section.title);
  }
}

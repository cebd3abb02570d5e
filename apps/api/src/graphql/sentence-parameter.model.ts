import { Field, ObjectType } from '@nestjs/graphql';
import type { TemplateValues } from '@reflexbogen/domain';

@ObjectType('SentenceParameter', {
  description: 'A value that a sentence names, for whoever says it in another language.',
})
export class SentenceParameterModel {
  @Field({ description: 'Its name, as it stands in braces in the sentence that the schema describes.' })
  name!: string;

  @Field({
    description:
      'Its value: a code, a number with a decimal point, an enum value of this schema, a day as yyyy-mm-dd, a language tag; lists by commas.',
  })
  value!: string;
}

/** Values of a sentence for the schema. */
export const sentenceParameters = (values: TemplateValues): readonly SentenceParameterModel[] =>
  Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));

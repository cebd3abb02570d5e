import { Field, ObjectType } from '@nestjs/graphql';

/** One expected error of a mutation, as data. */
export interface MutationError<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly path: readonly string[];
}

export const MUTATION_ERROR = 'An expected error of this mutation: nothing was changed on its account.';

/**
 * Makes the GraphQL type of one mutation's errors, with a code enum of its own, so that a client knows from the schema
 * which outcomes it has to handle.
 */
export function mutationErrorModel<Code extends string>(name: string, codes: Readonly<Record<string, Code>>) {
  @ObjectType(name, { description: MUTATION_ERROR })
  class MutationErrorModel extends errorFields(codes) {}
  return MutationErrorModel;
}

/** What every mutation's errors have, for a type with more. */
export function errorFields<Code extends string>(codes: Readonly<Record<string, Code>>) {
  @ObjectType({ isAbstract: true })
  class ErrorFields implements MutationError<Code> {
    @Field(() => codes, { description: 'What is wrong, for programs.' })
    code!: Code;

    @Field({ description: 'What is wrong and what was expected, for people.' })
    message!: string;

    @Field(() => [String], {
      description: 'Where: keys and indexes into the input, outermost first. Empty: the act as a whole.',
    })
    path!: readonly string[];
  }
  return ErrorFields;
}

import { Field, ObjectType } from '@nestjs/graphql';
import {
  EDITORIAL_REASONS,
  FAULT_REASONS,
  fill,
  type EditorialReason,
  type FaultReason,
  type TemplateValues,
} from '@reflexbogen/domain';
import { FILE_REASONS, type FileReason } from '@reflexbogen/exchange';
import { errorFields, MUTATION_ERROR, type MutationError } from './mutation-error.js';
import { describedEnum } from './register-enum.js';
import { SentenceParameterModel, sentenceParameters } from './sentence-parameter.model.js';

type Sentence = { readonly message: string; readonly expected?: string };

/** Of acts that take in no document that could be at fault. */
const ACT_REASONS = {
  FILE_SIZE: { message: 'The file has {count} bytes.', expected: 'at most {most}' },
  FILE_OF_OTHER: { message: 'The file is of template {other}, the draft of {template}.' },
  NEVER_ASKED: { message: 'The template never asked {questions}.' },
} as const;
type Reason = FaultReason | EditorialReason | FileReason | keyof typeof ACT_REASONS;

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  ...FAULT_REASONS,
  ...EDITORIAL_REASONS,
  ...FILE_REASONS,
  ...ACT_REASONS,
};

const FaultReasonEnum = describedEnum<Reason>(
  'FaultReason',
  'What exactly is wrong, more finely than by a code. Described by its sentence in English: names in braces are parameters.',
  Object.fromEntries(
    Object.entries(SENTENCES).map(([reason, { message, expected }]) => [
      reason,
      expected === undefined ? message : `${message} Expected: ${expected}.`,
    ]),
  ) as Record<Reason, string>,
);

@ObjectType('FaultParticulars', {
  description: 'What a fault says, for whoever says it in another language: which sentence, and what it names.',
})
export class FaultParticularsModel {
  @Field(() => FaultReasonEnum, { description: 'Which sentence.' })
  reason!: Reason;

  @Field(() => [SentenceParameterModel], { description: 'A value for each name in it, in no particular order.' })
  parameters!: readonly SentenceParameterModel[];
}

/** An error of which more may be known than its code. */
export interface FaultError<Code extends string> extends MutationError<Code> {
  readonly particulars?: FaultParticularsModel;
}

/** As mutationErrorModel, for a mutation that refuses a document for its faults. */
export function faultErrorModel<Code extends string>(name: string, codes: Readonly<Record<string, Code>>) {
  @ObjectType(name, { description: MUTATION_ERROR })
  class FaultErrorModel extends errorFields(codes) {
    @Field(() => FaultParticularsModel, {
      nullable: true,
      description: 'What exactly is wrong, to be said in any language; null where the code says it all.',
    })
    particulars!: FaultParticularsModel | null;
  }
  return FaultErrorModel;
}

/** A fault of the domain as an error of a mutation. */
export const faultError = <Code extends string>(
  fault: Sentence & { readonly reason: Reason; readonly parameters: TemplateValues },
  code: Code,
  path: readonly string[],
): FaultError<Code> => ({
  code,
  message: fault.expected === undefined ? fault.message : `${fault.message} Expected: ${fault.expected}`,
  path,
  particulars: { reason: fault.reason, parameters: sentenceParameters(fault.parameters) },
});

/** An act refused for something that its sentence names. */
export const actError = <Code extends string>(
  reason: keyof typeof ACT_REASONS,
  parameters: TemplateValues,
  code: Code,
  path: readonly string[],
): FaultError<Code> => {
  const { message, expected }: Sentence = ACT_REASONS[reason];
  const words = expected === undefined ? {} : { expected: fill(expected, parameters) };
  return faultError({ reason, parameters, message: fill(message, parameters), ...words }, code, path);
};

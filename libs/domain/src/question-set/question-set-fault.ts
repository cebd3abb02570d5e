import { fill, type TemplateValues } from '../text/sentence-template.js';
import { FAULT_REASONS, type FaultParameters, type FaultReason } from './fault-reasons.js';

/** What kind of thing is wrong with a question set. */
export type QuestionSetFaultCode = (typeof FAULT_REASONS)[FaultReason]['code'];

/** Path of a fault inside its document, e.g. `['sections', 0, 'questions', 3, 'scale']`. */
export type DocumentPath = readonly (string | number)[];

/** One fault, with its place in the document. */
export interface QuestionSetFault {
  readonly code: QuestionSetFaultCode;
  /** Which one exactly; with the parameters it says in any language what the message says in English. */
  readonly reason: FaultReason;
  readonly parameters: TemplateValues;
  readonly path: DocumentPath;
  readonly message: string;
  readonly expected?: string;
  /** Line and column from 1 inside the rule's own text; only for RULE_ codes. */
  readonly line?: number;
  readonly column?: number;
}

/**
 * A fault in its English words.
 * @param parameters everything that the sentence of the reason names
 */
export const faultOf = <Reason extends FaultReason>(
  reason: Reason,
  path: DocumentPath,
  parameters: FaultParameters<Reason>,
): QuestionSetFault => worded(reason, path, parameters);

/** As `faultOf`, for a reason that is not known before it comes. */
export function worded(reason: FaultReason, path: DocumentPath, parameters: TemplateValues): QuestionSetFault {
  const sentence: { readonly code: QuestionSetFaultCode; readonly message: string; readonly expected?: string } =
    FAULT_REASONS[reason];
  const { code, message, expected } = sentence;
  return {
    code,
    reason,
    parameters,
    path,
    message: fill(message, parameters),
    ...(expected === undefined ? {} : { expected: fill(expected, parameters) }),
  };
}

/** A question set as a parameter: `2018/2`, or `2018` where no revision is named. */
export const nameOfSet = ({ year, revision }: { readonly year: number; readonly revision?: number }): string =>
  revision === undefined ? `${year}` : `${year}/${revision}`;

/** Collects faults: checks go on after the first, so that a designer sees everything at once. */
export class FaultList {
  readonly faults: QuestionSetFault[] = [];

  add<Reason extends FaultReason>(reason: Reason, path: DocumentPath, parameters: FaultParameters<Reason>): void {
    this.faults.push(faultOf(reason, path, parameters));
  }
}

import { attributeIn, type MunicipalityInfo } from '@reflexbogen/domain';
import { badInput } from '../graphql/api-error.js';
import type { MunicipalityFilter, RoundSide } from './municipality-filter.input.js';

type Test = (municipality: MunicipalityInfo) => boolean;

export interface FilterContext {
  /** Codes of the study's attributes: a filter by another one is an error, not an empty panel. */
  readonly attributes: ReadonlySet<string>;
  /** Codes of the two rounds; a series has the same on both sides. */
  readonly rounds: Readonly<Record<RoundSide, string>>;
}

/** Deepest nesting of and, or, not. */
const MAX_DEPTH = 5;

/** @throws BAD_USER_INPUT for attributes that the study lacks and for filters nested too deep */
function testOf(filter: MunicipalityFilter, context: FilterContext, depth: number): Test {
  if (depth > MAX_DEPTH) throw badInput(`filter: nested deeper than ${MAX_DEPTH}.`);
  const tests: Test[] = [];
  if (filter.attribute) {
    const { code, in: values, at } = filter.attribute;
    if (!context.attributes.has(code))
      throw badInput(
        `filter: the study has no attribute ${code}; expected one of ${[...context.attributes].join(', ')}.`,
      );
    const wanted = new Set(values);
    const round = context.rounds[at];
    tests.push((municipality) => wanted.has(attributeIn(municipality, code, round)));
  }
  if (filter.codes) {
    const codes = new Set(filter.codes);
    tests.push(({ code }) => codes.has(code));
  }
  if (filter.and) tests.push(...filter.and.map((inner) => testOf(inner, context, depth + 1)));
  if (filter.or) {
    const any = filter.or.map((inner) => testOf(inner, context, depth + 1));
    tests.push((municipality) => any.some((test) => test(municipality)));
  }
  if (filter.not) {
    const inner = testOf(filter.not, context, depth + 1);
    tests.push((municipality) => !inner(municipality));
  }
  return (municipality) => tests.every((test) => test(municipality));
}

/** One byte a municipality, 1 = passes the filter; undefined without a filter. */
export function selectionOf(
  filter: MunicipalityFilter | null | undefined,
  municipalities: readonly MunicipalityInfo[],
  context: FilterContext,
): Uint8Array | undefined {
  if (filter === null || filter === undefined) return undefined;
  const test = testOf(filter, context, 1);
  return Uint8Array.from(municipalities, (municipality) => (test(municipality) ? 1 : 0));
}

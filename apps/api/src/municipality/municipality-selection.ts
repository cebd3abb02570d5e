import { attributeIn, type MunicipalityInfo } from '@reflexbogen/domain';
import { badInput } from '../graphql/api-error.js';
import type { MunicipalityFilter, RoundSide } from './municipality-filter.input.js';

/** Of a row of the panel. */
type Test = (row: number) => boolean;

export interface FilterContext {
  /** Codes of the study's attributes: a filter by another one is an error, not an empty panel. */
  readonly attributes: ReadonlySet<string>;
  /** Codes of the two rounds; a series has the same on both sides. */
  readonly rounds: Readonly<Record<RoundSide, string>>;
  /** Who stands in each row in these rounds. */
  readonly panels: Readonly<Record<RoundSide, readonly MunicipalityInfo[]>>;
}

/** Deepest nesting of and, or, not. */
const MAX_DEPTH = 5;

/** @throws BAD_USER_INPUT for attributes that the study lacks and for filters nested too deep */
function testOf(
  filter: MunicipalityFilter,
  municipalities: readonly MunicipalityInfo[],
  context: FilterContext,
  depth: number,
): Test {
  if (depth > MAX_DEPTH) throw badInput(`filter: nested deeper than ${MAX_DEPTH}.`);
  const tests: Test[] = [];
  if (filter.attribute) {
    const { code, in: values, at } = filter.attribute;
    if (!context.attributes.has(code))
      throw badInput(
        `filter: the study has no attribute ${code}; expected one of ${[...context.attributes].join(', ')}.`,
      );
    const wanted = new Set(values);
    const [round, panel] = [context.rounds[at], context.panels[at]];
    tests.push((row) => {
      const standing = panel[row];
      return standing !== undefined && wanted.has(attributeIn(standing, code, round));
    });
  }
  if (filter.codes) {
    const codes = new Set(filter.codes);
    tests.push((row) => codes.has(municipalities[row]?.code ?? ''));
  }
  if (filter.and) tests.push(...filter.and.map((inner) => testOf(inner, municipalities, context, depth + 1)));
  if (filter.or) {
    const any = filter.or.map((inner) => testOf(inner, municipalities, context, depth + 1));
    tests.push((row) => any.some((test) => test(row)));
  }
  if (filter.not) {
    const inner = testOf(filter.not, municipalities, context, depth + 1);
    tests.push((row) => !inner(row));
  }
  return (row) => tests.every((test) => test(row));
}

/** One byte a municipality, 1 = passes the filter; undefined without a filter. */
export function selectionOf(
  filter: MunicipalityFilter | null | undefined,
  municipalities: readonly MunicipalityInfo[],
  context: FilterContext,
): Uint8Array | undefined {
  if (filter === null || filter === undefined) return undefined;
  const test = testOf(filter, municipalities, context, 1);
  return Uint8Array.from(municipalities, (_, row) => (test(row) ? 1 : 0));
}

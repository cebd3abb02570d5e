import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { breachOf, LIMITS, type Breach, type LimitName } from './limits.js';

/** How much is in a selection set, fragments put in. */
interface Measure {
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repetitions: number;
  /** Fields at its own level. */
  readonly width: number;
}

const NOTHING: Measure = { depth: 0, selections: 0, aliases: 0, directives: 0, repetitions: 0, width: 0 };
/** What has no end is more than anything allowed. */
const ENDLESS: Measure = {
  depth: Infinity,
  selections: Infinity,
  aliases: Infinity,
  directives: Infinity,
  repetitions: Infinity,
  width: Infinity,
};

/**
 * Looks at the text before anybody parses it.
 * @returns the first limit it breaks; null where there is none, also for text that is no GraphQL: the parser says so better
 */
export function textBreach(text: string): Breach | null {
  return breachOf('DOCUMENT_BYTES', Buffer.byteLength(text)) ?? breachOf('TOKENS', tokensIn(text, LIMITS.TOKENS));
}

/** Counts tokens, one more than the most at the furthest. */
function tokensIn(text: string, most: number): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (count <= most && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return count;
}

/**
 * Looks at a parsed document before it is validated: validating costs time that grows faster than the document. Takes time
 * that grows with the document alone, as each fragment is measured once.
 * @returns the first limit that one of its operations or fragments breaks; fragments within themselves break all
 */
export function documentBreach(document: DocumentNode): Breach | null {
  const tooMany = breachOf('DEFINITIONS', document.definitions.length);
  if (tooMany !== null) return tooMany;
  const measuring = new Measuring(document);
  for (const definition of document.definitions) {
    const breach = definitionBreach(definition, measuring);
    if (breach !== null) return breach;
  }
  return null;
}

function definitionBreach(definition: DefinitionNode, measuring: Measuring): Breach | null {
  if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) return null;
  const measure = measuring.of(definition.selectionSet);
  const own = (definition.directives?.length ?? 0) + directivesOfVariables(definition);
  const counts: readonly (readonly [LimitName, number])[] = [
    ['DEPTH', isOnIntrospection(definition) ? 0 : measure.depth],
    ['SELECTIONS', measure.selections],
    ['ALIASES', measure.aliases],
    ['ROOT_FIELDS', definition.kind === Kind.OPERATION_DEFINITION ? measure.width : 0],
    ['DIRECTIVES', measure.directives + own],
    ['REPETITIONS', measure.repetitions],
  ];
  for (const [limit, asked] of counts) {
    const breach = breachOf(limit, asked);
    if (breach !== null) return breach;
  }
  return null;
}

const directivesOfVariables = (definition: DefinitionNode): number =>
  definition.kind === Kind.OPERATION_DEFINITION
    ? (definition.variableDefinitions ?? []).reduce((sum, { directives }) => sum + (directives?.length ?? 0), 0)
    : 0;

/** Fields of introspection: they reach no resolver of ours, and only development serves them. */
const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

const isOnIntrospection = (definition: DefinitionNode): boolean =>
  definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__');

class Measuring {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Null while a fragment is being measured: whoever meets it then has come round in a circle. */
  private readonly known = new Map<string, Measure | null>();

  constructor(document: DocumentNode) {
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  of({ selections }: SelectionSetNode): Measure {
    let { depth, directives, aliases, repetitions, width, selections: count } = NOTHING;
    const names = new Set<string>();
    for (const selection of selections) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet === undefined ? NOTHING : this.of(selection.selectionSet);
        const name = selection.alias?.value ?? selection.name.value;
        if (names.has(name)) repetitions += 1;
        names.add(name);
        depth = Math.max(depth, isIntrospection(selection.name.value) ? 1 : inner.depth + 1);
        count += 1 + inner.selections;
        aliases += inner.aliases + (selection.alias === undefined ? 0 : 1);
        directives += inner.directives;
        repetitions += inner.repetitions;
        width += 1;
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.of(selection.selectionSet)
            : this.ofFragment(selection.name.value);
        depth = Math.max(depth, inner.depth);
        count += inner.selections;
        aliases += inner.aliases;
        directives += inner.directives;
        repetitions += inner.repetitions;
        width += inner.width;
      }
    }
    return { depth, selections: count, aliases, directives, repetitions, width };
  }

  /** A fragment that nobody has defined is nothing here: validation says so. */
  private ofFragment(name: string): Measure {
    const known = this.known.get(name);
    if (known !== undefined) return known ?? ENDLESS;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return NOTHING;
    this.known.set(name, null);
    const measure = this.of(fragment.selectionSet);
    this.known.set(name, measure);
    return measure;
  }
}

/** What one request may ask for: docs/limits.md says why each is what it is. Counts are after fragments are put in. */
export const LIMITS = {
  /** Bytes of a request's body, as they come: compressed bodies are not taken. */
  BODY_BYTES: 102_400,
  /** The same for designers' documents: a question set of two thousand questions in six languages. */
  LARGE_BODY_BYTES: 8_388_608,
  /** Bytes of a GraphQL document, also where the body may be larger. */
  DOCUMENT_BYTES: 102_400,
  /** Lexical tokens of a document. */
  TOKENS: 2_000,
  /** Fields within fields; introspection, which only development serves, is not counted. */
  DEPTH: 10,
  ALIASES: 30,
  /** Fields of the operation itself. */
  ROOT_FIELDS: 20,
  SELECTIONS: 2_000,
  DIRECTIVES: 50,
  /** Definitions of a document: operations and fragments. */
  DEFINITIONS: 50,
  /** Fields that are asked for again under the name of another one beside them: comparing them is quadratic work. */
  REPETITIONS: 100,
  /** Entries of any one list in the variables. */
  LIST_ITEMS: 2_000,
  /** Values in the variables altogether, where no designer's document is among them. */
  VALUES: 10_000,
  /** Lists and objects within each other in the variables. */
  VALUE_DEPTH: 20,
  /** Entries of one page of a connection. */
  FIRST: 100,
  /** Objects that an operation could give back at most, by its own page sizes and assumed lengths of other lists. */
  COST: 100_000,
} as const;

export type LimitName = keyof typeof LIMITS;

/** What a refused request asked for. */
export interface Breach {
  readonly limit: LimitName;
  readonly allowed: number;
  /** What was asked for, or at least that: counting ends once the answer is known. */
  readonly asked: number;
}

const WORDS: Readonly<Record<LimitName, string>> = {
  BODY_BYTES: 'bytes in the body',
  LARGE_BODY_BYTES: 'bytes in the body',
  DOCUMENT_BYTES: 'bytes in the document',
  TOKENS: 'tokens in the document',
  DEPTH: 'levels of fields',
  ALIASES: 'aliases',
  ROOT_FIELDS: 'fields of the operation itself',
  SELECTIONS: 'fields, fragments put in,',
  DIRECTIVES: 'directives',
  DEFINITIONS: 'operations and fragments in the document',
  REPETITIONS: 'repeated fields',
  LIST_ITEMS: 'entries in one list',
  VALUES: 'values in the variables',
  VALUE_DEPTH: 'levels in the variables',
  FIRST: 'entries in one page (first)',
  COST: 'objects that the answer could hold',
};

export const breachOf = (limit: LimitName, asked: number): Breach | null =>
  asked > LIMITS[limit] ? { limit, allowed: LIMITS[limit], asked } : null;

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });

/** For people; programs read code, limit and value. */
export const messageOf = ({ limit, allowed, asked }: Breach): string =>
  `At most ${number(allowed)} ${WORDS[limit]} are allowed; this request has ${Number.isFinite(asked) ? `at least ${number(asked)}` : 'more'}.`;

/** 413 for what is too many bytes, 400 for the rest. */
export const statusOf = ({ limit }: Breach): number => (limit.endsWith('_BYTES') ? 413 : 400);

/** What an answer says in `extensions`: a code that names the limit, its value and what was asked for. */
export const extensionsOf = ({ limit, allowed, asked }: Breach): Readonly<Record<string, unknown>> => ({
  code: `LIMIT_${limit}`,
  limit: allowed,
  asked: Number.isFinite(asked) ? asked : null,
});

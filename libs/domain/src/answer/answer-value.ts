/** A typed answer. `missing` is a missing code of the question's scale; leaving a question empty is the absence of a value. */
export type AnswerValue =
  | { readonly kind: 'LEVEL'; readonly level: string }
  | { readonly kind: 'LEVELS'; readonly levels: readonly string[] }
  | { readonly kind: 'NUMBER'; readonly number: number }
  | { readonly kind: 'BOOLEAN'; readonly boolean: boolean }
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'MISSING'; readonly missing: string };

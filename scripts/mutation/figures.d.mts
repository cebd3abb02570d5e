export interface MutationFigures {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly ignored: number;
  readonly errors: number;
  readonly mutated: number;
  readonly score: number | null;
}
export function figuresOf(mutants: readonly { readonly status: string }[]): MutationFigures;
export function passes(figures: Pick<MutationFigures, 'score' | 'errors'>, atLeast: number): boolean;
export function table(areas: readonly { readonly area: string; readonly figures: MutationFigures }[]): string;

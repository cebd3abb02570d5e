export interface MutationArea {
  readonly mutate: readonly string[];
  readonly specs: readonly string[];
}
export const AREAS: Readonly<Record<string, MutationArea>>;
export const SMALL: readonly string[];
export const AT_LEAST: number;

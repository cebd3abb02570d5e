export function isAllowed(expression: string, ids: ReadonlySet<string>): boolean;
export function faultsOf(input: {
  readonly packages: Readonly<Record<string, object>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly direct: ReadonlySet<string>;
  readonly documented: ReadonlySet<string>;
  readonly reviewed: string | null;
  readonly today: string;
}): string[];
export function documentation(text: string): {
  readonly documented: ReadonlySet<string>;
  readonly reviewed: string | null;
};

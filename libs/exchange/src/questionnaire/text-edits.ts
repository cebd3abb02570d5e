/** Text between two offsets is to be replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file cannot be patched where it stands; the caller knows another way. */
export class Unpatchable extends Error {}

/**
 * Applies edits to a part of a text. Edits at the same place keep their order.
 * @throws Unpatchable where two edits overlap or one leaves the part
 */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let result = '';
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > to) throw new Unpatchable('edits overlap');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, to);
}

/** Offset at which the line of `at` starts. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Offset at which the next line starts; `at` itself where a line starts there already. */
export function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Offset of the first of the comments and blank lines that stand right above a line. */
export function leadStart(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^[ \t]*(#.*)?\r?\n$/.test(text.slice(above, at))) return at;
    at = above;
  }
  return at;
}

/** Widest letters aside, one letter of the pages' typeface at 13 px; a little too much rather than too little. */
const LETTER = 7;

/** Breaks a text into lines of a width in pixels, at most some; what is left over ends in an ellipsis. */
export function linesOf(text: string, width: number, most = 3): readonly string[] {
  const room = Math.max(8, Math.floor(width / LETTER));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word.length > room ? `${word.slice(0, room - 1)}…` : word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, room - 1)}…`];
}

export const widthOf = (text: string): number => text.length * LETTER;

/** Mean width of a character in the sans-serif faces that readers have, as a share of the font size; on the wide side. */
const MEAN_WIDTH = 0.55;

/** Breaks a text into lines of at most `width`, at spaces; a word that is longer stays whole unless it is longer than a line. */
export function linesOf(text: string, width: number, fontSize: number): readonly string[] {
  const limit = Math.max(8, Math.floor(width / (fontSize * MEAN_WIDTH)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => piecesOf(part, limit))) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= limit) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A word longer than a line is cut, so that nothing leaves the picture. */
function piecesOf(word: string, limit: number): readonly string[] {
  if (word.length <= limit) return word === '' ? [] : [word];
  const pieces: string[] = [];
  for (let start = 0; start < word.length; start += limit - 1) {
    const end = start + limit - 1;
    pieces.push(end < word.length ? `${word.slice(start, end)}-` : word.slice(start));
  }
  return pieces;
}

export const textWidth = (text: string, fontSize: number): number => text.length * fontSize * MEAN_WIDTH;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML cannot hold, lone surrogates among them. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text inside HTML or XML; characters that XML cannot hold are left out. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Characters that steer instead of being read: controls, line separators, and those that turn the writing direction. */
const STEERING = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Halves of characters that a cut left behind. */
const HALVES = /\p{Cs}/gu;

/** Replaces what no encoding can carry. */
export const wellFormed = (text: string): string => text.replace(HALVES, '\ufffd');

const cut = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/**
 * Makes a stored text fit for one line of a mail, in its header as well as in its body.
 * @param most characters that remain at most; a longer text ends in …
 * @returns no controls, no line ends, no runs of spaces; possibly empty
 */
export function oneLine(text: string, most = 200): string {
  return cut(wellFormed(text).replace(STEERING, ' ').replace(/\s+/gu, ' ').trim(), most);
}

/** The same for a text of several lines, with at most one empty line in a row. @param most characters, default 4000 */
export function severalLines(text: string, most = 4000): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => wellFormed(line).replace(STEERING, ' ').trimEnd());
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    most,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as content or quoted attribute of HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

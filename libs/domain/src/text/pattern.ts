/**
 * Whether a text as a whole matches a pattern: `*` stands for any characters, also none, `?` for exactly one.
 * Linear in the text for any pattern with one `*`, never exponential.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let position = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (
      position < pattern.length &&
      (pattern[position] === '?' || pattern[position] === text[index]) &&
      pattern[position] !== '*'
    ) {
      position += 1;
      index += 1;
    } else if (pattern[position] === '*') {
      star = position;
      resume = index;
      position += 1;
    } else if (star >= 0) {
      // Let the last star take one character more.
      position = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[position] === '*') position += 1;
  return position === pattern.length;
}

/** What no answer may hold: stacks, statements, paths, names of our own making, and what the schema is like elsewhere. */
const LEAKS: readonly (readonly [string, RegExp])[] = [
  ['stack', /\bat (?:async )?[\w.<>]+ \(|\bat file:|node:internal|stacktrace/],
  ['path', /node_modules|\/(?:home|root|usr|var|tmp|opt|srv)\/|[A-Z]:\\\\|\.(?:ts|js|mjs):\d/],
  [
    'statement',
    /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b [^"]*\b(?:FROM|VALUES|SET|WHERE)\b|violates|syntax error at or near|duplicate key|invalid input syntax|relation "/,
  ],
  [
    'class',
    /QueryFailedError|TypeError|RangeError|ReferenceError|SyntaxError:|ECONN|\bpg_|Cannot read propert|is not a function|undefined \(/,
  ],
  ['suggestion', /Did you mean/],
];

/** @returns kinds of leaks in an answer */
export const leaksIn = (text: string): readonly string[] =>
  LEAKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

/**
 * Statements of a migration that the version before might not survive: whatever goes, changes its name or type, must be there, or is
 * refused from now on. Tables that the migration itself creates may have any of it.
 * @param statements SQL, one statement each
 * @returns those that contract, as they were given
 */
export function contractionsIn(statements: readonly string[]): readonly string[] {
  const created = new Set(statements.flatMap((statement) => nameIn(CREATES, withoutTexts(statement)) ?? []));
  return statements.filter((statement) => {
    const text = withoutTexts(statement);
    const table = nameIn(CONCERNS, text);
    return (table === null || !created.has(table)) && CONTRACTIONS.some((contracts) => contracts(text));
  });
}

const withoutTexts = (statement: string): string =>
  statement
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\s+/g, ' ')
    .trim();

const CREATES = /^CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?([\w.]+)/i;
const CONCERNS =
  /^(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|CREATE UNIQUE INDEX .*? ON (?:ONLY )?|CREATE (?:CONSTRAINT )?TRIGGER .*? ON )([\w.]+)/i;

const nameIn = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1]?.toLowerCase() ?? null;

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const ALTERS = /^ALTER TABLE/i;

const CONTRACTIONS: readonly ((text: string) => boolean)[] = [
  matches(/^(DROP|TRUNCATE|REVOKE)\b/i),
  matches(/^ALTER .* RENAME\b/i),
  matches(/^ALTER TABLE .*\bDROP (?!NOT NULL\b)/i),
  matches(/^ALTER TABLE .*\bALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/i),
  matches(/^ALTER TABLE .*\bSET NOT NULL\b/i),
  matches(/^ALTER TABLE .*\b(ENABLE|FORCE) ROW LEVEL SECURITY\b/i),
  matches(/^ALTER TABLE .*\bADD (CONSTRAINT|CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY|EXCLUDE)\b/i),
  matches(/^CREATE UNIQUE INDEX\b/i),
  matches(/^CREATE (CONSTRAINT )?TRIGGER\b/i),
  (text) => ALTERS.test(text) && actionsOf(text).some(isColumnThatMustBeGiven),
];

/** The actions of an ALTER TABLE, at the commas that stand in no parentheses. */
function actionsOf(text: string): readonly string[] {
  const actions: string[] = [''];
  let depth = 0;
  for (const character of text.replace(/^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?[\w.]+ /i, '')) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) actions.push('');
    else actions[actions.length - 1] += character;
  }
  return actions.map((action) => action.trim());
}

/** What stands in parentheses is a rule or a default, and no word of the column's own. */
function isColumnThatMustBeGiven(action: string): boolean {
  if (!/^ADD (COLUMN )?/i.test(action)) return false;
  let words = action;
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(/\([^()]*\)/g, '');
  }
  return /\bNOT NULL\b/i.test(words) && !/\b(DEFAULT|GENERATED)\b/i.test(words);
}

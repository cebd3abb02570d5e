import type { LocalizedText, QuestionDefinition, QuestionSetDocument, Scale } from '@reflexbogen/domain';
import { languageName } from './languages.js';
import { asInCells, sameTexts } from './own-cells.js';

/** A row to write: text by heading. */
export type WrittenRow = Map<string, string>;

export const OWN = 'reflexbogen::';

/** Writes a wording under a heading per language; where cells would lose blanks, it is written exactly beside them. */
export function writeTexts(row: WrittenRow, base: string, wording: LocalizedText): void {
  const cells = asInCells(wording);
  for (const [language, words] of Object.entries(cells)) row.set(`${base}::${languageName(language)}`, words);
  if (!sameTexts(cells, wording)) row.set(OWN + base, JSON.stringify(wording));
}

/** XML names do not begin with a digit. */
export function writeName(row: WrittenRow, code: string): void {
  row.set('name', nameInForm(code));
  if (nameInForm(code) !== code) row.set(`${OWN}code`, code);
}

export const nameInForm = (code: string): string => (/^[A-Za-z]/.test(code) ? code : `_${code}`);

/** Every language of the document, in order of first use. */
export function languagesOf(document: QuestionSetDocument): readonly string[] {
  const languages = new Set<string>();
  const add = (wording: LocalizedText | undefined): void => {
    for (const language of Object.keys(wording ?? {})) languages.add(language);
  };
  for (const { title, questions } of document.sections) {
    add(title);
    for (const question of questions) textsOf(question).forEach(add);
  }
  for (const { levels, missing } of document.scales) for (const { label } of [...levels, ...missing]) add(label);
  return [...languages];
}

const textsOf = ({ text, help, valid, rows, columns }: QuestionDefinition): readonly (LocalizedText | undefined)[] => [
  ...[text, help, valid?.message],
  ...[...(rows ?? []), ...(columns ?? [])].map((item) => item.text),
];

/** Headings of rows, those of the standard first, then translations, then our own. */
export function headingsOf(rows: readonly WrittenRow[], first: readonly string[]): readonly string[] {
  const found = new Set<string>(first);
  for (const row of rows) for (const heading of row.keys()) found.add(heading);
  const rank = (heading: string): number => (first.includes(heading) ? 0 : heading.startsWith(OWN) ? 2 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

/** The list of yes/no questions: a code that no scale has. */
export function booleanListOf(scales: readonly Scale[]): string {
  const codes = new Set(scales.map(({ code }) => code));
  let code = 'yes_no';
  for (let number = 2; codes.has(code); number += 1) code = `yes_no_${number}`;
  return code;
}

import { isBlank } from './answer-cell.js';
import {
  IDENTITY_KEYS,
  quote,
  type IdentityKey,
  type SheetFaults,
  type SheetFileIdentity,
  type SheetPlace,
} from './sheet-file.js';
import type { KeyEntry, SheetTable } from './sheet-table.js';
import { identityOf, isLanguageTag } from './sheet-identity.js';

/**
 * Checks that a file is the one expected.
 * @returns the language of the file; null where it is another one, with a fault for each difference that names both
 */
export function checkIdentity(table: SheetTable, expected: SheetFileIdentity, faults: SheetFaults): string | null {
  const { municipality, questionSet } = expected;
  const wanted = identityOf(expected, '');
  const before = faults.faults.length;
  const found = new Map<IdentityKey, { readonly text: string; readonly place: SheetPlace }>();
  for (const key of IDENTITY_KEYS) {
    const entry = onlyEntry(table.keys.get(key), key, faults);
    if (entry !== null) found.set(key, entry);
  }
  const compare = (
    key: IdentityKey,
    code: Parameters<SheetFaults['add']>[0],
    differs: (is: string, should: string) => readonly [message: string, expected: string],
  ): boolean => {
    const entry = found.get(key);
    if (entry === undefined || entry.text === wanted[key]) return true;
    faults.add(code, entry.place, ...differs(quote(entry.text), quote(wanted[key])));
    return false;
  };
  // A layout of another version may name everything else differently.
  const isKnown = compare('format', 'UNKNOWN_VERSION', (is, should) => [
    `The file has the layout ${is}.`,
    `a file of layout ${should}; please download it anew`,
  ]);
  if (!isKnown) return null;
  compare('study', 'OTHER_STUDY', (is, should) => [
    `The file is of the study ${is} and was uploaded to ${should}.`,
    `study ${should}`,
  ]);
  compare('municipality', 'OTHER_MUNICIPALITY', (is, should) => [
    `The file is the sheet of municipality ${is} and was uploaded for ${should} (${municipality.name}).`,
    `municipality ${should}`,
  ]);
  compare('round', 'OTHER_ROUND', (is, should) => [
    `The file is of round ${is} and was uploaded to round ${should}.`,
    `round ${should}`,
  ]);
  const isSameSet = compare('questionSet', 'OTHER_QUESTION_SET', (is, should) => [
    `The file asks question set ${is}, and the round asks ${should}.`,
    `question set ${should}; please download the sheet anew`,
  ]);
  if (isSameSet)
    compare('contentHash', 'OTHER_QUESTION_SET', (is, should) => [
      `The file was made from other content of question set ${questionSet.year}.${questionSet.revision}: ${is} instead of ${should}.`,
      'the question set as it is now; please download the sheet anew',
    ]);
  const language = found.get('language');
  if (language !== undefined && !isLanguageTag(language.text))
    faults.add('NO_IDENTITY', language.place, `${quote(language.text)} is no language tag.`, 'a tag like de or en');
  return language === undefined || faults.faults.length > before ? null : language.text;
}

function onlyEntry(
  entries: readonly KeyEntry[] | undefined,
  key: IdentityKey,
  faults: SheetFaults,
): { readonly text: string; readonly place: SheetPlace } | null {
  const [entry, second] = entries ?? [];
  const expected = 'the entries that say whose sheet it is, as they were written';
  if (entry === undefined || second !== undefined) {
    const place = second?.place ?? { sheet: null, row: null, column: null };
    const message = entry === undefined ? `The file does not say its ${key}.` : `The entry ${key} stands there twice.`;
    faults.add('NO_IDENTITY', place, message, expected);
    return null;
  }
  const { cell, place } = entry;
  if ('refused' in cell || isBlank(cell.text)) {
    const holds = 'refused' in cell ? cell.refused : 'nothing';
    faults.add('NO_IDENTITY', place, `The entry ${key} holds ${holds}.`, expected);
    return null;
  }
  return { text: cell.text.trim(), place };
}

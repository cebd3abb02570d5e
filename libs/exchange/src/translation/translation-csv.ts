import { Readable } from 'node:stream';
import type { Result } from '@reflexbogen/domain';
import { readCsv } from '../csv-reader.js';
import { csvLine, guarded } from '../export/long-csv-text.js';
import type { PackageFault } from '../package-fault.js';
import type { Questionnaire } from '../questionnaire/read-questionnaire.js';
import { originOf, stringsOf, textIn } from './translatable-strings.js';
import { MAX_TRANSLATION_FILE, TranslationChecker } from './translation-checker.js';
import type { Languages } from './write-xliff.js';

const COLUMNS = ['key', 'source', 'target'];

/** Takes away the apostrophe that `guarded` put before a text; one that a translator began with stays. */
const unguarded = (cell: string): string =>
  cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;

/**
 * Writes the strings of a question set as CSV for a translator: `key`, `source`, `target`. The first two lines after the
 * header say of which revision and languages they are. Text that a spreadsheet would run as a formula is guarded by an
 * apostrophe, which reading takes away again.
 */
export function writeTranslationCsv(questionnaire: Questionnaire, { source, target }: Languages): string {
  const { original, sourceHash } = originOf(questionnaire, source);
  const lines = stringsOf(questionnaire.document).flatMap(({ key, text }) => {
    const from = textIn(text, source);
    return from === null ? [] : [[key, guarded(from), guarded(textIn(text, target) ?? '')]];
  });
  return [COLUMNS, ['language', source, target], ['file', original, sourceHash], ...lines].map(csvLine).join('');
}

/**
 * Reads what a translator made of `writeTranslationCsv`'s file, saved by any spreadsheet with `,` or `;`.
 * @param questionnaire the set that the file was written from
 * @returns the set with the target language filled in (an empty target leaves it as it is), or every fault with its place
 */
export async function readTranslationCsv(
  text: string,
  questionnaire: Questionnaire,
  fileName = 'translation.csv',
): Promise<Result<Questionnaire, PackageFault>> {
  const checker = new TranslationChecker(fileName, questionnaire);
  if (text.length > MAX_TRANSLATION_FILE) {
    checker.fault(null, 'TOO_LARGE', `The file has ${text.length} characters.`, `at most ${MAX_TRANSLATION_FILE}`);
    return checker.result();
  }
  let position = 0;
  await readCsv(fileName, Readable.from([Buffer.from(text)]), checker.faults, {
    header: (fields, placeOf) => {
      if (COLUMNS.every((column, index) => fields[index] === column) && fields.length === COLUMNS.length) return true;
      checker.fault(
        placeOf(0),
        'WRONG_HEADER',
        `The columns are ${fields.join(', ').slice(0, 100)}.`,
        COLUMNS.join(', '),
      );
      return false;
    },
    record: (fields, _line, placeOf) => {
      const [key = '', source = '', target = ''] = fields.map((cell) => unguarded(cell).replaceAll('\r\n', '\n'));
      position += 1;
      const expected = ['language', 'file'][position - 1];
      if (expected === undefined) return checker.string(placeOf(0), key, source, target);
      if (key !== expected)
        checker.fault(
          placeOf(0),
          'MISSING_FIELD',
          `Line ${expected} is missing.`,
          'the first two lines as they were written',
        );
      else if (key === 'language') checker.languages(placeOf(0), source, target);
      else checker.origin(placeOf(0), source, target);
    },
  });
  return checker.result();
}

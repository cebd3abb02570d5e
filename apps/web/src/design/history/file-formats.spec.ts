import { formatOf } from './file-formats.js';

it.each([
  ['sheet.yaml', 'YAML'],
  ['sheet.yml', 'YAML'],
  ['reflection-sheet-2031-1.json', 'JSON'],
  ['Bogen 2031.XLSX', 'XLSFORM'],
  ['bogen.fr.xlf', 'XLIFF'],
  ['bogen.xliff', 'XLIFF'],
  ['texte.csv', 'TRANSLATION_CSV'],
  ['sheet.doc', null],
  ['yaml', null],
  ['', null],
  ['constructor', null],
  ['a.constructor', null],
])('%s is read as %s', (name, format) => {
  expect(formatOf(name)).toBe(format);
});

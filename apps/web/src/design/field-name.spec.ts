import { designTexts } from './design-texts.js';
import { fieldNameOf } from './field-name.js';

const german: Readonly<Record<string, string>> = designTexts.de.fieldNames;
const name = (key: string): string => german[key] ?? '';

it.each([
  ['a field', ['since', 'verdict'], false, 'Vergleichbarkeit › Urteil'],
  ['a text in a language', ['text', 'de'], false, 'Wortlaut › de'],
  ['a question by its code', ['questions', 'housing', 'text', 'de'], false, 'Frage › housing › Wortlaut › de'],
  ['a code that reads like a field', ['questions', 'text', 'help', 'en'], false, 'Frage › text › Erläuterung › en'],
  ['a level by its code', ['levels', '2', 'label', 'de'], false, 'Stufe › 2 › Beschriftung › de'],
  ['a level by its place', ['levels', '2', 'label', 'de'], true, 'Stufe › 3 › Beschriftung › de'],
  ['what nobody has named', ['constructor', 'x'], false, 'constructor › x'],
  ['nothing', [], false, ''],
])('%s', (_, path, isPlaced, expected) => {
  expect(fieldNameOf(path, name, isPlaced)).toBe(expected);
});

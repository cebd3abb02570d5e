import { valueText } from './value-text.js';

const words = { yes: 'ja', no: 'nein', nothing: '–' };

it.each([
  [null, '–'],
  ['null', '–'],
  ['true', 'ja'],
  ['false', 'nein'],
  ['"Wohnraum"', 'Wohnraum'],
  ['Wohnraum', 'Wohnraum'],
  ['1, 2, 3', '1, 2, 3'],
  ['3', '3'],
  ['["1","2"]', '1, 2'],
  ['[]', '–'],
  ['{}', '–'],
  ['{"high":["4","5"],"low":[]}', 'high: 4, 5; low: –'],
  ['{"absolute":2}', 'absolute: 2'],
])('%s reads %s', (json, expected) => {
  expect(valueText(json, words)).toBe(expected);
});

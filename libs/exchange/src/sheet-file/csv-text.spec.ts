import fc from 'fast-check';
import { protectedText, semicolonLine, unprotectedText } from './csv-text.js';

describe('protectedText', () => {
  it.each([
    ...['=1', '+1', '-1', '@a', '\ta', "'a", '＝1'],
    ...['01', '1.5', '1,5', '1/2', '3-4', '1.5.', '12:30', '1e5', '2E-3', '10 %', '5 €', ' 1 '],
    ...['MAR1', '1. Mai', 'May 2026', '3. März 2026', '12 Uhr', '9 am', 'true', 'WAHR', '1234567890123456', '00'],
  ])('%j gets an apostrophe, which is taken away again', (text) => {
    expect(protectedText(text)).toBe(`'${text}`);
    expect(unprotectedText(`'${text}`)).toBe(text);
  });

  it.each([
    '',
    'a',
    '0',
    '5',
    '2018',
    '123456789012345',
    'level',
    '1 – small',
    'May',
    'Maier 5',
    'wahrlich',
    'a=1',
    'x',
  ])('%j stays', (text) => {
    expect(protectedText(text)).toBe(text);
    expect(unprotectedText(text)).toBe(text);
  });

  it('leaves an apostrophe of a text that needs none', () => expect(unprotectedText("'tis")).toBe("'tis"));

  it('is undone for every text', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`'=+-@012.,/: eamprMAY\t\n`) }));
    fc.assert(
      fc.property(text, (given) => unprotectedText(protectedText(given)) === given),
      { numRuns: 2000 },
    );
  });
});

it('semicolonLine quotes what RFC 4180 asks for, and blanks at the ends', () => {
  expect(semicolonLine(['a', 'b;c', 'd"e', 'f\ng', ' h', 'i,j', ''])).toBe('a;"b;c";"d""e";"f\ng";" h";i,j;\r\n');
});

import fc from 'fast-check';
import { localize } from './localized-text.js';

describe('localize', () => {
  it.each([
    ['the exact tag', { de: 'a', 'de-AT': 'b' }, 'de-AT', 'b'],
    ['the language without region', { de: 'a', en: 'b' }, 'de-CH', 'a'],
    ['the language with fewer subtags', { zh: 'a', 'zh-Hant': 'b', de: 'c' }, 'zh-Hant-TW', 'b'],
    ['the language where the exact tag is empty', { 'de-AT': '', de: 'a', aa: 'b' }, 'de-AT', 'a'],
    ['the language where the exact tag is blank', { 'de-AT': ' \n', de: 'a', aa: 'b' }, 'de-AT', 'a'],
    ['the default', { de: 'a', en: 'b' }, 'fr', 'a'],
    ['the first there is', { nl: 'c', en: 'b' }, 'fr', 'b'],
    ['the first that is not empty', { nl: 'c', en: '', de: '' }, 'de', 'c'],
    ['no inherited member', { nl: 'c' }, 'constructor', 'c'],
    ['nothing', {}, 'de', ''],
  ])('%s', (_, text, locale, expected) => {
    expect(localize(text, locale)).toBe(expected);
  });

  it('the default with its region, then without', () => {
    expect(localize({ 'fr-BE': 'a', fr: 'b', aa: 'c' }, 'de', 'fr-BE')).toBe('a');
    expect(localize({ fr: 'b', aa: 'c' }, 'de', 'fr-BE')).toBe('b');
  });

  it('is never empty where there is any text', () => {
    const tag = fc.constantFrom('de', 'de-AT', 'en', 'zh-Hant-TW', 'zh', 'constructor', '__proto__', '', '-');
    const wording = fc.constantFrom('', ' ', '\n', 'a', 'b');
    fc.assert(
      fc.property(fc.dictionary(tag, wording), tag, tag, (text, locale, defaultLocale) => {
        const hasText = Object.values(text).some((each) => each.trim() !== '');

        expect(localize(text, locale, defaultLocale).trim() !== '').toBe(hasText);
      }),
    );
  });
});

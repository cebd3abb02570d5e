import { localize } from './localized-text.js';

describe('localize', () => {
  it.each([
    ['the exact tag', { de: 'a', 'de-AT': 'b' }, 'de-AT', 'b'],
    ['the language without region', { de: 'a', en: 'b' }, 'de-CH', 'a'],
    ['the default', { de: 'a', en: 'b' }, 'fr', 'a'],
    ['the first there is', { nl: 'c', en: 'b' }, 'fr', 'b'],
    ['nothing', {}, 'de', ''],
  ])('%s', (_, text, locale, expected) => {
    expect(localize(text, locale)).toBe(expected);
  });
});

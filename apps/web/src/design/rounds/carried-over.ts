import type { Language } from '../../text/languages.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What a planned round took over, as values for a sentence in the language of the page.
 * @param parameters as the service names them: days as yyyy-mm-dd, counts, the rule on single answers
 * @param ruleText the rule on single answers as people read it
 * @returns days as people write them, everything else as it is
 */
export const carriedOverWords = (
  parameters: readonly { readonly name: string; readonly value: string }[],
  language: Language,
  ruleText: (rule: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parameters.map(({ name, value }) => [
      name,
      name === 'singleAnswers' ? ruleText(value) : DAY.test(value) ? dayText(value, language) : value,
    ]),
  );

const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(day),
  );

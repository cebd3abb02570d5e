import type { Language } from '../text/languages.js';

const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: 'Europe/Berlin', ...options });

/** Day and time in Berlin, where the windows are. */
export const instantText = (instant: string | null | undefined, language: Language): string =>
  instant ? format(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)) : '';

export const timeText = (instant: string | null | undefined, language: Language): string =>
  instant ? format(language, { timeStyle: 'short' }).format(new Date(instant)) : '';

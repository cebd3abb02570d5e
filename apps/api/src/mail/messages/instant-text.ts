import type { MailLocale } from './message.js';

const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;

const formatOf = (language: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

const FORMATS: Readonly<Record<MailLocale, Intl.DateTimeFormat>> = { de: formatOf('de-DE'), en: formatOf('en-GB') };

const partsOf = (instant: Date, locale: MailLocale): Readonly<Record<string, string>> =>
  Object.fromEntries(FORMATS[locale].formatToParts(instant).map(({ type, value }) => [type, value]));

/** A day in Germany, e.g. `Freitag, 18. Dezember 2026` or `Friday, 18 December 2026`. */
export function dayText(instant: Date, locale: MailLocale): string {
  const { weekday, day, month, year } = partsOf(instant, locale);
  return locale === 'de' ? `${weekday}, ${day}. ${month} ${year}` : `${weekday}, ${day} ${month} ${year}`;
}

/**
 * An instant as a clock in Germany shows it, e.g. `Freitag, 18. Dezember 2026, 18:00 Uhr`. In the hour that an autumn
 * night has twice, it says which of the two.
 */
export function instantText(instant: Date, locale: MailLocale): string {
  const { hour, minute } = partsOf(instant, locale);
  const time = locale === 'de' ? `${hour}:${minute} Uhr` : `${hour}:${minute} German time`;
  return `${dayText(instant, locale)}, ${time}${whichOfTwo(instant, locale)}`;
}

function whichOfTwo(instant: Date, locale: MailLocale): string {
  const clock = (at: number): string => JSON.stringify(partsOf(new Date(at), 'en'));
  const here = clock(instant.getTime());
  if (clock(instant.getTime() + HOUR_MS) === here) return locale === 'de' ? ' (Sommerzeit)' : ' (summer time)';
  if (clock(instant.getTime() - HOUR_MS) === here) return locale === 'de' ? ' (Winterzeit)' : ' (winter time)';
  return '';
}

import { createHash } from 'node:crypto';

export type PageLanguage = 'de' | 'en';

/** The first language of an Accept-Language header that the pages are written in. */
export const pageLanguage = (header: string | undefined): PageLanguage =>
  /^\s*de\b/i.test(header ?? '') ? 'de' : 'en';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}button,input{font:inherit;padding:.5rem 1rem;min-height:2.75rem;box-sizing:border-box}input{width:100%;margin:.25rem 0 1rem}';

/** Of every page of the sign-in: no script but our own file, nobody else's frame, no address given away, nothing kept. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  // Not no-referrer: with that, browsers send forms without the origin by which we know our own.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const TEXTS = {
  de: {
    title: 'Anmelden',
    ready: 'Mit diesem Link melden Sie sich einmalig an.',
    button: 'Anmelden',
    code: 'Code aus der E-Mail (hinter dem #)',
    used: 'Dieser Link gilt nicht mehr. Er wurde schon benutzt oder ist älter als 15 Minuten. Bitte fordern Sie einen neuen an.',
    expired: 'Die Anmeldung wurde unterbrochen oder hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
    noRole: 'Sie sind angemeldet, haben hier aber keine Aufgabe. Bitte wenden Sie sich an die Leitung der Studie.',
    unreachable: 'Der Anmeldedienst antwortet gerade nicht. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    again: 'Noch einmal versuchen',
  },
  en: {
    title: 'Sign in',
    ready: 'This link signs you in once.',
    button: 'Sign in',
    code: 'Code from the e-mail (behind the #)',
    used: 'This link does not work any more. It was used, or is older than 15 minutes. Please ask for a new one.',
    expired: 'Signing in was interrupted or took too long. Please try again.',
    noRole: 'You are signed in, but have no role here. Please turn to whoever runs the study.',
    unreachable: 'The sign-in service does not answer. Please try again in a few minutes.',
    again: 'Try again',
  },
} as const;

const page = (language: PageLanguage, body: string): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TEXTS[language].title} · Reflexbogen</title>
<style>${STYLE}</style>
<main>
<h1>${TEXTS[language].title}</h1>
${body}
</main>
</html>
`;

/**
 * What a link opens. It shows a button, since scanners of e-mails open links as well: only the form uses the link up. The
 * secret stands in the fragment, which browsers send to nobody; the script moves it into the form. Without script it is typed.
 */
export const linkPage = (language: PageLanguage): string =>
  page(
    language,
    `<p>${TEXTS[language].ready}</p>
<form method="post" action="/auth/link">
<p><label for="secret">${TEXTS[language].code}</label>
<input id="secret" name="secret" type="text" required maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false"></p>
<button type="submit">${TEXTS[language].button}</button>
</form>
<script src="/auth/link.js"></script>`,
  );

export const LINK_SCRIPT = `const field = document.getElementById('secret');
if (location.hash.length > 1) {
  field.value = location.hash.slice(1);
  field.closest('p').hidden = true;
  history.replaceState(null, '', location.pathname);
}
`;

export type PageNotice = 'used' | 'expired' | 'noRole' | 'unreachable';

/** @param again path to try again; null where that does not help */
export const noticePage = (language: PageLanguage, notice: PageNotice, again: string | null): string =>
  page(
    language,
    `<p role="alert">${TEXTS[language][notice]}</p>${again === null ? '' : `\n<p><a href="${again}">${TEXTS[language].again}</a></p>`}`,
  );

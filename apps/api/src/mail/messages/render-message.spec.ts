import { describe, expect, it } from '@jest/globals';
import type { MailKind } from '@reflexbogen/persistence';
import fc from 'fast-check';
import { MailDataError, type MailData } from './message-data.js';
import type { MailLocale, MessageContext } from './message.js';
import { renderMessage } from './render-message.js';

const closesAt = new Date('2026-12-18T17:00:00Z');

const DATA: Readonly<Record<MailKind, MailData>> = {
  INVITATION: { kind: 'INVITATION', closesAt: null },
  REMINDER: { kind: 'REMINDER', closesAt: null, unanswered: 12 },
  RECEIPT: { kind: 'RECEIPT', number: 2, submittedAt: new Date('2026-12-10T08:15:00Z'), receipt: 'ab'.repeat(32) },
  RETURNED: { kind: 'RETURNED', closesAt: null, questions: ['Q07', 'Q09'], note: 'Bitte prüfen.\nDanke!' },
  QUERY: { kind: 'QUERY', closesAt: null, questions: ['Q07'], note: null },
  ACCEPTED: { kind: 'ACCEPTED' },
  EXTENSION: { kind: 'EXTENSION', closesAt: new Date('2027-01-08T22:59:59Z'), note: 'Wahl im Dezember' },
  SIGN_IN_LINK: { kind: 'SIGN_IN_LINK', expiresAt: new Date('2026-12-01T09:15:00Z') },
};
const KINDS = Object.keys(DATA) as readonly MailKind[];
const LOCALES: readonly MailLocale[] = ['de', 'en'];

const aContext = (more: Partial<MessageContext> = {}): MessageContext => ({
  data: DATA.INVITATION,
  recipientName: 'Jörg Müller',
  study: { slug: 'integration', title: { de: 'Integration vor Ort', en: 'Local integration' }, defaultLocale: 'de' },
  round: { code: '2026', year: 2026, opensAt: new Date('2026-12-01T07:00:00Z'), closesAt },
  municipality: { name: 'Bad Münstereifel' },
  secret: 'once-only',
  publicUrl: 'https://bogen.example.org',
  ...more,
});

/** Text of an HTML document: no tag is left, entities are read. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    );

const tagsOf = (html: string): readonly string[] => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);

describe('renderMessage', () => {
  it('writes an invitation in German', () => {
    const { subject, text } = renderMessage(aContext(), 'de');

    expect(subject).toBe('Einladung: Integration vor Ort, Erhebungsrunde 2026');
    expect(text).toBe(`Guten Tag Jörg Müller,

die Kommune Bad Münstereifel ist eingeladen, den Reflexionsbogen der Studie „Integration vor Ort“ auszufüllen. Das ist möglich bis Freitag, 18. Dezember 2026, 18:00 Uhr.

Studie: Integration vor Ort
Erhebungsrunde: 2026
Kommune: Bad Münstereifel
Zeitraum: Dienstag, 1. Dezember 2026, 08:00 Uhr bis Freitag, 18. Dezember 2026, 18:00 Uhr

Mehrere Personen können den Bogen gleichzeitig bearbeiten. Antworten werden laufend gespeichert. Abgegeben ist der Bogen erst, wenn eine dazu berechtigte Person ihn absendet.

Zum Bogen:
https://bogen.example.org/sheet/integration/2026

Freundliche Grüße
Ihr Team der Studie „Integration vor Ort“

Diese Nachricht wurde automatisch versandt. Uhrzeiten gelten für Deutschland.
`);
  });

  it('writes a reminder in English', () => {
    const { subject, text } = renderMessage(aContext({ data: DATA.REMINDER }), 'en');

    expect(subject).toBe('Reminder: Local integration, round 2026, closes on Friday, 18 December 2026');
    expect(text).toContain('until Friday, 18 December 2026, 18:00 German time.');
    expect(text).toContain('Not answered yet: 12 questions');
  });

  it.each<[MailKind, string, string]>([
    ['INVITATION', 'Einladung', 'Invitation'],
    ['REMINDER', 'Erinnerung', 'Reminder'],
    ['RECEIPT', 'Quittung', 'Receipt'],
    ['RETURNED', 'Bitte korrigieren', 'Please correct'],
    ['QUERY', 'Rückfrage', 'Query'],
    ['ACCEPTED', 'Angenommen', 'Accepted'],
    ['EXTENSION', 'Mehr Zeit', 'More time'],
  ])('%s names study, round, municipality, window and link in both languages', (kind, german, english) => {
    for (const [locale, start] of [
      ['de', german],
      ['en', english],
    ] as const) {
      const { subject, text, html } = renderMessage(aContext({ data: DATA[kind] }), locale);
      expect(subject.startsWith(`${start}: `)).toBe(true);
      const end = kind === 'EXTENSION' ? '23:59' : '18:00';
      for (const said of [
        locale === 'de' ? 'Integration vor Ort' : 'Local integration',
        '2026',
        'Bad Münstereifel',
        locale === 'de' ? `${end} Uhr` : `${end} German time`,
        'https://bogen.example.org/sheet/integration/2026',
      ])
        for (const body of [text, textOfHtml(html)]) expect(body).toContain(said);
      expect(html).toContain(`<html lang="${locale}">`);
    }
  });

  it('says what the kind is about', () => {
    const bodies = (kind: MailKind): string => renderMessage(aContext({ data: DATA[kind] }), 'de').text;
    expect(bodies('RECEIPT')).toContain(
      `Abgabe: Nr. 2\nEingegangen: Donnerstag, 10. Dezember 2026, 09:15 Uhr\nPrüfsumme (SHA-256): ${'ab'.repeat(32)}`,
    );
    expect(bodies('RETURNED')).toContain(
      'Fragen: Q07, Q09\n\nDazu schreibt das Institut:\n\n> Bitte prüfen.\n> Danke!',
    );
    expect(bodies('QUERY')).toContain('Frage: Q07\n\nZum Bogen:');
    expect(bodies('EXTENSION')).toContain('bis Freitag, 8. Januar 2027, 23:59 Uhr bearbeitet und abgegeben');
    expect(bodies('SIGN_IN_LINK')).toContain(
      'https://bogen.example.org/auth/link#once-only\n\nDer Link gilt einmal und bis Dienstag, 1. Dezember 2026, 10:15 Uhr.',
    );
  });

  it('takes the own window of a municipality before that of the round', () => {
    const own = new Date('2027-01-08T22:59:59Z');
    const { text } = renderMessage(aContext({ data: { kind: 'INVITATION', closesAt: own } }), 'de');
    expect(text).toContain('bis Freitag, 8. Januar 2027, 23:59 Uhr');
    expect(text).not.toContain('18. Dezember');
  });

  it('names a round by year and code where they differ, and a study in whichever language it has', () => {
    const { subject } = renderMessage(
      aContext({
        round: { code: 'nacherhebung', year: 2026, opensAt: closesAt, closesAt },
        study: { slug: 's', title: { fr: 'Intégration' }, defaultLocale: 'fr' },
      }),
      'de',
    );
    expect(subject).toBe('Einladung: Intégration, Erhebungsrunde 2026 (nacherhebung)');
  });

  it('greets persons without a name', () => {
    expect(renderMessage(aContext({ recipientName: null }), 'de').text.startsWith('Guten Tag,\n')).toBe(true);
    expect(renderMessage(aContext({ recipientName: '\r\n ' }), 'en').text.startsWith('Hello,\n')).toBe(true);
  });

  it.each<[string, Partial<MessageContext>]>([
    ['a study', { study: null }],
    ['a round', { round: null }],
    ['a municipality', { municipality: null }],
    ['the secret', { data: DATA.SIGN_IN_LINK, secret: null }],
  ])('refuses a mail without %s', (_, more) => {
    expect(() => renderMessage(aContext(more), 'de')).toThrow(MailDataError);
  });

  // What somebody may have typed as a name, a title, a code or a note.
  const NASTY: Readonly<Record<string, string>> = {
    'a header': 'Anna\r\nBcc: all@example.org',
    'a header and a body': 'Anna\nX-Injected: 1\n\nbody',
    'a script': '<script>alert(1)</script>',
    'the end of an attribute': '"><img src=x onerror=alert(1)>',
    'the end of another attribute': "' onmouseover='alert(1)",
    'an address': 'https://evil.example/"><b>',
    'an encoded word': '=?utf-8?Q?=0D=0ABcc:_x@example.org?=',
    'characters that steer': '\u202eedoc\u202c\u0000\u0007',
    'emoji and umlauts': '👩‍💻 Grüße 🇩🇪 ÄÖÜß',
    'half a character': 'a\ud800b',
    entities: '&lt;b&gt; &amp;',
    'another line end': 'Zeile\u2028Trenner',
    'a long text': 'x'.repeat(5000),
  };
  const places: readonly ((nasty: string) => Partial<MessageContext>)[] = [
    (recipientName) => ({ recipientName }),
    (name) => ({ municipality: { name } }),
    (title) => ({ study: { slug: 'integration', title: { de: title, en: title }, defaultLocale: 'de' } }),
    (slug) => ({ study: { slug, title: { de: 't', en: 't' }, defaultLocale: 'de' } }),
    (code) => ({ round: { code, year: 2026, opensAt: closesAt, closesAt } }),
    (secret) => ({ secret }),
  ];
  const TAGS =
    /^<(!doctype html|\/?(html|head|body|p|table|tr|th|td|blockquote|span|a|title)|br|meta charset="utf-8"|html lang="(de|en)"|body style="[^"<>]*"|p style="[^"<>]*"|table style="[^"<>]*"|th scope="row" style="[^"<>]*"|td style="[^"<>]*"|blockquote style="[^"<>]*"|span style="[^"<>]*"|a href="https:\/\/bogen\.example\.org\/[^"<>\s]*")>$/;

  /** Everything in which a message of this context could do harm, in both languages. */
  const harmOf = (context: MessageContext): readonly string[] =>
    LOCALES.flatMap((locale) => {
      const { subject, text, html } = renderMessage(context, locale);
      const harms: readonly (readonly [string, boolean])[] = [
        ['subject of several lines', /[\p{Cc}\u2028\u2029]/u.test(subject)],
        ['long subject', [...subject].length > 250],
        ['unknown tag', tagsOf(html).some((tag) => !TAGS.test(tag))],
        ['tag that loads or runs', /<\s*(img|link|script|style|iframe|object)/i.test(html)],
        ['characters that steer', /[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(subject + text + html)],
        ['half a character', /\p{Cs}/u.test(subject + text + html)],
        // An injected line end would begin a line of its own.
        ['injected line', /^(Bcc|X-Injected)/m.test(text)],
      ];
      return harms.flatMap(([harm, isThere]) => (isThere ? [`${locale}: ${harm}`] : []));
    });

  it.each(Object.entries(NASTY))('stays harmless with %s in every place', (_, nasty) => {
    for (const kind of KINDS)
      for (const place of places) expect(harmOf(aContext({ data: DATA[kind], ...place(nasty) }))).toEqual([]);
    for (const kind of ['RETURNED', 'QUERY'] as const)
      expect(
        harmOf(aContext({ data: { kind, closesAt: null, questions: [nasty.slice(0, 200)], note: nasty } })),
      ).toEqual([]);
    expect(harmOf(aContext({ data: { kind: 'EXTENSION', closesAt, note: nasty } }))).toEqual([]);
  });

  it('stays harmless with anything at all', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...Object.values(NASTY)));
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom(...places), anyText, (kind, place, text) =>
        expect(harmOf(aContext({ data: DATA[kind], ...place(text) }))).toEqual([]),
      ),
      { numRuns: 300 },
    );
  });

  it('keeps words that are not meant to harm', () => {
    const { text, html } = renderMessage(aContext({ recipientName: '👩‍💻 <b>O’Neil & Söhne</b>' }), 'de');
    expect(text.startsWith('Guten Tag 👩‍💻 <b>O’Neil & Söhne</b>,')).toBe(true);
    expect(html).toContain('Guten Tag 👩‍💻 &lt;b&gt;O’Neil &amp; Söhne&lt;/b&gt;,');
  });
});

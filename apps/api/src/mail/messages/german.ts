import { dayText, instantText } from './instant-text.js';
import type { Block, Draft, MessageContext } from './message.js';
import { oneLine, severalLines } from './plain-text.js';
import { secretLink, sheetNames, studyName, type SheetNames } from './sheet-names.js';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const at = (instant: Date): string => instantText(instant, 'de');
const day = (instant: Date): string => dayText(instant, 'de');

const sheetFacts = (
  { study, round, municipality, opensAt, closesAt }: SheetNames,
  ...more: readonly (readonly [string, string])[]
): Block => ({
  kind: 'facts',
  facts: [
    ['Studie', study],
    ['Erhebungsrunde', round],
    ['Kommune', municipality],
    ['Zeitraum', `${at(opensAt)} bis ${at(closesAt)}`],
    ...more,
  ],
});

const toSheet = ({ link }: SheetNames): Block => ({ kind: 'link', label: 'Zum Bogen', href: link });

const questionsFact = (codes: readonly string[]): readonly (readonly [string, string])[] =>
  codes.length === 0 ? [] : [[codes.length === 1 ? 'Frage' : 'Fragen', codes.map((code) => oneLine(code)).join(', ')]];

const noteBlocks = (note: string | null): readonly Block[] => {
  const text = note === null ? '' : severalLines(note);
  return text === '' ? [] : [paragraph('Dazu schreibt das Institut:'), { kind: 'quote', text }];
};

/** The message in German. @throws MailDataError where the context lacks what the kind needs */
export function germanDraft(context: MessageContext): Draft {
  const name = context.recipientName === null ? '' : oneLine(context.recipientName);
  const study = studyName(context, 'de');
  return {
    ...bodyOf(context),
    greeting: name === '' ? 'Guten Tag,' : `Guten Tag ${name},`,
    closing: [
      'Freundliche Grüße',
      study === null ? 'Reflexbogen' : `Ihr Team der Studie „${study}“`,
      'Diese Nachricht wurde automatisch versandt. Uhrzeiten gelten für Deutschland.',
    ],
  };
}

function bodyOf(context: MessageContext): Pick<Draft, 'subject' | 'blocks'> {
  const { data } = context;
  if (data.kind === 'SIGN_IN_LINK')
    return {
      subject: 'Ihr Link zur Anmeldung',
      blocks: [
        paragraph('mit diesem Link melden Sie sich an:'),
        { kind: 'link', label: 'Jetzt anmelden', href: secretLink(context) },
        paragraph(`Der Link gilt einmal und bis ${at(data.expiresAt)}. Bitte leiten Sie diese Nachricht nicht weiter.`),
        paragraph('Haben Sie den Link nicht angefordert, brauchen Sie nichts zu tun.'),
      ],
    };
  const names = sheetNames(context, 'de');
  const about = `${names.study}, Erhebungsrunde ${names.round}`;
  const sheet = `der Bogen der Kommune ${names.municipality}`;
  switch (data.kind) {
    case 'INVITATION':
      return {
        subject: `Einladung: ${about}`,
        blocks: [
          paragraph(
            `die Kommune ${names.municipality} ist eingeladen, den Reflexionsbogen der Studie „${names.study}“ auszufüllen. Das ist möglich bis ${at(names.closesAt)}.`,
          ),
          sheetFacts(names),
          paragraph(
            'Mehrere Personen können den Bogen gleichzeitig bearbeiten. Antworten werden laufend gespeichert. Abgegeben ist der Bogen erst, wenn eine dazu berechtigte Person ihn absendet.',
          ),
          toSheet(names),
        ],
      };
    case 'REMINDER':
      return {
        subject: `Erinnerung: ${about}, endet am ${day(names.closesAt)}`,
        blocks: [
          paragraph(
            `${sheet} ist noch nicht abgegeben. Sie können ihn bis ${at(names.closesAt)} bearbeiten und abgeben.`,
          ),
          sheetFacts(
            names,
            ...(data.unanswered === null
              ? []
              : [['Noch ohne Antwort', data.unanswered === 1 ? '1 Frage' : `${data.unanswered} Fragen`] as const]),
          ),
          toSheet(names),
        ],
      };
    case 'RECEIPT':
      return {
        subject: `Quittung: ${about}`,
        blocks: [
          paragraph(`${sheet} ist eingegangen. Vielen Dank.`),
          sheetFacts(
            names,
            ['Abgabe', `Nr. ${data.number}`],
            ['Eingegangen', at(data.submittedAt)],
            ['Prüfsumme (SHA-256)', data.receipt],
          ),
          paragraph(
            'Bitte bewahren Sie diese Nachricht auf: Mit der Prüfsumme lässt sich nachweisen, welche Antworten Sie abgegeben haben.',
          ),
          toSheet(names),
        ],
      };
    case 'RETURNED':
      return {
        subject: `Bitte korrigieren: ${about}`,
        blocks: [
          paragraph(
            `${sheet} ist zur Korrektur an Sie zurückgegeben worden. Ihre Abgabe bleibt gespeichert, bis Sie den Bogen erneut abgeben.`,
          ),
          sheetFacts(names, ...questionsFact(data.questions)),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
    case 'QUERY':
      return {
        subject: `Rückfrage: ${about}`,
        blocks: [
          paragraph(
            `zum Bogen der Kommune ${names.municipality} gibt es eine Rückfrage. Bitte antworten Sie im Bogen.`,
          ),
          sheetFacts(names, ...questionsFact(data.questions)),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
    case 'ACCEPTED':
      return {
        subject: `Angenommen: ${about}`,
        blocks: [
          paragraph(`${sheet} ist geprüft und angenommen. Sie brauchen nichts weiter zu tun. Vielen Dank.`),
          sheetFacts(names),
          toSheet(names),
        ],
      };
    case 'EXTENSION':
      return {
        subject: data.closesAt === null ? `Mehr Zeit: ${about}` : `Mehr Zeit: ${about}, bis ${day(data.closesAt)}`,
        blocks: [
          paragraph(
            data.closesAt === null
              ? `${sheet} kann auch nach dem Ende der Erhebungsrunde bearbeitet und abgegeben werden.`
              : `${sheet} kann nun bis ${at(data.closesAt)} bearbeitet und abgegeben werden.`,
          ),
          sheetFacts(names),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
  }
}

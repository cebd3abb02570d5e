import { dayText, instantText } from './instant-text.js';
import type { Block, Draft, MessageContext } from './message.js';
import { oneLine, severalLines } from './plain-text.js';
import { secretLink, sheetNames, studyName, type SheetNames } from './sheet-names.js';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const at = (instant: Date): string => instantText(instant, 'en');
const day = (instant: Date): string => dayText(instant, 'en');

const sheetFacts = (
  { study, round, municipality, opensAt, closesAt }: SheetNames,
  ...more: readonly (readonly [string, string])[]
): Block => ({
  kind: 'facts',
  facts: [
    ['Study', study],
    ['Round', round],
    ['Municipality', municipality],
    ['Open', `${at(opensAt)} to ${at(closesAt)}`],
    ...more,
  ],
});

const toSheet = ({ link }: SheetNames): Block => ({ kind: 'link', label: 'Go to the sheet', href: link });

const questionsFact = (codes: readonly string[]): readonly (readonly [string, string])[] =>
  codes.length === 0
    ? []
    : [[codes.length === 1 ? 'Question' : 'Questions', codes.map((code) => oneLine(code)).join(', ')]];

const noteBlocks = (note: string | null): readonly Block[] => {
  const text = note === null ? '' : severalLines(note);
  return text === '' ? [] : [paragraph('The institute writes:'), { kind: 'quote', text }];
};

/** The message in English. @throws MailDataError where the context lacks what the kind needs */
export function englishDraft(context: MessageContext): Draft {
  const name = context.recipientName === null ? '' : oneLine(context.recipientName);
  const study = studyName(context, 'en');
  return {
    ...bodyOf(context),
    greeting: name === '' ? 'Hello,' : `Dear ${name},`,
    closing: [
      'Kind regards',
      study === null ? 'Reflexbogen' : `The team of the study “${study}”`,
      'This message was sent automatically. Times are those of Germany.',
    ],
  };
}

function bodyOf(context: MessageContext): Pick<Draft, 'subject' | 'blocks'> {
  const { data } = context;
  if (data.kind === 'SIGN_IN_LINK')
    return {
      subject: 'Your sign-in link',
      blocks: [
        paragraph('This link signs you in:'),
        { kind: 'link', label: 'Sign in now', href: secretLink(context) },
        paragraph(`It works once and until ${at(data.expiresAt)}. Please do not pass this message on.`),
        paragraph('If you did not ask for the link, you need not do anything.'),
      ],
    };
  const names = sheetNames(context, 'en');
  const about = `${names.study}, round ${names.round}`;
  const sheet = `The sheet of ${names.municipality}`;
  switch (data.kind) {
    case 'INVITATION':
      return {
        subject: `Invitation: ${about}`,
        blocks: [
          paragraph(
            `${names.municipality} is invited to fill in the reflection sheet of the study “${names.study}”. You can do so until ${at(names.closesAt)}.`,
          ),
          sheetFacts(names),
          paragraph(
            'Several people can work on the sheet at the same time. Answers are saved as you go. The sheet is handed in only when somebody entitled to do so submits it.',
          ),
          toSheet(names),
        ],
      };
    case 'REMINDER':
      return {
        subject: `Reminder: ${about}, closes on ${day(names.closesAt)}`,
        blocks: [
          paragraph(
            `${sheet} has not been handed in yet. You can work on it and submit it until ${at(names.closesAt)}.`,
          ),
          sheetFacts(
            names,
            ...(data.unanswered === null
              ? []
              : [['Not answered yet', data.unanswered === 1 ? '1 question' : `${data.unanswered} questions`] as const]),
          ),
          toSheet(names),
        ],
      };
    case 'RECEIPT':
      return {
        subject: `Receipt: ${about}`,
        blocks: [
          paragraph(`${sheet} has arrived. Thank you.`),
          sheetFacts(
            names,
            ['Submission', `no. ${data.number}`],
            ['Received', at(data.submittedAt)],
            ['Checksum (SHA-256)', data.receipt],
          ),
          paragraph('Please keep this message: the checksum proves which answers you handed in.'),
          toSheet(names),
        ],
      };
    case 'RETURNED':
      return {
        subject: `Please correct: ${about}`,
        blocks: [
          paragraph(
            `${sheet} has been returned to you for correction. What you handed in is kept until you submit the sheet again.`,
          ),
          sheetFacts(names, ...questionsFact(data.questions)),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
    case 'QUERY':
      return {
        subject: `Query: ${about}`,
        blocks: [
          paragraph(`There is a query about the sheet of ${names.municipality}. Please answer it in the sheet.`),
          sheetFacts(names, ...questionsFact(data.questions)),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
    case 'ACCEPTED':
      return {
        subject: `Accepted: ${about}`,
        blocks: [
          paragraph(`${sheet} has been checked and accepted. There is nothing more for you to do. Thank you.`),
          sheetFacts(names),
          toSheet(names),
        ],
      };
    case 'EXTENSION':
      return {
        subject: data.closesAt === null ? `More time: ${about}` : `More time: ${about}, until ${day(data.closesAt)}`,
        blocks: [
          paragraph(
            data.closesAt === null
              ? `${sheet} can be worked on and submitted after the end of the round, too.`
              : `${sheet} can now be worked on and submitted until ${at(data.closesAt)}.`,
          ),
          sheetFacts(names),
          ...noteBlocks(data.note),
          toSheet(names),
        ],
      };
  }
}

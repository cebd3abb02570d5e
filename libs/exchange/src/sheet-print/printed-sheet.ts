import type { AnswerValue, Question } from '@reflexbogen/domain';
import type { SheetFileIdentity } from '../sheet-file/sheet-file.js';

/** What a printed sheet shows beside its questions. */
export interface PrintedSheet extends SheetFileIdentity {
  readonly title: string;
  /** What the study says about itself; null: nothing. */
  readonly description: string | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** By question code; a question that is not there is left to be filled in. */
  readonly answers: ReadonlyMap<string, AnswerValue>;
  /** By question code. */
  readonly comments: ReadonlyMap<string, string>;
  /** What was answered the round before, where the question shows it. By question code. */
  readonly previous: ReadonlyMap<string, PrintedPrevious>;
  /** Null: not handed in. */
  readonly receipt: { readonly number: number; readonly submittedAt: Date; readonly hash: string } | null;
  /** BCP 47 tag; the sheet is German for `de`, `de-…`, English otherwise. */
  readonly locale: string;
  /** Written into the file as its date: the same sheet then gives the same bytes. */
  readonly date: Date;
}

export interface PrintedPrevious {
  readonly year: number;
  /** As it was asked then. */
  readonly question: Question;
  readonly value: AnswerValue;
}

export const PRINT_WORDS = {
  de: {
    window: 'Zu beantworten vom {from} bis {to} (Berliner Zeit)',
    draft: 'Entwurf, noch nicht eingereicht',
    blank: 'Noch nicht ausgefüllt',
    submitted: 'Eingereicht am {at}, Einreichung {number}',
    receipt: 'Quittung: {hash}',
    required: 'Pflichtfrage',
    conditional: 'nur unter einer Bedingung gestellt',
    several: 'mehrere Angaben möglich',
    previous: '{year} geantwortet: {value}',
    comment: 'Anmerkung: {text}',
    ticked: 'angekreuzt',
    unticked: 'nicht angekreuzt',
    page: '{municipality} · {round} · Seite {page} von {pages}',
    row: 'Zeile',
    answer: 'Antwort',
    noAnswer: 'Platz für die Antwort',
  },
  en: {
    window: 'To be answered from {from} to {to} (Berlin time)',
    draft: 'Draft, not handed in yet',
    blank: 'Not filled in yet',
    submitted: 'Handed in on {at}, submission {number}',
    receipt: 'Receipt: {hash}',
    required: 'required',
    conditional: 'asked under a condition only',
    several: 'several answers possible',
    previous: 'Answered in {year}: {value}',
    comment: 'Remark: {text}',
    ticked: 'ticked',
    unticked: 'not ticked',
    page: '{municipality} · {round} · Page {page} of {pages}',
    row: 'Row',
    answer: 'Answer',
    noAnswer: 'Space for the answer',
  },
} as const;

export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

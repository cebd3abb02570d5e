import type { LocalizedText } from '@reflexbogen/domain';
import type { MailData } from './message-data.js';

/** Languages that mails are written in. */
export type MailLocale = 'de' | 'en';

/** A mail as a person reads it. */
export interface Message {
  readonly locale: MailLocale;
  /** One line, without control characters. */
  readonly subject: string;
  readonly text: string;
  /** A whole document that loads nothing from anywhere. */
  readonly html: string;
}

/** What a message is written from. Texts are as stored: whoever writes them into a message makes them harmless. */
export interface MessageContext {
  readonly data: MailData;
  readonly recipientName: string | null;
  readonly study: { readonly slug: string; readonly title: LocalizedText; readonly defaultLocale: string } | null;
  readonly round: {
    readonly code: string;
    readonly year: number;
    readonly opensAt: Date;
    readonly closesAt: Date;
  } | null;
  readonly municipality: { readonly name: string } | null;
  /** SIGN_IN_LINK only. */
  readonly secret: string | null;
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

/** A part of a message's body. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** Somebody else's words, over several lines. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

/** A message before it is laid out. */
export interface Draft {
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  readonly closing: readonly string[];
}

/** The language for a person: theirs if mails are written in it, else the study's, else German. */
export function mailLocale(locale: string, studyLocale: string | null): MailLocale {
  for (const tag of [locale, studyLocale ?? '']) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'de' || language === 'en') return language;
  }
  return 'de';
}

import type { LocalizedText } from '@reflexbogen/domain';
import { sheetLink, signInLink } from '../mail-links.js';
import { MailDataError } from './message-data.js';
import type { MailLocale, MessageContext } from './message.js';
import { oneLine } from './plain-text.js';

/** What a message about a sheet names, made harmless. */
export interface SheetNames {
  readonly study: string;
  /** The round's code, with its year where the code is another. */
  readonly round: string;
  readonly municipality: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly link: string;
}

/** A title in the mail's language, else in the study's, else in whichever there is. */
function titleIn(title: LocalizedText, locale: MailLocale, studyLocale: string): string {
  const texts: Readonly<Record<string, string | undefined>> = title;
  return texts[locale] ?? texts[studyLocale] ?? Object.values(texts).find((text) => text !== undefined) ?? '';
}

/** @throws MailDataError where the mail lacks study, round or municipality */
export function sheetNames(context: MessageContext, locale: MailLocale): SheetNames {
  const { study, round, municipality, publicUrl, data } = context;
  if (study === null || round === null || municipality === null)
    throw new MailDataError(`${data.kind}: expected a study, a round and a municipality`);
  const code = oneLine(round.code, 100);
  return {
    study: oneLine(titleIn(study.title, locale, study.defaultLocale)) || oneLine(study.slug),
    round: code === String(round.year) ? code : `${round.year} (${code})`,
    municipality: oneLine(municipality.name),
    opensAt: round.opensAt,
    closesAt: ('closesAt' in data ? data.closesAt : null) ?? round.closesAt,
    link: sheetLink(publicUrl, study.slug, round.code),
  };
}

/** The study's title where there is one, else null. */
export const studyName = ({ study }: MessageContext, locale: MailLocale): string | null =>
  study === null ? null : oneLine(titleIn(study.title, locale, study.defaultLocale)) || oneLine(study.slug);

/** @throws MailDataError where the secret is gone */
export function secretLink({ secret, publicUrl }: MessageContext): string {
  if (secret === null) throw new MailDataError('SIGN_IN_LINK: expected a secret');
  return signInLink(publicUrl, secret);
}

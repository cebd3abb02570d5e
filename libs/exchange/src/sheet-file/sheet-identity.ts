import { contentHashOf } from '@reflexbogen/domain';
import { SHEET_FILE_VERSION, type IdentityKey, type Language, type SheetFileIdentity } from './sheet-file.js';

/** Longest language tag that is written; RFC 5646 asks for 35 characters. */
const MAX_LOCALE = 100;
export const isLanguageTag = (text: string): boolean => text.length <= MAX_LOCALE && /^[A-Za-z0-9-]+$/.test(text);

/** The entries of a file that say whose sheet it is. */
export const identityOf = (
  { study, municipality, round, questionSet }: SheetFileIdentity,
  locale: string,
): Readonly<Record<IdentityKey, string>> => ({
  format: SHEET_FILE_VERSION,
  study,
  municipality: municipality.code,
  round: round.code,
  questionSet: `${questionSet.year}.${questionSet.revision}`,
  contentHash: `sha256:${contentHashOf(questionSet.document)}`,
  language: locale,
});

/** What the entries mean, for people. */
export function meaningsOf(
  { municipality, round }: SheetFileIdentity,
  language: Language,
): Readonly<Record<IdentityKey, string>> {
  return language === 'de'
    ? {
        format: 'Aufbau dieser Datei',
        study: 'Studie',
        municipality: `Kommune: ${municipality.name}`,
        round: `Erhebungsrunde ${round.year}`,
        questionSet: 'Fragensatz: Jahr und Revision',
        contentHash: 'Prüfsumme des Fragensatzes',
        language: 'Sprache der Listen',
      }
    : {
        format: 'Layout of this file',
        study: 'Study',
        municipality: `Municipality: ${municipality.name}`,
        round: `Round ${round.year}`,
        questionSet: 'Question set: year and revision',
        contentHash: 'Checksum of the question set',
        language: 'Language of the lists',
      };
}

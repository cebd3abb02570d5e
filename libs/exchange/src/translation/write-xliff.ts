import { element, xmlOf, type XmlNode } from '../export/xml.js';
import type { Questionnaire } from '../questionnaire/read-questionnaire.js';
import { originOf, stringsOf, textIn } from './translatable-strings.js';

export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
/** Category of the note that holds the hash of the sources. */
export const SOURCE_HASH = 'source-hash';

export interface Languages {
  /** BCP 47 tag that is translated from. */
  readonly source: string;
  /** BCP 47 tag that is translated to. */
  readonly target: string;
}

/** Characters that XML 1.0 cannot hold and a wording may; XLIFF has an element for them. */
const NOT_XML = /([\ufffe\uffff])/;

const content = (text: string): readonly XmlNode[] =>
  text
    .split(NOT_XML)
    .filter((part) => part !== '')
    .map((part) => (NOT_XML.test(part) ? element('cp', { hex: part.charCodeAt(0).toString(16).toUpperCase() }) : part));

/**
 * Writes the strings of a question set for a translator: XLIFF 2.1, one unit per string, translations so far filled in.
 * Strings without a text in the source language are left out: there is nothing to translate (see `missingTranslations`).
 */
export function writeXliff(questionnaire: Questionnaire, { source, target }: Languages): string {
  const { original, sourceHash } = originOf(questionnaire, source);
  const units = stringsOf(questionnaire.document).flatMap(({ key, kind, text }) => {
    const from = textIn(text, source);
    if (from === null) return [];
    const to = textIn(text, target);
    const segment = [
      element('source', {}, ...content(from)),
      ...(to === null ? [] : [element('target', {}, ...content(to))]),
    ];
    return [
      element(
        'unit',
        { id: key },
        element('notes', {}, element('note', { category: 'kind' }, kind)),
        element('segment', { state: to === null ? 'initial' : 'translated' }, ...segment),
      ),
    ];
  });
  const notes = element('notes', {}, element('note', { category: SOURCE_HASH }, sourceHash));
  const head = xmlOf(
    element(
      'xliff',
      { xmlns: XLIFF_NAMESPACE, version: '2.1', srcLang: source, trgLang: target },
      element('file', { id: 'question-set', original, 'xml:space': 'preserve' }, notes, ...units),
    ),
  );
  // One unit per line, for people and for version control; between units blanks mean nothing.
  const lines = head.replace(/(<file [^>]*>|<\/notes>(?=<unit)|<\/unit>|<\/file>)/g, '$1\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines}\n`;
}

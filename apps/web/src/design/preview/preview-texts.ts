import { defineTexts } from '../../text/define-texts.js';

/** Preview, and translations side by side. */
export const previewTexts = defineTexts(
  {
    emptyAnswers: 'Antworten leeren',
    previewCount: '{{visible}} von {{total}} Fragen sichtbar',
    previewHint: 'Zum Ausprobieren: Was hier geantwortet wird, geht nirgendwohin.',
    nothingVisible: 'Zurzeit keine Frage sichtbar.',
    previewFaulty: 'Noch keine Vorschau',
    previewFaultyText: 'Der Entwurf hat Mängel; sie stehen oben.',
    sourceLanguage: 'Übersetzen aus',
    targetLanguage: 'Übersetzen in',
    addLanguage: 'Weitere Sprache',
    addLanguageHint: 'Kürzel wie en, fr oder de-AT',
    addLanguageDo: 'Hinzufügen',
    missingTexts: '{{count}} von {{total}} Texten fehlen in {{locale}}.',
    missingOnly: 'Nur fehlende zeigen',
  },
  {
    emptyAnswers: 'Clear answers',
    previewCount: '{{visible}} of {{total}} questions visible',
    previewHint: 'To try out: what is answered here goes nowhere.',
    nothingVisible: 'No question visible at present.',
    previewFaulty: 'No preview yet',
    previewFaultyText: 'The draft has faults; they are listed above.',
    sourceLanguage: 'Translate from',
    targetLanguage: 'Translate into',
    addLanguage: 'Another language',
    addLanguageHint: 'A tag such as en, fr or de-AT',
    addLanguageDo: 'Add',
    missingTexts: '{{count}} of {{total}} texts are missing in {{locale}}.',
    missingOnly: 'Show missing ones only',
  },
);

import { defineTexts } from '../text/define-texts.js';

/** Templates with their years, and the beginning of a draft. */
export const templatesTexts = defineTexts(
  {
    title: 'Gestalten',
    intro: 'Die Vorlagen mit ihren Fragensätzen, Jahr für Jahr: entwerfen, vergleichen, veröffentlichen, erheben.',
    noTemplates: 'Noch keine Vorlage. Eine Vorlage kommt mit dem ersten Studienpaket.',
    edition: '{{year}}, Revision {{revision}}',
    versionOf: 'Fassung {{version}}',
    asked: 'gefragt in {{rounds}}',
    changesSince: 'Änderungen seit {{year}}/{{revision}}',
    roundsOf: 'Runden: {{study}}',
    newDraft: 'Neuen Entwurf beginnen',
    draftYear: 'Jahr',
    basedOn: 'Auf Grundlage von',
    basedOnNothing: 'nichts, leer',
    startDraft: 'Entwurf beginnen',
  },
  {
    title: 'Design',
    intro: 'The templates with their question sets, year by year: draft, compare, publish, collect.',
    noTemplates: 'No template yet. A template comes with the first study package.',
    edition: '{{year}}, revision {{revision}}',
    versionOf: 'Version {{version}}',
    asked: 'asked in {{rounds}}',
    changesSince: 'Changes since {{year}}/{{revision}}',
    roundsOf: 'Rounds: {{study}}',
    newDraft: 'Start a new draft',
    draftYear: 'Year',
    basedOn: 'Based on',
    basedOnNothing: 'nothing, empty',
    startDraft: 'Start draft',
  },
);

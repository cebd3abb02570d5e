import { defineTexts } from '../../text/define-texts.js';

/** Modules and the archive of a template. */
export const templateTexts = defineTexts(
  {
    allYears: 'Module und Archiv: {{template}}',
    modules: 'Module',
    modulesHint:
      'Ein Modul ist eine benannte Gruppe von Fragen, die Entwürfe übernehmen. Jede Revision bleibt, wie sie ist.',
    moduleRevision: 'Revision {{revision}}, {{at}}, {{count}} Fragen',
    publishModule: 'Modul veröffentlichen',
    publishModuleDo: 'Modul veröffentlichen',
    modulePublished: 'Das Modul ist veröffentlicht',
    sectionsFrom: 'Abschnitte aus',
    sections: 'Abschnitte',
    composeOf: 'Nur aus diesen Modulen zusammensetzen:',
    archived: 'Archivierte Fragen',
    archivedHint: 'Sie werden nicht mehr gefragt; ihr Code bleibt für immer vergeben.',
    archiveCodes: 'Codes',
    archiveCodesHint: 'Durch Komma getrennt. Das lässt sich nicht zurücknehmen.',
    archiveReason: 'Grund',
    archiveDo: 'Für immer archivieren',
  },
  {
    allYears: 'Modules and archive: {{template}}',
    modules: 'Modules',
    modulesHint: 'A module is a named group of questions that drafts take over. Each revision stays as it is.',
    moduleRevision: 'revision {{revision}}, {{at}}, {{count}} questions',
    publishModule: 'Publish a module',
    publishModuleDo: 'Publish module',
    modulePublished: 'The module is published',
    sectionsFrom: 'Sections of',
    sections: 'Sections',
    composeOf: 'Compose of these modules only:',
    archived: 'Archived questions',
    archivedHint: 'They are asked no more; their codes stay taken for ever.',
    archiveCodes: 'Codes',
    archiveCodesHint: 'Separated by commas. This cannot be taken back.',
    archiveReason: 'Reason',
    archiveDo: 'Archive for ever',
  },
);

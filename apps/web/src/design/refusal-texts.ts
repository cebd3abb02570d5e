import type {
  ArchiveQuestionsErrorCode,
  CorrectRoundErrorCode,
  DraftQuestionSetErrorCode,
  OpenRoundErrorCode,
  PlanRoundErrorCode,
  PublishModuleErrorCode,
  PublishQuestionSetErrorCode,
  ReadQuestionnaireErrorCode,
  RequireLocalesErrorCode,
  SaveQuestionSetErrorCode,
  SaveSharedScaleErrorCode,
} from '@reflexbogen/client';

/** Every code with which the service refuses an act of a designer. */
type DesignErrorCode =
  | ArchiveQuestionsErrorCode
  | CorrectRoundErrorCode
  | DraftQuestionSetErrorCode
  | OpenRoundErrorCode
  | PlanRoundErrorCode
  | PublishModuleErrorCode
  | PublishQuestionSetErrorCode
  | ReadQuestionnaireErrorCode
  | RequireLocalesErrorCode
  | SaveQuestionSetErrorCode
  | SaveSharedScaleErrorCode
  // Of the library's own page: a new scale under the code of another one.
  | 'SCALE_TAKEN';

/** Why the service has refused, in German: a code without words here does not compile. English words come with the error. */
export const GERMAN_REFUSALS: Readonly<Record<DesignErrorCode, string>> = {
  CODE_ARCHIVED: 'Der Code ist der einer archivierten Frage.',
  CODE_TAKEN: 'Die Studie hat schon eine Runde dieses Codes.',
  DRAFT_EXISTS: 'Für dieses Jahr gibt es schon einen Entwurf, der nicht veröffentlicht ist.',
  INVALID_DOCUMENT: 'Der Inhalt verletzt eine Regel.',
  INVALID_FILE: 'Die Datei lässt sich nicht lesen.',
  INVALID_MODULES: 'Ein Modul gibt es nicht, oder die Module widersprechen einander.',
  INVALID_SCALE: 'Die Skala verletzt eine Regel, oder ein Code hieße nicht mehr, was er hieß.',
  INVALID_WINDOW: 'Der Zeitraum endet, bevor er beginnt.',
  INVALID_YEAR: 'Das Jahr liegt vor dem, auf dessen Grundlage der Entwurf beginnt.',
  MODULE_DIFFERS: 'Die Frage ist nicht die des Moduls, das sie nennt.',
  NEVER_VISIBLE: 'Die Frage wird nie sichtbar.',
  NOT_A_DRAFT: 'Veröffentlichtes ändert sich nicht mehr.',
  NOT_A_LATER_REVISION: 'Das ist keine spätere Revision des Fragensatzes dieser Runde.',
  NOT_EDITORIAL: 'Mehr als der Wortlaut ist anders, oder eine Änderung ist nicht als redaktionell beurteilt.',
  NOT_FOUND: 'Diesen Fragensatz gibt es nicht.',
  NOT_LATER: 'Der Fragensatz ist aus einem früheren Jahr als die Runde, der er folgen soll.',
  NOT_PUBLISHED: 'Der Fragensatz ist nicht veröffentlicht, oder er ist zurückgezogen.',
  OTHER_TEMPLATE: 'Das gehört zu einer anderen Vorlage.',
  ROUND_CLOSED: 'Die Runde ist geschlossen.',
  SCALE_TAKEN: 'Diesen Code hat schon eine Skala der Bibliothek. Geben Sie der neuen einen anderen.',
  STALE_REVISION: 'Jemand hat inzwischen gespeichert. Laden Sie die Seite neu.',
  STALE_VERSION: 'Jemand hat inzwischen gespeichert. Laden Sie die Seite neu.',
  TRANSLATION_MISSING: 'Ein Text fehlt in einer verlangten Sprache.',
  UNCHANGED: 'Die letzte Revision sagt dasselbe, oder jemand anderes hat gerade eine veröffentlicht.',
  UNKNOWN_BASE: 'Diesen veröffentlichten Fragensatz hat die Vorlage nicht.',
  UNKNOWN_QUESTION: 'Die Vorlage hat nie eine Frage dieses Codes gestellt.',
  UNKNOWN_QUESTION_SET: 'Diesen Fragensatz gibt es nicht.',
  UNKNOWN_ROUND: 'Diese Runde hat die Studie nicht.',
  UNKNOWN_STUDY: 'Diese Studie gibt es nicht, oder sie ist Ihnen nicht zugänglich.',
  UNKNOWN_TEMPLATE: 'Diese Vorlage gibt es nicht.',
  UNKNOWN_UPLOAD: 'Die Datei ist nicht mehr da; wählen Sie sie noch einmal.',
  UNKNOWN_VERSION: 'Diese Fassung hat der Entwurf nicht.',
  VERDICT_MISSING: 'Eine geänderte Frage hat kein Urteil.',
};

export const isKnownRefusal = (code: string | undefined): code is keyof typeof GERMAN_REFUSALS =>
  code !== undefined && Object.hasOwn(GERMAN_REFUSALS, code);

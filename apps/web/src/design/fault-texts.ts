import type { FaultReason } from '@reflexbogen/client';

/**
 * What is wrong with a draft or a file, in German, as the schema has it in English: a reason without words here does not compile,
 * and a name in braces that only one of the two has is seen by the spec. {detail} is somebody else's sentence, in English.
 */
export const GERMAN_FAULTS: Readonly<Record<FaultReason, string>> = {
  NOTHING_ASKED: 'Der Fragensatz fragt nichts; er braucht mindestens eine Frage.',
  YEAR_RANGE: 'Das Jahr ist {value}; möglich ist {least} bis {most}.',
  REVISION_RANGE: 'Die Revision ist {value}; möglich ist {least} bis {most}.',
  SECTION_TWICE: 'Den Abschnitt „{section}“ gibt es zweimal.',
  QUESTION_TWICE: 'Den Code „{code}“ hat schon die Frage „{question}“; jede braucht ihren eigenen.',
  QUESTION_COUNT: 'Der Fragensatz hat mehr als {most} Fragen, die Zellen der Fragematrizen mitgezählt.',
  SCALE_COUNT: 'Der Fragensatz hat {count} Skalen; höchstens {most} sind möglich.',

  CODE_CHARACTERS:
    '„{code}“ ist kein Code: Buchstaben A–Z, Ziffern, „.“, „_“ und „-“, vorn ein Buchstabe oder eine Ziffer, höchstens {most} Zeichen.',
  LEVEL_CODE_CHARACTERS:
    '„{code}“ ist kein Code einer Stufe: 1 bis {most} Zeichen ohne „|“, ohne Zeilenumbruch und Steuerzeichen, ohne Leerzeichen am Rand.',
  LANGUAGE_TAG: '„{locale}“ ist kein Sprachkürzel; erwartet wird eines wie de oder de-AT.',
  TEXT_NOWHERE: 'In keiner Sprache steht ein Text.',
  TEXT_LENGTH: 'Der Text hat {count} Zeichen; höchstens {most} sind möglich.',
  TEXT_CHARACTERS:
    'Der Text enthält ein Steuerzeichen oder eines, das die Schreibrichtung umkehrt; erlaubt sind druckbare Zeichen, Tabulatoren und Zeilenumbrüche.',

  SCALE_TWICE: 'Die Skala „{scale}“ gibt es zweimal.',
  SCALE_EMPTY: 'Die Skala „{scale}“ hat weder Stufen noch Fehlwerte.',
  LEVEL_COUNT: 'Die Skala „{scale}“ hat {count} Stufen; höchstens {most} sind möglich.',
  LEVEL_TWICE: 'Die Stufe „{level}“ steht zweimal in der Skala „{scale}“.',
  MISSING_CODE_COUNT: 'Die Skala „{scale}“ hat {count} Fehlwerte; höchstens {most} sind möglich.',
  MISSING_CODE_TWICE:
    'Den Code des Fehlwerts „{missing}“ hat in der Skala „{scale}“ schon eine Stufe oder ein anderer Fehlwert.',
  BOX_EMPTY: 'Die Stufengruppe „{box}“ nennt keine Stufe.',
  BOX_LEVEL_TWICE: 'Die Stufengruppe „{box}“ nennt eine Stufe zweimal.',
  BOX_LEVEL: 'Stufengruppe „{box}“: Die Skala „{scale}“ hat keine Stufe „{level}“; sie hat {levels}.',

  SCALE_MISSING: '„{question}“ (Art der Antwort: {type}) nennt keine Skala.',
  SCALE_UNKNOWN: 'Eine Skala „{scale}“ gibt es nicht; es gibt {scales}.',
  SCALE_UNKNOWN_OF_NONE: 'Eine Skala „{scale}“ gibt es nicht; der Fragensatz hat noch keine.',
  SCALE_WITHOUT_LEVELS: 'Die Skala „{scale}“ hat keine Stufen, aus denen sich wählen ließe.',
  LEVELS_NOT_ALLOWED:
    '„{question}“ (Art der Antwort: {type}) kann keine Stufen haben; möglich ist keine Skala, oder eine nur mit Fehlwerten.',
  MISSING_CODE_AS_ANSWER:
    'Der Fehlwert „{missing}“ liest sich wie eine Antwort auf „{question}“ (Art der Antwort: {type}).',
  FIELD_OF_NUMBERS: '„{question}“ (Art der Antwort: {type}) hat kein Feld „{field}“; nur Zahlen haben es.',
  FIELD_OF_GRIDS: '„{question}“ (Art der Antwort: {type}) hat kein Feld „{field}“; nur Fragematrizen haben es.',
  BOUND_RANGE: '„{field}“ ist {value}; möglich ist eine Zahl zwischen -1e15 und 1e15.',
  BOUNDS_REVERSED: 'Der kleinste Wert {min} liegt über dem größten {max}.',
  DECIMALS_RANGE: 'Die Nachkommastellen sind {value}; möglich ist eine ganze Zahl von 0 bis {most}.',
  TOLERANCE_RANGE: 'Die Grenze für „unverändert“ ist {value}; möglich ist eine Zahl ab 0.',
  GRID_AXIS_EMPTY: 'Die Fragematrix „{question}“ hat keine {axis}.',

  SINCE_NOT_EARLIER:
    '„{question}“ vergleicht sich mit {set}; möglich ist ein Jahr vor {year} oder eine frühere Revision von {year}.',
  RECODE_UNDER_VERDICT: '„{question}“ hat eine Umschlüsselung, aber das Urteil „{verdict}“.',
  RECODE_WITHOUT_LEVELS: '„{question}“ (Art der Antwort: {type}) hat keine Stufen, die umgeschlüsselt werden könnten.',
  RECODE_EMPTY: '„{question}“ ist umgeschlüsselt, und keiner früheren Stufe ist eine jetzige zugeordnet.',
  RECODE_LEVEL: 'Die Skala „{scale}“ hat keine Stufe „{level}“; sie hat {levels}.',
  RECODE_LEVEL_BEFORE: 'Die Skala von {set} hat keine Stufe „{level}“.',
  REPORT_NOT_EARLIER: '„{question}“ meldet eine Veränderung seit {since}; möglich ist ein Jahr vor {year}.',
  REPORT_OF_TYPE:
    '„{question}“ (Art der Antwort: {type}) kann keine Veränderung melden; das kann eine Skala, deren Stufen eine Richtung haben.',
  REPORT_WITHOUT_DIRECTION:
    '„{question}“ meldet eine Veränderung, und keine Stufe der Skala „{scale}“ sagt, in welche Richtung.',
  REPORT_UNKNOWN: 'Der Fragensatz von {since} fragt nicht nach „{question}“.',

  RULE_LENGTH: 'Die Regel hat {count} Zeichen; höchstens {most} sind möglich.',
  RULE_NOT_READ: 'Die Regel lässt sich nicht lesen: {detail}.',
  RULE_TYPES_APART: 'Die Regel verbindet, was nicht zusammenpasst: {detail}.',
  RULE_WHOLE_NUMBER:
    'Die Regel verbindet, was nicht zusammenpasst: {detail}. Ganze Zahlen brauchen einen Dezimalpunkt: 3.0.',
  RULE_NO_CONDITION: 'Die Regel ergibt {result}; erwartet wird wahr oder falsch.',
  RULE_ELEMENT: '{element} gibt es in Regeln nicht.',
  RULE_COMPUTED_TEXT: '.contains() nimmt keinen berechneten Text, nur einen in Anführungszeichen.',
  RULE_NUMBER_LARGE: 'Eine ganze Zahl ist zu groß; möglich ist höchstens {most}.',
  RULE_CODE_IN_QUOTES: '{element} sagt nicht, welche Frage gemeint ist; ihr Code gehört in Anführungszeichen.',
  RULE_LAST_ROUND: '{element} gibt es hier nicht: Was ein Bogen fragt, entscheidet er allein.',
  RULE_TEXTS_JOINED: 'Texte und Listen lassen sich in Regeln nicht aneinanderhängen.',
  RULE_LEVELS_IN_ORDER:
    "Die Stufen von „{question}“ haben in Regeln keine Reihenfolge; nennen Sie sie beim Namen, etwa in ['4', '5'].",
  RULE_TYPE_BEFORE:
    '„{question}“ hatte die Art der Antwort {before} und hat jetzt {type}; eine frühere Antwort gibt es damit nicht.',
  RULE_QUESTION: 'Eine Frage „{question}“ gibt es nicht.',
  RULE_QUESTION_BEFORE: 'Kein früherer Fragensatz fragt „{question}“.',
  RULE_LEVEL: '„{question}“ hat keine Stufe „{level}“; möglich sind {levels}.',
  RULE_CIRCLE: 'Die Regeln drehen sich im Kreis: „{question}“ hängt von „{other}“ ab, und „{other}“ von „{question}“.',
  RULE_AHEAD: 'Die Regel von „{question}“ schaut auf „{other}“, das erst später gefragt wird.',
  NEVER_TRUE: '„{question}“ wird nie sichtbar: Keine Antworten machen die Regel wahr.',
  NEVER_REACHED: '„{question}“ wird nie sichtbar: Es hängt von „{other}“ ab, das selbst nie sichtbar wird.',

  VERDICT_NEEDED: '„{question}“ ist anders als in {set}, und es steht nicht da, ob sich beide vergleichen lassen.',
  SET_UNKNOWN: 'Einen veröffentlichten Fragensatz {set} gibt es nicht; es gibt {sets}.',
  SET_UNKNOWN_OF_NONE: 'Einen veröffentlichten Fragensatz {set} gibt es nicht; ein früherer ist nicht veröffentlicht.',
  SET_WITHOUT_QUESTION: 'Der Fragensatz {set} fragt nicht nach „{question}“.',
  TYPE_DIFFERS:
    '„{question}“ hatte in {set} die Art der Antwort {before} und hat jetzt {type}; das ist nicht vergleichbar.',
  WORDING_DIFFERS: '„{question}“ hat anderen Text, eine andere Einheit oder Skala als in {set}, ist also nicht gleich.',
  QUESTION_ARCHIVED:
    'Die Frage „{question}“ ist archiviert; ihr Code bedeutet, was er bedeutete. Nehmen Sie einen anderen.',
  TRANSLATION_NEEDED: 'In der Sprache {locale} fehlt der Text.',

  MODULE_TWICE: 'Das Modul „{module}“ steht zweimal da.',
  MODULE_UNKNOWN: 'Ein Modul {module} gibt es nicht; es gibt {modules}.',
  MODULE_UNKNOWN_OF_NONE: 'Ein Modul {module} gibt es nicht; die Vorlage hat keine Module.',
  MODULE_NOT_TAKEN: 'Der Fragensatz übernimmt kein Modul „{module}“.',
  MODULE_WORDING:
    '„{question}“ ist nicht, was das Modul {module} fragt. Möglich ist dessen Wortlaut, eine neue Revision des Moduls, oder kein Modul.',
  MODULES_SHARE_QUESTION: '„{question}“ aus dem Modul {module} fragt schon das Modul {other}.',
  MODULES_SHARE_SCALE: 'Die Skala „{scale}“ des Moduls {module} ist eine andere als die des Moduls {other}.',

  SCALE_WAS_ORDERED: 'Die Stufen der Skala „{scale}“ stiegen an; das ändert sich nur mit einer neuen Skala.',
  SCALE_WAS_NOMINAL: 'Die Stufen der Skala „{scale}“ stiegen nicht an; das ändert sich nur mit einer neuen Skala.',
  LEVEL_GONE: 'Die Stufe „{level}“ fehlt; wird sie nicht mehr angeboten, bleibt sie archiviert stehen.',
  LEVEL_HAD_DIRECTION: 'Die Stufe „{level}“ meldete „{direction}“; anderes meldet nur eine neue Stufe.',
  LEVEL_HAD_NO_DIRECTION: 'Die Stufe „{level}“ meldete keine Richtung; eine Richtung meldet nur eine neue Stufe.',
  MISSING_CODE_GONE: 'Der Fehlwert „{missing}“ fehlt; er muss bleiben.',
  MISSING_CODE_KIND: 'Der Fehlwert „{missing}“ bedeutete „{kind}“; anderes bedeutet nur ein neuer.',

  QUESTION_ADDED: '„{question}“ ist neu.',
  QUESTION_DROPPED: '„{question}“ wird nicht mehr gefragt.',
  QUESTION_MOVED: '„{question}“ steht an anderer Stelle.',
  MORE_THAN_WORDING: 'An „{question}“ ist mehr anders als der Wortlaut: {fields}.',
  JUDGED_OTHERWISE: 'Das Urteil über „{question}“ ist „{verdict}“; erwartet wird „redaktionell geändert“.',
  NOT_JUDGED: '„{question}“ hat kein Urteil; erwartet wird „redaktionell geändert“.',

  FILE_LENGTH: 'Die Datei hat {count} Zeichen; höchstens {most} sind möglich.',
  FILE_EMPTY: 'Die Datei ist leer; erwartet werden „format: {format}“ und ein Fragensatz.',
  FILE_FORMAT: 'Das Format ist {value}; erwartet wird {format}.',
  FILE_NOT_READ: 'Die Datei ist kein YAML: {detail}',
  FILE_TOO_DEEP: 'Listen oder Felder stehen zu tief ineinander; das Format hat höchstens zehn Ebenen.',
  FILE_ALIASES: 'Den Verweisen lässt sich nicht folgen: {detail} Möglich sind höchstens {most}.',
  FILE_UNKNOWN_FIELD: '{place} hat ein unbekanntes Feld {name}; bekannt sind {names}.',
  FILE_FIELD_MISSING: 'In {place} fehlt das Feld {name}.',
  FILE_TWICE: '{name} steht zweimal da.',
  FILE_CHARACTERS:
    '{place} enthält ein Steuerzeichen oder eines, das die Schreibrichtung umkehrt; erlaubt sind druckbare Zeichen, Tabulatoren und Zeilenumbrüche.',
  FILE_LANGUAGE: '{locale} ist kein Sprachkürzel; erwartet wird eines wie de oder en.',
  FILE_VALUE_FIELDS: '{place} ist {value}; erwartet werden die Felder {names}.',
  FILE_VALUE_LIST: '{place} ist {value}; erwartet wird eine Liste.',
  FILE_VALUE_TEXT: '{place} ist {value}; erwartet wird ein Text.',
  FILE_VALUE_CODE: '{place} ist {value}; erwartet werden Buchstaben, Ziffern, Punkt, Binde- oder Unterstrich.',
  FILE_VALUE_SLUG: '{place} ist {value}; erwartet werden Kleinbuchstaben, Ziffern und einzelne Bindestriche.',
  FILE_VALUE_LANGUAGE: '{place} ist {value}; erwartet wird ein Sprachkürzel wie de.',
  FILE_VALUE_TEXTS: '{place} ist {value}; erwartet wird ein Text je Sprache.',
  FILE_VALUE_NUMBER: '{place} ist {value}; erwartet wird eine Zahl.',
  FILE_VALUE_WHOLE: '{place} ist {value}; erwartet wird eine ganze Zahl von {least} bis {most}.',
  FILE_VALUE_BOOLEAN: '{place} ist {value}; erwartet wird true oder false.',
  FILE_VALUE_ONE_OF: '{place} ist {value}; möglich sind {values}.',
  TRANSLATION_ONE_LANGUAGE: 'Übersetzt wird aus einer Sprache in dieselbe; erwartet werden zwei.',
  TRANSLATION_OF_OTHER: 'Die Texte sind die von {original}; erwartet werden die von {set}.',
  TRANSLATION_OUTDATED:
    'Texte des Fragensatzes haben sich geändert, seit die Datei geschrieben wurde; erwartet wird eine von jetzt.',
  TRANSLATION_UNKNOWN: 'Der Fragensatz hat keinen Text {key}.',
  TRANSLATION_TWICE: '{key} steht zweimal da.',
  TRANSLATION_SOURCE: '{key} lautet „{source}“; erwartet wird „{own}“.',
  TRANSLATION_LENGTH: '{key} hat {count} Zeichen; höchstens {most} sind möglich.',
  TRANSLATION_WITHOUT_SET: 'Die Datei sagt nicht, von welchem Fragensatz sie ist.',
  FILE_SIZE: 'Die Datei hat {count} Bytes; höchstens {most} sind möglich.',
  FILE_OF_OTHER: 'Die Datei gehört zur Vorlage {other}, der Entwurf zu {template}.',
  NEVER_ASKED: 'Die Vorlage hat nie gefragt: {questions}.',
};

import { defineTexts } from '../../text/define-texts.js';

/** The library of scales. */
export const scalesTexts = defineTexts(
  {
    library: 'Gemeinsame Skalen',
    libraryIntro:
      'Skalen für alle Vorlagen. Fragensätze haben eigene Kopien: Was hier geändert wird, verschiebt keine Zahl. Der Code einer Stufe bedeutet für immer dasselbe.',
    libraryEmpty: 'Noch keine gemeinsame Skala.',
    newScale: 'Neue gemeinsame Skala',
    scaleCodeHint: 'Bleibt für immer, auch in den Fragensätzen, die die Skala übernehmen.',
  },
  {
    library: 'Shared scales',
    libraryIntro:
      'Scales for all templates. Question sets own copies: what is changed here moves no figure. The code of a level means the same for ever.',
    libraryEmpty: 'No shared scale yet.',
    newScale: 'New shared scale',
    scaleCodeHint: 'Stays for ever, also in the question sets that take the scale over.',
  },
);

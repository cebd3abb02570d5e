import { localize } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { moveQuestion, moveQuestionTo, moveSection, placeOf } from '../document/edits.js';
import { useSet } from '../set-context.js';

/** Moves things and says where they are now. */
export function useMoves() {
  const { t } = useTranslation('design');
  const { session, locale, announce } = useSet();
  const sayQuestion = (code: string): void => {
    const place = placeOf(session.getSnapshot().document, code);
    if (place === null) return;
    announce(
      t('movedQuestion', {
        question: localize(place.question.text, locale) || code,
        position: place.index + 1,
        count: place.section.questions.length,
        section: localize(place.section.title, locale) || place.section.code,
      }),
    );
  };
  return {
    question: (code: string, by: 1 | -1): void => {
      session.edit((document) => moveQuestion(document, code, by));
      sayQuestion(code);
    },
    /** @param position as moveQuestionTo has it; default the end */
    questionTo: (code: string, section: string, position = Number.MAX_SAFE_INTEGER): void => {
      session.edit((document) => moveQuestionTo(document, code, section, position));
      sayQuestion(code);
    },
    section: (code: string, by: 1 | -1): void => {
      session.edit((document) => moveSection(document, code, by));
      const { sections } = session.getSnapshot().document;
      const index = sections.findIndex((section) => section.code === code);
      announce(
        t('movedSection', {
          section: localize(sections[index]?.title ?? {}, locale) || code,
          position: index + 1,
          count: sections.length,
        }),
      );
    },
  };
}

import type { SheetQuestionData, SheetSession } from '@reflexbogen/client/sheet';
import { focusQuestion } from './focus.js';
import { usePart } from './use-sheet.js';

/** What a question shows besides its wording: its answer, whether one is needed, and the check that is not met. */
export function useAsked(session: SheetSession, { question }: SheetQuestionData) {
  const answer = usePart(session, ({ answers }) => answers.get(question.code));
  const isRequired = usePart(session, ({ required }) => required.has(question.code));
  const unmet = usePart(
    session,
    ({ unmet: all }) => all.find((one) => one.question === question.code)?.message ?? null,
  );
  return {
    value: answer?.value ?? null,
    isRequired,
    unmet,
    /** For buttons that go away when they are pressed: the keyboard stays at the question. */
    answerBy: (act: () => void): void => {
      act();
      focusQuestion(question.code);
    },
  };
}

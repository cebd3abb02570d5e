/** Id of the element around a question. */
export const questionId = (code: string): string => `question-${code}`;

/** Leads keyboard and eye to a question: to its chosen or first input, which a reader hears with the question's text. */
export function focusQuestion(code: string): void {
  const element = document.getElementById(questionId(code));
  if (element === null) return;
  const input =
    element.querySelector<HTMLElement>('input:checked:enabled') ??
    element.querySelector<HTMLElement>('input:enabled, textarea:enabled');
  element.scrollIntoView();
  (input ?? element).focus({ preventScroll: true });
}

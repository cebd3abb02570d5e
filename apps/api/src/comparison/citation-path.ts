/** Path of the stable address of a figure; docs/citations.md. */
export function citationPath(
  study: string,
  freeze: string,
  from: string,
  to: string,
  question: string,
  option?: string,
): string {
  const path = [study, freeze, from, to, question].map(encodeURIComponent).join('/');
  return `/figures/${path}${option === undefined ? '' : `?option=${encodeURIComponent(option)}`}`;
}

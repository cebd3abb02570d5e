export interface ByteRange {
  /** First and last byte, from 0, inclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header with one range of bytes (RFC 9110, 14.2). Anything else than one range of bytes is ignored, as the
 * standard allows.
 * @param isCurrent whether the caller's part is of this very file (If-Range)
 * @returns null for the whole file; UNSATISFIABLE where the range lies outside it
 */
export function rangeOf(
  header: string | undefined,
  size: number,
  isCurrent: boolean,
): ByteRange | 'UNSATISFIABLE' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || !isCurrent) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'UNSATISFIABLE' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return null;
  return start >= size ? 'UNSATISFIABLE' : { start, end };
}

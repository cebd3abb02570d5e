/**
 * A path of this app, for which a link asks.
 * @returns null for nothing, and for what some browser takes for another host (`//host`, `/\host`, `/.//host`)
 */
export function localPath(asked: string | null): string | null {
  if (asked?.startsWith('/') !== true) return null;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}

const HERE = 'http://here.invalid';

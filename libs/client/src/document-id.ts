const encoder = new TextEncoder();
const ids = new Map<string, Promise<string>>();

/**
 * The identifier of a document, as trusted-documents.json has it: `sha256:` and the hash of its text without space around it.
 * @returns null where the platform has no Web Cryptography, as on pages over plain HTTP that are not localhost
 */
export function documentIdOf(text: string): Promise<string> | null {
  const known = ids.get(text);
  if (known !== undefined) return known;
  // Missing on such pages, whatever the DOM types say.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const id = subtle.digest('SHA-256', encoder.encode(text.trim())).then((hash) => `sha256:${hex(hash)}`);
  ids.set(text, id);
  return id;
}

const hex = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');

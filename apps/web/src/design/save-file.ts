import { saveBlob } from '../service/save-blob.js';

/** Saves a file of the service under its name. */
export function saveFile({
  name,
  mediaType,
  base64,
}: {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return saveBlob(new Blob([bytes], { type: mediaType }), name);
}

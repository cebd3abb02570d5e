import { isSecret } from './secret.js';

/** The two halves of a personal token `rb_<id>_<secret>`: the id finds the row, the secret proves it. */
export interface ParsedApiToken {
  /** UUID. */
  readonly id: string;
  readonly secret: string;
}

export const apiTokenText = ({ id, secret }: ParsedApiToken): string => `rb_${id.replaceAll('-', '')}_${secret}`;

/** @returns null for anything that is not shaped like one */
export function parsedApiToken(text: string): ParsedApiToken | null {
  const [, id, secret] = /^rb_([0-9a-f]{32})_(.+)$/.exec(text) ?? [];
  if (id === undefined || secret === undefined || !isSecret(secret)) return null;
  return { id: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}

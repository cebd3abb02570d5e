/** Keys of a response. Its global id contains the municipality, so that no look-up has to ask every shard. */
export interface ResponseKey {
  readonly municipalityId: string;
  readonly roundId: string;
}

const hex = (uuid: string): string => uuid.replaceAll('-', '');
const uuid = (text: string): string => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const responseId = ({ municipalityId, roundId }: ResponseKey): string =>
  Buffer.from(hex(municipalityId) + hex(roundId), 'hex').toString('base64url');

/** The keys in an id, or null for text that is no id of ours. */
export function responseKey(id: string): ResponseKey | null {
  const text = Buffer.from(id, 'base64url').toString('hex');
  if (text.length !== 64) return null;
  return { municipalityId: uuid(text.slice(0, 32)), roundId: uuid(text.slice(32)) };
}

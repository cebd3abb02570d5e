/**
 * Plugin of graphql-codegen: the manifest of the documents that the client library sends, by the SHA-256 of their text. The texts
 * come from the plugin that writes them into the library, so that both are the same.
 */
import { createHash } from 'node:crypto';
import { plugin as documentStrings } from '@graphql-codegen/typed-document-node';

const OPERATION = /^export const \w+Document = .*new TypedDocumentString\(`([^`]*)`/gm;

export async function plugin(schema, documents, config) {
  const { content } = await documentStrings(schema, documents, { ...config, documentMode: 'string' });
  const texts = [...content.matchAll(OPERATION)].map(([, text]) => text.trim());
  const count = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter(({ kind }) => kind === 'OperationDefinition').length;
  if (texts.length !== count) throw new Error(`the library has ${texts.length} documents for ${count} operations`);
  const entries = texts.map((text) => [`sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`, text]);
  // By text, i.e. by kind and name: a change of one moves no other.
  return `${JSON.stringify(Object.fromEntries(entries.sort(([, a], [, b]) => (a < b ? -1 : 1))), null, 2)}\n`;
}

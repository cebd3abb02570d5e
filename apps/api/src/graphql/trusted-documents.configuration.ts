import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../configuration.js';
import { ManifestError, TrustedDocuments, type DocumentManifest } from './trusted-documents.js';

/** Which documents may be run. */
export interface TrustedDocumentSettings {
  /** True: documents that are in no manifest are refused. */
  readonly isRequired: boolean;
  /** Manifests of the operator's own clients, beside that of the client library. */
  readonly manifests: readonly string[];
}

/** The manifest of the client library: of the web app and the command as well, which ask nothing else. */
export const CLIENT_MANIFEST = fileURLToPath(
  new URL('../../../../libs/client/trusted-documents.json', import.meta.url),
);

/**
 * Reads TRUSTED_DOCUMENTS and TRUSTED_DOCUMENT_MANIFESTS. A variable that is set to nothing is not set.
 * @throws ConfigurationError naming the variable and what was expected
 */
export function trustedDocumentSettings(env: NodeJS.ProcessEnv, cwd: string): TrustedDocumentSettings {
  const mode = env['TRUSTED_DOCUMENTS'] || 'optional';
  if (mode !== 'optional' && mode !== 'required')
    throw new ConfigurationError(`TRUSTED_DOCUMENTS is "${mode}"; expected optional or required.`);
  const files = (env['TRUSTED_DOCUMENT_MANIFESTS'] || '').split(',').map((file) => file.trim());
  return { isRequired: mode === 'required', manifests: files.filter(Boolean).map((file) => resolve(cwd, file)) };
}

/**
 * Reads every manifest, once at the start.
 * @throws ConfigurationError naming the file and what is wrong in it
 */
export function loadTrustedDocuments({ isRequired, manifests }: TrustedDocumentSettings): TrustedDocuments {
  const read = new Map<string, DocumentManifest>();
  try {
    for (const file of [CLIENT_MANIFEST, ...manifests]) read.set(file, manifestOf(readFileSync(file, 'utf8')));
    return new TrustedDocuments(isRequired, read.values());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const files = [CLIENT_MANIFEST, ...manifests];
    throw new ConfigurationError(
      `TRUSTED_DOCUMENT_MANIFESTS: ${files[read.size] ?? manifests.join(', ')} is not usable: ${error.message}`,
    );
  }
}

/**
 * Reads a manifest: an object of identifiers and texts, as graphql-codegen and Relay write it, or Apollo's
 * `apollo-persisted-query-manifest`.
 * @throws ManifestError, SyntaxError for text that is no JSON
 */
export function manifestOf(json: string): DocumentManifest {
  const content: unknown = JSON.parse(json);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ManifestError('expected an object of identifiers and documents');
  const entries: readonly (readonly [unknown, unknown])[] =
    'operations' in content && Array.isArray(content.operations)
      ? content.operations.map((operation: unknown) =>
          typeof operation === 'object' && operation !== null && 'id' in operation && 'body' in operation
            ? [operation.id, operation.body]
            : [undefined, undefined],
        )
      : Object.entries(content);
  return new Map(
    entries.map(([id, text]) => {
      if (typeof id !== 'string' || typeof text !== 'string')
        throw new ManifestError('expected an identifier and a text for each document');
      return [id, text];
    }),
  );
}

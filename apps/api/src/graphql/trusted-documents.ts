import { createHash } from 'node:crypto';
import { Kind, OperationTypeNode, parse, print, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import { ApiError } from './api-error.js';

/** Documents of one client, by the identifier under which it asks for them. */
export type DocumentManifest = ReadonlyMap<string, string>;

/** What a request says about the document that it wants to run. */
export interface DocumentRequest {
  readonly query?: unknown;
  /** As the working draft of GraphQL over HTTP has it: `sha256:` and 64 hexadecimal digits, or a client's own identifier. */
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export type DocumentOutcome =
  | { readonly ok: true; /** Text to run; null: the request stays as it is. */ readonly text: string | null }
  | { readonly ok: false; readonly error: ApiError };

/** A manifest cannot be used: the message says which document of it, and why. */
export class ManifestError extends Error {}

const SHA256 = /^[\da-f]{64}$/;
const HASH_PREFIX = 'sha256:';

/** Identifier of a document: its SHA-256 in lower-case hexadecimal digits, over the text in UTF-8. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Documents that may be run by their identifier, and, where they are mandatory, nothing else.
 * A text that is sent is only a key: what runs is the manifest's own text. Hence how a client spaces a document, and what it
 * writes into comments, does not matter and changes nothing.
 */
export class TrustedDocuments {
  private readonly byId = new Map<string, string>();
  /** Null: two documents differ in nothing but what the key leaves out. Neither is found by a text that is not exactly its own. */
  private readonly byKey = new Map<string, string | null>();
  private readonly texts = new Set<string>();
  private longest = 0;

  /**
   * @param isRequired true: whatever is in no manifest is refused
   * @throws ManifestError for a hash that is not its text's, two texts of one identifier, or a text that does not parse
   */
  constructor(
    readonly isRequired: boolean,
    manifests: Iterable<DocumentManifest> = [],
  ) {
    for (const manifest of manifests) for (const [id, text] of manifest) this.add(id, text);
  }

  get size(): number {
    return this.texts.size;
  }

  /** Decides a request by its identifier or text alone: nothing is parsed. */
  resolve({ query, documentId, extensions }: DocumentRequest): DocumentOutcome {
    const hasText = typeof query === 'string' && query !== '';
    if (documentId !== undefined && documentId !== null) {
      if (typeof documentId !== 'string' || hasText)
        return refused('BAD_REQUEST', 'Expected either query, a text, or documentId, the identifier of a document.');
      return this.known(documentId) ?? notFound();
    }
    const hash = hasText ? undefined : persistedHash(extensions);
    const persisted = hash === undefined ? undefined : this.known(hash);
    if (persisted !== undefined) return persisted;
    // An unknown hash is Apollo's to answer here: its clients then go on with the text.
    if (!this.isRequired) return { ok: true, text: null };
    if (hash !== undefined) return notFound();
    const text = hasText ? this.trusted(query) : undefined;
    if (text !== undefined) return { ok: true, text };
    return refused(
      'DOCUMENT_NOT_TRUSTED',
      'This service runs documents of its manifests only. Send one of them, or ask its operator to add yours.',
    );
  }

  private known(id: string): DocumentOutcome | undefined {
    const text = this.byId.get(id.startsWith(HASH_PREFIX) ? id.slice(HASH_PREFIX.length) : id);
    return text === undefined ? undefined : { ok: true, text };
  }

  private trusted(query: string): string | undefined {
    if (this.texts.has(query)) return query;
    // Spacing takes room, but not without end: nothing is searched in a text of megabytes.
    if (query.length > 4 * this.longest) return undefined;
    return this.byKey.get(keyOf(query)) ?? undefined;
  }

  private add(id: string, text: string): void {
    const bare = id.startsWith(HASH_PREFIX) ? id.slice(HASH_PREFIX.length) : id;
    const hash = hashOf(text);
    if ((id.startsWith(HASH_PREFIX) || SHA256.test(bare)) && bare !== hash)
      throw new ManifestError(`${id}: the SHA-256 of its text is ${hash}`);
    const other = this.byId.get(bare);
    if (other !== undefined && other !== text)
      throw new ManifestError(`${id}: another manifest has another text for it`);
    this.byId.set(bare, text);
    this.offer(text);
    // Apollo Client and urql ask for __typename everywhere, to tell objects apart in their caches.
    const cached = withTypenames(parsed(id, text));
    this.byId.set(hashOf(cached), cached);
    this.offer(cached);
  }

  private offer(text: string): void {
    this.byId.set(hashOf(text), text);
    this.texts.add(text);
    this.longest = Math.max(this.longest, text.length);
    const key = keyOf(text);
    const other = this.byKey.get(key);
    this.byKey.set(key, other === undefined || other === text ? text : null);
  }
}

const refused = (
  code: 'BAD_REQUEST' | 'DOCUMENT_NOT_FOUND' | 'DOCUMENT_NOT_TRUSTED',
  message: string,
): DocumentOutcome => ({ ok: false, error: new ApiError(code, message) });

const notFound = (): DocumentOutcome =>
  refused('DOCUMENT_NOT_FOUND', 'The service knows no document of this identifier.');

/** Apollo's older form of the same. */
function persistedHash(extensions: unknown): string | undefined {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return undefined;
  const { persistedQuery } = extensions;
  return typeof persistedQuery === 'object' &&
    persistedQuery !== null &&
    'sha256Hash' in persistedQuery &&
    typeof persistedQuery.sha256Hash === 'string'
    ? persistedQuery.sha256Hash
    : undefined;
}

/** A document without what GraphQL ignores; texts inside quotes are spaced too, which a key may be and a document may not. */
const keyOf = (text: string): string =>
  text
    .replace(/(?:[\s,\uFEFF]|#[^\n\r]*)+/g, ' ')
    .replace(/ ?([{}()[\]:!$=@|&]|\.\.\.) ?/g, '$1')
    .trim();

function parsed(id: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw new ManifestError(`${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** The same document with `__typename` at the end of every selection but the root's, as caching clients write it. */
function withTypenames(document: DocumentNode): string {
  const hasTypename = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
  return print(
    visit(document, {
      SelectionSet: {
        leave: (node, _key, parent) =>
          hasTypename(node) || (parent !== undefined && 'operation' in parent && isOperation(parent.operation))
            ? undefined
            : { ...node, selections: [...node.selections, TYPENAME] },
      },
    }),
  );
}

const isOperation = (operation: unknown): boolean =>
  Object.values(OperationTypeNode).some((known) => known === operation);

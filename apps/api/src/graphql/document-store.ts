import type { DocumentNode } from 'graphql';

/** So many documents; those of the client library are about a hundred. */
const AT_MOST = 500;

/**
 * Parsed and validated documents, by their hash; the one used longest ago goes first. Apollo's own store counts bytes of text, up
 * to 30 MB, which are ten times as many in memory: whoever sends a new document each time would fill it with those.
 */
export class DocumentStore {
  private readonly documents = new Map<string, DocumentNode>();

  constructor(private readonly atMost = AT_MOST) {}

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key);
    if (document !== undefined) {
      // Put in again, it is the last one in the order of use.
      this.documents.delete(key);
      this.documents.set(key, document);
    }
    return Promise.resolve(document);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.documents.delete(key);
    this.documents.set(key, document);
    const [oldest] = this.documents.keys();
    if (this.documents.size > this.atMost && oldest !== undefined) this.documents.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key));
  }
}

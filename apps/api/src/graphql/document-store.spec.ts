import { parse } from 'graphql';
import { DocumentStore } from './document-store.js';

const document = parse('{ a }');

describe('DocumentStore', () => {
  it('keeps those that were used last', async () => {
    const store = new DocumentStore(2);
    await store.set('a', document);
    await store.set('b', document);
    expect(await store.get('a')).toBe(document);
    await store.set('c', document);

    expect(await store.get('b')).toBeUndefined();
    expect(await store.get('a')).toBe(document);
    expect(await store.get('c')).toBe(document);
  });

  it('counts one that comes again once, and forgets what is to be forgotten', async () => {
    const store = new DocumentStore(2);
    await store.set('a', document);
    await store.set('b', document);
    await store.set('b', document);
    expect(await store.get('a')).toBe(document);
    expect(await store.delete('a')).toBe(true);
    expect(await store.delete('a')).toBe(false);
    expect(await store.get('a')).toBeUndefined();
  });
});

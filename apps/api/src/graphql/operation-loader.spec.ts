import type { GraphQLContext } from './context.js';
import { OperationLoader, rowsByKey } from './operation-loader.js';

const contextOf = (requestId: string): GraphQLContext => ({
  actor: null,
  receivedAt: new Date(0),
  requestId,
  address: '127.0.0.1',
  fromLoopback: true,
});

describe('OperationLoader', () => {
  const loaderOf = (answers: Readonly<Record<string, string>>) => {
    const asked: (readonly string[])[] = [];
    const loader = new OperationLoader<string, string>((keys) => {
      asked.push(keys);
      return Promise.resolve(new Map(keys.flatMap((key) => (key in answers ? [[key, answers[key] ?? '']] : []))));
    }, 'none');
    return { loader, asked };
  };

  it('asks once for what is asked for at the same time, each key once', async () => {
    const { loader, asked } = loaderOf({ a: 'A', b: 'B' });
    const context = contextOf('1');

    const found = await Promise.all(['a', 'b', 'a', 'c'].map((key) => loader.load(context, key)));

    expect(found).toEqual(['A', 'B', 'A', 'none']);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  // Seen red with one DataLoader for all contexts.
  it('never shares a question between operations', async () => {
    const { loader, asked } = loaderOf({ a: 'A' });

    await Promise.all([loader.load(contextOf('1'), 'a'), loader.load(contextOf('2'), 'a')]);

    expect(asked).toEqual([['a'], ['a']]);
  });

  // Seen red with the cache of DataLoader.
  it('keeps nothing: what a mutation has changed is read again', async () => {
    const answers = { a: 'before' };
    const { loader } = loaderOf(answers);
    const context = contextOf('1');

    const before = await loader.load(context, 'a');
    answers.a = 'after';

    expect([before, await loader.load(context, 'a')]).toEqual(['before', 'after']);
  });

  it('fails for all who have asked where the question fails', async () => {
    const loader = new OperationLoader<string, string>(() => Promise.reject(new Error('gone')), 'none');
    const context = contextOf('1');

    const outcomes = await Promise.allSettled([loader.load(context, 'a'), loader.load(context, 'b')]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('rowsByKey', () => {
  it('groups rows in their order', () => {
    const rows = ['a1', 'b1', 'a2'];
    expect([...rowsByKey(rows, (row) => row.slice(0, 1))]).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1']],
    ]);
  });
});

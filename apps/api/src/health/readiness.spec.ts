import type { SchemaStateRepository } from '@reflexbogen/persistence';
import { Readiness } from './readiness.js';

type Schema = Pick<SchemaStateRepository, 'missing'>;

function readinessOf(missing: () => Promise<number>): { readiness: Readiness; asked: () => number } {
  let asked = 0;
  const schema: Schema = {
    missing: () => {
      asked += 1;
      return missing();
    },
  };
  return { readiness: new Readiness(schema as SchemaStateRepository), asked: () => asked };
}

describe('Readiness', () => {
  it.each<[string, () => Promise<number>, string]>([
    ['ready with a database that has everything', () => Promise.resolve(0), 'READY'],
    ['behind where migrations are missing', () => Promise.resolve(2), 'MIGRATIONS'],
    ['without a database where it refuses', () => Promise.reject(new Error('refused')), 'DATABASE'],
    ['without a database where it never answers', () => new Promise(() => undefined), 'DATABASE'],
  ])('is %s', async (_case, missing, expected) => {
    expect(await readinessOf(missing).readiness.state()).toBe(expected);
  });

  it('asks once for all who probe at the same time, and keeps the answer', async () => {
    const { readiness, asked } = readinessOf(() => Promise.resolve(0));

    await Promise.all(Array.from({ length: 100 }, () => readiness.state()));
    await readiness.state();

    expect(asked()).toBe(1);
  });

  it('does not line up behind a database that stands still', async () => {
    const { readiness, asked } = readinessOf(() => new Promise(() => undefined));

    await Promise.all(Array.from({ length: 100 }, () => readiness.state()));

    expect(asked()).toBe(1);
  });

  it('falls at once where it drains, without asking', async () => {
    const { readiness, asked } = readinessOf(() => Promise.resolve(0));
    readiness.drain();

    expect(await readiness.state()).toBe('DRAINING');
    expect(asked()).toBe(0);
  });
});

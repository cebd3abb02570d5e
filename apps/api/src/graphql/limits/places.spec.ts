import fc from 'fast-check';
import { Places } from './places.js';

describe('Places', () => {
  it('are so many for each holder, and one that was given back is there for the next', () => {
    const places = new Places(2);
    const first = places.take('a');

    expect(places.take('a')).not.toBeNull();
    expect(places.take('a')).toBeNull();
    expect(places.take('b')).not.toBeNull();
    first?.();
    first?.();
    expect(places.take('a')).not.toBeNull();
    expect(places.take('a')).toBeNull();
  });

  it('are never more than there are, and nobody is kept who holds none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 60 }),
        (most, acts) => {
          const places = new Places(most);
          const held = new Map<string, (() => void)[]>();
          for (const [holder, takes] of acts) {
            const own = held.get(holder) ?? [];
            held.set(holder, own);
            if (!takes) own.pop()?.();
            else {
              const leave = places.take(holder);
              expect(leave === null).toBe(own.length === most);
              if (leave !== null) own.push(leave);
            }
          }
          expect(places.holders).toBe([...held.values()].filter((own) => own.length > 0).length);
        },
      ),
    );
  });
});

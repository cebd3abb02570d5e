import * as fc from 'fast-check';
import { WorkInHand } from './work-in-hand.js';

const POINT = 2_048;

describe('WorkInHand', () => {
  it('counts an operation as one and its body, and takes a large one where nothing is in hand', () => {
    const work = new WorkInHand(10);
    const large = work.take(1_000 * POINT);
    expect([large === null, work.isFull, work.take(0)]).toEqual([false, true, null]);
    large?.();
    expect(work.isFull).toBe(false);
    const small = Array.from({ length: 11 }, () => work.take(POINT - 1));
    expect(small.map((done) => done === null)).toEqual([...Array<boolean>(10).fill(false), true]);
  });

  it('is as empty as it was when everything is answered, in whatever order and however often it is said', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bytes: fc.nat(20 * POINT), answers: fc.nat(40), again: fc.boolean() }), { maxLength: 60 }),
        (steps) => {
          const work = new WorkInHand(30);
          const open: { readonly done: () => void; readonly points: number }[] = [];
          for (const { bytes, answers, again } of steps) {
            const inHand = open.reduce((sum, { points }) => sum + points, 0);
            const done = work.take(bytes);
            expect(done === null).toBe(inHand >= 30);
            if (done !== null) open.push({ done, points: 1 + Math.floor(bytes / POINT) });
            const [answered] = open.splice(answers % (open.length + 1), 1);
            answered?.done();
            if (again) answered?.done();
          }
          for (const { done } of open) done();
          const all = Array.from({ length: 31 }, () => work.take(0));
          expect(all.filter((done) => done !== null)).toHaveLength(30);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { edited, historyOf, rebased, redone, stepEnded, undone } from './history.js';

describe('undo and redo', () => {
  it('goes back and forth, step by step', () => {
    const three = edited(edited(historyOf('a'), 'b'), 'c');
    const back = undone(undone(three));
    expect(back.present).toBe('a');
    expect(redone(redone(back)).present).toBe('c');
    expect(undone(back)).toBe(back);
    expect(redone(three)).toBe(three);
  });

  it('takes what is typed into one field as one step', () => {
    const typed = ['h', 'he', 'hel'].reduce((history, text) => edited(history, text, 'field'), historyOf(''));
    expect(undone(typed).present).toBe('');
    const other = edited(typed, 'x', 'another field');
    expect(undone(other).present).toBe('hel');
  });

  it('begins a new step in the same field where the one before has ended', () => {
    const saved = stepEnded(edited(historyOf(''), 'saved', 'field'));
    expect(undone(edited(saved, 'and more', 'field')).present).toBe('saved');
    expect(stepEnded(saved)).toBe(saved);
  });

  it('begins a new step after one was undone', () => {
    const once = undone(edited(edited(historyOf('a'), 'b', 'field'), 'c', 'other'));
    expect(undone(edited(once, 'd', 'field')).present).toBe('b');
  });

  it('forgets what was undone once something else is done, and all of it where the document is another', () => {
    const after = edited(undone(edited(historyOf('a'), 'b')), 'c');
    expect(redone(after)).toBe(after);
    expect(undone(rebased(after, 'z')).present).toBe('z');
    expect(rebased(after, 'c')).toBe(after);
  });

  it('keeps no more than 200 steps', () => {
    const long = Array.from({ length: 300 }, (_, index) => index + 1).reduce(
      (now, one) => edited(now, one),
      historyOf(0),
    );
    expect(long.past).toHaveLength(200);
  });

  it('undoing and doing again is as if nothing had been', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), fc.nat({ max: 20 }), (values, steps) => {
        const history = values.reduce((now, one) => edited(now, one), historyOf(-1));
        let moved = history;
        const count = Math.min(steps, history.past.length);
        for (let step = 0; step < count; step += 1) moved = undone(moved);
        for (let step = 0; step < count; step += 1) moved = redone(moved);
        expect({ ...moved, of: null }).toEqual({ ...history, of: null });
      }),
    );
  });
});

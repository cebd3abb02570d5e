import { formKeeper, type KeptForm } from './form-keeper.js';

const form = (value: string): KeptForm<string> => ({ at: '2031-01-01T00:00:00Z', value });

/** A disk that writes when it is let. */
function disk() {
  const written: (string | null)[] = [];
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  let isClosed = false;
  return {
    written,
    isClosed: () => isClosed,
    place: {
      keep: (kept: KeptForm<string> | null): Promise<void> => {
        written.push(kept?.value ?? null);
        return new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
      },
      close: () => void (isClosed = true),
    },
    next: async (error?: Error): Promise<void> => {
      const one = waiting.shift();
      if (error === undefined) one?.resolve();
      else one?.reject(error);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

describe('a form that is kept', () => {
  it('is written as it was last, and not for every letter', async () => {
    const { written, place, next } = disk();
    const { keep } = formKeeper<string>(place);
    const first = keep(form('a'));
    void keep(form('ab'));
    const last = keep(form('abc'));
    expect(written).toEqual(['a']);
    await next();
    expect(written).toEqual(['a', 'abc']);
    await next();
    await Promise.all([first, last]);
    expect(written).toEqual(['a', 'abc']);
  });

  it('is gone once it is sent', async () => {
    const { written, place, next } = disk();
    const { keep } = formKeeper<string>(place);
    void keep(form('a'));
    const sent = keep(null);
    await next();
    await next();
    await sent;
    expect(written).toEqual(['a', null]);
  });

  it('gives its place back after the last word is written, not before', async () => {
    const { place, next, isClosed } = disk();
    const { keep, close } = formKeeper<string>(place);
    void keep(form('a'));
    void keep(form('ab'));
    close();
    await next();
    expect(isClosed()).toBe(false);
    await next();
    expect(isClosed()).toBe(true);
  });

  it('says what the browser has against it, and writes again when more is typed', async () => {
    const { written, place, next, isClosed } = disk();
    const { keep, close } = formKeeper<string>(place);
    const refused = keep(form('a'));
    await Promise.all([expect(refused).rejects.toThrow('full'), next(new Error('full'))]);
    const kept = keep(form('ab'));
    await next();
    await kept;
    expect(written).toEqual(['a', 'ab']);
    close();
    await next();
    expect(isClosed()).toBe(true);
  });
});

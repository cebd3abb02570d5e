import { waitBefore } from './download-pace.js';

describe('waitBefore', () => {
  it.each<[string, readonly number[], number, number]>([
    ['the first file', [], 0, 0],
    ['the ninth at once', [0, 1, 2, 3, 4, 5, 6, 7], 8, 0],
    ['the tenth at once', [0, 1, 2, 3, 4, 5, 6, 7, 8], 9, 1191],
    ['the tenth a little too soon', [0, 1, 2, 3, 4, 5, 6, 7, 8], 1199, 1],
    ['the tenth in time', [0, 1, 2, 3, 4, 5, 6, 7, 8], 1200, 0],
  ])('%s', (_, begun, now, wait) => {
    expect(waitBefore(begun, now)).toBe(wait);
  });

  it('never lets eleven within a second, however fast they are asked for', () => {
    const begun: number[] = [];
    let now = 0;
    for (let file = 0; file < 500; file += 1) {
      now += waitBefore(begun, now) + (file % 7) * 5;
      begun.push(now);
    }
    for (let last = 10; last < begun.length; last += 1)
      expect((begun[last] ?? 0) - (begun[last - 10] ?? 0)).toBeGreaterThan(1000);
  });
});

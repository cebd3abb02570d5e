import { checkPart } from './oracle-cases.js';

describe('comparison and oracle, part 2 of 5', () => {
  it('agree on every figure of 20,000 random studies', () => {
    const { checked, lacking } = checkPart(1);

    expect(lacking).toEqual([]);
    expect(checked).toBe(20_000);
  }, 600_000);
});

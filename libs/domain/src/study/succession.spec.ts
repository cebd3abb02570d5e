import fc from 'fast-check';
import { membershipIn, type MunicipalityInfo } from './study.js';
import { checkSuccession, rowsCarried } from './succession.js';

const aMunicipality = (code: string, more: Partial<MunicipalityInfo> = {}): MunicipalityInfo => ({
  id: `id-${code}`,
  code,
  name: code,
  officialKey: null,
  attributes: {},
  attributesByRound: {},
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  ...more,
});

const until = (code: string, memberTo: number, more: Partial<MunicipalityInfo> = {}): MunicipalityInfo =>
  aMunicipality(code, { memberTo, leftBecause: 'MERGED', ...more });
const since = (code: string, memberFrom: number, carriesOn: string, more: Partial<MunicipalityInfo> = {}) =>
  aMunicipality(code, { memberFrom, joinedBecause: 'MERGED', carriesOn, ...more });

/** a and b become m in 2018, m is split in 2020 and s carries it on; z stays as it is. */
const panel = [
  aMunicipality('z'),
  since('s', 2020, 'm', { joinedBecause: 'SPLIT' }),
  until('a', 2017),
  until('b', 2017),
  since('m', 2018, 'a', { memberTo: 2019, leftBecause: 'SPLIT' }),
];

describe('rowsCarried', () => {
  it.each([
    ['before the merger the row holds the part that is carried on', 2017, [0, 2, -1, 3, -1]],
    ['between merger and split it holds what they merged into', 2018, [0, 4, -1, 3, -1]],
  ])('%s', (_, year, rows) => {
    expect([...(rowsCarried(panel, year) ?? [])]).toEqual(rows);
  });

  it('is null once all stand for themselves, and for a panel without successions', () => {
    expect(rowsCarried(panel, 2020)).toBeNull();
    expect(rowsCarried([aMunicipality('a'), until('b', 2017)], 2017)).toBeNull();
    expect(rowsCarried([], 2017)).toBeNull();
  });

  it('leaves a changed unit in the years in which neither existed', () => {
    const gap = [until('a', 2015), since('m', 2018, 'a'), since('n', 2030, 'o'), until('o', 2029)];

    expect([...(rowsCarried(gap, 2016) ?? [])]).toEqual([-1, 1, 3, -1]);
    expect(membershipIn(gap[1]!, 2016)).toBe('UNIT_CHANGED');
  });

  it('knows that what is carried on had not yet joined', () => {
    const late = [until('a', 2017, { memberFrom: 2016, joinedBecause: 'JOINED' }), since('m', 2018, 'a')];

    const rows = rowsCarried(late, 2015);

    expect([...(rows ?? [])]).toEqual([-1, 0]);
    expect(membershipIn(late[rows![1]!]!, 2015)).toBe('NOT_IN_PANEL');
  });

  it('refuses to count a panel that is at fault', () => {
    expect(() => rowsCarried([since('m', 2018, 'a')], 2017)).toThrow('m carries on a, which is not in the panel.');
  });
});

describe('checkSuccession', () => {
  it('accepts mergers, splits and chains', () => {
    expect(checkSuccession(panel)).toEqual([]);
    expect(checkSuccession([aMunicipality('a', { carriesOn: null })])).toEqual([]);
  });

  it.each<[string, readonly MunicipalityInfo[], readonly (readonly [string, number])[]]>([
    ['an unknown predecessor', [since('m', 2018, 'a')], [['UNKNOWN_PREDECESSOR', 0]]],
    ['itself', [since('m', 2018, 'm', { memberTo: 2019, leftBecause: 'MERGED' })], [['SUCCESSION_CYCLE', 0]]],
    [
      'a cycle of two, and one that leads into it',
      [
        since('a', 2018, 'b', { memberTo: 2019, leftBecause: 'MERGED' }),
        since('b', 2018, 'a', { memberTo: 2019, leftBecause: 'MERGED' }),
        since('c', 2020, 'a'),
      ],
      [
        ['SUCCESSION_CYCLE', 0],
        ['SUCCESSION_CYCLE', 1],
      ],
    ],
    [
      'two successors of one',
      [until('a', 2017), since('m', 2018, 'a'), since('n', 2019, 'a')],
      [['CARRIED_ON_TWICE', 2]],
    ],
    [
      'a successor that only joined',
      [until('a', 2017), since('m', 2018, 'a', { joinedBecause: 'JOINED' })],
      [['SUCCESSOR_UNCHANGED', 1]],
    ],
    [
      'a successor that was always there',
      [until('a', 2017), since('m', 2018, 'a', { memberFrom: null })],
      [['SUCCESSOR_UNCHANGED', 1]],
    ],
    [
      'a predecessor that only left',
      [until('a', 2017, { leftBecause: 'LEFT' }), since('m', 2018, 'a')],
      [['PREDECESSOR_UNCHANGED', 1]],
    ],
    ['a predecessor without an end', [aMunicipality('a'), since('m', 2018, 'a')], [['PREDECESSOR_UNCHANGED', 1]]],
    ['a predecessor that stays', [until('a', 2018), since('m', 2018, 'a')], [['PREDECESSOR_STAYS', 1]]],
    [
      'every fault at once',
      [aMunicipality('a', { carriesOn: 'x' }), since('m', 2018, 'a')],
      [
        ['SUCCESSOR_UNCHANGED', 0],
        ['UNKNOWN_PREDECESSOR', 0],
        ['PREDECESSOR_UNCHANGED', 1],
      ],
    ],
  ])('locates %s', (_, municipalities, expected) => {
    const faults = checkSuccession(municipalities);

    expect(faults.map(({ code, row }) => [code, row])).toEqual(expected);
    for (const { row, municipality } of faults) expect(municipality).toBe(municipalities[row]!.code);
  });
});

/** Panels in which a statement may be anything, but often is what it should be. */
const anyPanel = fc
  .array(
    fc.record({
      from: fc.integer({ min: 2014, max: 2020 }),
      years: fc.integer({ min: 0, max: 3 }),
      isOpen: fc.boolean(),
      joined: fc.constantFrom('MERGED' as const, 'MERGED' as const, 'SPLIT' as const, 'JOINED' as const),
      left: fc.constantFrom('MERGED' as const, 'MERGED' as const, 'SPLIT' as const, 'LEFT' as const),
      carriesOn: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 2 }),
    }),
    { maxLength: 5 },
  )
  .map((rows) =>
    rows.map(({ from, years, isOpen, joined, left, carriesOn }, row) =>
      aMunicipality(String(row), {
        memberFrom: isOpen && carriesOn === null ? null : from,
        memberTo: isOpen && carriesOn !== null ? null : from + years,
        joinedBecause: joined,
        leftBecause: left,
        carriesOn: carriesOn === null ? null : String(carriesOn),
      }),
    ),
  );

const refuses = (municipalities: readonly MunicipalityInfo[]): boolean => {
  try {
    rowsCarried(municipalities, 2016);
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
};

describe('any panel', () => {
  it('is refused with a place, or gives every answer at most one row in every round', () => {
    let carried = 0;
    fc.assert(
      fc.property(anyPanel, (municipalities) => {
        if (checkSuccession(municipalities).length > 0) return refuses(municipalities);
        return Array.from({ length: 12 }, (_, index) => 2013 + index).every((year) => {
          const rows = rowsCarried(municipalities, year);
          const standing = municipalities.map((_, row) => (rows === null ? row : rows[row]!)).filter((row) => row >= 0);
          if (rows !== null) carried += 1;
          const isMember = (row: number): boolean => membershipIn(municipalities[row]!, year) === 'MEMBER';
          const members = municipalities.map((_, row) => row).filter(isMember);
          // Nobody stands twice, no member goes missing, and nobody becomes one.
          return (
            new Set(standing).size === standing.length &&
            standing.filter(isMember).sort().join() === members.sort().join()
          );
        });
      }),
      { numRuns: 20_000, seed: 2018 },
    );
    expect(carried).toBeGreaterThan(500);
  });
});

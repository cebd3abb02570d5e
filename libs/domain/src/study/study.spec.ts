import { attributeIn, membershipIn, type MunicipalityInfo } from './study.js';

const aMunicipality = (more: Partial<MunicipalityInfo> = {}): MunicipalityInfo => ({
  id: '1',
  code: 'case-01',
  name: 'Case 1',
  officialKey: null,
  attributes: { type: 'city' },
  attributesByRound: { '2018': { type: 'district' } },
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  ...more,
});

describe('membershipIn', () => {
  it.each<[string, Partial<MunicipalityInfo>, number, string]>([
    ['open on both sides', {}, 2018, 'MEMBER'],
    ['the first year', { memberFrom: 2018 }, 2018, 'MEMBER'],
    ['before it joined', { memberFrom: 2018, joinedBecause: 'JOINED' }, 2017, 'NOT_IN_PANEL'],
    ['before a merger made it', { memberFrom: 2018, joinedBecause: 'MERGED' }, 2017, 'UNIT_CHANGED'],
    ['the last year', { memberTo: 2018 }, 2018, 'MEMBER'],
    ['after it left', { memberTo: 2018, leftBecause: 'LEFT' }, 2019, 'NOT_IN_PANEL'],
    ['after it was split', { memberTo: 2018, leftBecause: 'SPLIT' }, 2019, 'UNIT_CHANGED'],
    ['without a cause', { memberTo: 2018 }, 2019, 'NOT_IN_PANEL'],
  ])('%s', (_, more, year, state) => {
    expect(membershipIn(aMunicipality(more), year)).toBe(state);
  });
});

describe('attributeIn', () => {
  it.each([
    ["the round's own value", 'type', '2018', 'district'],
    ['the value for all rounds', 'type', '2017', 'city'],
    ['not stated', 'size', '2018', null],
  ])('%s', (_, attribute, round, value) => {
    expect(attributeIn(aMunicipality(), attribute, round)).toBe(value);
  });
});

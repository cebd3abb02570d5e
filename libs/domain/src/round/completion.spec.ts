import fc from 'fast-check';
import type { ResponseStatus } from '../response/response-status.js';
import { COMPLETION_STAGES, completionByGroup, stagesOf } from './completion.js';

const STATUSES: readonly (ResponseStatus | null)[] = [
  null,
  'NOT_STARTED',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
];
const sheet = fc.record({
  invited: fc.boolean(),
  opened: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
  land: fc.constantFrom('BY', 'SN', null),
});

describe('stages of a sheet', () => {
  it.each([
    [null, []],
    ['NOT_STARTED', []],
    ['DRAFT', ['STARTED']],
    ['SUBMITTED', ['STARTED', 'SUBMITTED']],
    ['RETURNED', ['STARTED', 'RETURNED']],
    ['ACCEPTED', ['STARTED', 'SUBMITTED', 'ACCEPTED']],
  ] as const)('%s counts as %j', (status, stages) => {
    expect(stagesOf({ invited: false, opened: false, status })).toEqual(stages);
    expect(stagesOf({ invited: true, opened: true, status })).toEqual(['INVITED', 'OPENED', ...stages]);
  });
});

describe('completion by group', () => {
  it('puts every sheet into one group, and the groups add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const groups = completionByGroup(sheets, ({ land }) => land);
        expect(groups.flatMap(({ members }) => members)).toHaveLength(sheets.length);
        expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length);
        for (const stage of COMPLETION_STAGES)
          expect(groups.reduce((sum, { byStage }) => sum + (byStage.get(stage)?.length ?? 0), 0)).toBe(
            sheets.filter((one) => stagesOf(one).includes(stage)).length,
          );
      }),
    );
  });
});

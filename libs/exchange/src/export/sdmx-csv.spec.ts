import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeSdmxCsv, type AggregateFigure } from './sdmx-csv.js';

const figure: AggregateFigure = {
  study: 'integration-2021',
  question: 'challenge.housing',
  option: null,
  from: '2017',
  to: '2018',
  year: 2018,
  basis: 'COMPUTED',
  comparability: 'IDENTICAL',
  notes: [],
  group: null,
  tally: {
    increased: 8,
    decreased: 2,
    unchanged: 4,
    changed: 10,
    comparable: 14,
    excluded: 1,
    exclusions: [{ reason: 'NO_ANSWER', count: 1 }],
  },
};

async function linesOf(...figures: readonly AggregateFigure[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSdmxCsv(figures)) chunks.push(chunk);
  return parse(Buffer.concat(chunks), { columns: true });
}

describe('writeSdmxCsv', () => {
  it('gives one line per observation', async () => {
    const lines = await linesOf(figure);
    expect(lines.map(({ MEASURE, REASON, OBS_VALUE, OBS_STATUS }) => [MEASURE, REASON, OBS_VALUE, OBS_STATUS])).toEqual(
      [
        ['INCREASED', '_T', '8', 'A'],
        ['DECREASED', '_T', '2', 'A'],
        ['UNCHANGED', '_T', '4', 'A'],
        ['CHANGED', '_T', '10', 'A'],
        ['COMPARABLE', '_T', '14', 'A'],
        ['EXCLUDED', '_T', '1', 'A'],
        ['EXCLUDED', 'NO_ANSWER', '1', 'A'],
      ],
    );
    expect(lines[0]).toMatchObject({
      STRUCTURE: 'dataflow',
      ACTION: 'I',
      OPTION: '_Z',
      ATTRIBUTE: '_T',
      GROUP: '_T',
      TIME_PERIOD: '2018',
      CONF_STATUS: 'F',
    });
  });

  it.each([
    ['withheld', { ...figure, tally: null }, 'Q', 'C', ''],
    ['a break', { ...figure, comparability: 'BREAK' }, 'B', 'F', '8'],
    ['recoded', { ...figure, comparability: 'RECODED' }, 'D', 'F', '8'],
    ['nominal', { ...figure, tally: { ...figure.tally!, increased: null } }, 'M', 'F', ''],
  ])('flags %s', async (_, changed, status, confidentiality, value) => {
    const [first] = await linesOf(changed);
    expect([first?.['OBS_STATUS'], first?.['CONF_STATUS'], first?.['OBS_VALUE']]).toEqual([
      status,
      confidentiality,
      value,
    ]);
  });

  it('names a group that did not state the attribute', async () => {
    const [first] = await linesOf({ ...figure, group: { attribute: 'type', value: null } });
    expect([first?.['ATTRIBUTE'], first?.['GROUP']]).toEqual(['type', '_U']);
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (notes) => {
        const lines = await linesOf({ ...figure, notes }, figure);
        expect(lines).toHaveLength(14);
        expect(lines[0]?.['COMMENT']).toBe(notes.join('; '));
      }),
    );
  });
});

/** Reasons and counts of a delta, as far as they may be shown. */
export interface AggregateTally {
  readonly increased: number | null;
  readonly decreased: number | null;
  readonly unchanged: number;
  readonly changed: number;
  readonly comparable: number;
  readonly excluded: number;
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
}

/** One delta, in total or of one group. */
export interface AggregateFigure {
  readonly study: string;
  readonly question: string;
  readonly option: string | null;
  readonly from: string;
  readonly to: string;
  /** Year of the later round. */
  readonly year: number;
  readonly basis: 'COMPUTED' | 'REPORTED';
  /** Verdict on comparability; null where only one round asks, and for reported changes. */
  readonly comparability: string | null;
  readonly notes: readonly string[];
  /** Null: in total. */
  readonly group: { readonly attribute: string; readonly value: string | null } | null;
  /** Null: withheld to protect single answers. */
  readonly tally: AggregateTally | null;
}

const COLUMNS = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'STUDY',
  'QUESTION',
  'OPTION',
  'FROM_ROUND',
  'TO_ROUND',
  'BASIS',
  'ATTRIBUTE',
  'GROUP',
  'MEASURE',
  'REASON',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'CONF_STATUS',
  'COMPARABILITY',
  'UNIT_MEASURE',
  'COMMENT',
] as const;

/** SDMX's conventions: all values of a dimension together, and a dimension that does not apply. */
const TOTAL = '_T';
const NOT_APPLICABLE = '_Z';
/** A group of municipalities that did not state the attribute: `_U`, unknown. */
const UNKNOWN = '_U';

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`;

interface Observation {
  readonly measure: string;
  readonly reason: string;
  readonly value: number | null;
}

function observationsOf({ tally }: AggregateFigure): readonly Observation[] {
  const measures: readonly (readonly [string, number | null])[] = [
    ['INCREASED', tally?.increased ?? null],
    ['DECREASED', tally?.decreased ?? null],
    ['UNCHANGED', tally?.unchanged ?? null],
    ['CHANGED', tally?.changed ?? null],
    ['COMPARABLE', tally?.comparable ?? null],
    ['EXCLUDED', tally?.excluded ?? null],
  ];
  return [
    ...measures.map(([measure, value]) => ({ measure, reason: TOTAL, value })),
    ...(tally?.exclusions ?? []).map(({ reason, count }) => ({ measure: 'EXCLUDED', reason, value: count })),
  ];
}

/**
 * CL_OBS_STATUS 2.1: A normal, B break, D definition differs (recoded or reworded), M data cannot exist (a direction of a
 * nominal question), Q suppressed.
 */
function statusOf({ tally, comparability }: AggregateFigure, value: number | null): string {
  if (tally === null) return 'Q';
  if (value === null) return 'M';
  if (comparability === 'BREAK') return 'B';
  return comparability === 'RECODED' || comparability === 'COMPARABLE' ? 'D' : 'A';
}

/**
 * Writes aggregates as SDMX-CSV 2.0, one line per observation, streaming.
 *
 * Dimensions: STUDY, QUESTION, OPTION, FROM_ROUND, TO_ROUND, BASIS, ATTRIBUTE, GROUP, MEASURE, REASON, TIME_PERIOD (year of
 * the later round). `_T` is the total, `_Z` a dimension that does not apply, `_U` municipalities that did not state the
 * attribute. OBS_VALUE counts municipalities; it is empty where OBS_STATUS is M or Q. CONF_STATUS is C where the figure is
 * withheld, else F.
 * Source: SDMX-CSV field guide 2.0; code lists CL_OBS_STATUS, CL_CONF_STATUS of sdmx.org
 */
export async function* writeSdmxCsv(
  figures: AsyncIterable<AggregateFigure> | Iterable<AggregateFigure>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(line(COLUMNS));
  for await (const figure of figures) {
    const { study, question, option, from, to, year, basis, comparability, notes, group, tally } = figure;
    const lines = observationsOf(figure).map(({ measure, reason, value }) =>
      line([
        'dataflow',
        'REFLEXBOGEN:DELTA(1.0)',
        'I',
        study,
        question,
        option ?? NOT_APPLICABLE,
        from,
        to,
        basis,
        group?.attribute ?? TOTAL,
        group === null ? TOTAL : (group.value ?? UNKNOWN),
        measure,
        reason,
        String(year),
        value === null ? '' : String(value),
        statusOf(figure, value),
        tally === null ? 'C' : 'F',
        comparability ?? NOT_APPLICABLE,
        'MUNICIPALITIES',
        notes.join('; '),
      ]),
    );
    yield Buffer.from(lines.join(''));
  }
}

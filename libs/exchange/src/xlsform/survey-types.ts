/** What a row of the survey sheet is. */
export type SurveyType =
  | { readonly kind: 'SELECT'; readonly multiple: boolean; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'TEXT' | 'INTEGER' | 'DECIMAL' | 'RANGE' }
  | { readonly kind: 'BEGIN'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'END'; readonly what: 'group' | 'repeat' }
  /** A type of XLSForm without an equal. */
  | { readonly kind: 'NONE'; readonly why: string };

const SELECT =
  /^(?:add )?(select[ _]one|select1|select[ _]multiple|select all that apply)(?: prompt using)?(?: from)? +(\S+)(?: +(or_other|or other|or specify other))?$/i;

const PLAIN: Readonly<Record<string, 'TEXT' | 'INTEGER' | 'DECIMAL' | 'RANGE'>> = {
  text: 'TEXT',
  string: 'TEXT',
  'phone number': 'TEXT',
  integer: 'INTEGER',
  int: 'INTEGER',
  decimal: 'DECIMAL',
  range: 'RANGE',
};

const REASONS: readonly (readonly [string, readonly string[]])[] = [
  ['a note asks nothing; put it into the help of a question', ['note']],
  ['figures are computed from answers, not in the sheet', ['calculate']],
  ['there are no questions for dates and times', ['date', 'time', 'datetime']],
  [
    'there are no questions for places',
    ['geopoint', 'gps', 'location', 'geotrace', 'geoshape', 'start-geopoint', 'osm'],
  ],
  ['there are no questions for files', ['image', 'photo', 'audio', 'video', 'file', 'background-audio']],
  ['there are no questions for barcodes', ['barcode']],
  ['there are no questions that rank', ['rank']],
  ['there is nothing to acknowledge; use a question with one choice', ['acknowledge', 'trigger']],
  [
    'its choices stand in another file or sheet',
    ['select_one_from_file', 'select_multiple_from_file', 'select_one_external', 'select_multiple_external'],
  ],
  ['data from other files are not read', ['csv-external', 'xml-external']],
  [
    'answers carry no data on the device or the person',
    [
      ...['start', 'end', 'today', 'deviceid', 'device id', 'subscriberid', 'subscriber id', 'simserial', 'sim id'],
      ...['phonenumber', 'username', 'email', 'audit', 'imei', 'start time', 'end time'],
    ],
  ],
  ['there are no hidden questions', ['hidden']],
];
const NONE = new Map(REASONS.flatMap(([why, types]) => types.map((type) => [type, why] as const)));

/** Reads the type of a row as it is commonly written; null for one that XLSForm does not have. */
export function surveyTypeOf(written: string): SurveyType | null {
  const type = written.trim().replaceAll(/\s+/g, ' ');
  const lower = type.toLowerCase();
  const plain = PLAIN[lower];
  if (plain !== undefined && Object.hasOwn(PLAIN, lower)) return { kind: plain };
  const edge = /^(begin|end)[ _](group|repeat|loop)(?: over \S+)?$/.exec(lower);
  if (edge !== null) {
    const what = edge[2] === 'group' ? 'group' : 'repeat';
    return { kind: edge[1] === 'begin' ? 'BEGIN' : 'END', what };
  }
  const why = NONE.get(lower) ?? NONE.get(lower.split(' ')[0] ?? '');
  if (why !== undefined && (NONE.has(lower) || /^(select_|osm|rank)/.test(lower))) return { kind: 'NONE', why };
  if (/^uri:[a-z]+$/.test(lower)) return { kind: 'NONE', why: 'answers carry no data on the device or the person' };
  const select = SELECT.exec(type);
  if (select === null) return null;
  const [, word, list, other] = select;
  return {
    kind: 'SELECT',
    multiple: /multiple|all/i.test(word ?? ''),
    list: list ?? '',
    orOther: other !== undefined,
  };
}

import { textIn, type Cell, type Dataset, type DatasetRow, type Variable } from './dataset.js';
import { csvLine, guarded, guardedCode, inChunks, numberText, type CsvOptions } from './long-csv-text.js';
import { cellAt, isMissing, levelCodes, ROW_COLUMNS } from './wide-csv-columns.js';

const CELL_COLUMNS = [
  'variable',
  'question',
  'option',
  'revision',
  'type',
  'value',
  'label',
  'missing',
  'missing_code',
  'unit',
  'comment',
  'provenance',
] as const;

/**
 * One line per municipality, round and question (and option) as tidy CSV (RFC 4180, UTF-8, `\n`, header). `value` is the level
 * code, the number, `true`/`false` or the text; `label` the level's label, for a missing code of the scale that code's label,
 * both in `dataset.locale`. `provenance` says how
 * the answer came about (TYPED, CONFIRMED, CARRIED_OVER, IMPORTED). A comment on a section is a line of its own after the sheet's, of the
 * type SECTION with the section's code for a question. A missing cell has an empty `value` and its kind in `missing`; an empty text has neither. Attributes
 * are columns `attribute_<code>`. Formulas are guarded as in `guarded`. Memory: one chunk.
 */
export function writeLongCsv(dataset: Dataset, options: CsvOptions = {}): AsyncGenerator<Uint8Array> {
  return inChunks(lines(dataset, options.guardFormulas ?? true));
}

async function* lines(dataset: Dataset, isGuarded: boolean): AsyncGenerator<string> {
  const text = isGuarded ? guarded : (value: string) => value;
  const code = isGuarded ? guardedCode : (value: string) => value;
  yield csvLine([
    ...ROW_COLUMNS,
    ...dataset.attributes.map((attribute) => `attribute_${attribute.code}`),
    'submitted_at',
    ...CELL_COLUMNS,
  ]);
  const describe = dataset.variables.map((variable) => describer(variable, dataset.locale, text, code));
  for await (const row of dataset.rows()) {
    const start = rowCells(dataset, row, text, code);
    for (const [index, cellsOf] of describe.entries()) {
      const cell = cellAt(row, index);
      const isAnswered = !isMissing(cell) || !WITHOUT_ANSWER.has(cell.missing);
      const provenance = isAnswered ? row.provenanceOf(index) : '';
      yield csvLine([...start, ...cellsOf(cell), text(row.comments.get(index) ?? ''), provenance]);
    }
    for (const [section, comment] of row.sectionComments)
      yield csvLine([...start, '', code(section), '', '', 'SECTION', '', '', '', '', '', text(comment), '']);
  }
}

/** Nobody gave an answer: nothing came about. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['NOT_ASKED', 'SKIPPED', 'NO_ANSWER']);

type Write = (text: string) => string;

const rowCells = (dataset: Dataset, row: DatasetRow, text: Write, code: Write): readonly string[] => [
  code(dataset.study.slug),
  code(row.municipality.code),
  text(row.municipality.name),
  code(row.municipality.officialKey),
  code(row.round.code),
  String(row.round.year),
  ...dataset.attributes.map((_, index) => text(row.attributes[index] ?? '')),
  row.submittedAt.toISOString(),
];

function describer(variable: Variable, locale: string, text: Write, code: Write): (cell: Cell) => readonly string[] {
  const start = [variable.name, code(variable.question), code(variable.option ?? ''), variable.revision, variable.type];
  const unit = variable.unit === null ? '' : text(textIn(variable.unit, locale));
  const codeOf = levelCodes(variable);
  const levelLabels = new Map(variable.levels.map(({ value, label }) => [value, text(textIn(label, locale))]));
  const missingLabels = new Map(variable.missing.map((own) => [own.code, text(textIn(own.label, locale))]));
  return (cell) => {
    if (isMissing(cell)) return [...start, '', missingLabels.get(cell.code) ?? '', cell.missing, code(cell.code), unit];
    if (typeof cell === 'string') return [...start, text(cell), '', '', '', unit];
    if (variable.type === 'LEVEL') return [...start, code(codeOf(cell)), levelLabels.get(cell) ?? '', '', '', unit];
    return [...start, variable.type === 'BOOLEAN' ? String(cell === 1) : numberText(cell), '', '', '', unit];
  };
}

import type { ReportData, ReportDelta, ReportScale } from './report-data.js';
import { WORDS, type Words } from './words.js';

/** One coloured part of every bar of a chart. */
export interface Segment {
  readonly label: string;
  readonly fill: string;
  /** Colour of the number inside: dark on light fills, light on dark ones. */
  readonly ink: string;
}

export interface Bar {
  readonly label: string;
  /** Municipalities by segment, in the order of the chart's segments; null where withheld. */
  readonly counts: readonly number[] | null;
}

export interface Chart {
  readonly segments: readonly Segment[];
  readonly bars: readonly Bar[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isNote?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'figure';
      readonly number: number;
      readonly title: string;
      readonly chart: Chart;
      readonly source: string;
    }
  | {
      readonly kind: 'table';
      readonly number: number;
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'footnotes'; readonly title: string; readonly items: readonly string[] };

/** A report, ready to be written in any format. */
export interface ReportModel {
  readonly locale: ReportData['locale'];
  readonly title: string;
  readonly subtitle: string;
  /** What the study says about itself, e.g. that its answers are synthetic. */
  readonly note: string | null;
  readonly blocks: readonly Block[];
}

/** Sequential blues of ColorBrewer (Brewer 2003), light to dark: safe for colour-blind readers and in grey. */
const SEQUENCE = ['#eff3ff', '#bdd7e7', '#6baed6', '#3182bd', '#08519c'];
const DARK = '#1a1a1a';
const LIGHT = '#ffffff';

/** Vermilion, grey and blue of Okabe & Ito (2008). */
const CHANGE = { increased: '#d55e00', unchanged: '#d9d9d9', decreased: '#0072b2' } as const;

function levelSegments({ levels }: ReportScale): readonly Segment[] {
  return levels.map(({ label }, rank) => {
    const shade = levels.length === 1 ? 4 : Math.round((rank * (SEQUENCE.length - 1)) / (levels.length - 1));
    return { label, fill: SEQUENCE[shade] ?? LIGHT, ink: shade >= 3 ? LIGHT : DARK };
  });
}

const changeSegments = (words: Words): readonly Segment[] => [
  { label: words.increased, fill: CHANGE.increased, ink: DARK },
  { label: words.unchanged, fill: CHANGE.unchanged, ink: DARK },
  { label: words.decreased, fill: CHANGE.decreased, ink: LIGHT },
];

const textOf = ({ question }: ReportDelta): string => question.text;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How many lead the list under a figure. */
const LEADING = 4;

/**
 * Orders a comparison into a report: what was rated highest in the earlier round, what changed most, how grids were
 * answered, computed beside reported change, and every question in one table with its footnotes.
 */
export function reportOf(data: ReportData): ReportModel {
  const words = WORDS[data.locale];
  const numbers = { figure: 0, table: 0 };
  const footnotes: string[] = [];
  const blocks: Block[] = [
    { kind: 'paragraph', text: `${words.method}: ${words.methodText}` },
    ...ratings(data, 'from', words, numbers),
    ...changes(data, words, numbers),
    ...ratings(data, 'to', words, numbers),
    ...grids(data, words, numbers),
    ...agreements(data, words, numbers),
    ...everything(data, words, numbers, footnotes),
  ];
  if (footnotes.length > 0) blocks.push({ kind: 'footnotes', title: words.footnotes, items: footnotes });
  return {
    locale: data.locale,
    title: data.study.title,
    subtitle: `${words.compared(data.to.code, data.from.code)} · ${words.panel(data.panelSize)} · ${words.state(data.asOf, data.freeze)}`,
    note: data.study.description ?? null,
    blocks,
  };
}

interface Numbers {
  figure: number;
  table: number;
}

type Side = 'from' | 'to';

/** Questions on one scale in one round; cells of grids and yes/no questions aside. */
function byScale(data: ReportData, side: Side): readonly (readonly [ReportScale, readonly ReportDelta[]])[] {
  const scales = new Map<string, { scale: ReportScale; deltas: ReportDelta[] }>();
  for (const delta of data.deltas) {
    const { scale, grid, type } = delta.question;
    if (
      type !== 'SCALE' ||
      !scale?.ordered ||
      grid ||
      delta.option ||
      delta.basis === 'REPORTED' ||
      delta[side].length === 0
    )
      continue;
    const known = scales.get(scale.code);
    if (known === undefined) scales.set(scale.code, { scale, deltas: [delta] });
    else known.deltas.push(delta);
  }
  return [...scales.values()].map(({ scale, deltas }) => [scale, deltas] as const);
}

const boxCount = (delta: ReportDelta, side: Side, levels: readonly string[]): number =>
  sum(delta[side].filter(({ value }) => levels.includes(value)).map(({ count }) => count));

const baseOf = (delta: ReportDelta, side: Side): number => sum(delta[side].map(({ count }) => count));

/** "Größte Herausforderungen": the first box of each ordered scale that several questions share, highest share first. */
function ratings(data: ReportData, side: Side, words: Words, numbers: Numbers): readonly Block[] {
  return byScale(data, side).flatMap(([scale, deltas]): readonly Block[] => {
    const box = scale.boxes[0];
    const answered = deltas.filter((delta) => baseOf(delta, side) > 0);
    if (box === undefined || answered.length < 3) return [];
    const levels = scale.levels.filter(({ code }) => box.levels.includes(code)).map(({ label }) => label);
    const ranked = [...answered].sort(
      (a, b) => boxCount(b, side, box.levels) / baseOf(b, side) - boxCount(a, side, box.levels) / baseOf(a, side),
    );
    const round = data[side].code;
    const isUpper = box.levels.includes(scale.levels.at(-1)?.code ?? '');
    const bases = ranked.map((delta) => baseOf(delta, side));
    numbers.figure += 1;
    return [
      { kind: 'heading', text: words.rated(levels, round) },
      { kind: 'paragraph', text: words.ratedLead(levels, round) },
      {
        kind: 'list',
        items: ranked
          .slice(0, LEADING)
          .map((delta) => `${textOf(delta)} (${words.of(boxCount(delta, side, box.levels), baseOf(delta, side))})`),
      },
      {
        kind: 'figure',
        number: numbers.figure,
        title: `${words.rated(levels, round)}. ${words.bases(Math.min(...bases), Math.max(...bases))}`,
        chart: {
          // From the side of the box, so that what the figure is about starts every bar.
          segments: isUpper ? levelSegments(scale).toReversed() : levelSegments(scale),
          bars: ranked.map((delta) => {
            const counts = delta[side].map(({ count }) => count);
            return { label: textOf(delta), counts: isUpper ? counts.toReversed() : counts };
          }),
        },
        source: words.source(round),
      },
    ];
  });
}

/** "Veränderungen": reported first, as the sheet asks for it; then computed. Most increased first. */
function changes(data: ReportData, words: Words, numbers: Numbers): readonly Block[] {
  const charts = (['REPORTED', 'COMPUTED'] as const).flatMap((basis): readonly Block[] => {
    const deltas = data.deltas
      .filter((delta) => delta.basis === basis && !delta.option)
      .filter(({ tally, suppressed }) => suppressed || (tally?.increased != null && tally.comparable > 0))
      .sort((a, b) => (b.tally?.increased ?? -1) - (a.tally?.increased ?? -1));
    if (deltas.length === 0) return [];
    const since = data.from.code;
    const shown = deltas.filter(({ tally }) => tally);
    const bases = shown.map(({ tally }) => tally?.comparable ?? 0);
    numbers.figure += 1;
    const lead: readonly Block[] =
      basis === 'REPORTED' || !data.deltas.some((delta) => delta.basis === 'REPORTED')
        ? [
            { kind: 'paragraph', text: words.changesLead(since) },
            {
              kind: 'list',
              items: shown
                .slice(0, LEADING)
                .map(
                  (delta) =>
                    `${textOf(delta)} (${words.increasedIn(delta.tally?.increased ?? 0, delta.tally?.comparable ?? 0, since)})`,
                ),
            },
          ]
        : [];
    const title = `${words.changes(data.to.code, since)}, ${basis === 'REPORTED' ? words.reported : words.computed}`;
    return [
      ...lead,
      {
        kind: 'figure',
        number: numbers.figure,
        title: bases.length === 0 ? title : `${title}. ${words.bases(Math.min(...bases), Math.max(...bases))}`,
        chart: {
          segments: changeSegments(words),
          bars: deltas.map((delta) => ({
            label: textOf(delta),
            counts: delta.tally
              ? [delta.tally.increased ?? 0, delta.tally.unchanged, delta.tally.decreased ?? 0]
              : null,
          })),
        },
        source: words.source(basis === 'REPORTED' ? data.to.code : `${since}, ${data.to.code}`),
      },
    ];
  });
  return charts.length === 0 ? [] : [{ kind: 'heading', text: words.changes(data.to.code, data.from.code) }, ...charts];
}

/** "Chancen und Probleme": a figure per grid of the later round, its cells in the order of the sheet. */
function grids(data: ReportData, words: Words, numbers: Numbers): readonly Block[] {
  const cells = new Map<string, ReportDelta[]>();
  for (const delta of data.deltas) {
    const { grid } = delta.question;
    if (!grid || delta.to.length === 0) continue;
    const known = cells.get(grid.code);
    if (known === undefined) cells.set(grid.code, [delta]);
    else known.push(delta);
  }
  return [...cells].flatMap(([code, deltas]): readonly Block[] => {
    const scale = deltas[0]?.question.scale;
    if (!scale) return [];
    const section = data.sections.find(({ questions }) => questions.includes(code));
    const shared = sharedStart(deltas.map(textOf));
    const heading = shared.replace(/[\s:–,-]+$/, '') || section?.title || code;
    const bases = deltas.map((delta) => baseOf(delta, 'to'));
    numbers.figure += 1;
    return [
      { kind: 'heading', text: words.distribution(heading, data.to.code) },
      {
        kind: 'figure',
        number: numbers.figure,
        title: `${words.distribution(heading, data.to.code)}. ${words.bases(Math.min(...bases), Math.max(...bases))}`,
        chart: {
          segments: levelSegments(scale),
          bars: deltas.map((delta) => ({
            label: textOf(delta).slice(shared.length) || textOf(delta),
            counts: delta.to.map(({ count }) => count),
          })),
        },
        source: words.source(data.to.code),
      },
    ];
  });
}

/** What all texts start with, up to a word's end. */
function sharedStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  if (others.length === 0) return '';
  let end = first.length;
  for (const text of others) while (!text.startsWith(first.slice(0, end))) end -= 1;
  return first.slice(0, first.slice(0, end).search(/[\s:–,-][^\s:–,-]*$/) + 1);
}

function agreements(data: ReportData, words: Words, numbers: Numbers): readonly Block[] {
  const rows = data.agreements
    .filter(({ comparable }) => comparable !== 0)
    .map(({ text, comparable, agree }) => [
      text,
      comparable == null ? '·' : String(comparable),
      comparable == null || agree == null ? '·' : words.of(agree, comparable),
    ]);
  if (rows.length === 0) return [];
  numbers.table += 1;
  return [
    { kind: 'heading', text: words.agreement },
    { kind: 'paragraph', text: words.agreementLead },
    { kind: 'table', number: numbers.table, title: words.agreement, head: words.agreementHead, rows },
  ];
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
export const superscript = (number: number): string =>
  [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');

/** Every question with its counts; footnotes for rewordings, recodes and who is excluded. */
function everything(data: ReportData, words: Words, numbers: Numbers, footnotes: string[]): readonly Block[] {
  const noted = (text: string): string => {
    const known = footnotes.indexOf(text);
    return superscript(known >= 0 ? known + 1 : footnotes.push(text));
  };
  const shown = data.deltas.filter(({ suppressed, tally }) => suppressed || (tally && tally.comparable > 0));
  const rows = shown.map((delta): readonly string[] => {
    const { tally, comparability, notes } = delta;
    const marks = [
      ...(comparability && words.comparability[comparability]
        ? [noted([words.comparability[comparability], ...notes].join(' '))]
        : []),
      ...(tally && tally.excluded > 0
        ? [
            noted(
              tally.exclusions.map(({ reason, count }) => `${words.reasons[reason] ?? reason}: ${count}`).join('; '),
            ),
          ]
        : []),
    ];
    const label = `${textOf(delta)}${marks.length > 0 ? ` ${marks.join(' ')}` : ''}`;
    if (!tally) return [label, '·', '·', '·', '·', '·'];
    const directions =
      tally.increased == null
        ? [`${tally.changed} ${words.changed}`, '–']
        : [String(tally.increased), String(tally.decreased ?? 0)];
    return [label, ...directions, String(tally.unchanged), String(tally.comparable), String(tally.excluded)];
  });
  const without = data.deltas.length - shown.length;
  numbers.table += 1;
  return [
    { kind: 'heading', text: words.all },
    {
      kind: 'table',
      number: numbers.table,
      title: words.changes(data.to.code, data.from.code),
      head: words.allHead,
      rows,
    },
    ...(shown.some(({ suppressed }) => suppressed)
      ? [{ kind: 'paragraph' as const, text: words.withheld, isNote: true }]
      : []),
    ...(without > 0 ? [{ kind: 'paragraph' as const, text: words.noComparison(without), isNote: true }] : []),
  ];
}

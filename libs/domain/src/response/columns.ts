import { columnKey, type Column, type RoundColumns } from '../comparison/comparison.types.js';
import { rankOf, type MissingCode } from '../scale/scale.js';
import { membershipIn, type MunicipalityInfo } from '../study/study.js';
import {
  FIRST_MISSING,
  NO_ANSWER,
  NO_RESPONSE,
  NOT_ASKED,
  NOT_COMPARABLE,
  NOT_IN_PANEL,
  UNIT_CHANGED,
  WIDE_REASONS,
} from './answer-state.js';
import type { Question, QuestionSet, Since } from '../question-set/question-set.js';
import { layoutOf, readSlot, reasonIn, type Slot, type SubmissionLayout } from './submission-layout.js';

/** A submission, as columns need it. */
export interface ColumnSource {
  /** Position of the municipality in the panel. */
  readonly municipalityIndex: number;
  readonly questionSetId: string;
  readonly vector: Uint8Array;
  readonly numbers: Float64Array | null;
}

export interface RoundColumnsInput {
  readonly code: string;
  readonly year: number;
  /** The set the round asks now: its questions become the columns. */
  readonly questionSet: QuestionSet;
  /** Every set a submission of the round may have answered, by id. */
  readonly questionSets: ReadonlyMap<string, QuestionSet>;
  readonly panel: readonly MunicipalityInfo[];
  readonly submissions: Iterable<ColumnSource>;
}

type Writer = (source: ColumnSource) => void;

interface MutableColumn extends Column {
  readonly states: Uint8Array | Uint16Array;
}

/** Columns that can take further submissions. */
export interface OpenRoundColumns extends RoundColumns {
  /** Puts one submission in place of whatever the municipality had. */
  readonly apply: Writer;
}

/**
 * Turns a round's submissions into columns, one per question or option, in panel order.
 * A municipality without a submission has NO_RESPONSE; one that is no member in the round's year NOT_IN_PANEL or
 * UNIT_CHANGED, whatever it submitted. A submission on another revision of the set is carried over by level code, or by the recode that the
 * round's set states for that revision; levels
 * that the round's set lacks are NOT_COMPARABLE, questions that the other set lacks NOT_ASKED.
 */
export function buildRoundColumns(input: RoundColumnsInput): OpenRoundColumns {
  // Named one by one: `apply` lives as long as the columns, and with `input` every submission would live in it as long.
  const { code, year, questionSet, questionSets, panel } = input;
  const size = panel.length;
  const layout = layoutOf(questionSet);
  const columns = new Map<string, MutableColumn>();
  const inOrder: MutableColumn[] = [];
  for (const slot of layout.slots) {
    const column: MutableColumn = {
      question: slot.question,
      ...(slot.option === undefined ? {} : { option: slot.option }),
      states: slot.width === 2 ? new Uint16Array(size) : new Uint8Array(size),
      ...(slot.question.type === 'NUMBER' ? { numbers: new Float64Array(size).fill(NaN) } : {}),
    };
    columns.set(columnKey(slot.question.code, slot.option), column);
    inOrder.push(column);
  }
  const absent = Uint8Array.from(panel, (municipality) => {
    const membership = membershipIn(municipality, year);
    return membership === 'MEMBER' ? 0 : membership === 'UNIT_CHANGED' ? UNIT_CHANGED : NOT_IN_PANEL;
  });
  const unanswered = absent.map((reason) => (reason === 0 ? NO_RESPONSE : reason));
  const unansweredWide = Uint16Array.from(unanswered, (reason) => WIDE_REASONS + reason);
  for (const { states } of inOrder) states.set(states.BYTES_PER_ELEMENT === 2 ? unansweredWide : unanswered);
  const writers = new Map<string, Writer>();
  const apply: Writer = (source) => {
    if (absent[source.municipalityIndex] !== 0) return;
    let writer = writers.get(source.questionSetId);
    if (writer === undefined) {
      const answered = questionSets.get(source.questionSetId);
      if (answered === undefined)
        throw new RangeError(`no question set ${source.questionSetId} for a submission of round ${code}`);
      writer = answered.id === questionSet.id ? directWriter(layout, inOrder) : carryingWriter(answered, inOrder);
      writers.set(source.questionSetId, writer);
    }
    writer(source);
  };
  const latest = new Array<ColumnSource | undefined>(size);
  for (const source of input.submissions) latest[source.municipalityIndex] = source;
  const direct: ColumnSource[] = [];
  for (const source of latest) {
    if (source === undefined || absent[source.municipalityIndex] !== 0) continue;
    if (source.questionSetId === questionSet.id) direct.push(source);
    else apply(source);
  }
  fillDirect(layout, inOrder, direct);
  return { code, year, questionSet, size, columns, apply };
}

const reasonState = (column: Column, reason: number): number =>
  column.states.BYTES_PER_ELEMENT === 2 ? WIDE_REASONS + reason : reason;

/** Rows that are turned at a time: their vectors stay in the processor's nearest cache while every column is written. */
const BLOCK = 128;

/** Turns many submissions on the columns' own set at once: rows of bytes become columns of bytes. */
function fillDirect(
  layout: SubmissionLayout,
  columns: readonly MutableColumn[],
  sources: readonly ColumnSource[],
): void {
  const { bytes, slots } = layout;
  const block = new Uint8Array(BLOCK * bytes);
  for (let first = 0; first < sources.length; first += BLOCK) {
    const part = sources.slice(first, first + BLOCK);
    part.forEach(({ vector }, index) => {
      checkLength(layout, vector);
      block.set(vector, index * bytes);
    });
    const rows = Uint32Array.from(part, ({ municipalityIndex }) => municipalityIndex);
    for (let index = 0; index < columns.length; index += 1) {
      const { offset, width } = slots[index]!;
      const { states } = columns[index]!;
      if (width === 1) for (let row = 0; row < rows.length; row += 1) states[rows[row]!] = block[row * bytes + offset]!;
      else
        for (let row = 0; row < rows.length; row += 1)
          states[rows[row]!] = block[row * bytes + offset]! | (block[row * bytes + offset + 1]! << 8);
    }
  }
  for (const [column, index] of numberColumnsOf(layout, columns))
    for (const { municipalityIndex, numbers } of sources) column[municipalityIndex] = numbers?.[index] ?? NaN;
}

/** A vector of another length belongs to another set: no figure may rest on it. */
function checkLength(layout: SubmissionLayout, vector: Uint8Array): void {
  if (vector.length !== layout.bytes)
    throw new RangeError(
      `a submission of ${vector.length} bytes on question set ${layout.questionSet.id}, whose sheets have ${layout.bytes}`,
    );
}

/** The common case of one submission: it answered the very set that the columns follow, slot for slot. */
function directWriter(layout: SubmissionLayout, columns: readonly MutableColumn[]): Writer {
  const slots = layout.slots;
  const narrow = slots.every(({ width }) => width === 1);
  const numberColumns = numberColumnsOf(layout, columns);
  return ({ municipalityIndex, vector, numbers }) => {
    checkLength(layout, vector);
    if (narrow)
      for (let index = 0; index < columns.length; index += 1)
        columns[index]!.states[municipalityIndex] = vector[index]!;
    else
      for (let index = 0; index < columns.length; index += 1)
        columns[index]!.states[municipalityIndex] = readSlot(vector, slots[index]!);
    for (const [column, index] of numberColumns) column[municipalityIndex] = numbers?.[index] ?? NaN;
  };
}

const numberColumnsOf = (
  layout: SubmissionLayout,
  columns: readonly MutableColumn[],
): readonly (readonly [Float64Array, number])[] =>
  columns.flatMap(({ question, numbers }) => {
    const index = layout.numberIndex.get(question.code);
    return numbers === undefined || index === undefined ? [] : [[numbers, index] as const];
  });

/** A submission on another revision of the set: every column knows where its answer lies there, or that it has none. */
function carryingWriter(answered: QuestionSet, columns: readonly MutableColumn[]): Writer {
  const layout = layoutOf(answered);
  const sources = columns.map((column) => ({ column, read: readerOf(layout, column) }));
  return (source) => {
    checkLength(layout, source.vector);
    for (const { column, read } of sources) {
      column.states[source.municipalityIndex] = read(source);
      if (column.numbers) {
        const index = layout.numberIndex.get(column.question.code);
        column.numbers[source.municipalityIndex] = index === undefined ? NaN : (source.numbers?.[index] ?? NaN);
      }
    }
  };
}

/** How a column reads a sheet of another revision: what keeps it from a value stays, whether or not the value could be read. */
function readerOf(layout: SubmissionLayout, column: Column): (source: ColumnSource) => number {
  const there = layout.questionSet.byCode.get(column.question.code);
  const slots = there === undefined ? [] : slotsBehind(layout, there, column);
  if (there === undefined || slots.length === 0) return () => reasonState(column, NOT_ASKED);
  const ranks = ranksOf(there, column, statementOn(column.question, layout.questionSet));
  const missing = there.scale.missing.map((code) => missingIndex(column.question.scale.missing, code));
  const stateOf = (vector: Uint8Array, slot: Slot): number => {
    const state = readSlot(vector, slot);
    const reason = reasonIn(state, slot);
    if (reason === null) {
      const rank = ranks === null ? state : (ranks[state] ?? -1);
      return rank < 0 ? reasonState(column, NOT_COMPARABLE) : rank;
    }
    if (reason >= NO_ANSWER) return reasonState(column, reason);
    const carried = missing[reason - FIRST_MISSING] ?? -1;
    return reasonState(column, carried < 0 ? NO_ANSWER : FIRST_MISSING + carried);
  };
  // Options that became one are chosen where any of them was; their reasons are the same, and above both levels.
  return ({ vector }) => slots.reduce((largest, slot) => Math.max(largest, stateOf(vector, slot)), 0);
}

/** Where the answer lies: the question's own slot, or those of the options that mean the column's; [] = not asked. */
function slotsBehind(layout: SubmissionLayout, there: Question, { question, option }: Column): readonly Slot[] {
  const slots = (layout.slotsOf.get(there.code) ?? []).map((position) => layout.slots[position]!);
  if (option === undefined || there.type !== 'MULTI_CHOICE') return slots.slice(0, 1);
  const meaning = meaningOf(statementOn(question, layout.questionSet));
  const meant = slots.filter((slot) => meaning(slot.option!) === option);
  return meant.length > 0 ? meant : slots.filter((slot) => slot.option === option);
}

/** The designer's verdict on exactly that revision, if there is one: it outranks equal level codes. */
const statementOn = ({ since }: Question, set: QuestionSet): Since | undefined =>
  since !== undefined && since.year === set.year && since.revision === set.revision ? since : undefined;

/** What a level of the other revision is called now; undefined where the recode leaves it out. */
const meaningOf =
  (since: Since | undefined) =>
  (code: string): string | undefined => {
    const recode = since?.recode;
    if (recode === undefined) return code;
    return Object.hasOwn(recode, code) ? recode[code] : undefined;
  };

/** For each state of a slot of the other revision the column's, -1 = not comparable; null where they are the same. */
function ranksOf(there: Question, { question, option }: Column, since: Since | undefined): readonly number[] | null {
  if (there.type !== question.type || since?.verdict === 'BREAK') return [];
  const meaning = meaningOf(since);
  if (option !== undefined) return there.scale.levels.some(({ code }) => meaning(code) === option) ? null : [];
  // A level map cannot carry a number over.
  if (there.scale.levels.length === 0) return since?.verdict === 'RECODED' ? [] : null;
  return there.scale.levels.map(({ code }) => rankOf(question.scale, meaning(code) ?? ''));
}

/** The same missing code, else one of the same kind: figures know kinds only. -1 when the scale has neither. */
function missingIndex(codes: readonly MissingCode[], { code, kind }: MissingCode): number {
  const same = codes.findIndex((candidate) => candidate.code === code && candidate.kind === kind);
  return same >= 0 ? same : codes.findIndex((candidate) => candidate.kind === kind);
}

/** Bytes that a round's columns take. */
export const bytesOf = (columns: RoundColumns): number =>
  [...columns.columns.values()].reduce(
    (sum, { states, numbers }) => sum + states.byteLength + (numbers?.byteLength ?? 0),
    0,
  );

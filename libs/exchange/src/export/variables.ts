import { createHash } from 'node:crypto';
import {
  canonicalJson,
  FIRST_MISSING,
  layoutOf,
  localize,
  NO_ANSWER,
  readSlot,
  reasonIn,
  SKIPPED,
  type EncodedSubmission,
  type Question,
  type QuestionSet,
  type Scale,
  type Slot,
} from '@reflexbogen/domain';
import type { Cell, Missing, Texts, Variable, VariableLevel } from './dataset.js';
import { RESERVED_WORDS } from './reserved-words.js';
import { IDENTIFICATION_NAMES } from './wide-columns.js';

/** Numbers that stand for the levels of a scale: their codes where all are whole numbers, else their ranks from 1. */
export function levelValues(scale: Pick<Scale, 'levels'>): readonly VariableLevel[] {
  const isNumeric = scale.levels.every(({ code }) => /^(0|[1-9]\d{0,3})$/.test(code));
  return scale.levels.map(({ code, label }, rank) => ({
    code,
    value: isNumeric ? Number(code) : rank + 1,
    label,
  }));
}

const MAX_NAME = 32;

/** A name that SPSS, Stata, R and SQL take; unique among those given before. */
function uniqueName(wish: string, taken: Set<string>): string {
  const plain = wish
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const start = /^[a-z]/.test(plain) ? plain : `q_${plain}`;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `_${number}`;
    const name = `${start.slice(0, MAX_NAME - suffix.length).replace(/_+$/, '')}${suffix}`;
    if (taken.has(name) || /^str\d+$/.test(name)) continue;
    taken.add(name);
    return name;
  }
}

/** What makes two revisions of a question one variable: everything that an analyst could read differently. */
const contentOf = ({ type, text, scale, unit, decimals, reportsChangeOf }: Question): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        type,
        text,
        scale,
        unit: unit ?? null,
        decimals: decimals ?? null,
        reports: reportsChangeOf ?? null,
      }),
    )
    .digest('base64');

/** The variables of a study, and where each lies in a sheet of each question set. */
export interface VariableMap {
  readonly variables: readonly Variable[];
  /** Turns a submission into cells, in the order of `variables`. */
  readonly cellsOf: (set: QuestionSet, submission: Stored) => readonly Cell[];
  /** Position of the first variable of a question in a set; for its comment. */
  readonly positionOf: (set: QuestionSet, question: string) => number | undefined;
}

type Stored = Pick<EncodedSubmission, 'vector' | 'numbers' | 'texts'>;
type Reader = (submission: Stored) => Cell;

/** One column more: a question's revision, or one option of it. */
interface Source {
  readonly question: Question;
  readonly option: string | null;
  readonly revision: string;
  readonly readers: Map<string, Reader>;
}

const NOT_ASKED: Missing = { missing: 'NOT_ASKED', code: 'not_asked' };
const SKIPPED_CELL: Missing = { missing: 'SKIPPED', code: 'skipped' };
const NO_ANSWER_CELL: Missing = { missing: 'NO_ANSWER', code: 'no_answer' };

/**
 * Lists the variables of published question sets: a column per revision of a question, and per option of a MULTI_CHOICE.
 * Sets that ask a question in the same words on the same scale share its column.
 * @param sets earliest first
 * @param textBytes longest text by question code
 */
export function variablesOf(sets: readonly QuestionSet[], textBytes: ReadonlyMap<string, number>): VariableMap {
  const sources = new Map<string, Source>();
  const firstOf = new Map<string, Map<string, string>>();
  for (const set of sets) {
    const layout = layoutOf(set);
    const first = new Map<string, string>();
    firstOf.set(set.id, first);
    for (const slot of layout.slots) {
      const { question, option = null } = slot;
      const key = `${question.code}\n${option ?? ''}\n${contentOf(question)}`;
      let source = sources.get(key);
      if (source === undefined) {
        source = { question, option, revision: `${set.year}.${set.revision}`, readers: new Map() };
        sources.set(key, source);
      }
      source.readers.set(set.id, readerOf(slot, layout.numberIndex.get(question.code) ?? -1));
      if (!first.has(question.code)) first.set(question.code, key);
    }
  }
  const inOrder = inOrderOfQuestions([...sources]);
  const positions = new Map(inOrder.map(([key], position) => [key, position]));
  const readers = new Map(
    sets.map(({ id }) => [id, inOrder.map(([, source]) => source.readers.get(id) ?? null)] as const),
  );
  return {
    variables: named(
      inOrder.map(([, source]) => source),
      textBytes,
    ),
    cellsOf: (set, submission) =>
      (readers.get(set.id) ?? []).map((read) => (read === null ? NOT_ASKED : read(submission))),
    positionOf: (set, question) => {
      const key = firstOf.get(set.id)?.get(question);
      return key === undefined ? undefined : positions.get(key);
    },
  };
}

/** Revisions of one question beside each other, in the order in which questions were first asked. */
function inOrderOfQuestions(sources: readonly (readonly [string, Source])[]): readonly (readonly [string, Source])[] {
  const groups = new Map<string, (readonly [string, Source])[]>();
  for (const entry of sources) {
    const { code } = entry[1].question;
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flat();
}

function named(sources: readonly Source[], textBytes: ReadonlyMap<string, number>): readonly Variable[] {
  const revisions = new Map<string, Set<string>>();
  for (const { question, revision } of sources)
    revisions.set(question.code, (revisions.get(question.code) ?? new Set()).add(revision));
  // No file format has to rename a variable: its name is the same in all of them.
  const taken = new Set<string>([...RESERVED_WORDS, ...IDENTIFICATION_NAMES]);
  return sources.map((source) => {
    const { question, option, revision } = source;
    const isRevised = (revisions.get(question.code)?.size ?? 0) > 1;
    const parts = [question.code, option, isRevised ? revision.replace(/\.1$/, '') : null];
    return variableOf(source, uniqueName(parts.filter((part) => part !== null).join('_'), taken), textBytes);
  });
}

function variableOf(
  { question, option, revision }: Source,
  name: string,
  textBytes: ReadonlyMap<string, number>,
): Variable {
  const { type, scale } = question;
  const hasLevels = type === 'SCALE' || type === 'CHOICE';
  return {
    name,
    question: question.code,
    option,
    revision,
    type: hasLevels ? 'LEVEL' : type === 'NUMBER' ? 'NUMBER' : type === 'TEXT' ? 'TEXT' : 'BOOLEAN',
    label: option === null ? question.text : optionLabel(question, option),
    levels: hasLevels ? levelValues(scale) : [],
    ordered: type === 'SCALE' && scale.ordered,
    missing: scale.missing,
    unit: question.unit ?? null,
    decimals: type === 'NUMBER' ? (question.decimals ?? null) : null,
    maxBytes: type === 'TEXT' ? (textBytes.get(question.code) ?? 0) : 0,
  };
}

/** `Question: option`, in every language of the question. */
function optionLabel({ text, scale }: Question, option: string): Texts {
  const label = scale.levels.find(({ code }) => code === option)?.label ?? {};
  return Object.fromEntries(
    Object.entries(text).map(([locale, words]) => [locale, `${words}: ${localize(label, locale) || option}`]),
  );
}

/** Reads one slot. The objects for missing cells are made once: a cell allocates nothing but its text. */
function readerOf(slot: Slot, numberIndex: number): Reader {
  const { question } = slot;
  const missing = question.scale.missing.map(({ code, kind }): Missing => ({ missing: kind, code }));
  const values = levelValues(question.scale).map(({ value }) => value);
  const hasLevels = question.type === 'SCALE' || question.type === 'CHOICE';
  return ({ vector, numbers, texts }) => {
    const state = readSlot(vector, slot);
    const reason = reasonIn(state, slot);
    if (reason !== null) {
      if (reason === SKIPPED) return SKIPPED_CELL;
      return reason < NO_ANSWER ? (missing[reason - FIRST_MISSING] ?? NO_ANSWER_CELL) : NO_ANSWER_CELL;
    }
    if (hasLevels) return values[state] ?? NO_ANSWER_CELL;
    if (question.type === 'NUMBER') return numbers?.[numberIndex] ?? NO_ANSWER_CELL;
    return question.type === 'TEXT' ? (texts?.[question.code] ?? '') : state;
  };
}

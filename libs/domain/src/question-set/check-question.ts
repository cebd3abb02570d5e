import { parseDecimal } from '../answer/number-text.js';
import { BOOLEAN_SCALE, type Scale } from '../scale/scale.js';
import { checkCode, checkOptionalText, checkText } from './check-texts.js';
import { levelList } from './check-scales.js';
import type { DocumentPath, FaultList } from './question-set-fault.js';
import type { GridAxisItem, QuestionDefinition, QuestionSetDocument } from './question-set.js';

const LEVEL_TYPES: ReadonlySet<string> = new Set(['SCALE', 'CHOICE', 'MULTI_CHOICE', 'GRID']);
const MAX_DECIMALS = 9;

/** Checks one question on its own, against the scales of its document. Rules are checked over the whole set. */
export function checkQuestion(
  faults: FaultList,
  document: QuestionSetDocument,
  scales: ReadonlyMap<string, Scale>,
  question: QuestionDefinition,
  path: DocumentPath,
): void {
  checkCode(faults, question.code, [...path, 'code']);
  checkText(faults, question.text, [...path, 'text']);
  checkOptionalText(faults, question.help, [...path, 'help']);
  checkOptionalText(faults, question.unit, [...path, 'unit']);
  const scale = checkScaleOf(faults, scales, question, path);
  checkRange(faults, question, path);
  checkAxis(faults, question, 'rows', path);
  checkAxis(faults, question, 'columns', path);
  checkSince(faults, document, question, scale, path);
  checkReport(faults, document, question, scale, path);
}

function checkScaleOf(
  faults: FaultList,
  scales: ReadonlyMap<string, Scale>,
  question: QuestionDefinition,
  path: DocumentPath,
): Scale | undefined {
  const at = [...path, 'scale'];
  if (question.scale === undefined) {
    if (LEVEL_TYPES.has(question.type))
      faults.add(
        'SCALE_REQUIRED',
        at,
        `${question.type} question "${question.code}" names no scale.`,
        'the code of a scale',
      );
    return question.type === 'BOOLEAN' ? BOOLEAN_SCALE : undefined;
  }
  const scale = scales.get(question.scale);
  if (scale === undefined) {
    faults.add(
      'UNKNOWN_SCALE',
      at,
      `There is no scale "${question.scale}".`,
      [...scales.keys()].slice(0, 12).join(', '),
    );
    return undefined;
  }
  if (LEVEL_TYPES.has(question.type)) {
    if (scale.levels.length === 0 && scale.missing.length > 0)
      faults.add('EMPTY_SCALE', at, `Scale "${scale.code}" has no levels to choose from.`);
    return scale;
  }
  if (scale.levels.length > 0)
    faults.add(
      'SCALE_NOT_ALLOWED',
      at,
      `${question.type} question "${question.code}" cannot have levels.`,
      'no scale, or one that has missing codes only',
    );
  for (const { code } of scale.missing) {
    const clashes =
      question.type === 'NUMBER'
        ? parseDecimal(code) !== null
        : question.type === 'BOOLEAN' && (code === 'true' || code === 'false');
    if (clashes)
      faults.add(
        'MISSING_CODE_CLASHES',
        at,
        `Missing code "${code}" reads like an answer to ${question.type} question "${question.code}".`,
      );
  }
  return question.type === 'BOOLEAN' ? BOOLEAN_SCALE : scale;
}

function checkRange(faults: FaultList, question: QuestionDefinition, path: DocumentPath): void {
  const { min, max, decimals, tolerance } = question;
  if (question.type !== 'NUMBER') {
    for (const field of ['min', 'max', 'decimals', 'tolerance', 'unit'] as const)
      if (question[field] !== undefined)
        faults.add(
          'FIELD_NOT_ALLOWED',
          [...path, field],
          `${question.type} question "${question.code}" cannot have "${field}".`,
          'NUMBER',
        );
    return;
  }
  for (const [field, value] of [
    ['min', min],
    ['max', max],
  ] as const)
    if (value !== undefined && (!Number.isFinite(value) || Math.abs(value) >= 1e15))
      faults.add('RANGE_INVALID', [...path, field], `"${field}" is ${value}.`, 'a number between -1e15 and 1e15');
  if (min !== undefined && max !== undefined && min > max)
    faults.add(
      'RANGE_INVALID',
      [...path, 'min'],
      `The smallest value ${min} is above the largest ${max}.`,
      'min up to max',
    );
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_DECIMALS))
    faults.add(
      'RANGE_INVALID',
      [...path, 'decimals'],
      `"decimals" is ${decimals}.`,
      `a whole number from 0 to ${MAX_DECIMALS}`,
    );
  if (tolerance === undefined) return;
  const [field, value] = 'absolute' in tolerance ? ['absolute', tolerance.absolute] : ['percent', tolerance.percent];
  if (!(Number.isFinite(value) && value >= 0))
    faults.add('RANGE_INVALID', [...path, 'tolerance', field], `The tolerance is ${value}.`, 'a number from 0');
}

function checkAxis(
  faults: FaultList,
  question: QuestionDefinition,
  axis: 'rows' | 'columns',
  path: DocumentPath,
): void {
  const items: readonly GridAxisItem[] = question[axis] ?? [];
  if (question.type !== 'GRID') {
    if (items.length > 0)
      faults.add(
        'FIELD_NOT_ALLOWED',
        [...path, axis],
        `${question.type} question "${question.code}" cannot have ${axis}.`,
        'GRID',
      );
    return;
  }
  if (items.length === 0)
    faults.add('EMPTY_GRID', [...path, axis], `Grid "${question.code}" has no ${axis}.`, 'at least one');
  items.forEach((item, index) => {
    checkCode(faults, item.code, [...path, axis, index, 'code']);
    checkText(faults, item.text, [...path, axis, index, 'text']);
  });
}

function checkSince(
  faults: FaultList,
  document: QuestionSetDocument,
  { code, type, since }: QuestionDefinition,
  scale: Scale | undefined,
  path: DocumentPath,
): void {
  if (since === undefined) return;
  const at = [...path, 'since'];
  const isEarlier =
    since.year < document.year ||
    (since.year === document.year && since.revision !== undefined && since.revision < document.revision);
  if (!Number.isInteger(since.year) || !isEarlier)
    faults.add(
      'SINCE_INVALID',
      [...at, 'year'],
      `"${code}" compares itself with ${since.year}${since.revision === undefined ? '' : ` revision ${since.revision}`}.`,
      `a year before ${document.year}, or an earlier revision of ${document.year}`,
    );
  if (since.verdict !== 'RECODED') {
    if (since.recode !== undefined)
      faults.add(
        'RECODE_INVALID',
        [...at, 'recode'],
        `"${code}" has a recode under the verdict ${since.verdict}.`,
        'verdict RECODED',
      );
    return;
  }
  if (!LEVEL_TYPES.has(type)) {
    faults.add(
      'RECODE_INVALID',
      [...at, 'verdict'],
      `${type} question "${code}" has no levels to recode.`,
      'another verdict',
    );
    return;
  }
  const recode = Object.entries(since.recode ?? {});
  if (recode.length === 0)
    faults.add(
      'RECODE_INVALID',
      [...at, 'recode'],
      `"${code}" is RECODED and maps no level.`,
      'a map of earlier to present level codes',
    );
  for (const [from, to] of recode)
    if (scale !== undefined && !scale.levels.some((level) => level.code === to))
      faults.add(
        'RECODE_UNKNOWN_LEVEL',
        [...at, 'recode', from],
        `Scale "${scale.code}" has no level "${to}".`,
        levelList(scale),
      );
}

function checkReport(
  faults: FaultList,
  document: QuestionSetDocument,
  { code, type, reportsChangeOf }: QuestionDefinition,
  scale: Scale | undefined,
  path: DocumentPath,
): void {
  if (reportsChangeOf === undefined) return;
  const at = [...path, 'reportsChangeOf'];
  if (!(reportsChangeOf.since < document.year))
    faults.add(
      'REPORTS_INVALID',
      [...at, 'since'],
      `"${code}" reports a change since ${reportsChangeOf.since}.`,
      `a year before ${document.year}`,
    );
  if (type !== 'SCALE' && type !== 'CHOICE')
    faults.add(
      'REPORTS_INVALID',
      at,
      `${type} question "${code}" cannot report a change.`,
      'a SCALE whose levels carry a direction',
    );
  else if (scale !== undefined && !scale.levels.some(({ direction }) => direction !== undefined))
    faults.add(
      'REPORTS_INVALID',
      at,
      `"${code}" reports a change, and no level of scale "${scale.code}" carries a direction.`,
      'direction INCREASED, UNCHANGED or DECREASED on its levels',
    );
}

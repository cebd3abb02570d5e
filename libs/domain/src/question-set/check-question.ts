import { parseDecimal } from '../answer/number-text.js';
import { BOOLEAN_SCALE, type Scale } from '../scale/scale.js';
import { checkCode, checkOptionalText, checkText } from './check-texts.js';
import { levelList } from './check-scales.js';
import { namedList } from '../text/sentence-template.js';
import { nameOfSet, type DocumentPath, type FaultList } from './question-set-fault.js';
import type { GridAxisItem, QuestionDefinition, QuestionSetDocument } from './question-set.js';

const LEVEL_TYPES: ReadonlySet<string> = new Set(['SCALE', 'CHOICE', 'MULTI_CHOICE', 'GRID']);
const MAX_DECIMALS = 9;

const named = ({ type, code }: QuestionDefinition) => ({ type, question: code });

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
    if (LEVEL_TYPES.has(question.type)) faults.add('SCALE_MISSING', at, named(question));
    return question.type === 'BOOLEAN' ? BOOLEAN_SCALE : undefined;
  }
  const scale = scales.get(question.scale);
  if (scale === undefined) {
    if (scales.size === 0) faults.add('SCALE_UNKNOWN_OF_NONE', at, { scale: question.scale });
    else faults.add('SCALE_UNKNOWN', at, { scale: question.scale, scales: namedList([...scales.keys()]) });
    return undefined;
  }
  if (LEVEL_TYPES.has(question.type)) {
    if (scale.levels.length === 0 && scale.missing.length > 0)
      faults.add('SCALE_WITHOUT_LEVELS', at, { scale: scale.code });
    return scale;
  }
  if (scale.levels.length > 0) faults.add('LEVELS_NOT_ALLOWED', at, named(question));
  for (const { code } of scale.missing) {
    const clashes =
      question.type === 'NUMBER'
        ? parseDecimal(code) !== null
        : question.type === 'BOOLEAN' && (code === 'true' || code === 'false');
    if (clashes) faults.add('MISSING_CODE_AS_ANSWER', at, { missing: code, ...named(question) });
  }
  return question.type === 'BOOLEAN' ? BOOLEAN_SCALE : scale;
}

function checkRange(faults: FaultList, question: QuestionDefinition, path: DocumentPath): void {
  const { min, max, decimals, tolerance } = question;
  if (question.type !== 'NUMBER') {
    for (const field of ['min', 'max', 'decimals', 'tolerance', 'unit'] as const)
      if (question[field] !== undefined)
        faults.add('FIELD_OF_NUMBERS', [...path, field], { field, ...named(question) });
    return;
  }
  for (const [field, value] of [
    ['min', min],
    ['max', max],
  ] as const)
    if (value !== undefined && (!Number.isFinite(value) || Math.abs(value) >= 1e15))
      faults.add('BOUND_RANGE', [...path, field], { field, value });
  if (min !== undefined && max !== undefined && min > max)
    faults.add('BOUNDS_REVERSED', [...path, 'min'], { min, max });
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_DECIMALS))
    faults.add('DECIMALS_RANGE', [...path, 'decimals'], { value: decimals, most: MAX_DECIMALS });
  if (tolerance === undefined) return;
  const [field, value] = 'absolute' in tolerance ? ['absolute', tolerance.absolute] : ['percent', tolerance.percent];
  if (!(Number.isFinite(value) && value >= 0)) faults.add('TOLERANCE_RANGE', [...path, 'tolerance', field], { value });
}

function checkAxis(
  faults: FaultList,
  question: QuestionDefinition,
  axis: 'rows' | 'columns',
  path: DocumentPath,
): void {
  const items: readonly GridAxisItem[] = question[axis] ?? [];
  if (question.type !== 'GRID') {
    if (items.length > 0) faults.add('FIELD_OF_GRIDS', [...path, axis], { field: axis, ...named(question) });
    return;
  }
  if (items.length === 0) faults.add('GRID_AXIS_EMPTY', [...path, axis], { question: question.code, axis });
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
    faults.add('SINCE_NOT_EARLIER', [...at, 'year'], { question: code, set: nameOfSet(since), year: document.year });
  if (since.verdict !== 'RECODED') {
    if (since.recode !== undefined)
      faults.add('RECODE_UNDER_VERDICT', [...at, 'recode'], { question: code, verdict: since.verdict });
    return;
  }
  if (!LEVEL_TYPES.has(type)) {
    faults.add('RECODE_WITHOUT_LEVELS', [...at, 'verdict'], { type, question: code });
    return;
  }
  const recode = Object.entries(since.recode ?? {});
  if (recode.length === 0) faults.add('RECODE_EMPTY', [...at, 'recode'], { question: code });
  for (const [from, to] of recode)
    if (scale !== undefined && !scale.levels.some((level) => level.code === to))
      faults.add('RECODE_LEVEL', [...at, 'recode', from], { scale: scale.code, level: to, levels: levelList(scale) });
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
    faults.add('REPORT_NOT_EARLIER', [...at, 'since'], {
      question: code,
      since: reportsChangeOf.since,
      year: document.year,
    });
  if (type !== 'SCALE' && type !== 'CHOICE') faults.add('REPORT_OF_TYPE', at, { type, question: code });
  else if (scale !== undefined && !scale.levels.some(({ direction }) => direction !== undefined))
    faults.add('REPORT_WITHOUT_DIRECTION', at, { question: code, scale: scale.code });
}

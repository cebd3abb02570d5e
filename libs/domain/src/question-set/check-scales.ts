import { MAX_LEVELS, MAX_MISSING_CODES } from '../response/answer-state.js';
import type { Scale } from '../scale/scale.js';
import { checkAnswerCode, checkCode, checkText } from './check-texts.js';
import { namedList } from '../text/sentence-template.js';
import type { DocumentPath, FaultList } from './question-set-fault.js';

/** Checks every scale of a document on its own; whether a question may use it is checked with the question. */
export function checkScales(faults: FaultList, scales: readonly Scale[]): void {
  const known = new Set<string>();
  scales.forEach((scale, index) => {
    const path: DocumentPath = ['scales', index];
    checkCode(faults, scale.code, [...path, 'code']);
    if (known.has(scale.code)) faults.add('SCALE_TWICE', [...path, 'code'], { scale: scale.code });
    known.add(scale.code);
    checkLevels(faults, scale, path);
    checkMissingCodes(faults, scale, path);
    checkBoxes(faults, scale, path);
  });
}

function checkLevels(faults: FaultList, scale: Scale, path: DocumentPath): void {
  if (scale.levels.length === 0 && scale.missing.length === 0)
    faults.add('SCALE_EMPTY', [...path, 'levels'], { scale: scale.code });
  if (scale.levels.length > MAX_LEVELS)
    faults.add('LEVEL_COUNT', [...path, 'levels'], {
      scale: scale.code,
      count: scale.levels.length,
      most: MAX_LEVELS,
    });
  const known = new Set<string>();
  scale.levels.forEach((level, index) => {
    const at = [...path, 'levels', index];
    checkAnswerCode(faults, level.code, [...at, 'code']);
    checkText(faults, level.label, [...at, 'label']);
    if (known.has(level.code)) faults.add('LEVEL_TWICE', [...at, 'code'], { level: level.code, scale: scale.code });
    known.add(level.code);
  });
}

function checkMissingCodes(faults: FaultList, scale: Scale, path: DocumentPath): void {
  if (scale.missing.length > MAX_MISSING_CODES)
    faults.add('MISSING_CODE_COUNT', [...path, 'missing'], {
      scale: scale.code,
      count: scale.missing.length,
      most: MAX_MISSING_CODES,
    });
  const levels = new Set(scale.levels.map(({ code }) => code));
  const known = new Set<string>();
  scale.missing.forEach((missing, index) => {
    const at = [...path, 'missing', index];
    checkAnswerCode(faults, missing.code, [...at, 'code']);
    checkText(faults, missing.label, [...at, 'label']);
    if (levels.has(missing.code) || known.has(missing.code))
      faults.add('MISSING_CODE_TWICE', [...at, 'code'], { missing: missing.code, scale: scale.code });
    known.add(missing.code);
  });
}

function checkBoxes(faults: FaultList, scale: Scale, path: DocumentPath): void {
  const levels = new Set(scale.levels.map(({ code }) => code));
  for (const [name, codes] of Object.entries(scale.boxes)) {
    const at = [...path, 'boxes', name];
    checkCode(faults, name, at);
    if (codes.length === 0) faults.add('BOX_EMPTY', at, { box: name });
    if (new Set(codes).size < codes.length) faults.add('BOX_LEVEL_TWICE', at, { box: name });
    codes.forEach((code, index) => {
      if (!levels.has(code))
        faults.add('BOX_LEVEL', [...at, index], {
          box: name,
          scale: scale.code,
          level: code,
          levels: levelList(scale),
        });
    });
  }
}

/** The level codes of a scale as a parameter of a fault. */
export const levelList = (scale: Scale): string => namedList(scale.levels.map(({ code }) => code));

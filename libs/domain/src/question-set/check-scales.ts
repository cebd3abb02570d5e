import { MAX_LEVELS, MAX_MISSING_CODES } from '../response/answer-state.js';
import type { Scale } from '../scale/scale.js';
import { checkAnswerCode, checkCode, checkText } from './check-texts.js';
import type { DocumentPath, FaultList } from './question-set-fault.js';

/** Checks every scale of a document on its own; whether a question may use it is checked with the question. */
export function checkScales(faults: FaultList, scales: readonly Scale[]): void {
  const known = new Set<string>();
  scales.forEach((scale, index) => {
    const path: DocumentPath = ['scales', index];
    checkCode(faults, scale.code, [...path, 'code']);
    if (known.has(scale.code))
      faults.add('DUPLICATE_SCALE', [...path, 'code'], `Scale "${scale.code}" is defined twice.`);
    known.add(scale.code);
    checkLevels(faults, scale, path);
    checkMissingCodes(faults, scale, path);
    checkBoxes(faults, scale, path);
  });
}

function checkLevels(faults: FaultList, scale: Scale, path: DocumentPath): void {
  if (scale.levels.length === 0 && scale.missing.length === 0)
    faults.add('EMPTY_SCALE', [...path, 'levels'], `Scale "${scale.code}" has neither levels nor missing codes.`);
  if (scale.levels.length > MAX_LEVELS)
    faults.add(
      'LIMIT_EXCEEDED',
      [...path, 'levels'],
      `Scale "${scale.code}" has ${scale.levels.length} levels.`,
      `at most ${MAX_LEVELS}`,
    );
  const known = new Set<string>();
  scale.levels.forEach((level, index) => {
    const at = [...path, 'levels', index];
    checkAnswerCode(faults, level.code, [...at, 'code']);
    checkText(faults, level.label, [...at, 'label']);
    if (known.has(level.code))
      faults.add('DUPLICATE_LEVEL', [...at, 'code'], `Level "${level.code}" stands twice in scale "${scale.code}".`);
    known.add(level.code);
  });
}

function checkMissingCodes(faults: FaultList, scale: Scale, path: DocumentPath): void {
  if (scale.missing.length > MAX_MISSING_CODES)
    faults.add(
      'LIMIT_EXCEEDED',
      [...path, 'missing'],
      `Scale "${scale.code}" has ${scale.missing.length} missing codes.`,
      `at most ${MAX_MISSING_CODES}`,
    );
  const levels = new Set(scale.levels.map(({ code }) => code));
  const known = new Set<string>();
  scale.missing.forEach((missing, index) => {
    const at = [...path, 'missing', index];
    checkAnswerCode(faults, missing.code, [...at, 'code']);
    checkText(faults, missing.label, [...at, 'label']);
    if (levels.has(missing.code) || known.has(missing.code))
      faults.add(
        'MISSING_CODE_CLASHES',
        [...at, 'code'],
        `Missing code "${missing.code}" stands already in scale "${scale.code}".`,
        'a code that no level and no other missing code has',
      );
    known.add(missing.code);
  });
}

function checkBoxes(faults: FaultList, scale: Scale, path: DocumentPath): void {
  const levels = new Set(scale.levels.map(({ code }) => code));
  for (const [name, codes] of Object.entries(scale.boxes)) {
    const at = [...path, 'boxes', name];
    checkCode(faults, name, at);
    if (codes.length === 0) faults.add('BOX_UNKNOWN_LEVEL', at, `Box "${name}" names no level.`, 'at least one level');
    if (new Set(codes).size < codes.length) faults.add('DUPLICATE_LEVEL', at, `Box "${name}" names a level twice.`);
    codes.forEach((code, index) => {
      if (!levels.has(code))
        faults.add(
          'BOX_UNKNOWN_LEVEL',
          [...at, index],
          `Box "${name}": scale "${scale.code}" has no level "${code}".`,
          levelList(scale),
        );
    });
  }
}

/** The level codes of a scale for a message, shortened. */
export function levelList(scale: Scale): string {
  const codes = scale.levels.map(({ code }) => code);
  return codes.length > 12
    ? `one of ${codes.slice(0, 12).join(', ')} and ${codes.length - 12} more`
    : `one of ${codes.join(', ')}`;
}

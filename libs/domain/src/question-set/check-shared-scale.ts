import { checkScales } from './check-scales.js';
import { FaultList, type QuestionSetFault } from './question-set-fault.js';
import type { Scale } from '../scale/scale.js';

/**
 * Checks a new revision of a scale of the library against those before it. Labels, order and archiving are free; a code
 * means what it meant, for ever: a level or missing code that ever was stays, of its kind and direction, and whether
 * levels ascend does not change.
 * @param earlier all revisions of the scale so far, in any order; none for a new scale
 * @returns every fault, with its path in the scale. Total: never throws.
 */
export function checkSharedScale(scale: Scale, earlier: readonly Scale[]): readonly QuestionSetFault[] {
  const list = new FaultList();
  checkScales(list, [scale]);
  const faults: QuestionSetFault[] = list.faults.map((fault) => ({ ...fault, path: fault.path.slice(2) }));
  const history = new FaultList();
  for (const before of earlier) checkAgainst(history, scale, before);
  const seen = new Set<string>();
  for (const fault of history.faults) {
    const key = JSON.stringify([fault.code, fault.path, fault.message]);
    if (!seen.has(key)) faults.push(fault);
    seen.add(key);
  }
  return faults;
}

function checkAgainst(list: FaultList, scale: Scale, before: Scale): void {
  if (before.ordered !== scale.ordered)
    list.add(before.ordered ? 'SCALE_WAS_ORDERED' : 'SCALE_WAS_NOMINAL', ['ordered'], { scale: scale.code });
  for (const level of before.levels) {
    const index = scale.levels.findIndex(({ code }) => code === level.code);
    if (index < 0) list.add('LEVEL_GONE', ['levels'], { level: level.code });
    else if (scale.levels[index]?.direction !== level.direction) {
      const at = ['levels', index, 'direction'];
      if (level.direction === undefined) list.add('LEVEL_HAD_NO_DIRECTION', at, { level: level.code });
      else list.add('LEVEL_HAD_DIRECTION', at, { level: level.code, direction: level.direction });
    }
  }
  for (const missing of before.missing) {
    const index = scale.missing.findIndex(({ code }) => code === missing.code);
    if (index < 0) list.add('MISSING_CODE_GONE', ['missing'], { missing: missing.code });
    else if (scale.missing[index]?.kind !== missing.kind)
      list.add('MISSING_CODE_KIND', ['missing', index, 'kind'], { missing: missing.code, kind: missing.kind });
  }
}

import type { LocalizedText } from '@reflexbogen/domain';
import type { FormRow } from './form-table.js';
import { OWN_PREFIX } from './form-table.js';
import { asInCells, jsonCell, localizedText, sameTexts, type Shape } from './own-cells.js';
import type { XlsformFindings } from './xlsform-fault.js';

/** A value of a column of our own that is JSON; one of another shape is a fault. */
export function ownJson<T>(row: FormRow, name: string, shape: Shape<T>, findings: XlsformFindings): T | undefined {
  const cell = row.own(name);
  if (cell === undefined) return undefined;
  const value = jsonCell(cell, shape);
  if (value === undefined)
    findings.fault(
      row.place(OWN_PREFIX + name.toLowerCase()),
      `The column ${OWN_PREFIX}${name} holds ${cell.slice(0, 60)}.`,
      'what an export of a question set has written',
    );
  return value;
}

/** As ownJson, for a bare word or number. */
export function ownWord<T>(row: FormRow, name: string, shape: Shape<T>, findings: XlsformFindings): T | undefined {
  const cell = row.own(name);
  if (cell === undefined) return undefined;
  const value = shape(cell);
  if (value === undefined)
    findings.fault(
      row.place(OWN_PREFIX + name.toLowerCase()),
      `The column ${OWN_PREFIX}${name} holds "${cell.slice(0, 60)}".`,
      'what an export of a question set has written',
    );
  return value;
}

/**
 * A wording: as its cells say, or, where a column of our own has it with the blanks that cells lose and both still agree, as
 * that has it. References to answers (`${name}`) stay as text, and are listed.
 */
export function exactTexts(
  row: FormRow,
  base: string,
  language: string,
  findings: XlsformFindings,
): LocalizedText | undefined {
  const cells = row.texts(base, language);
  const exact = ownJson(row, base, localizedText, findings);
  const isPiped = Object.values(cells ?? {}).some((text) => /\$\{[^{}]+\}/.test(text));
  if (isPiped && exact === undefined)
    findings.leaveOut(
      row.place(base),
      Object.values(cells ?? {}).find((text) => text.includes('${')) ?? base,
      'answers are not put into wordings; the reference stays as text',
    );
  if (exact === undefined) return cells;
  if (sameTexts(asInCells(exact), cells ?? {})) return exact;
  findings.leaveOut(row.place(OWN_PREFIX + base), base, 'the wording has been changed since the form was written');
  return cells;
}

import type { Level, LocalizedText, MissingCode, Scale } from '@reflexbogen/domain';
import { exactTexts, ownJson, ownWord } from './form-texts.js';
import type { FormRow, FormTable } from './form-table.js';
import { directionShape, missingShape, sameTexts, scaleShape } from './own-cells.js';
import type { Place, XlsformFindings } from './xlsform-fault.js';

/** A list of the choices sheet. */
export interface ChoiceList {
  readonly code: string;
  readonly place: Place;
  levels: Level[];
  readonly missing: MissingCode[];
  readonly places: Place[];
  own: Pick<Scale, 'ordered' | 'polarity' | 'boxes'> | undefined;
  /** Stands for the answers of yes/no questions and is no scale of the set. */
  isBoolean: boolean;
}

export type ChoiceLists = Map<string, ChoiceList>;

/** Reads the choices sheet; the lists keep the order in which they begin. */
export function readChoices(
  table: FormTable | undefined,
  language: string,
  allowDuplicates: boolean,
  findings: XlsformFindings,
): ChoiceLists {
  const lists: ChoiceLists = new Map();
  if (table === undefined) return lists;
  for (const base of ['list_name', 'name'])
    if (!table.has(base) && table.rows.length > 0)
      findings.fault(table.top, `The sheet has no column "${base}".`, 'the columns list_name, name and label');
  for (const row of table.rows) {
    const code = row.text('list_name');
    const name = row.text('name');
    if (code === undefined && name === undefined) continue;
    if (code === undefined || name === undefined) {
      findings.fault(row.place(), `The choice has no ${code === undefined ? 'list_name' : 'name'}.`, 'both');
      row.dismiss();
      continue;
    }
    const list = lists.get(code) ?? {
      code,
      place: row.place('list_name'),
      levels: [],
      missing: [],
      places: [],
      own: undefined,
      isBoolean: false,
    };
    lists.set(code, list);
    list.own ??= ownJson(row, 'scale', scaleShape, findings);
    if (row.own('builtin') === 'BOOLEAN') list.isBoolean = true;
    addChoice(list, row, name, language, allowDuplicates, findings);
  }
  return lists;
}

function addChoice(
  list: ChoiceList,
  row: FormRow,
  code: string,
  language: string,
  allowDuplicates: boolean,
  findings: XlsformFindings,
): void {
  const label = exactTexts(row, 'label', language, findings) ?? withoutLabel(row, code, language, findings);
  const twin = [...list.levels, ...list.missing].find((one) => one.code === code);
  if (twin !== undefined) {
    if (allowDuplicates && sameTexts(twin.label, label))
      row.leaveOut(`choice ${code}`, 'the list has this choice already; choices are not filtered');
    else findings.fault(row.place('name'), `List "${list.code}" has the choice "${code}" twice.`, 'a name of its own');
    return;
  }
  const kind = ownWord(row, 'missing', missingShape, findings);
  if (kind !== undefined) {
    list.missing.push({ code, kind, label });
    return;
  }
  const direction = ownWord(row, 'direction', directionShape, findings);
  const archived = row.own('archived');
  list.levels.push({
    code,
    label,
    ...(direction === undefined ? {} : { direction }),
    ...(archived === undefined ? {} : { archived: archived === 'true' }),
  });
  list.places.push(row.place('name'));
}

function withoutLabel(row: FormRow, code: string, language: string, findings: XlsformFindings): LocalizedText {
  findings.leaveOut(row.place('label'), `choice ${code}`, 'it has no label; its name stands for it');
  return { [language]: code };
}

/** The lists as scales, but for those of yes/no questions. */
export function scalesOf(lists: ChoiceLists, ordered: ReadonlySet<string>): readonly Scale[] {
  return [...lists.values()]
    .filter(({ isBoolean }) => !isBoolean)
    .map((list) => ({
      code: list.code,
      ordered: list.own?.ordered ?? ordered.has(list.code),
      levels: list.levels,
      boxes: list.own?.boxes ?? {},
      polarity: list.own?.polarity ?? 'NEUTRAL',
      missing: list.missing,
    }));
}

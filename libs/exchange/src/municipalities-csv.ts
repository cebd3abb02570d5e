import { checkSuccession, FORBIDDEN_CHARACTERS, type MembershipCause } from '@reflexbogen/domain';
import { readCsv, type CsvPlace } from './csv-reader.js';
import type { FaultCollector } from './package-fault.js';
import type { PackageSource } from './package-source.js';
import type { PackageMunicipality, StudyDefinition } from './study-package.js';

const FILE = 'municipalities.csv';
const CAUSES: readonly MembershipCause[] = ['JOINED', 'LEFT', 'MERGED', 'SPLIT'];
/** Columns of the format itself: no attribute may have such a code. */
export const OWN_COLUMNS = [
  'code',
  'name',
  'officialKey',
  'memberFrom',
  'memberTo',
  'joinedBecause',
  'leftBecause',
  'carriesOn',
];
const MAX_CODE = 100;
const MAX_NAME = 500;

interface AttributeColumn {
  readonly index: number;
  readonly attribute: string;
  readonly round: string | null;
  readonly allowed: ReadonlySet<string> | null;
}

export interface Panel {
  readonly municipalities: readonly PackageMunicipality[];
  /** No line was left out for its form, so that a code which is not here is not in the panel. */
  readonly isComplete: boolean;
}

/** Reads the panel. Columns beyond code, name, officialKey and membership are attributes, `attribute@round` for one round alone. */
export async function readMunicipalities(
  source: PackageSource,
  study: StudyDefinition,
  faults: FaultCollector,
): Promise<Panel> {
  if (!source.has(FILE)) {
    faults.add({
      code: 'MISSING_FILE',
      file: FILE,
      line: null,
      column: null,
      message: `The package has no ${FILE}.`,
      expected: FILE,
    });
    return { municipalities: [], isComplete: false };
  }
  const municipalities: PackageMunicipality[] = [];
  const seen = new Map<string, number>();
  const successions = new Map<number, CsvPlace>();
  const before = faults.count;
  let faultsOfContent = 0;
  let columns: ReadonlyMap<string, number> = new Map();
  let attributes: readonly AttributeColumn[] = [];
  await readCsv(FILE, await source.open(FILE), faults, {
    header: (fields, placeOf) => {
      columns = new Map(fields.map((name, index) => [name, index]));
      attributes = attributeColumns(fields, placeOf, study, faults);
      for (const name of ['code', 'name'])
        if (!columns.has(name))
          faults.add({
            code: 'MISSING_COLUMN',
            file: FILE,
            line: 1,
            column: 1,
            message: `There is no column ${name}.`,
            expected: 'code,name,officialKey and a column per attribute',
          });
      return faults.count === before;
    },
    record: (fields, line, placeOf) => {
      const cell = (name: string): string => fields[columns.get(name) ?? -1] ?? '';
      const fault = (index: number, code: string, message: string, expected: string): void => {
        faultsOfContent += 1;
        faults.add({ code, file: FILE, ...placeOf(index), message, expected });
      };
      const columnIndex = (name: string): number => columns.get(name) ?? 0;
      const code = cell('code');
      if (code === '' || code.length > MAX_CODE || code.trim() !== code)
        fault(
          columnIndex('code'),
          'INVALID_CODE',
          `The code is "${code}".`,
          `1 to ${MAX_CODE} characters without blanks around`,
        );
      const first = seen.get(code);
      if (first !== undefined)
        fault(
          columnIndex('code'),
          'DUPLICATE_MUNICIPALITY',
          `${code} stands in line ${first} already.`,
          'each municipality once',
        );
      seen.set(code, first ?? line);
      const name = cell('name');
      if (name === '' || name.length > MAX_NAME)
        fault(columnIndex('name'), 'INVALID_NAME', 'The name is empty or too long.', `1 to ${MAX_NAME} characters`);
      const controlled = fields.findIndex((field) => FORBIDDEN_CHARACTERS.test(field));
      if (controlled >= 0)
        fault(
          controlled,
          'FORBIDDEN_CHARACTER',
          'The field contains a control character or one that turns the direction of writing.',
          'printable characters',
        );
      const year = (column: string): number | null => {
        const text = cell(column);
        if (text === '') return null;
        if (/^\d{4}$/.test(text)) return Number(text);
        fault(columnIndex(column), 'INVALID_YEAR', `${column} is "${text}".`, 'a year of four digits, or nothing');
        return null;
      };
      const cause = (column: string): MembershipCause | null => {
        const text = cell(column);
        const found = CAUSES.find((candidate) => candidate === text) ?? null;
        if (text !== '' && found === null)
          fault(
            columnIndex(column),
            'UNKNOWN_VALUE',
            `${column} is "${text}".`,
            `one of ${CAUSES.join(', ')}, or nothing`,
          );
        return found;
      };
      const memberFrom = year('memberFrom');
      const memberTo = year('memberTo');
      if (memberFrom !== null && memberTo !== null && memberTo < memberFrom)
        fault(
          columnIndex('memberTo'),
          'INVALID_YEAR',
          `The membership ends in ${memberTo}, before it starts in ${memberFrom}.`,
          'memberTo not before memberFrom',
        );
      const everywhere: Record<string, string> = {};
      const byRound: Record<string, Record<string, string>> = {};
      for (const { index, attribute, round, allowed } of attributes) {
        const value = fields[index] ?? '';
        if (value === '') continue;
        if (value.length > MAX_NAME)
          fault(index, 'INVALID_VALUE', `The value has ${value.length} characters.`, `at most ${MAX_NAME} characters`);
        if (allowed !== null && !allowed.has(value))
          fault(
            index,
            'UNKNOWN_ATTRIBUTE_VALUE',
            `${attribute} has no value "${value}".`,
            `one of ${[...allowed].slice(0, 12).join(', ')}, or nothing`,
          );
        if (round === null) everywhere[attribute] = value;
        else (byRound[round] ??= {})[attribute] = value;
      }
      const carriesOn = cell('carriesOn') === '' ? null : cell('carriesOn');
      if (carriesOn !== null) successions.set(municipalities.length, placeOf(columnIndex('carriesOn')));
      municipalities.push({
        code,
        name,
        officialKey: cell('officialKey') === '' ? null : cell('officialKey'),
        attributes: everywhere,
        attributesByRound: byRound,
        memberFrom,
        memberTo,
        joinedBecause: cause('joinedBecause'),
        leftBecause: cause('leftBecause'),
        carriesOn,
      });
    },
  });
  const isComplete = faults.count - before === faultsOfContent;
  // Who carries on whom is asked of a panel that is whole: a line left out would make its successors strangers.
  if (isComplete && successions.size > 0)
    for (const { code, message, expected, row } of checkSuccession(
      municipalities.map((municipality) => ({ ...municipality, id: municipality.code })),
    ))
      faults.add({ code, message, expected, file: FILE, ...(successions.get(row) ?? { line: null, column: null }) });
  return { municipalities, isComplete };
}

function attributeColumns(
  header: readonly string[],
  placeOf: (field: number) => CsvPlace,
  study: StudyDefinition,
  faults: FaultCollector,
): readonly AttributeColumn[] {
  const byCode = new Map(study.attributes.map((attribute) => [attribute.code, attribute]));
  const rounds = new Set(study.rounds.map(({ code }) => code));
  const columns: AttributeColumn[] = [];
  header.forEach((name, index) => {
    const fault = (code: string, message: string, expected: string) =>
      faults.add({ code, file: FILE, ...placeOf(index), message, expected });
    if (header.indexOf(name) < index)
      fault('DUPLICATE_COLUMN', `The column ${name} stands there twice.`, 'each column once');
    if (OWN_COLUMNS.includes(name)) return;
    const [code = '', ...parts] = name.split('@');
    const round = parts.length === 0 ? null : parts.join('@');
    const attribute = byCode.get(code);
    if (attribute === undefined) {
      fault(
        'UNKNOWN_COLUMN',
        `There is no attribute ${code}.`,
        `code, name, officialKey or one of ${[...byCode.keys()].join(', ') || 'the attributes of study.yaml'}`,
      );
      return;
    }
    if (round !== null && !rounds.has(round))
      fault('UNKNOWN_ROUND', `There is no round ${round}.`, `one of ${[...rounds].join(', ')}`);
    columns.push({
      index,
      attribute: code,
      round,
      allowed: attribute.values === undefined ? null : new Set(attribute.values.map((value) => value.code)),
    });
  });
  return columns;
}

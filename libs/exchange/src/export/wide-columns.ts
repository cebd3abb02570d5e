import {
  MISSING_KINDS,
  textIn,
  type Dataset,
  type DatasetAttribute,
  type DatasetRow,
  type MissingKind,
  type Texts,
  type Variable,
} from './dataset.js';
import { RESERVED_WORDS } from './reserved-words.js';

/** A column that says whose row it is. */
export interface IdentificationColumn {
  readonly name: string;
  /** In the locale of the data set. */
  readonly label: string;
  readonly type: 'TEXT' | 'NUMBER' | 'DATETIME';
  /** TEXT: the longest value in UTF-8 bytes; 0 for others. */
  readonly maxBytes: number;
}

/** The columns of a wide file in their order: identification, attributes, variables. */
export interface WideColumns {
  readonly identification: readonly IdentificationColumn[];
  readonly attributes: readonly { readonly name: string; readonly attribute: DatasetAttribute }[];
  readonly variables: readonly { readonly name: string; readonly variable: Variable }[];
}

/** Longest name that SPSS, Stata and older R take alike. */
export const MAX_NAME = 32;

const IDENTIFICATION = [
  ['municipality', 'Kommune', 'Municipality', 'TEXT'],
  ['municipality_name', 'Name der Kommune', 'Name of the municipality', 'TEXT'],
  ['official_key', 'Amtlicher Schlüssel', 'Official key', 'TEXT'],
  ['round', 'Erhebungsrunde', 'Round', 'TEXT'],
  ['year', 'Jahr', 'Year', 'NUMBER'],
  ['submitted_at', 'Abgegeben am (UTC)', 'Submitted at (UTC)', 'DATETIME'],
] as const;

/** Names that belong to the columns that say whose row it is. */
export const IDENTIFICATION_NAMES: readonly string[] = ['study', ...IDENTIFICATION.map(([name]) => name)];

/**
 * Names of all columns of a wide file: unique whatever their case, `[a-z][a-z0-9_]*`, at most 32 characters, none a
 * reserved word of SPSS, Stata, R or SQL. A variable keeps its own name unless it is reserved or that of an
 * identification column; it then ends in `_2`, `_3`, …. Equal data sets give equal names.
 */
export function columnNames(dataset: Dataset): WideColumns {
  const { maxBytes } = dataset;
  const bytes: Readonly<Record<string, number>> = {
    municipality: maxBytes.code,
    municipality_name: maxBytes.name,
    official_key: maxBytes.officialKey,
    round: maxBytes.round,
  };
  const identification = IDENTIFICATION.map(([name, german, english, type]) => ({
    name,
    label: dataset.locale === 'de' ? german : english,
    type,
    maxBytes: bytes[name] ?? 0,
  }));
  // Names that can stay are taken first: a renamed `year` must not push `year_2` aside.
  const fixed = new Set<string>(IDENTIFICATION_NAMES);
  const taken = new Set([...fixed, ...dataset.variables.map(({ name }) => name.toLowerCase())]);
  const variables = dataset.variables.map((variable) => {
    const plain = plainName(variable.name);
    const stays = plain === variable.name && !fixed.has(plain) && !isReserved(plain);
    return { name: stays ? plain : freeName(plain, taken), variable };
  });
  const attributes = dataset.attributes.map((attribute) => ({
    name: freeName(plainName(`attribute_${attribute.code}`), taken),
    attribute,
  }));
  return { identification, attributes, variables };
}

/** Values of the identification columns in their order; `submitted_at` as an instant. */
export function identificationOf(row: DatasetRow): readonly (string | number | Date)[] {
  const { municipality, round } = row;
  return [municipality.code, municipality.name, municipality.officialKey, round.code, round.year, row.submittedAt];
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Lower case ASCII that starts with a letter; not cut. */
function plainName(code: string): string {
  const ascii = code
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9_]+/g, '_');
  return /^[a-z]/.test(ascii) ? ascii : `v_${ascii}`;
}

const isReserved = (name: string): boolean => RESERVED_WORDS.has(name) || /^str[0-9]+$/.test(name);

/** The name or the first of `_2`, `_3`, … that is free; takes it. */
function freeName(name: string, taken: Set<string>): string {
  let free = name.slice(0, MAX_NAME);
  for (let count = 2; taken.has(free) || isReserved(free); count += 1) {
    const suffix = `_${count}`;
    free = name.slice(0, MAX_NAME - suffix.length) + suffix;
  }
  taken.add(free);
  return free;
}

/**
 * The number that stands for a missing value in files without missing values of their own, in the order of
 * MISSING_KINDS: -9991 to -9996, for NUMBER -9999999991 to -9999999996, where no answer is to be expected. Null for TEXT,
 * where a missing value is the empty text.
 */
export function missingCodeOf(variable: Pick<Variable, 'type'>, kind: MissingKind): number | null {
  if (variable.type === 'TEXT') return null;
  const first = variable.type === 'NUMBER' ? -9_999_999_991 : -9991;
  return first - MISSING_KINDS.indexOf(kind);
}

const MISSING_LABELS: Readonly<Record<MissingKind, Texts>> = {
  NOT_ASKED: { de: 'nicht gefragt', en: 'not asked' },
  SKIPPED: { de: 'übersprungen', en: 'skipped' },
  NO_ANSWER: { de: 'keine Antwort', en: 'no answer' },
  DONT_KNOW: { de: 'weiß nicht', en: "don't know" },
  REFUSED: { de: 'verweigert', en: 'refused' },
  NOT_APPLICABLE: { de: 'trifft nicht zu', en: 'not applicable' },
};

/** What a missing value means: the labels of the scale's own codes of this kind, joined by ` / `, else the kind's. */
export function missingLabelOf(variable: Pick<Variable, 'missing'>, kind: MissingKind, locale: string): string {
  const own = variable.missing.filter((missing) => missing.kind === kind).map(({ label }) => textIn(label, locale));
  const told = [...new Set(own)].filter((label) => label !== '');
  const general = MISSING_LABELS[kind];
  return told.length > 0 ? told.join(' / ') : (general[locale] ?? general.en ?? kind);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage, readPackage, UnreadablePackageError, type PackageFault } from '@reflexbogen/exchange';
import { BROKEN_PACKAGES } from './fixtures/broken-packages.js';

/** Code, file, line and column of the first fault, and how many there are, per broken package. */
const FAULTS: Readonly<Record<string, readonly [string, string, number | null, number | null, number]>> = {
  'bad YAML': ['BAD_YAML', 'study.yaml', 3, 1, 2],
  'a tab in YAML': ['BAD_YAML', 'study.yaml', 3, 1, 1],
  'an alias bomb': ['BAD_YAML', 'study.yaml', 1, 1, 1],
  'an empty study.yaml': ['EMPTY_FILE', 'study.yaml', 1, 1, 1],
  'no study.yaml': ['MISSING_FILE', 'study.yaml', null, null, 1],
  'no municipalities.csv': ['MISSING_FILE', 'municipalities.csv', null, null, 1],
  'another format': ['UNKNOWN_FORMAT', 'study.yaml', 1, 9, 1],
  'an unknown field': ['UNKNOWN_FIELD', 'study.yaml', 3, 3, 2],
  'a slug with blanks': ['INVALID_TEXT', 'study.yaml', 3, 9, 1],
  'a duplicate round': ['DUPLICATE_ROUND', 'study.yaml', 30, 13, 1],
  'a round without set': ['UNKNOWN_QUESTION_SET', 'study.yaml', 30, 46, 1],
  'a window that ends before it starts': ['INVALID_WINDOW', 'study.yaml', 30, 93, 1],
  'a date that does not exist': ['INVALID_DATE', 'study.yaml', 30, 93, 1],
  'a duplicate level': ['DUPLICATE_LEVEL', 'study.yaml', 9, 60, 2],
  'a box of an unknown level': ['BOX_UNKNOWN_LEVEL', 'study.yaml', 10, 21, 1],
  'an unknown scale': ['UNKNOWN_SCALE', 'study.yaml', 18, 45, 1],
  'an unknown question type': ['UNKNOWN_VALUE', 'study.yaml', 19, 31, 2],
  'a question code twice': ['DUPLICATE_QUESTION', 'study.yaml', 19, 21, 1],
  'a rule with a syntax error': ['RULE_SYNTAX', 'study.yaml', 20, 51, 1],
  'a rule on an unknown question': ['RULE_UNKNOWN_QUESTION', 'study.yaml', 20, 51, 1],
  'a rule that compares with an unknown level': ['RULE_UNKNOWN_LEVEL', 'study.yaml', 20, 51, 1],
  'a recode to an unknown level': ['RECODE_UNKNOWN_LEVEL', 'study.yaml', 27, 110, 1],
  'an attribute that is a column already': ['RESERVED_CODE', 'study.yaml', 6, 13, 2],
  'lists without end in YAML': ['BAD_YAML', 'study.yaml', 1, 1, 1],
  'a control character in a name': ['FORBIDDEN_CHARACTER', 'municipalities.csv', 2, 3, 1],
  'a column given twice': ['DUPLICATE_COLUMN', 'answers.csv', 1, 35, 1],
  'an answer to a hidden question': ['HIDDEN_ANSWER', 'answers.csv', 2, null, 1],
  'faults in all three files': ['DUPLICATE_QUESTION', 'study.yaml', 19, 21, 3],
  'a duplicate municipality': ['DUPLICATE_MUNICIPALITY', 'municipalities.csv', 4, 1, 1],
  'an unknown attribute column': ['UNKNOWN_COLUMN', 'municipalities.csv', 1, 23, 1],
  'an unknown attribute value': ['UNKNOWN_ATTRIBUTE_VALUE', 'municipalities.csv', 2, 6, 1],
  'latin-1 instead of UTF-8': ['NOT_UTF8', 'municipalities.csv', 2, 4, 1],
  'UTF-16': ['NOT_UTF8', 'answers.csv', 1, 1, 1],
  'an empty answers.csv': ['EMPTY_FILE', 'answers.csv', null, null, 1],
  'a header that lacks a column': ['MISSING_COLUMN', 'answers.csv', 1, 1, 1],
  'a quote that is never closed': ['QUOTE_NOT_CLOSED', 'answers.csv', 2, 11, 1],
  'a stray quote': ['STRAY_QUOTE', 'answers.csv', 2, 12, 1],
  'a field too many': ['FIELD_COUNT', 'answers.csv', 2, 13, 1],
  'a field too few': ['FIELD_COUNT', 'answers.csv', 2, 10, 1],
  'a NUL character': ['NUL', 'answers.csv', 2, 11, 1],
  'an unknown municipality': ['UNKNOWN_MUNICIPALITY', 'answers.csv', 2, 1, 1],
  'an unknown round': ['UNKNOWN_ROUND', 'answers.csv', 2, 3, 1],
  'an unknown question': ['UNKNOWN_QUESTION', 'answers.csv', 2, 8, 1],
  "a question of another year's set": ['UNKNOWN_QUESTION', 'answers.csv', 2, 8, 1],
  'a grid answered as a whole': ['UNKNOWN_QUESTION', 'answers.csv', 2, 8, 1],
  'an unknown level': ['UNKNOWN_LEVEL', 'answers.csv', 2, 11, 1],
  'a number with a comma': ['NOT_A_NUMBER', 'answers.csv', 2, 11, 1],
  'a number out of range': ['OUT_OF_RANGE', 'answers.csv', 2, 11, 1],
  'yes for a boolean': ['UNKNOWN_LEVEL', 'answers.csv', 2, 11, 1],
  'an answer given twice': ['DUPLICATE_ANSWER', 'answers.csv', 4, 8, 1],
  'several faults at once': ['UNKNOWN_MUNICIPALITY', 'answers.csv', 2, 1, 3],
  'a line of a gigabyte': ['LINE_TOO_LONG', 'answers.csv', 2, null, 1],
  'a zip bomb': ['ZIP_BOMB', 'package.zip', null, null, 1],
  'a path that climbs out of the zip': ['PATH_CLIMBS_OUT', 'package.zip', null, null, 1],
  'an absolute path in the zip': ['PATH_CLIMBS_OUT', 'package.zip', null, null, 1],
  'a damaged zip': ['UNREADABLE', 'answers.csv', 1, null, 1],
  'an encrypted zip': ['ENCRYPTED', 'package.zip', null, null, 1],
  'a truncated zip': ['BROKEN_ZIP', 'package.zip', null, null, 1],
  'no zip at all': ['BROKEN_ZIP', 'x.zip', null, null, 1],
  'a file twice in the zip': ['DUPLICATE_FILE', 'package.zip', null, null, 1],
  'a link out of the folder': ['LINK', 'answers.csv', null, null, 1],
};

async function faultsOf(path: string): Promise<readonly PackageFault[]> {
  try {
    const source = await openPackage(path);
    const read = await readPackage(source);
    source.close();
    return read.ok ? [] : (read.errors[0]?.faults ?? []);
  } catch (error) {
    if (error instanceof UnreadablePackageError) return [error.fault];
    throw error;
  }
}

describe('readPackage', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'reflexbogen-broken-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(BROKEN_PACKAGES.map((broken) => [broken.name, broken] as const))('locates %s', async (name, broken) => {
    const faults = await faultsOf(await broken.build(folder));

    const first = faults[0];
    expect([first?.code, first?.file, first?.line, first?.column, faults.length]).toEqual(FAULTS[name]);
    for (const { message, expected } of faults) {
      expect(message).toMatch(/\S/);
      expect(expected).toMatch(/\S/);
    }
  });
});

import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { arbitraryQuestionnaire, HAND_WRITTEN } from './questionnaire.builder.js';
import { readQuestionnaire } from './read-questionnaire.js';
import { questionnaireSchema, questionnaireSchemaText } from './json-schema.js';
import { fieldsOf, QUESTION } from './schema-source.js';
import { writeQuestionnaire } from './write-questionnaire.js';

const isValid = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(questionnaireSchema());

/** Faults of form: what a schema can say. The others need the file as a whole. */
const SHAPE_FAULTS = new Set([
  'UNKNOWN_FIELD',
  'MISSING_FIELD',
  'WRONG_TYPE',
  'UNKNOWN_VALUE',
  'INVALID_TEXT',
  'INVALID_LOCALE',
  'INVALID_TOLERANCE',
  'UNKNOWN_FORMAT',
]);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place of a value, as the path of keys to it. */
function placesOf(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

/** The value with something else at a place, or without it. */
function changed(value: Json, [key, ...rest]: readonly string[], change: Json | undefined): Json {
  if (key === undefined) return change ?? null;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const container = copy as Record<string, Json>;
  if (rest.length > 0) container[key] = changed(container[key] ?? null, rest, change);
  else if (change !== undefined) container[key] = change;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete container[key];
  return copy;
}

describe('questionnaireSchema', () => {
  it('is what docs/questionnaire.schema.json says; run "node scripts/write-questionnaire-schema.mjs"', () => {
    const committed = new URL('../../../../docs/questionnaire.schema.json', import.meta.url);

    expect(readFileSync(committed, 'utf8')).toBe(questionnaireSchemaText());
  });

  it('takes what is written', () => {
    expect(isValid(parse(HAND_WRITTEN))).toBe(true);
    fc.assert(
      fc.property(arbitraryQuestionnaire, (questionnaire) => {
        expect(isValid(parse(writeQuestionnaire(questionnaire, 'yaml')))).toBe(true);
        expect(isValid.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('refuses every fault of form that the reader refuses', () => {
    const foreign = fc.constantFrom<Json | undefined>(
      undefined,
      null,
      -1,
      2.5,
      true,
      '',
      'x',
      'Ä',
      [],
      ['x'],
      {},
      { x: 1 },
      { code: 'x', label: { en: 'x' } },
      { absolute: 1, percent: 1 },
      1e300,
    );
    let [refused, taken] = [0, 0];
    fc.assert(
      fc.property(arbitraryQuestionnaire, fc.nat(), foreign, (questionnaire, choice, change) => {
        const value = JSON.parse(writeQuestionnaire(questionnaire, 'json')) as Json;
        const places = placesOf(value).slice(1);
        const mutant = changed(value, places[choice % places.length] ?? [], change);

        const read = readQuestionnaire(JSON.stringify(mutant), 'q.json');

        const isMisshapen = !read.ok && read.errors.some(({ code }) => SHAPE_FAULTS.has(code));
        if (isMisshapen) refused += 1;
        else taken += 1;
        if (isMisshapen && isValid(mutant)) throw new Error(`the schema takes it: ${JSON.stringify(read.errors)}`);
      }),
      { numRuns: 400 },
    );
    // Both happened often enough to mean something.
    expect(refused).toBeGreaterThan(50);
    expect(taken).toBeGreaterThan(20);
  });

  it('knows every field of a question that documents have', () => {
    const used = new Set<string>();
    fc.assert(
      fc.property(arbitraryQuestionnaire, ({ document }) => {
        for (const { questions } of document.sections)
          for (const each of questions) Object.keys(each).forEach((key) => used.add(key));
      }),
      { numRuns: 100 },
    );

    expect([...used, 'requiredIf', 'reportsChangeOf'].sort()).toEqual([...fieldsOf(QUESTION)].sort());
  });
});

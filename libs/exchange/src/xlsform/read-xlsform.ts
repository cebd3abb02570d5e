import {
  checkQuestionSet,
  failed,
  ok,
  type DocumentPath,
  type LocalizedText,
  type QuestionSetDocument,
  type QuestionSetFault,
  type Result,
} from '@reflexbogen/domain';
import type { Particulars } from '../file-reasons.js';
import { readChoices, scalesOf, type ChoiceLists } from './form-choices.js';
import { FormTable, type FormRow } from './form-table.js';
import { ownJson, ownWord } from './form-texts.js';
import { languageTagOf } from './languages.js';
import { modulesShape, numberShape } from './own-cells.js';
import { checkMatrix } from './matrix-rows.js';
import { outlineOf, YES, type OutlinedSection } from './survey-outline.js';
import { QuestionBuilder, type BuiltQuestion, type WordedRule } from './survey-questions.js';
import {
  UnreadableXlsxError,
  XlsformFindings,
  type NotTakenOver,
  type Place,
  type XlsformFault,
} from './xlsform-fault.js';
import { XLSX_LIMITS, type XlsxLimits } from './xlsx-parts.js';
import { readXlsx, type XlsxSheet } from './xlsx-reader.js';

export interface ReadXlsformOptions {
  /** Year and revision of the set. Without them those that an export of ours states; without those, a fault. */
  readonly year?: number;
  readonly revision?: number;
  /** Tag of wordings without language in a form without default_language; default `und`. */
  readonly language?: string;
  readonly limits?: XlsxLimits;
}

/** A form as a question set, and what a question set cannot say of it. */
export interface XlsformImport {
  readonly document: QuestionSetDocument;
  readonly form: {
    readonly title: string | null;
    readonly id: string | null;
    readonly version: string | null;
    /** BCP 47 tag. */
    readonly language: string;
  };
  /** In order of sheets and rows. */
  readonly notTakenOver: readonly NotTakenOver[];
}

const SHEETS = ['survey', 'choices', 'settings'];

/**
 * Reads an XLSForm (.xlsx) as a question set.
 * @returns a document without faults (`checkQuestionSet`) beside everything that was left out, or every fault with sheet, row
 *   and column. Memory and time are bounded by the limits. Total: never throws for what a file may hold.
 */
export async function readXlsform(
  bytes: Uint8Array,
  options: ReadXlsformOptions = {},
): Promise<Result<XlsformImport, XlsformFault>> {
  let sheets: readonly XlsxSheet[];
  try {
    sheets = await readXlsx(bytes, new Set(SHEETS), options.limits ?? XLSX_LIMITS);
  } catch (error) {
    if (error instanceof UnreadableXlsxError) return failed(error.fault);
    throw error;
  }
  const findings = new XlsformFindings();
  const tables = tablesOf(sheets, findings);
  const survey = tables.get('survey');
  if (survey === undefined || !survey.has('type')) {
    findings.fault(
      survey?.top ?? { sheet: null, row: null, column: null },
      survey === undefined ? 'The workbook has no sheet "survey".' : 'The sheet has no column "type".',
      'the sheets survey, choices and settings of an XLSForm',
    );
    return failed(...findings.faults);
  }
  const value = formOf(survey, tables, options, findings);
  return findings.faults.length > 0 || value === null ? failed(...findings.faults) : ok(value);
}

function tablesOf(sheets: readonly XlsxSheet[], findings: XlsformFindings): ReadonlyMap<string, FormTable> {
  const tables = new Map<string, FormTable>();
  for (const sheet of sheets) {
    const name = sheet.name.trim().toLowerCase();
    const place: Place = { sheet: sheet.name, row: 1, column: null };
    if (!SHEETS.includes(name))
      findings.leaveOut(place, `sheet ${sheet.name}`, 'the sheets survey, choices and settings are read');
    else if (tables.has(name)) findings.fault(place, `There are two sheets "${name}".`, 'one');
    else tables.set(name, new FormTable(sheet, findings));
  }
  return tables;
}

function formOf(
  survey: FormTable,
  tables: ReadonlyMap<string, FormTable>,
  options: ReadXlsformOptions,
  findings: XlsformFindings,
): XlsformImport | null {
  const settings = tables.get('settings')?.rows[0];
  const language = formLanguage(settings, options, findings);
  const title = settings?.text('form_title') ?? null;
  const id = settings?.text('form_id') ?? null;
  const version = peekVersion(settings);
  const allowDuplicates = YES.test(settings?.text('allow_choice_duplicates') ?? '');
  const lists = readChoices(tables.get('choices'), language, allowDuplicates, findings);
  const formTitle: LocalizedText = { [language]: title ?? 'Main' };
  const outline = outlineOf({ table: survey, lists, language, formTitle, findings });
  const builder = new QuestionBuilder(outline, language, findings);
  const sections: BuiltSection[] = outline.sections
    .filter((section) => section.keepsEmpty || section.questions.length > 0)
    .map((section) => ({ section, questions: section.questions.map((question) => builder.build(question)) }));
  for (const { definition, outlined } of sections.flatMap(({ questions }) => questions))
    if (definition.type === 'GRID')
      checkMatrix(definition, outlined.row, outline.matrices.get(definition.code) ?? [], language, findings);
  const own = (name: string): number | undefined =>
    settings === undefined ? undefined : ownWord(settings, name, (cell) => numberShape(Number(cell)), findings);
  const [ownYear, ownRevision] = [own('year'), own('revision')];
  const year = options.year ?? ownYear;
  if (year === undefined)
    findings.fault(
      tables.get('settings')?.top ?? survey.top,
      'The form does not say the year of its questions.',
      'a year',
    );
  const modules = settings === undefined ? undefined : ownJson(settings, 'modules', modulesShape, findings);
  const scales = scalesOf(lists, outline.ordered);
  const identity = { year: year ?? 0, revision: options.revision ?? ownRevision ?? 1 };
  const documentOf = (built: readonly BuiltSection[]): QuestionSetDocument => ({
    ...identity,
    scales,
    sections: built.map(({ section, questions }) => ({
      code: section.code,
      title: section.title,
      questions: questions.map(({ definition }) => definition),
    })),
    ...(modules === undefined ? {} : { modules }),
  });
  const document = findings.faults.length > 0 ? null : soundDocument(documentOf, sections, lists, survey, findings);
  for (const table of tables.values()) table.finish();
  if (document === null) return null;
  const order = new Map(SHEETS.map((sheet, index) => [sheet, index]));
  const rank = ({ sheet }: NotTakenOver): number => order.get(sheet.trim().toLowerCase()) ?? SHEETS.length;
  return {
    document,
    form: { title, id, version, language },
    notTakenOver: [...findings.notTakenOver].sort((a, b) => rank(a) - rank(b) || a.row - b.row),
  };
}

/** The version is for people: one that a formula makes up (`NOW()`) is listed and not read. */
function peekVersion(settings: FormRow | undefined): string | null {
  return settings?.peek('version') === undefined ? null : (settings.text('version') ?? null);
}

function formLanguage(settings: FormRow | undefined, options: ReadXlsformOptions, findings: XlsformFindings): string {
  const named = settings?.text('default_language');
  const tag = named === undefined ? null : languageTagOf(named);
  if (named !== undefined && tag === null && settings !== undefined)
    findings.fault(
      settings.place('default_language'),
      `The language "${named.slice(0, 60)}" is not known.`,
      'a language with its BCP 47 tag, e.g. Deutsch (de)',
    );
  return tag ?? options.language ?? 'und';
}

interface BuiltSection {
  readonly section: OutlinedSection;
  readonly questions: readonly BuiltQuestion[];
}

const RULE_COLUMNS = { visibleIf: 'relevant', requiredIf: 'required', valid: 'constraint' } as const;
const MAX_TRIES = 20;

/**
 * The document once everything that XPath allows and rules do not (a question asked later, an unknown level, another type) is
 * left out and listed; null with faults where that is not enough.
 */
function soundDocument(
  documentOf: (sections: readonly BuiltSection[]) => QuestionSetDocument,
  built: readonly BuiltSection[],
  lists: ChoiceLists,
  survey: FormTable,
  findings: XlsformFindings,
): QuestionSetDocument | null {
  let sections = built;
  for (let tries = 1; ; tries += 1) {
    const document = documentOf(sections);
    const faults = checkQuestionSet(document);
    const dropped = new Map<BuiltQuestion, Map<WordedRule, QuestionSetFault>>();
    for (const fault of faults) {
      const rule = wordedRuleOf(fault, sections);
      if (rule === null) continue;
      const rules = dropped.get(rule.question) ?? new Map<WordedRule, QuestionSetFault>();
      rules.set(rule.field, fault);
      dropped.set(rule.question, rules);
    }
    if (faults.length === 0) return document;
    if (dropped.size === 0 || tries === MAX_TRIES) {
      for (const fault of faults)
        findings.fault(
          placeOf(fault.path, sections, lists, survey),
          fault.message,
          fault.expected ?? 'a sound question set',
          particularsOf(fault),
        );
      return null;
    }
    for (const [{ outlined }, rules] of dropped)
      for (const [field, fault] of rules)
        findings.leaveOut(
          outlined.row.place(RULE_COLUMNS[field]),
          `${RULE_COLUMNS[field]} of ${outlined.name}: ${outlined.row.peek(RULE_COLUMNS[field]) ?? "its group's"}`,
          fault.message,
          particularsOf(fault),
        );
    sections = sections.map(({ section, questions }) => ({
      section,
      questions: questions.map((question) => without(question, dropped.get(question))),
    }));
  }
}

const particularsOf = ({ reason, parameters }: QuestionSetFault): Particulars => ({ reason, parameters });

function without(question: BuiltQuestion, rules: ReadonlyMap<WordedRule, unknown> | undefined): BuiltQuestion {
  if (rules === undefined) return question;
  const definition = Object.fromEntries(
    Object.entries(question.definition).filter(([field]) => !rules.has(field as WordedRule)),
  ) as unknown as BuiltQuestion['definition']; // no rule is obligatory
  return { ...question, definition };
}

function wordedRuleOf(
  { code, path }: QuestionSetFault,
  sections: readonly BuiltSection[],
): { readonly question: BuiltQuestion; readonly field: WordedRule } | null {
  if (!code.startsWith('RULE_') && code !== 'NEVER_VISIBLE') return null;
  const [, section, , index, field] = path;
  const question = sections[Number(section)]?.questions[Number(index)];
  const worded = field === 'visibleIf' || field === 'requiredIf' || field === 'valid' ? field : null;
  return question === undefined || worded === null || !question.worded.has(worded) ? null : { question, field: worded };
}

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  code: 'name',
  text: 'label',
  help: 'hint',
  scale: 'type',
  ...RULE_COLUMNS,
};

function placeOf(path: DocumentPath, sections: readonly BuiltSection[], lists: ChoiceLists, survey: FormTable): Place {
  const [part, index, inner, position, field] = path;
  if (part === 'sections') {
    const section = sections[Number(index)];
    const question = inner === 'questions' ? section?.questions[Number(position)] : undefined;
    if (question !== undefined)
      return question.outlined.row.place(FIELD_COLUMNS[String(field)] ?? `reflexbogen::${String(field).toLowerCase()}`);
    if (section?.section.row !== undefined) return section.section.row.place(inner === 'title' ? 'label' : 'name');
    return survey.top;
  }
  if (part === 'scales') {
    const list = [...lists.values()].filter(({ isBoolean }) => !isBoolean)[Number(index)];
    if (list !== undefined) return (inner === 'levels' ? list.places[Number(position)] : undefined) ?? list.place;
  }
  return survey.top;
}

import { cellCode, type QuestionDefinition, type QuestionSetDocument } from '@reflexbogen/domain';
import type { AskedInForm } from './cel-to-xpath.js';
import { nameInForm, OWN, writeName, writeTexts, type WrittenRow } from './form-sheets.js';
import { matrixRowsOf } from './matrix-rows.js';
import { constraintCell, relevantCell, requiredCell } from './rule-cells.js';

/** The rows of the survey sheet. */
export function surveyRows(document: QuestionSetDocument, booleanList: string): readonly WrittenRow[] {
  const asked = askedInForm(document);
  return document.sections.flatMap((section) => {
    const begin: WrittenRow = new Map([['type', 'begin_group']]);
    writeName(begin, section.code);
    writeTexts(begin, 'label', section.title);
    begin.set(`${OWN}type`, 'SECTION');
    return [begin, ...section.questions.flatMap((question) => questionRows(question, asked, booleanList)), end()];
  });
}

const end = (): WrittenRow => new Map([['type', 'end_group']]);

function askedInForm(document: QuestionSetDocument): AskedInForm {
  const asked = new Map<string, NonNullable<ReturnType<AskedInForm>>>();
  for (const { questions } of document.sections)
    for (const { code, type, rows, columns } of questions)
      if (type !== 'GRID') asked.set(code, { name: nameInForm(code), type });
      else
        for (const row of rows ?? [])
          for (const column of columns ?? []) {
            const cell = cellCode(code, row.code, column.code);
            asked.set(cell, { name: nameInForm(cell), type: 'SCALE' });
          }
  return (code) => asked.get(code);
}

function typeCell(question: QuestionDefinition, booleanList: string): string {
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
      return `select_one ${question.scale ?? ''}`;
    case 'MULTI_CHOICE':
      return `select_multiple ${question.scale ?? ''}`;
    case 'BOOLEAN':
      return `select_one ${booleanList}`;
    case 'NUMBER':
      return question.decimals === 0 ? 'integer' : 'decimal';
    case 'TEXT':
      return 'text';
    case 'GRID':
      return 'begin_group';
  }
}

function questionRows(question: QuestionDefinition, asked: AskedInForm, booleanList: string): readonly WrittenRow[] {
  const row: WrittenRow = new Map([['type', typeCell(question, booleanList)]]);
  const own = (name: string, value: string | undefined): void => {
    if (value !== undefined) row.set(OWN + name, value);
  };
  const set = (heading: string, value: string | undefined): void => {
    if (value !== undefined) row.set(heading, value);
  };
  const json = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));
  const { type, scale, min, max, decimals } = question;
  writeName(row, question.code);
  writeTexts(row, 'label', question.text);
  if (question.help !== undefined) writeTexts(row, 'hint', question.help);
  set('required', requiredCell(question, asked));
  set('relevant', relevantCell(question, asked));
  set('constraint', constraintCell(question, asked));
  if (question.valid !== undefined) writeTexts(row, 'constraint_message', question.valid.message);
  if (type === 'SCALE') row.set('appearance', 'likert');
  own('type', type);
  if (type === 'NUMBER' || type === 'TEXT' || type === 'BOOLEAN' || type === 'GRID') own('scale', scale);
  own('visibleIf', question.visibleIf);
  own('requiredIf', question.requiredIf);
  own('valid', question.valid?.rule);
  own('plausible', json(question.plausible));
  own('min', json(min));
  own('max', json(max));
  if (decimals !== 0) own('decimals', json(decimals));
  own('tolerance', json(question.tolerance));
  own('unit', json(question.unit));
  own('polarity', question.polarity);
  own('module', question.module);
  own('prior', question.prior);
  own('since', json(question.since));
  own('reportsChangeOf', json(question.reportsChangeOf));
  if (type !== 'GRID') return [row];
  own('rows', json(question.rows));
  own('columns', json(question.columns));
  row.set('appearance', 'field-list');
  return [row, ...matrixRows(question), end()];
}

/** A matrix as it is commonly written. */
function matrixRows(grid: QuestionDefinition): readonly WrittenRow[] {
  return matrixRowsOf(grid).map(({ code, label, isHeading }) => {
    const row: WrittenRow = new Map([
      ['type', `select_one ${grid.scale ?? ''}`],
      ['appearance', isHeading ? 'label' : 'list-nolabel'],
      [`${OWN}type`, isHeading ? 'HEADING' : 'CELL'],
    ]);
    writeName(row, code);
    writeTexts(row, 'label', label);
    if (grid.required && !isHeading) row.set('required', 'yes');
    return row;
  });
}

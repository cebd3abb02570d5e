import type { AnswerableType, LocalizedText, QuestionType } from '@reflexbogen/domain';
import type { ChoiceList, ChoiceLists } from './form-choices.js';
import type { FormRow, FormTable } from './form-table.js';
import { exactTexts, ownWord } from './form-texts.js';
import { typeShape } from './own-cells.js';
import { surveyTypeOf, type SurveyType } from './survey-types.js';
import type { XlsformFindings } from './xlsform-fault.js';
import { parseXPath } from './xpath.js';
import type { ReferredQuestion } from './xpath-to-cel.js';

/** A row of the survey that becomes a question. */
export interface OutlinedQuestion {
  readonly row: FormRow;
  readonly name: string;
  readonly code: string;
  readonly type: QuestionType;
  readonly written: SurveyType;
  readonly list: ChoiceList | undefined;
  /** Rows of the groups around it, from the outside. */
  readonly groups: readonly FormRow[];
  /** The text question after one with `or_other`. */
  readonly isOther: boolean;
}

export interface OutlinedSection {
  readonly code: string;
  readonly title: LocalizedText;
  readonly row: FormRow | undefined;
  readonly keepsEmpty: boolean;
  readonly questions: OutlinedQuestion[];
}

export interface Outline {
  readonly sections: readonly OutlinedSection[];
  /** What a name of the form means; a text says why it is no question of the set. */
  readonly names: ReadonlyMap<string, ReferredQuestion | string>;
  /** The rows that show a grid of ours, by its code. */
  readonly matrices: ReadonlyMap<string, readonly FormRow[]>;
  /** Lists that are asked as scales, which are ordered. */
  readonly ordered: ReadonlySet<string>;
}

export interface OutlineContext {
  readonly table: FormTable;
  readonly lists: ChoiceLists;
  readonly language: string;
  readonly formTitle: LocalizedText;
  readonly findings: XlsformFindings;
}

interface Frame {
  readonly what: 'group' | 'repeat';
  readonly row: FormRow;
  /** Code of its section; null for no section: the form itself, a repeat, a grid. */
  readonly path: string;
  readonly title: LocalizedText;
  readonly isSkipped: boolean;
  section: OutlinedSection | undefined;
  sections: number;
}

const MAX_GROUPS = 32;
const XML_NAME = /^[\p{L}_:][\p{L}\p{N}_.:-]*$/u;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const CONDITIONS = ['relevant', 'constraint', 'calculation', 'choice_filter'];

export const YES = /^(yes|true|true\(\))$/i;
export const NO = /^(no|false|false\(\))$/i;

/**
 * First pass over the survey: what becomes a question, and in which section. A group is a section; a group within a group is a
 * section of its own, `outer.inner`, and what follows it in the outer group is section `outer.2`. Questions outside any group
 * stand in `main`, `main.2` … Rows of a matrix (`label`, `list-nolabel`) are scale questions under their own names.
 */
export function outlineOf(context: OutlineContext): Outline {
  const reader = new OutlineReader(context);
  for (const row of context.table.rows) reader.read(row);
  reader.end();
  return reader;
}

class OutlineReader implements Outline {
  readonly sections: OutlinedSection[] = [];
  readonly names = new Map<string, ReferredQuestion | string>();
  readonly ordered = new Set<string>();
  readonly matrices = new Map<string, FormRow[]>();
  private readonly frames: Frame[] = [];
  private top: { section: OutlinedSection | undefined; sections: number } = { section: undefined, sections: 0 };

  /** Every name of the form: a section that gets its code from us takes none of them. */
  private readonly written: ReadonlySet<string | undefined>;

  constructor(private readonly context: OutlineContext) {
    this.written = new Set(context.table.rows.map((row) => row.peek('name')));
  }

  read(row: FormRow): void {
    const { findings } = this.context;
    const written = row.text('type');
    if (written === undefined) {
      if (row.peek('name') !== undefined || row.has('label')) {
        findings.fault(row.place('type'), 'The row has no type.', 'a type such as integer or select_one yes_no');
        row.dismiss();
      }
      return;
    }
    const isSkipped = this.frames.some((frame) => frame.isSkipped);
    if (!isSkipped) this.checkConditions(row);
    const type = surveyTypeOf(written);
    if (type === null) {
      findings.fault(
        row.place('type'),
        `XLSForm has no type "${written.slice(0, 60)}".`,
        'text, integer, decimal, range, select_one LIST, select_multiple LIST, begin_group …',
      );
      row.dismiss();
      return;
    }
    if (type.kind === 'BEGIN') this.begin(row, type.what, isSkipped);
    else if (type.kind === 'END') this.close(row, type.what);
    else if (isSkipped) this.skip(row, written);
    else this.question(row, written, type);
  }

  end(): void {
    for (const { row, what } of this.frames)
      this.context.findings.fault(row.place('type'), `The ${what} is not ended.`, `a row with end_${what}`);
  }

  private checkConditions(row: FormRow): void {
    for (const base of CONDITIONS) {
      const text = row.peek(base);
      if (text === undefined) continue;
      const result = parseXPath(text);
      if (!result.ok)
        this.context.findings.fault(
          row.place(base),
          `The expression is no XPath: ${result.message} (character ${result.position}).`,
          "an expression such as ${age} >= 18 or selected(${topics}, 'school')",
        );
    }
  }

  private begin(row: FormRow, what: Frame['what'], isSkipped: boolean): void {
    const { findings, language } = this.context;
    const written = row.text('name');
    if (this.frames.length >= MAX_GROUPS)
      findings.fault(row.place('type'), 'Groups are nested too deeply.', `${MAX_GROUPS}`);
    const code = written === undefined ? undefined : codeOf(row, written);
    const parent = this.frames.at(-1);
    const own = isSkipped ? undefined : ownWord(row, 'type', typeShape, findings);
    const frame = { what, row, section: undefined, sections: 0 };
    if (code === undefined && !isSkipped)
      findings.fault(row.place('name'), `The ${what} has no name.`, 'a name, which becomes the code of its section');
    if (what === 'repeat' || isSkipped) {
      if (written !== undefined) this.know(written, `${written} is a ${what}`);
      this.frames.push({ ...frame, path: code ?? '', title: {}, isSkipped: true });
      if (isSkipped) this.skip(row, row.peek('type') ?? what);
      else row.leaveOut(`${what} ${written ?? ''}`, 'questions are asked once; nothing in a repeat is taken over');
      return;
    }
    if (own === 'GRID' && code !== undefined && written !== undefined) {
      row.text('appearance');
      this.add({
        row,
        name: written,
        code,
        type: 'GRID',
        written: { kind: 'TEXT' },
        list: undefined,
        groups: this.groups(),
        isOther: false,
      });
      this.frames.push({ ...frame, path: code, title: {}, isSkipped: true });
      return;
    }
    const named = exactTexts(row, 'label', language, findings);
    if (named === undefined && code !== undefined)
      findings.leaveOut(row.place('label'), `group ${code}`, 'it has no label; its name stands for it');
    if (written !== undefined) this.know(written, `${written} is a group`);
    const path = parent === undefined ? (code ?? '') : `${parent.path}.${code ?? ''}`;
    const opened: Frame = { ...frame, path, title: named ?? { [language]: code ?? '' }, isSkipped: false };
    if (this.isFalse(row)) {
      row.leaveOut(`group ${code ?? ''}`, 'it is never shown');
      this.frames.push({ ...opened, isSkipped: true });
      return;
    }
    // Another section begins here: what follows this group is a section of its own.
    if (parent === undefined) this.top.section = undefined;
    else parent.section = undefined;
    this.frames.push(opened);
    if (own === 'SECTION') this.sectionOf(opened, true);
  }

  private close(row: FormRow, what: Frame['what']): void {
    const frame = this.frames.at(-1);
    // Names at the end of a group are for people.
    row.dismiss();
    if (frame === undefined || frame.what !== what) {
      this.context.findings.fault(
        row.place('type'),
        frame === undefined ? `No ${what} begins before this end.` : `A ${what} ends inside a ${frame.what}.`,
        frame === undefined ? `begin_${what} above` : `end_${frame.what}`,
      );
      return;
    }
    this.frames.pop();
  }

  /** A row of a repeat or a grid. */
  private skip(row: FormRow, written: string): void {
    const name = row.peek('name');
    const inGrid = row.own('type');
    if (inGrid === 'CELL' || inGrid === 'HEADING') {
      const type = surveyTypeOf(written);
      if (inGrid === 'CELL' && name !== undefined && type?.kind === 'SELECT')
        this.knowQuestion(name, codeOf(row, name), 'SCALE', this.context.lists.get(type.list));
      const grid = this.frames.findLast(({ isSkipped }) => isSkipped)?.path ?? '';
      const rows = this.matrices.get(grid) ?? [];
      rows.push(row);
      this.matrices.set(grid, rows);
      return;
    }
    if (name !== undefined) this.know(name, 'it stands in a repeat or in a group that is never shown');
    row.leaveOut(`${written} ${name ?? ''}`.trim(), 'it stands in a repeat, a matrix or a group that is never shown');
  }

  private question(row: FormRow, written: string, type: SurveyType): void {
    const { findings, lists } = this.context;
    const name = row.text('name');
    const noEqual = this.reasonAgainst(row, name, type);
    if (noEqual !== null) {
      if (name !== undefined) this.know(name, noEqual);
      row.leaveOut(`${written} ${name ?? ''}`.trim(), noEqual);
      return;
    }
    if (name === undefined) {
      findings.fault(row.place('name'), 'The question has no name.', 'a name, which becomes its code');
      row.dismiss();
      return;
    }
    const code = codeOf(row, name);
    if (!XML_NAME.test(name)) {
      findings.fault(
        row.place('name'),
        `"${name.slice(0, 60)}" is no name.`,
        'letters, digits, ".", "_" and "-", beginning with a letter',
      );
      row.dismiss();
      return;
    }
    const list = type.kind === 'SELECT' ? lists.get(type.list) : undefined;
    if (type.kind === 'SELECT' && list === undefined) {
      findings.fault(
        row.place('type'),
        `There is no list "${type.list.slice(0, 60)}".`,
        [...lists.keys()].slice(0, 12).join(', ') || 'a list on the sheet choices',
      );
      row.dismiss();
      this.know(name, 'its list is missing');
      return;
    }
    const meant = this.typeOf(row, type, list);
    if (type.kind === 'SELECT' && type.multiple && row.peek('reflexbogen::type') === undefined)
      for (const [index, level] of (list?.levels ?? []).entries())
        if (/\s/.test(level.code))
          findings.fault(
            list?.places[index] ?? row.place('type'),
            `The choice "${level.code}" of a select_multiple contains a blank.`,
            'a name without blanks',
          );
    const groups = this.groups();
    this.add({ row, name, code, type: meant, written: type, list, groups, isOther: false });
    if (type.kind !== 'SELECT' || !type.orOther || list === undefined) return;
    if (!list.levels.some((level) => level.code === 'other'))
      list.levels.push({ code: 'other', label: this.inForm({ de: 'Sonstiges', en: 'Other' }, list.levels[0]?.label) });
    const known = this.names.get(name);
    if (typeof known === 'object') this.names.set(name, { ...known, levels: list.levels.map((level) => level.code) });
    const other = { row, name: `${name}_other`, code: `${code}_other`, type: 'TEXT' as const };
    this.add({ ...other, written: { kind: 'TEXT' }, list: undefined, groups, isOther: true });
  }

  /** Why a row that XLSForm allows is no question; null where it is one. */
  private reasonAgainst(row: FormRow, name: string | undefined, type: SurveyType): string | null {
    if (type.kind === 'NONE') return type.why;
    if (YES.test(row.peek('disabled') ?? '')) return 'the row is disabled';
    if (this.isFalse(row)) return 'it is never shown';
    if (type.kind === 'SELECT' && /\$\{/.test(type.list)) return 'its choices are answers to another question';
    const appearance = row.peek('appearance')?.toLowerCase();
    if (type.kind === 'SELECT' && appearance === 'label') return 'it heads the columns of a matrix and asks nothing';
    if (name !== undefined && XML_NAME.test(name) && !CODE.test(codeOf(row, name)))
      return 'codes begin with a letter or digit and have letters A–Z, digits, ".", "_" and "-"; name it otherwise in the form';
    if (
      !row.has('label') &&
      !row.has('hint') &&
      ['image', 'audio', 'video', 'big-image'].some((media) => row.has(media))
    )
      return 'it is asked by a picture or sound alone';
    return null;
  }

  private isFalse(row: FormRow): boolean {
    return (
      /^(0|false\(\s*\)|false)$/i.test(row.peek('relevant') ?? '') && row.peek('reflexbogen::visibleif') === undefined
    );
  }

  /** The type that the row has, or that our own column names where the two go together. */
  private typeOf(row: FormRow, type: SurveyType, list: ChoiceList | undefined): QuestionType {
    const { findings } = this.context;
    const own = ownWord(row, 'type', typeShape, findings);
    const fitting: readonly QuestionType[] =
      type.kind !== 'SELECT'
        ? [type.kind === 'TEXT' ? 'TEXT' : 'NUMBER']
        : type.multiple
          ? ['MULTI_CHOICE']
          : ['CHOICE', 'SCALE', 'BOOLEAN'];
    const meant = fitting.find((one) => one === own);
    if (own !== undefined && meant === undefined)
      findings.leaveOut(row.place('reflexbogen::type'), own, 'the type has been changed since the form was written');
    if (meant !== undefined) {
      if (meant === 'SCALE') row.text('appearance');
      return meant;
    }
    if (type.kind !== 'SELECT' || type.multiple) return fitting[0] ?? 'TEXT';
    const appearance = row.peek('appearance')?.toLowerCase();
    if (appearance !== 'likert' && appearance !== 'list-nolabel') return 'CHOICE';
    row.text('appearance');
    if (list !== undefined) this.ordered.add(list.code);
    return 'SCALE';
  }

  private add(question: OutlinedQuestion): void {
    if (question.type !== 'GRID') this.knowQuestion(question.name, question.code, question.type, question.list);
    const frame = this.frames.at(-1);
    (frame === undefined ? this.mainSection() : this.sectionOf(frame, false)).questions.push(question);
  }

  private knowQuestion(name: string, code: string, type: AnswerableType, list: ChoiceList | undefined): void {
    if (typeof this.names.get(name) !== 'object')
      this.names.set(name, { code, type, levels: list?.levels.map((level) => level.code) ?? [] });
  }

  private groups(): readonly FormRow[] {
    return this.frames.map(({ row }) => row);
  }

  private sectionOf(frame: Frame, keepsEmpty: boolean): OutlinedSection {
    if (frame.section !== undefined) return frame.section;
    frame.sections += 1;
    const code = frame.sections === 1 ? frame.path : `${frame.path}.${frame.sections}`;
    frame.section = { code, title: frame.title, row: frame.row, keepsEmpty, questions: [] };
    this.sections.push(frame.section);
    return frame.section;
  }

  private mainSection(): OutlinedSection {
    if (this.top.section !== undefined) return this.top.section;
    let code: string;
    do {
      this.top.sections += 1;
      code = this.top.sections === 1 ? 'main' : `main.${this.top.sections}`;
    } while (this.written.has(code));
    const section = { code, title: this.context.formTitle, row: undefined, keepsEmpty: false, questions: [] };
    this.top.section = section;
    this.sections.push(section);
    return section;
  }

  private inForm(words: { readonly de: string; readonly en: string }, like: LocalizedText | undefined): LocalizedText {
    const languages = Object.keys(like ?? { [this.context.language]: '' });
    return Object.fromEntries(languages.map((tag) => [tag, tag.split('-')[0] === 'de' ? words.de : words.en]));
  }

  private know(name: string, why: string): void {
    if (!this.names.has(name)) this.names.set(name, why);
  }
}

/** A code that XML does not take as a name (it begins with a digit) is written with `_` before it. */
function codeOf(row: FormRow, name: string): string {
  const own = row.own('code');
  return own !== undefined && name === `_${own}` ? own : name;
}

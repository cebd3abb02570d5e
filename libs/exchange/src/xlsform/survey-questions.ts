import type { LocalizedText, QuestionDefinition } from '@reflexbogen/domain';
import type { AskedInForm } from './cel-to-xpath.js';
import type { FormRow } from './form-table.js';
import { exactTexts, ownJson, ownWord } from './form-texts.js';
import {
  answerCheck,
  axisShape,
  localizedText,
  numberShape,
  polarityShape,
  priorShape,
  reportsShape,
  sinceShape,
  textShape,
  toleranceShape,
} from './own-cells.js';
import { constraintCell, relevantCell, requiredCell } from './rule-cells.js';
import { NO, YES, type Outline, type OutlinedQuestion } from './survey-outline.js';
import type { XlsformFindings } from './xlsform-fault.js';
import { celOf, celText, type QuestionOfName } from './xpath-to-cel.js';
import { parseXPath, type XPath } from './xpath.js';

/** Rules of a question that were worded from XPath, as opposed to those that our own columns carry. */
export type WordedRule = 'visibleIf' | 'requiredIf' | 'valid';

export interface BuiltQuestion {
  readonly outlined: OutlinedQuestion;
  readonly definition: QuestionDefinition;
  readonly worded: ReadonlySet<WordedRule>;
}

const NOT_ACCEPTED = {
  de: 'Diese Antwort erfüllt die Bedingung der Frage nicht.',
  en: 'This answer does not meet the condition of the question.',
};
const SPECIFY = { de: 'Bitte angeben', en: 'Please specify' };

type Draft = { -readonly [K in keyof QuestionDefinition]: QuestionDefinition[K] };

/** Second pass over the survey: the questions with their wordings and rules. */
export class QuestionBuilder {
  private readonly groupRules = new Map<FormRow, string | null>();
  private readonly questionOf: QuestionOfName;
  private readonly asked: AskedInForm;

  constructor(
    outline: Outline,
    private readonly language: string,
    private readonly findings: XlsformFindings,
  ) {
    const { names } = outline;
    const byCode = new Map(
      [...names].flatMap(([name, known]) =>
        typeof known === 'string' ? [] : [[known.code, { name, type: known.type }] as const],
      ),
    );
    this.questionOf = (name) => names.get(name);
    this.asked = (code) => byCode.get(code);
  }

  build(outlined: OutlinedQuestion): BuiltQuestion {
    const { row, code, type } = outlined;
    const worded = new Set<WordedRule>();
    const { text, help } = this.wording(outlined);
    const draft: Draft = { code, type, text, required: false };
    if (help !== undefined) draft.help = help;
    if (outlined.isOther) {
      draft.visibleIf = this.otherIsChosen(outlined);
      return { outlined, definition: draft, worded };
    }
    const scale = outlined.list !== undefined && type !== 'BOOLEAN' ? outlined.list.code : row.own('scale');
    if (scale !== undefined) draft.scale = scale;
    this.numbers(outlined, draft);
    this.ownFields(row, draft);
    this.visibility(outlined, draft, worded);
    this.requirement(outlined, draft, worded);
    this.constraint(outlined, draft, worded);
    return { outlined, definition: draft, worded };
  }

  private wording({ row, name, isOther }: OutlinedQuestion): { text: LocalizedText; help: LocalizedText | undefined } {
    const label = exactTexts(row, 'label', this.language, this.findings);
    const hint = exactTexts(row, 'hint', this.language, this.findings);
    if (isOther) return { text: inLanguagesOf(label ?? { [this.language]: '' }, SPECIFY), help: undefined };
    if (label !== undefined) return { text: label, help: hint };
    if (hint === undefined)
      this.findings.fault(row.place('label'), `The question "${name}" has no label.`, 'a label or a hint');
    return { text: hint ?? {}, help: undefined };
  }

  private otherIsChosen({ row, type, code }: OutlinedQuestion): string {
    const question = this.questionOf(row.text('name') ?? '');
    const asked = typeof question === 'object' ? question : { code, type, levels: [] };
    const answer = `answer(${celText(asked.code)})`;
    return asked.type === 'MULTI_CHOICE' ? `'other' in ${answer}` : `${answer} == 'other'`;
  }

  private numbers({ row, written }: OutlinedQuestion, draft: Draft): void {
    if (draft.type !== 'NUMBER') return;
    const own = (name: string) =>
      ownWord(row, name, (cell) => numberShape(cell === '' ? undefined : Number(cell)), this.findings);
    const decimals = own('decimals');
    if (written.kind === 'INTEGER') draft.decimals = 0;
    else if (decimals !== undefined) draft.decimals = decimals;
    if (written.kind === 'RANGE') {
      const parameters = row.text('parameters') ?? '';
      const given = new Map(
        parameters
          .split(/[\s,;]+/)
          .filter((part) => part !== '')
          .map((part) => part.split('=', 2) as [string, string | undefined]),
      );
      for (const [name, value] of given)
        if (!['start', 'end', 'step'].includes(name) || value === undefined || !/^-?\d+(\.\d+)?$/.test(value))
          this.findings.fault(
            row.place('parameters'),
            `"${name}=${value ?? ''}" is no parameter of a range.`,
            'start=0 end=10 step=1',
          );
      const bounds = ['start', 'end', 'step'].map(
        (name) => given.get(name) ?? { start: '1', end: '10', step: '1' }[name] ?? '1',
      );
      draft.min = Math.min(Number(bounds[0]), Number(bounds[1]));
      draft.max = Math.max(Number(bounds[0]), Number(bounds[1]));
      draft.decimals = Math.max(...bounds.map((bound) => bound.split('.')[1]?.length ?? 0));
      if (given.has('step') && Number(given.get('step')) !== 10 ** -draft.decimals)
        this.findings.leaveOut(
          row.place('parameters'),
          `step=${given.get('step') ?? ''}`,
          'numbers have decimals and no steps',
        );
    }
    const [min, max] = [own('min'), own('max')];
    if (min !== undefined) draft.min = min;
    if (max !== undefined) draft.max = max;
  }

  private ownFields(row: FormRow, draft: Draft): void {
    const { findings } = this;
    const set = <K extends keyof Draft>(field: K, value: Draft[K] | undefined): void => {
      if (value !== undefined) draft[field] = value;
    };
    set('module', ownWord(row, 'module', textShape, findings));
    set('prior', ownWord(row, 'prior', priorShape, findings));
    set('polarity', ownWord(row, 'polarity', polarityShape, findings));
    set('since', ownJson(row, 'since', sinceShape, findings));
    set('reportsChangeOf', ownJson(row, 'reportsChangeOf', reportsShape, findings));
    set('unit', ownJson(row, 'unit', localizedText, findings));
    set('tolerance', ownJson(row, 'tolerance', toleranceShape, findings));
    set('plausible', ownJson(row, 'plausible', answerCheck, findings));
    if (draft.type !== 'GRID') return;
    set('rows', ownJson(row, 'rows', axisShape, findings));
    set('columns', ownJson(row, 'columns', axisShape, findings));
  }

  private visibility({ row, groups }: OutlinedQuestion, draft: Draft, worded: Set<WordedRule>): void {
    const cell = row.text('relevant');
    const own = row.own('visibleIf');
    if (own !== undefined) {
      if (relevantCell({ visibleIf: own }, this.asked) === cell) draft.visibleIf = own;
      else this.changed(row, 'visibleIf');
    }
    const rules = groups
      .map((group) => this.groupRule(group))
      .filter((rule): rule is string => rule !== null && rule !== 'true');
    if (draft.visibleIf === undefined && cell !== undefined) {
      const rule = this.rule(row, 'relevant', cell, null);
      if (rule !== null && rule !== 'true') rules.push(rule);
    } else if (draft.visibleIf !== undefined) rules.push(draft.visibleIf);
    const [first] = rules;
    if (first === undefined) return;
    if (rules.length > 1 || draft.visibleIf === undefined) worded.add('visibleIf');
    draft.visibleIf =
      rules.length === 1 ? first : rules.map((rule) => (rule.includes('||') ? `(${rule})` : rule)).join(' && ');
  }

  private requirement({ row, type }: OutlinedQuestion, draft: Draft, worded: Set<WordedRule>): void {
    const cell = row.text('required');
    const own = row.own('requiredIf');
    const isRequired = YES.test(cell ?? '');
    if (own !== undefined) {
      const isSame = isRequired || requiredCell({ required: false, requiredIf: own }, this.asked) === cell;
      if (isSame) draft.requiredIf = own;
      else this.changed(row, 'requiredIf');
    }
    draft.required = isRequired;
    if (draft.requiredIf !== undefined || cell === undefined || isRequired || NO.test(cell)) return;
    const syntax = parseXPath(cell);
    if (!syntax.ok) {
      this.findings.fault(
        row.place('required'),
        `"${cell.slice(0, 60)}" is neither yes nor no, and no XPath: ${syntax.message}.`,
        'yes, no or an expression',
      );
      return;
    }
    const rule = this.rule(row, 'required', cell, null);
    if (rule === null || type === 'GRID') return;
    if (rule === 'true') draft.required = true;
    else if (rule !== 'false') {
      draft.requiredIf = rule;
      worded.add('requiredIf');
    }
  }

  private constraint({ row, name }: OutlinedQuestion, draft: Draft, worded: Set<WordedRule>): void {
    const cell = row.text('constraint');
    const own = row.own('valid');
    const isOwn = own !== undefined || row.own('min') !== undefined || row.own('max') !== undefined;
    const needsMessage = cell !== undefined || own !== undefined;
    const message = needsMessage ? exactTexts(row, 'constraint_message', this.language, this.findings) : undefined;
    if (own !== undefined) draft.valid = { rule: own, message: message ?? inLanguagesOf(draft.text, NOT_ACCEPTED) };
    if (isOwn) {
      if (constraintCell(draft, this.asked) === cell) return;
      this.changed(row, own === undefined ? 'min' : 'valid');
      delete draft.valid;
      delete draft.min;
      delete draft.max;
    }
    if (cell === undefined) return;
    const parsed = parseXPath(cell);
    // What is no XPath has been said.
    if (!parsed.ok) return;
    const bounds =
      draft.type === 'NUMBER' && message === undefined ? boundsOf(parsed.tree, draft.decimals === 0) : null;
    if (bounds !== null && draft.min === undefined && draft.max === undefined) {
      Object.assign(draft, bounds);
      return;
    }
    const rule = this.rule(row, 'constraint', cell, name);
    if (rule === null || rule === 'true') return;
    draft.valid = { rule, message: message ?? inLanguagesOf(draft.text, NOT_ACCEPTED) };
    worded.add('valid');
  }

  private groupRule(group: FormRow): string | null {
    const known = this.groupRules.get(group);
    if (known !== undefined) return known;
    const cell = group.text('relevant');
    const rule = cell === undefined ? null : this.rule(group, 'relevant', cell, null);
    this.groupRules.set(group, rule);
    return rule;
  }

  /** An expression as CEL; null where it is listed or a fault. */
  private rule(row: FormRow, base: string, text: string, self: string | null): string | null {
    const parsed = parseXPath(text);
    if (!parsed.ok) return null;
    const result = celOf(parsed.tree, self, this.questionOf);
    if (result.ok) return result.rule;
    if (result.kind === 'UNKNOWN')
      this.findings.fault(
        row.place(base),
        `In ${text.slice(0, 80)}: ${result.why}.`,
        'the name of a question of the form',
      );
    else this.findings.leaveOut(row.place(base), `${base}: ${text}`, result.why);
    return null;
  }

  private changed(row: FormRow, name: string): void {
    this.findings.leaveOut(
      row.place(`reflexbogen::${name.toLowerCase()}`),
      row.own(name) ?? name,
      'the condition has been changed since the form was written',
    );
  }
}

const inLanguagesOf = (wording: LocalizedText, words: { readonly de: string; readonly en: string }): LocalizedText =>
  Object.fromEntries(Object.keys(wording).map((tag) => [tag, tag.split('-')[0] === 'de' ? words.de : words.en]));

/** `. >= 0 and . <= 10` as bounds; null for anything else. Strict bounds are taken where numbers are whole. */
function boundsOf(tree: XPath, isWhole: boolean): { readonly min?: number; readonly max?: number } | null {
  if (tree.op === 'and') {
    const [left, right] = tree.args.map((side) => boundsOf(side, isWhole));
    if (left === null || right === null || left === undefined || right === undefined) return null;
    const isTwice =
      (left.min !== undefined && right.min !== undefined) || (left.max !== undefined && right.max !== undefined);
    return isTwice ? null : { ...left, ...right };
  }
  if (!['>', '>=', '<', '<='].includes(tree.op) || !('args' in tree)) return null;
  const [own, bound] = tree.args;
  if (own?.op !== 'answer' || own.name !== null || bound === undefined) return null;
  const value = numberOf(bound);
  if (value === null) return null;
  const isStrict = tree.op === '>' || tree.op === '<';
  if (isStrict && !(isWhole && Number.isInteger(value))) return null;
  return tree.op.startsWith('>') ? { min: value + (isStrict ? 1 : 0) } : { max: value - (isStrict ? 1 : 0) };
}

function numberOf(tree: XPath): number | null {
  if (tree.op === 'number') return tree.number;
  if (tree.op !== 'minus') return null;
  const value = numberOf(tree.args[0]);
  return value === null ? null : -value;
}

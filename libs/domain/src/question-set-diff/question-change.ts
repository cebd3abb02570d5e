import { canonicalJson } from '../question-set/canonical-json.js';
import { DEFAULT_PRIOR } from '../question-set/prior-policy.js';
import type { QuestionDefinition, Verdict } from '../question-set/question-set.js';
import { NO_SCALE, type Scale } from '../scale/scale.js';
import type { LocalizedText } from '../text/localized-text.js';
import { wordDiff, type WordChange } from './word-diff.js';

/** What of a question has changed. A wording in the default language is its text, in any other a translation. */
export type ChangeAspect =
  | 'TYPE'
  | 'TEXT'
  | 'TRANSLATION'
  | 'HELP'
  | 'LEVELS'
  | 'LEVEL_ORDER'
  | 'LEVEL_LABELS'
  | 'LEVELS_ARCHIVED'
  | 'ORDERED'
  | 'MISSING_CODES'
  | 'BOXES'
  | 'POLARITY'
  | 'RULES'
  | 'REQUIRED'
  | 'UNIT'
  | 'RANGE'
  | 'GRID'
  | 'REPORTS_CHANGE'
  | 'MODULE'
  | 'PRIOR';

export const CHANGE_ASPECTS: readonly ChangeAspect[] = [
  'TYPE',
  'TEXT',
  'TRANSLATION',
  'HELP',
  'LEVELS',
  'LEVEL_ORDER',
  'LEVEL_LABELS',
  'LEVELS_ARCHIVED',
  'ORDERED',
  'MISSING_CODES',
  'BOXES',
  'POLARITY',
  'RULES',
  'REQUIRED',
  'UNIT',
  'RANGE',
  'GRID',
  'REPORTS_CHANGE',
  'MODULE',
  'PRIOR',
];

/** A text that reads otherwise in one language. */
export interface TextChange {
  /** Which text, e.g. `text`, `help`, `valid.message`, `levels.4`, `rows.labour`. */
  readonly field: string;
  readonly locale: string;
  /** Null where the language is new. */
  readonly from: string | null;
  /** Null where the language is gone. */
  readonly to: string | null;
  readonly words: readonly WordChange[];
}

/** A value that is another now, as the text that stands in a package. Null = not stated. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface QuestionChange {
  readonly code: string;
  readonly section: string;
  /** In the order of CHANGE_ASPECTS; never empty. */
  readonly aspects: readonly ChangeAspect[];
  readonly texts: readonly TextChange[];
  readonly fields: readonly FieldChange[];
  /** How the two compare: the weakest verdict on the way; null for GRIDs whose cells do not agree. */
  readonly verdict: Verdict | null;
  /** Whether nobody is comparable any more: a BREAK, stated or for want of a verdict. */
  readonly breaksSeries: boolean;
}

/** A question as its set asks it: with its scale. */
export interface AskedQuestion {
  readonly definition: QuestionDefinition;
  readonly scale: Scale;
  readonly section: string;
}

type Labelled = { readonly code: string; readonly label: LocalizedText };

class Changes {
  readonly aspects = new Set<ChangeAspect>();
  readonly texts: TextChange[] = [];
  readonly fields: FieldChange[] = [];

  constructor(private readonly defaultLocale: string) {}

  field(aspect: ChangeAspect, field: string, from: unknown, to: unknown): void {
    // Most fields are stated on neither side, or equal: only lists and objects need to be written out to tell.
    if (from === to || canonicalJson(from ?? null) === canonicalJson(to ?? null)) return;
    this.aspects.add(aspect);
    this.fields.push({ field, from: asText(from), to: asText(to) });
  }

  /** @param aspect what a change in the default language is; in another language it is a TRANSLATION */
  text(aspect: ChangeAspect, field: string, from: LocalizedText | undefined, to: LocalizedText | undefined): void {
    if (isSameText(from, to)) return;
    const locales = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].sort();
    for (const locale of locales) {
      const [before, after] = [from?.[locale], to?.[locale]];
      if (before === after) continue;
      // A text that came or went as a whole has no translation that could have changed.
      const isTranslation = from !== undefined && to !== undefined && locale !== this.defaultLocale;
      this.aspects.add(isTranslation ? 'TRANSLATION' : aspect);
      this.texts.push({
        field,
        locale,
        from: before ?? null,
        to: after ?? null,
        words: wordDiff(before ?? '', after ?? ''),
      });
    }
  }

  /** Compares lists by code: labels of those in both, and the codes themselves. */
  list(
    aspects: { readonly codes: ChangeAspect; readonly labels: ChangeAspect; readonly order: ChangeAspect },
    field: string,
    from: readonly Labelled[],
    to: readonly Labelled[],
  ): void {
    const [before, after] = [from, to].map((list) => list.map(({ code }) => code)) as [string[], string[]];
    const kept = before.filter((code) => after.includes(code));
    const keptNow = after.filter((code) => before.includes(code));
    if (kept.length < before.length || kept.length < after.length)
      this.field(aspects.codes, field, before.join(', '), after.join(', '));
    if (kept.join('\n') !== keptNow.join('\n'))
      this.field(aspects.order, `${field}.order`, kept.join(', '), keptNow.join(', '));
    for (const { code, label } of from) {
      const now = to.find((item) => item.code === code);
      if (now !== undefined) this.text(aspects.labels, `${field}.${code}`, label, now.label);
    }
  }
}

function isSameText(from: LocalizedText | undefined, to: LocalizedText | undefined): boolean {
  if (from === undefined || to === undefined) return from === to;
  let count = 0;
  for (const locale in from) {
    if (from[locale] !== to[locale]) return false;
    count += 1;
  }
  return count === Object.keys(to).length;
}

const sameScales = new WeakMap<Scale, WeakMap<Scale, boolean>>();

/** Many questions share a scale, and a prepared set never changes: each pair of scales is compared once. */
function isSameScale(from: Scale, to: Scale): boolean {
  if (from === to) return true;
  let known = sameScales.get(from);
  if (known === undefined) sameScales.set(from, (known = new WeakMap()));
  let same = known.get(to);
  if (same === undefined) known.set(to, (same = canonicalJson(from) === canonicalJson(to)));
  return same;
}

const asText = (value: unknown): string | null =>
  value === undefined || value === null || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : canonicalJson(value);

function compareScales(changes: Changes, from: Scale, to: Scale): void {
  if (isSameScale(from, to)) return;
  changes.list({ codes: 'LEVELS', labels: 'LEVEL_LABELS', order: 'LEVEL_ORDER' }, 'levels', from.levels, to.levels);
  for (const level of from.levels) {
    const now = to.levels.find(({ code }) => code === level.code);
    if (now === undefined) continue;
    changes.field('LEVELS_ARCHIVED', `levels.${level.code}.archived`, level.archived ?? false, now.archived ?? false);
    changes.field('REPORTS_CHANGE', `levels.${level.code}.direction`, level.direction, now.direction);
  }
  const missing = (scale: Scale): readonly Labelled[] => scale.missing;
  changes.list(
    { codes: 'MISSING_CODES', labels: 'MISSING_CODES', order: 'MISSING_CODES' },
    'missing',
    missing(from),
    missing(to),
  );
  for (const { code, kind } of from.missing) {
    const now = to.missing.find((item) => item.code === code);
    if (now !== undefined) changes.field('MISSING_CODES', `missing.${code}.kind`, kind, now.kind);
  }
  changes.field('ORDERED', 'ordered', from.ordered, to.ordered);
  changes.field('BOXES', 'boxes', from.boxes, to.boxes);
}

/**
 * Compares a question as it was asked with the same question as it is asked now.
 * @param defaultLocale language whose wording is the question's own; another is a translation of it
 * @returns null where nothing has changed. Statements on comparability are not compared: they speak of the change.
 *   Total: never throws.
 */
export function questionChange(
  before: AskedQuestion,
  after: AskedQuestion,
  defaultLocale: string,
): Omit<QuestionChange, 'verdict' | 'breaksSeries'> | null {
  const [from, to] = [before.definition, after.definition];
  const changes = new Changes(defaultLocale);
  changes.field('TYPE', 'type', from.type, to.type);
  changes.text('TEXT', 'text', from.text, to.text);
  changes.text('HELP', 'help', from.help, to.help);
  changes.text('UNIT', 'unit', from.unit, to.unit);
  compareScales(changes, before.scale, after.scale);
  changes.field('POLARITY', 'polarity', from.polarity ?? before.scale.polarity, to.polarity ?? after.scale.polarity);
  for (const rule of ['visibleIf', 'requiredIf'] as const) changes.field('RULES', rule, from[rule], to[rule]);
  for (const check of ['valid', 'plausible'] as const) {
    changes.field('RULES', check, from[check]?.rule, to[check]?.rule);
    changes.text('RULES', `${check}.message`, from[check]?.message, to[check]?.message);
  }
  changes.field('REQUIRED', 'required', from.required, to.required);
  for (const bound of ['min', 'max', 'decimals', 'tolerance'] as const)
    changes.field('RANGE', bound, from[bound], to[bound]);
  changes.field('REPORTS_CHANGE', 'reportsChangeOf', from.reportsChangeOf, to.reportsChangeOf);
  changes.field('MODULE', 'module', from.module, to.module);
  changes.field('PRIOR', 'prior', from.prior ?? DEFAULT_PRIOR, to.prior ?? DEFAULT_PRIOR);
  for (const axis of ['rows', 'columns'] as const)
    changes.list(
      { codes: 'GRID', labels: 'GRID', order: 'GRID' },
      axis,
      (from[axis] ?? []).map(({ code, text }) => ({ code, label: text })),
      (to[axis] ?? []).map(({ code, text }) => ({ code, label: text })),
    );
  const aspects = CHANGE_ASPECTS.filter((aspect) => changes.aspects.has(aspect));
  if (aspects.length === 0) return null;
  return { code: to.code, section: after.section, aspects, texts: changes.texts, fields: changes.fields };
}

/** The scale of a question in its document; one without levels where it names none. */
export const scaleIn = (scales: readonly Scale[], { scale }: QuestionDefinition): Scale =>
  scales.find(({ code }) => code === scale) ?? NO_SCALE;

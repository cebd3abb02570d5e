import type { ChangeAspect, QuestionChange, TextChange } from './question-change.js';
import type { QuestionSetDiff } from './question-set-diff.js';
import type { WordChange } from './word-diff.js';

/** Languages in which a difference is told. */
export type DiffLanguage = 'de' | 'en';

const WORDS: Readonly<Record<DiffLanguage, Readonly<Record<string, string>>>> = {
  de: {
    title: 'Fragensatz',
    revision: 'Revision',
    added: 'Neu',
    removed: 'Entfallen',
    moved: 'Verschoben',
    changed: 'Geändert',
    sections: 'Abschnitte',
    unchanged: 'unverändert',
    broken: 'Unverändert, aber die Zeitreihe bricht',
    nothing: 'Kein Unterschied.',
    breaks: 'bricht die Zeitreihe',
    noVerdict: 'ohne Urteil',
    none: '–',
  },
  en: {
    title: 'Question set',
    revision: 'revision',
    added: 'Added',
    removed: 'Removed',
    moved: 'Moved',
    changed: 'Changed',
    sections: 'Sections',
    unchanged: 'unchanged',
    broken: 'Unchanged, but the series breaks',
    nothing: 'No difference.',
    breaks: 'breaks the series',
    noVerdict: 'no verdict',
    none: '–',
  },
};

const ASPECTS: Readonly<Record<DiffLanguage, Readonly<Record<ChangeAspect, string>>>> = {
  de: {
    TYPE: 'Fragetyp',
    TEXT: 'Wortlaut',
    TRANSLATION: 'Übersetzung',
    HELP: 'Erläuterung',
    LEVELS: 'Stufen',
    LEVEL_ORDER: 'Reihenfolge der Stufen',
    LEVEL_LABELS: 'Bezeichnungen der Stufen',
    LEVELS_ARCHIVED: 'archivierte Stufen',
    ORDERED: 'Ordnung der Skala',
    MISSING_CODES: 'Fehlwerte',
    BOXES: 'Stufengruppen',
    POLARITY: 'Polung',
    RULES: 'Regeln',
    REQUIRED: 'Pflicht',
    UNIT: 'Einheit',
    RANGE: 'Wertebereich',
    GRID: 'Zeilen und Spalten',
    REPORTS_CHANGE: 'berichtete Veränderung',
    MODULE: 'Modul',
    PRIOR: 'Anzeige der Vorjahresantwort',
  },
  en: {
    TYPE: 'type',
    TEXT: 'wording',
    TRANSLATION: 'translation',
    HELP: 'help',
    LEVELS: 'levels',
    LEVEL_ORDER: 'order of levels',
    LEVEL_LABELS: 'labels of levels',
    LEVELS_ARCHIVED: 'archived levels',
    ORDERED: 'order of the scale',
    MISSING_CODES: 'missing codes',
    BOXES: 'boxes',
    POLARITY: 'polarity',
    RULES: 'rules',
    REQUIRED: 'required',
    UNIT: 'unit',
    RANGE: 'range',
    GRID: 'rows and columns',
    REPORTS_CHANGE: 'reported change',
    MODULE: 'module',
    PRIOR: "showing of last round's answer",
  },
};

/** How a medium marks what it shows. Every text that a designer wrote goes through `plain`. */
interface Marks {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly item: (text: string) => string;
  readonly detail: (text: string) => string;
  readonly code: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly plain: (text: string) => string;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** Characters with a meaning in Markdown, and those that begin HTML. */
const escaped = (text: string): string =>
  oneLine(text).replace(/[\\`*_{}[\]<>()#+\-!|~&]/g, (character) => `\\${character}`);
/** A code span of a text that may itself hold backticks: its fence is longer than any run of them. */
function span(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

const MARKDOWN: Marks = {
  title: (text) => `# ${text}\n`,
  heading: (text) => `\n## ${text}\n\n`,
  item: (text) => `- ${text}\n`,
  detail: (text) => `  - ${text}\n`,
  code: (text) => span(oneLine(text)),
  removed: (text) => (text.trim() === '' ? '' : `~~${escaped(text).trim()}~~ `),
  added: (text) => (text.trim() === '' ? '' : `**${escaped(text).trim()}** `),
  plain: escaped,
};

const coloured = (colour: boolean): Marks => {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    title: (text) => `${paint(1, text)}\n`,
    heading: (text) => `\n${paint(1, text)}\n`,
    item: (text) => `  ${text}\n`,
    detail: (text) => `      ${text}\n`,
    code: (text) => oneLine(text),
    removed: (text) => (text === '' ? '' : colour ? paint(31, oneLine(text)) : `[-${oneLine(text)}-]`),
    added: (text) => (text === '' ? '' : colour ? paint(32, oneLine(text)) : `{+${oneLine(text)}+}`),
    plain: oneLine,
  };
};

const wordsOf = (changes: readonly WordChange[], marks: Marks): string =>
  changes
    .map(({ op, text }) =>
      op === 'EQUAL' ? marks.plain(text) : op === 'ADDED' ? marks.added(text) : marks.removed(text),
    )
    .join('')
    .trim();

function textLine({ field, locale, words }: TextChange, marks: Marks): string {
  return `${marks.code(field)} (${marks.plain(locale)}): ${wordsOf(words, marks)}`;
}

function changeLines(change: QuestionChange, language: DiffLanguage, marks: Marks): string {
  const words = WORDS[language];
  const aspects = change.aspects.map((aspect) => ASPECTS[language][aspect]).join(', ');
  const verdict = change.verdict ?? words['noVerdict'];
  const warning = change.breaksSeries ? `, ${words['breaks']}` : '';
  return [
    marks.item(`${marks.code(change.code)}: ${aspects} [${verdict}${warning}]`),
    ...change.texts.map((text) => marks.detail(textLine(text, marks))),
    ...change.fields.map(({ field, from, to }) =>
      marks.detail(
        `${marks.code(field)}: ${from === null ? words['none'] : marks.code(from)} → ${to === null ? words['none'] : marks.code(to)}`,
      ),
    ),
  ].join('');
}

function render(diff: QuestionSetDiff, language: DiffLanguage, marks: Marks): string {
  const words = WORDS[language];
  const name = ({ year, revision }: QuestionSetDiff['from']): string => `${year} (${words['revision']} ${revision})`;
  const section = (title: string | undefined, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${marks.heading(`${title} (${lines.length})`)}${lines.join('')}`;
  const { added, removed, retitled } = diff.sections;
  const body = [
    section(
      words['added'],
      diff.added.map(({ code, section: at }) => marks.item(`${marks.code(code)} (${marks.plain(at)})`)),
    ),
    section(
      words['removed'],
      diff.removed.map(({ code, section: at }) => marks.item(`${marks.code(code)} (${marks.plain(at)})`)),
    ),
    section(
      words['moved'],
      diff.moved.map((moved) =>
        marks.item(
          `${marks.code(moved.code)}: ${marks.plain(moved.fromSection)} ${moved.fromPosition + 1} → ${marks.plain(moved.toSection)} ${moved.toPosition + 1}`,
        ),
      ),
    ),
    section(
      words['changed'],
      diff.changed.map((change) => changeLines(change, language, marks)),
    ),
    section(
      words['broken'],
      diff.brokenUnchanged.map((code) => marks.item(marks.code(code))),
    ),
    section(words['sections'], [
      ...added.map((code) => marks.item(`+ ${marks.code(code)}`)),
      ...removed.map((code) => marks.item(`- ${marks.code(code)}`)),
      ...retitled.map(({ code, locale, words: changes }) =>
        marks.item(`${marks.code(code)} (${marks.plain(locale)}): ${wordsOf(changes, marks)}`),
      ),
    ]),
  ].join('');
  const closing = body === '' ? `\n${words['nothing']}\n` : `\n${diff.unchanged} ${words['unchanged']}\n`;
  return `${marks.title(`${words['title']} ${name(diff.from)} → ${name(diff.to)}`)}${body}${closing}`;
}

/** A difference as Markdown; wordings of designers are escaped. Removed words are struck out, added ones are bold. */
export const diffToMarkdown = (diff: QuestionSetDiff, language: DiffLanguage): string =>
  render(diff, language, MARKDOWN);

/** A difference for a terminal; without colour removed words stand in `[-…-]`, added ones in `{+…+}`. */
export const diffToText = (
  diff: QuestionSetDiff,
  language: DiffLanguage,
  { colour = false }: { readonly colour?: boolean } = {},
): string => render(diff, language, coloured(colour));

import {
  localize,
  MAX_TEXT,
  numberText,
  type AnswerableType,
  type Level,
  type Question,
  type QuestionSet,
} from '@reflexbogen/domain';
import { MAX_TEXT as MAX_CELL } from '../export/xlsx-xml.js';
import type { Choices, ChoicesOf } from './answer-choices.js';
import { languageOf, MARK, type Language } from './sheet-file.js';

/** A row of a sheet without its answer: a question, or one option of a MULTI_CHOICE question. */
export interface SheetRow {
  readonly question: Question;
  /** Code of the option; null in the row of the question itself. */
  readonly option: string | null;
  readonly section: string;
  readonly text: string;
  readonly type: string;
  readonly allowed: string;
}

/** Choices spelled out in a cell or message; the list in the file has them all. */
const MAX_LISTED = 12;

const TYPES: Readonly<Record<Language, Readonly<Record<AnswerableType | 'OPTION', string>>>> = {
  de: {
    SCALE: 'Skala',
    NUMBER: 'Zahl',
    BOOLEAN: 'Ja/Nein',
    CHOICE: 'Auswahl',
    MULTI_CHOICE: 'Mehrfachauswahl',
    TEXT: 'Text',
    OPTION: 'Option',
  },
  en: {
    SCALE: 'Scale',
    NUMBER: 'Number',
    BOOLEAN: 'Yes/no',
    CHOICE: 'Choice',
    MULTI_CHOICE: 'Multiple choice',
    TEXT: 'Text',
    OPTION: 'Option',
  },
};

const WORDS = {
  de: {
    choose: 'aus der Liste: ',
    more: (count: number) => ` und ${count} weitere`,
    options: `Zutreffendes in den Zeilen darunter mit ${MARK} kennzeichnen`,
    option: `${MARK}, oder leer`,
    number: 'Zahl',
    from: (min: string) => ` ab ${min}`,
    upTo: (max: string) => ` bis ${max}`,
    decimals: (count: number) => `, höchstens ${count} Nachkommastellen`,
    text: `Text, höchstens ${MAX_TEXT} Zeichen`,
    or: '; oder ',
    required: ' (Pflichtfrage)',
  },
  en: {
    choose: 'from the list: ',
    more: (count: number) => ` and ${count} more`,
    options: `mark with ${MARK} in the rows below whatever applies`,
    option: `${MARK}, or empty`,
    number: 'number',
    from: (min: string) => ` from ${min}`,
    upTo: (max: string) => ` up to ${max}`,
    decimals: (count: number) => `, at most ${count} decimals`,
    text: `text of at most ${MAX_TEXT} characters`,
    or: '; or ',
    required: ' (required)',
  },
} as const;

/** A number as people of a language write it, without thousands separators. */
export const numberIn = (value: number, language: Language): string =>
  language === 'de' ? numberText(value).replace('.', ',') : numberText(value);

/** Options of a MULTI_CHOICE question that are offered, in scale order. */
export const optionsOf = (question: Question): readonly Level[] =>
  question.type === 'MULTI_CHOICE' ? question.scale.levels.filter(({ archived }) => archived !== true) : [];

/** What a question takes, in words, in the language of the file. */
export function allowedIn(question: Question, choices: Choices, locale: string): string {
  const language = languageOf(locale);
  const words = WORDS[language];
  const entries = choices.all.map(({ entry }) => entry);
  const more = entries.length > MAX_LISTED ? words.more(entries.length - MAX_LISTED) : '';
  const listed = entries.slice(0, MAX_LISTED).join('; ') + more;
  const orMissing = entries.length === 0 ? '' : words.or + listed;
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
    case 'BOOLEAN':
      return words.choose + listed;
    case 'MULTI_CHOICE':
      return words.options + orMissing;
    case 'TEXT':
      return words.text + orMissing;
    case 'NUMBER': {
      const { min, max, decimals, unit } = question;
      const parts = [
        words.number,
        min === undefined ? '' : words.from(numberIn(min, language)),
        max === undefined ? '' : words.upTo(numberIn(max, language)),
        unit === undefined ? '' : ` (${localize(unit, locale)})`,
        decimals === undefined ? '' : words.decimals(decimals),
      ];
      return parts.join('') + orMissing;
    }
  }
}

/** Wordings of grids may be longer than a cell: they end in an ellipsis there, visibly. */
const cellText = (text: string): string =>
  text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** The rows of a sheet in the order of the question set, options below their question. Cells of grids are questions. */
export function sheetRowsOf(questionSet: QuestionSet, locale: string, choicesOf: ChoicesOf): readonly SheetRow[] {
  const language = languageOf(locale);
  const titles = new Map(questionSet.document.sections.map(({ code, title }) => [code, localize(title, locale)]));
  return questionSet.questions.flatMap((question, index) => {
    const section = titles.get(question.section) ?? question.section;
    // The help of a grid stands in its first cell alone.
    const isContinued =
      question.grid !== undefined && questionSet.questions[index - 1]?.grid?.code === question.grid.code;
    const help = question.help === undefined || isContinued ? '' : `\n${localize(question.help, locale)}`;
    const required = question.required ? WORDS[language].required : '';
    return [
      {
        question,
        option: null,
        section,
        text: cellText(localize(question.text, locale) + help),
        type: TYPES[language][question.type],
        allowed: cellText(allowedIn(question, choicesOf(question), locale) + required),
      },
      ...optionsOf(question).map(({ code, label }) => ({
        question,
        option: code,
        section,
        text: cellText(localize(label, locale)),
        type: TYPES[language].OPTION,
        allowed: WORDS[language].option,
      })),
    ];
  });
}

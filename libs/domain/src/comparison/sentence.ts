import type { Basis, Comparability, Tally } from './comparison.types.js';
import type { LevelShare } from './level-share.js';

/** Languages that figures are worded in. */
export type SentenceLocale = 'de' | 'en';

/** What a sentence counts. */
export type SentenceDirection = 'INCREASED' | 'DECREASED' | 'UNCHANGED' | 'CHANGED';

/** The part of a delta that a sentence words. */
export interface SentenceFigure {
  readonly basis: Basis;
  readonly reports?: { readonly question: string; readonly since: number };
  readonly comparability: Comparability | null;
  readonly ordered: boolean;
  readonly panelSize: number;
  readonly tally: Tally;
}

/** How the rounds are called, usually by their years. */
export interface SentenceRounds {
  readonly from: string;
  readonly to: string;
}

/** German for `de` and its regions, English for everything else. */
export const sentenceLocale = (locale: string): SentenceLocale => (/^de(-|$)/i.test(locale) ? 'de' : 'en');

const WORDS: Readonly<Record<SentenceLocale, Readonly<Record<SentenceDirection, string>>>> = {
  de: { INCREASED: 'gestiegen', DECREASED: 'gesunken', UNCHANGED: 'unverändert', CHANGED: 'verändert' },
  en: { INCREASED: 'Increased', DECREASED: 'Decreased', UNCHANGED: 'Unchanged', CHANGED: 'Changed' },
};

/** Digits in groups of three. */
const number = (value: number, locale: SentenceLocale): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, locale === 'de' ? '.' : ',');

function countOf({ tally }: SentenceFigure, direction: SentenceDirection): number {
  if (direction === 'UNCHANGED') return tally.unchanged;
  if (direction === 'CHANGED') return tally.changed;
  return (direction === 'INCREASED' ? tally.increased : tally.decreased) ?? 0;
}

/**
 * Words a delta from its own counts.
 * @param figure a delta
 * @param rounds names of both rounds; a reported change names the year that its question refers to instead of `from`
 * @param locale BCP 47 tag: German for `de…`, else English
 * @param direction what to count; INCREASED for ordered questions and always CHANGED for nominal ones, unless UNCHANGED
 * @returns one sentence without a full stop: the count, its base, the rounds, who is missing from the base, and a footnote
 *   for a reworded question or a changed scale. Total: never throws.
 * Source: docs/methodology.md#sentences
 * @example sentenceOf(delta, { from: '2017', to: '2018' }, 'en') // Increased in 8 of 15 municipalities compared with 2017
 */
export function sentenceOf(
  figure: SentenceFigure,
  rounds: SentenceRounds,
  locale: string,
  direction: SentenceDirection = 'INCREASED',
): string {
  const language = sentenceLocale(locale);
  const names = figure.reports === undefined ? rounds : { ...rounds, from: String(figure.reports.since) };
  const counted = figure.ordered || direction === 'UNCHANGED' ? direction : 'CHANGED';
  const base: Base = {
    count: countOf(figure, counted),
    of: figure.tally.comparable,
    without: figure.tally.excluded,
    panelSize: figure.panelSize,
    isReported: figure.basis === 'REPORTED',
    isPartlyIncomparable: figure.tally.exclusions.some(({ reason }) => reason === 'NOT_COMPARABLE'),
  };
  if (figure.comparability?.verdict === 'BREAK') return BREAK[language](names);
  if (base.of === 0) return NOTHING[language](base, names);
  const word = WORDS[language][counted];
  const sentence = language === 'de' ? germanSentence(base, word, names) : englishSentence(base, word, names);
  return sentence + footnote(figure.comparability, names, language);
}

interface Base {
  readonly count: number;
  readonly of: number;
  readonly without: number;
  readonly panelSize: number;
  readonly isReported: boolean;
  readonly isPartlyIncomparable: boolean;
}

const BREAK: Readonly<Record<SentenceLocale, (rounds: SentenceRounds) => string>> = {
  de: ({ from }) => `Nicht mit ${from} vergleichbar: Die Frage misst nicht mehr dasselbe`,
  en: ({ from }) => `Not comparable with ${from}: the question no longer measures the same`,
};

const NOTHING: Readonly<Record<SentenceLocale, (base: Base, rounds: SentenceRounds) => string>> = {
  de: ({ panelSize, isReported }, { from, to }) => {
    if (panelSize === 0) return 'Keine Kommune im Panel';
    const report = `Angabe aus ${to} zur Veränderung gegenüber ${from} vor`;
    const answers = `Antworten aus ${from} und ${to} vor`;
    if (panelSize === 1)
      return `Von der einzigen Kommune ${isReported ? `liegt keine ${report}` : `liegen keine vergleichbaren ${answers}`}`;
    return `Von keiner der ${number(panelSize, 'de')} Kommunen ${isReported ? `liegt eine ${report}` : `liegen vergleichbare ${answers}`}`;
  },
  en: ({ panelSize, isReported }, { from, to }) => {
    const what = isReported ? `report in ${to} of the change since ${from}` : `comparable answers in ${from} and ${to}`;
    if (panelSize === 0) return 'No municipality in the panel';
    if (panelSize === 1) return `No ${what} from the only municipality`;
    return `No ${what} from any of the ${number(panelSize, 'en')} municipalities`;
  },
};

/** "8 von 15 Kommunen" in the dative, after "in"; the base is definite where it is only part of the panel. */
function germanBase({ count, of, without }: Base, who: string): string {
  const size = number(of, 'de');
  if (of === 1) return `In der einzigen Kommune${who}`;
  if (count === of) return of === 2 ? `In beiden Kommunen${who}` : `In allen ${size} Kommunen${who}`;
  const among = without > 0 ? `der ${size}` : `von ${size}`;
  const counted = count === 0 ? 'keiner' : count === 1 ? 'einer' : number(count, 'de');
  return `In ${counted} ${among} Kommunen${who}`;
}

function germanSentence(base: Base, word: string, { from, to }: SentenceRounds): string {
  const answers = base.isReported
    ? `einer Angabe aus ${to}`
    : base.isPartlyIncomparable
      ? 'vergleichbaren Antworten in beiden Jahren'
      : 'Antworten in beiden Jahren';
  const who = base.without > 0 ? ` mit ${answers}` : '';
  const negation = base.of === 1 && base.count === 0 ? 'nicht ' : '';
  const rest = base.without > 0 ? `; ${number(base.without, 'de')} ohne` : '';
  return `${germanBase(base, who)} gegenüber ${from} ${negation}${word}${rest}`;
}

function englishBase({ count, of, without }: Base): string {
  const size = number(of, 'en');
  if (of === 1) return 'the only municipality';
  if (count === of) return of === 2 ? 'both municipalities' : `all ${size} municipalities`;
  const counted = count === 0 ? (of === 2 ? 'neither' : 'none') : number(count, 'en');
  return `${counted} of ${without > 0 || (count === 0 && of === 2) ? 'the ' : ''}${size} municipalities`;
}

function englishSentence(base: Base, word: string, { from, to }: SentenceRounds): string {
  const answers = base.isReported
    ? `a report in ${to}`
    : base.isPartlyIncomparable
      ? 'comparable answers in both years'
      : 'answers in both years';
  const isNegated = base.of === 1 && base.count === 0;
  const verb = isNegated ? `Not ${word.toLowerCase()}` : word;
  if (base.without === 0) return `${verb} in ${englishBase(base)} compared with ${from}`;
  return `${verb} compared with ${from} in ${englishBase(base)} with ${answers}; ${number(base.without, 'en')} without`;
}

function footnote(comparability: Comparability | null, { from, to }: SentenceRounds, language: SentenceLocale): string {
  if (comparability === null) return '';
  const text = FOOTNOTES[language](from, to)[comparability.verdict];
  if (text === undefined) return '';
  return ` (${[text, ...comparability.notes].join('; ')})`;
}

type Footnotes = Readonly<Partial<Record<Comparability['verdict'], string>>>;

const FOOTNOTES: Readonly<Record<SentenceLocale, (from: string, to: string) => Footnotes>> = {
  de: (from, to) => ({
    COMPARABLE: 'Frage umformuliert, gleiche Bedeutung',
    RECODED: `Antwortskala geändert, Antworten aus ${from} auf die Skala von ${to} übertragen`,
  }),
  en: (from, to) => ({
    COMPARABLE: 'question reworded, same meaning',
    RECODED: `answer scale changed, answers of ${from} carried over to the scale of ${to}`,
  }),
};

const quotedList = (labels: readonly string[], language: SentenceLocale): string => {
  const quoted = labels.map((label) => (language === 'de' ? `„${label}“` : `“${label}”`));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${language === 'de' ? 'oder' : 'or'} ${last}`;
};

/**
 * Words a level share: "14 of 15 municipalities answered “big” or “very big” in 2018".
 * @param share count and base; its exclusions are named as one number
 * @param labels labels of the box's levels in scale order, in the sentence's language
 * @param round name of the round
 */
export function levelShareSentence(
  share: LevelShare,
  labels: readonly string[],
  round: string,
  locale: string,
): string {
  const language = sentenceLocale(locale);
  const without = share.exclusions.reduce((sum, { count }) => sum + count, 0);
  return language === 'de' ? germanShare(share, labels, round, without) : englishShare(share, labels, round, without);
}

function germanShare({ count, of }: LevelShare, labels: readonly string[], round: string, without: number): string {
  if (of === 0) return `Keine gültige Antwort ${round}`;
  const size = number(of, 'de');
  const answered = count <= 1 || of === 1 ? 'antwortete' : 'antworteten';
  const rest = without > 0 ? `; ${number(without, 'de')} ohne gültige Antwort` : '';
  const levels = quotedList(labels, 'de');
  if (of === 1) return `Die einzige Kommune antwortete ${round} ${count === 0 ? 'nicht ' : ''}mit ${levels}${rest}`;
  const many = of === 2 ? 'Beide Kommunen' : `Alle ${size} Kommunen`;
  const some = `${count === 0 ? 'Keine' : count === 1 ? 'Eine' : number(count, 'de')} von ${size} Kommunen`;
  return `${count === of ? many : some} ${answered} ${round} mit ${levels}${rest}`;
}

function englishShare({ count, of }: LevelShare, labels: readonly string[], round: string, without: number): string {
  if (of === 0) return `No valid answer in ${round}`;
  const size = number(of, 'en');
  const rest = without > 0 ? `; ${number(without, 'en')} without a valid answer` : '';
  const levels = quotedList(labels, 'en');
  if (of === 1)
    return `The only municipality ${count === 0 ? 'did not answer' : 'answered'} ${levels} in ${round}${rest}`;
  const many = of === 2 ? 'Both municipalities' : `All ${size} municipalities`;
  const none = of === 2 ? 'Neither' : 'None';
  const some = `${count === 0 ? none : number(count, 'en')} of ${count === 0 && of === 2 ? 'the ' : ''}${size} municipalities`;
  return `${count === of ? many : some} answered ${levels} in ${round}${rest}`;
}

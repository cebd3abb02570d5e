import type { ReportLocale } from './report-data.js';

/** Every word of a report that does not come from the study. */
export interface Words {
  readonly compared: (to: string, from: string) => string;
  readonly panel: (size: number) => string;
  readonly state: (asOf: string, freeze: string | null) => string;
  readonly rated: (levels: readonly string[], round: string) => string;
  readonly ratedLead: (levels: readonly string[], round: string) => string;
  readonly distribution: (title: string, round: string) => string;
  readonly changes: (to: string, from: string) => string;
  readonly changesLead: (from: string) => string;
  readonly reported: string;
  readonly computed: string;
  readonly increased: string;
  readonly unchanged: string;
  readonly decreased: string;
  readonly changed: string;
  readonly of: (count: number, base: number) => string;
  readonly increasedIn: (count: number, base: number, since: string) => string;
  readonly agreement: string;
  readonly agreementLead: string;
  readonly agreementHead: readonly [string, string, string];
  readonly all: string;
  readonly allHead: readonly string[];
  readonly source: (round: string) => string;
  readonly figure: string;
  readonly table: string;
  readonly footnotes: string;
  readonly method: string;
  readonly methodText: string;
  readonly withheld: string;
  readonly noComparison: (count: number) => string;
  readonly comparability: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly page: (page: number, pages: number) => string;
  readonly bases: (smallest: number, largest: number) => string;
}

const quoted = (levels: readonly string[], open: string, close: string, or: string): string =>
  levels.map((level) => `${open}${level}${close}`).join(` ${or} `);

const de: Words = {
  compared: (to, from) => `${to} gegenüber ${from}`,
  panel: (size) => (size === 1 ? 'Panel von einer Kommune' : `Panel von ${size} Kommunen`),
  state: (asOf, freeze) => (freeze === null ? `Stand ${asOf}` : `Datenstand „${freeze}“ vom ${asOf}`),
  rated: (levels, round) => `Am häufigsten ${quoted(levels, '„', '“', 'oder')}, ${round}`,
  ratedLead: (levels, round) =>
    `Aus Sicht der Kommunen wurden ${round} am häufigsten mit ${quoted(levels, '„', '“', 'oder')} bewertet:`,
  distribution: (title, round) => `${title}, ${round}`,
  changes: (to, from) => `Veränderungen ${to} gegenüber ${from}`,
  changesLead: (from) => `Aus Sicht der Kommunen ist gegenüber ${from} am häufigsten gestiegen:`,
  reported: 'von den Kommunen berichtet',
  computed: 'aus den Antworten beider Runden berechnet',
  increased: 'gestiegen',
  unchanged: 'unverändert',
  decreased: 'gesunken',
  changed: 'verändert',
  of: (count, base) => `${count} von ${base}`,
  increasedIn: (count, base, since) =>
    base === 1
      ? `in ${count} von 1 Kommune gegenüber ${since} gestiegen`
      : `in ${count} von ${base} Kommunen gegenüber ${since} gestiegen`,
  agreement: 'Berechnete und berichtete Veränderung',
  agreementLead:
    'Wo der Bogen die Lage in beiden Jahren und außerdem die Veränderung selbst erfragt, stehen beide nebeneinander.',
  agreementHead: ['Frage', 'mit beiden Angaben', 'davon übereinstimmend'],
  all: 'Alle Fragen',
  allHead: ['Frage', 'gestiegen', 'gesunken', 'unverändert', 'vergleichbar', 'ausgeschlossen'],
  source: (round) => `Quelle: Befragung Reflexionsbogen ${round}`,
  figure: 'Abbildung',
  table: 'Tabelle',
  footnotes: 'Anmerkungen',
  method: 'Lesehinweis',
  methodText:
    'Jede Kommune des Panels fällt bei jeder Frage in genau eine Gruppe: gestiegen, gesunken, unverändert oder aus dem ersten zutreffenden Grund ausgeschlossen. „8 von 15“ heißt: in 8 der 15 vergleichbaren Kommunen. Gezählt werden nur abgegebene Bögen.',
  withheld: '· = zum Schutz einzelner Antworten nicht ausgewiesen',
  noComparison: (count) =>
    count === 1
      ? 'Eine weitere Frage hat keine vergleichbaren Antworten (meist, weil nur eine Runde sie stellt).'
      : `${count} weitere Fragen haben keine vergleichbaren Antworten (meist, weil nur eine Runde sie stellt).`,
  comparability: {
    COMPARABLE: 'Frage umformuliert, gleiche Bedeutung.',
    RECODED: 'Skala geändert; frühere Antworten umgeschlüsselt.',
    BREAK: 'Nicht vergleichbar: Frage oder Skala geändert.',
  },
  reasons: {
    UNIT_CHANGED: 'Gebietsänderung',
    NOT_IN_PANEL: 'nicht im Panel',
    NO_RESPONSE_FROM: 'kein Bogen in der früheren Runde',
    NO_RESPONSE_TO: 'kein Bogen in der späteren Runde',
    NO_RESPONSE_BOTH: 'kein Bogen in beiden Runden',
    NOT_ASKED: 'nicht gefragt',
    SKIPPED: 'übersprungen',
    NO_ANSWER: 'keine Angabe',
    DONT_KNOW: 'weiß nicht',
    REFUSED: 'verweigert',
    NOT_APPLICABLE: 'trifft nicht zu',
    CARRIED_OVER: 'aus der Vorrunde übernommen',
    NOT_COMPARABLE: 'nicht vergleichbar',
  },
  page: (page, pages) => `Seite ${page} von ${pages}`,
  bases: (smallest, largest) =>
    smallest === largest ? `Anzahl Kommunen, n = ${smallest}` : `Anzahl Kommunen, n = ${smallest} bis ${largest}`,
};

const en: Words = {
  compared: (to, from) => `${to} compared with ${from}`,
  panel: (size) => (size === 1 ? 'panel of one municipality' : `panel of ${size} municipalities`),
  state: (asOf, freeze) => (freeze === null ? `as of ${asOf}` : `freeze “${freeze}” of ${asOf}`),
  rated: (levels, round) => `Most often ${quoted(levels, '“', '”', 'or')}, ${round}`,
  ratedLead: (levels, round) => `In ${round} the municipalities most often rated as ${quoted(levels, '“', '”', 'or')}:`,
  distribution: (title, round) => `${title}, ${round}`,
  changes: (to, from) => `Changes, ${to} compared with ${from}`,
  changesLead: (from) => `In the view of the municipalities, these increased most often compared with ${from}:`,
  reported: 'reported by the municipalities',
  computed: 'computed from the answers of both rounds',
  increased: 'increased',
  unchanged: 'unchanged',
  decreased: 'decreased',
  changed: 'changed',
  of: (count, base) => `${count} of ${base}`,
  increasedIn: (count, base, since) =>
    `increased in ${count} of ${base} ${base === 1 ? 'municipality' : 'municipalities'} compared with ${since}`,
  agreement: 'Computed and reported change',
  agreementLead: 'Where the sheet asks for the state in both years and for the change itself, both stand side by side.',
  agreementHead: ['Question', 'with both', 'of these in agreement'],
  all: 'All questions',
  allHead: ['Question', 'increased', 'decreased', 'unchanged', 'comparable', 'excluded'],
  source: (round) => `Source: reflection sheet ${round}`,
  figure: 'Figure',
  table: 'Table',
  footnotes: 'Notes',
  method: 'How to read this',
  methodText:
    'On each question every municipality of the panel falls into exactly one group: increased, decreased, unchanged, or excluded for the first reason that applies. “8 of 15” means: in 8 of the 15 comparable municipalities. Only submitted sheets count.',
  withheld: '· = withheld to protect single answers',
  noComparison: (count) =>
    count === 1
      ? 'One more question has no comparable answers (mostly because only one round asks it).'
      : `${count} more questions have no comparable answers (mostly because only one round asks them).`,
  comparability: {
    COMPARABLE: 'Question reworded, same meaning.',
    RECODED: 'Scale changed; earlier answers recoded.',
    BREAK: 'Not comparable: question or scale changed.',
  },
  reasons: {
    UNIT_CHANGED: 'unit changed',
    NOT_IN_PANEL: 'not in the panel',
    NO_RESPONSE_FROM: 'no sheet in the earlier round',
    NO_RESPONSE_TO: 'no sheet in the later round',
    NO_RESPONSE_BOTH: 'no sheet in either round',
    NOT_ASKED: 'not asked',
    SKIPPED: 'skipped',
    NO_ANSWER: 'no answer',
    DONT_KNOW: "don't know",
    REFUSED: 'refused',
    NOT_APPLICABLE: 'not applicable',
    CARRIED_OVER: 'carried over from the round before',
    NOT_COMPARABLE: 'not comparable',
  },
  page: (page, pages) => `page ${page} of ${pages}`,
  bases: (smallest, largest) =>
    smallest === largest
      ? `Number of municipalities, n = ${smallest}`
      : `Number of municipalities, n = ${smallest} to ${largest}`,
};

export const WORDS: Readonly<Record<ReportLocale, Words>> = { de, en };

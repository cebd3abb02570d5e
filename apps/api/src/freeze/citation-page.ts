import { localize } from '@reflexbogen/domain';
import type { Citation } from './citation.controller.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const WORDS = {
  de: {
    figure: 'Zitierte Zahl',
    question: 'Frage',
    counts: ['gestiegen', 'gesunken', 'unverändert', 'vergleichbar', 'ausgeschlossen', 'Panel'],
    withheld: 'nicht ausgewiesen',
    comparability: 'Vergleichbarkeit',
    frozen: (name: string, at: string) => `Stand „${name}“ vom ${at}`,
    basis: { COMPUTED: 'aus zwei Antworten berechnet', REPORTED: 'direkt berichtet' } as Readonly<
      Record<string, string>
    >,
  },
  en: {
    figure: 'Cited figure',
    question: 'Question',
    counts: ['increased', 'decreased', 'unchanged', 'comparable', 'excluded', 'panel'],
    withheld: 'withheld',
    comparability: 'Comparability',
    frozen: (name: string, at: string) => `Freeze “${name}” of ${at}`,
    basis: { COMPUTED: 'computed from two answers', REPORTED: 'reported directly' } as Readonly<Record<string, string>>,
  },
} as const;

/** A citation as a page for people: one file, no script, nothing loaded. */
export function citationPage(citation: Citation, locale: 'de' | 'en'): string {
  const words = WORDS[locale];
  const { figure, base, definition, question, freeze } = citation;
  const counts = [figure.increased, figure.decreased, figure.unchanged, base.comparable, base.excluded, base.panelSize];
  const rows = words.counts.map(
    (name, index) =>
      `<tr><th scope="row">${name}</th><td>${escaped(counts[index] ?? (figure.suppressed ? words.withheld : '–'))}</td></tr>`,
  );
  const reasons = base.exclusions.map(({ reason, count }) => `<li>${escaped(reason)}: ${count}</li>`);
  const notes = definition.notes.map((note) => `<li>${escaped(note)}</li>`);
  const at = new Date(freeze.takenAt).toLocaleDateString(locale, { timeZone: 'Europe/Berlin', dateStyle: 'long' });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(citation.sentence[locale])}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; } table { border-collapse: collapse; margin: 1rem 0; }
th { text-align: left; font-weight: 600; } th, td { padding: .25rem 1.5rem .25rem 0; border-bottom: 1px solid #8886; }
td { text-align: right; font-variant-numeric: tabular-nums; } .small { font-size: .875rem; overflow-wrap: anywhere; }
</style></head><body>
<p>${words.figure} · ${escaped(localize(citation.study.title, locale))}</p>
<h1>${escaped(citation.sentence[locale])}</h1>
<p><strong>${words.question}:</strong> ${escaped(localize(question.text, locale))} (<code>${escaped(question.code)}</code>)</p>
<table>${rows.join('')}</table>
${reasons.length > 0 ? `<ul>${reasons.join('')}</ul>` : ''}
<p>${escaped(words.basis[definition.basis] ?? definition.basis)}${
    definition.comparability === null ? '' : ` · ${words.comparability}: ${escaped(definition.comparability)}`
  }</p>
${notes.length > 0 ? `<ul>${notes.join('')}</ul>` : ''}
<p class="small">${escaped(definition.methodology)}</p>
<p class="small">${escaped(words.frozen(freeze.name, at))} · ${escaped(citation.path)}</p>
</body></html>
`;
}

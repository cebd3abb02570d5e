import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import type { QuestionDefinition } from '../question-set/question-set.js';
import { diffQuestionSets } from './question-set-diff.js';
import { diffToMarkdown, diffToText } from './render-diff.js';

const diffOf = (before: QuestionDefinition, after: QuestionDefinition) => {
  const from = aQuestionSet([before]);
  return diffQuestionSets(from, aQuestionSet([after], { year: 2019 }), { history: [from] });
};

describe('rendering', () => {
  it('says where a series breaks although nothing is worded otherwise', () => {
    const broken = diffOf(aQuestion({ code: 'a' }), aQuestion({ code: 'a', since: { year: 2018, verdict: 'BREAK' } }));
    expect(diffToText(broken, 'de')).toContain('Unverändert, aber die Zeitreihe bricht (1)\n  a\n');
    expect(diffToMarkdown(broken, 'en')).toContain('## Unchanged, but the series breaks (1)\n\n- `a`\n');
  });

  it('fences a value longer than any backticks in it', () => {
    const diff = diffOf(aQuestion({ code: 'a' }), aQuestion({ code: 'a', visibleIf: "answered('``<b>`')" }));
    expect(diffToMarkdown(diff, 'en')).toContain("  - `visibleIf`: – → ``` answered('``<b>`') ```\n");
  });

  it('keeps an item on its line, whatever is in a wording', () => {
    const diff = diffOf(
      aQuestion({ code: 'a', text: { de: 'eins' } }),
      aQuestion({ code: 'a', text: { de: 'zwei\n\n# drei\n- vier' } }),
    );
    expect(diffToMarkdown(diff, 'de')).toContain('  - `text` (de): ~~eins~~ **zwei \\# drei \\- vier**\n');
    expect(diffToText(diff, 'de')).toContain('      text (de): [-eins-]{+zwei # drei - vier+}\n');
  });
});

import type { QuestionSetDocument } from '@reflexbogen/domain';
import fc from 'fast-check';
import { UnreadablePackageError } from '../package-fault.js';
import { arbitraryQuestionnaire, HAND_WRITTEN } from './questionnaire.builder.js';
import { MAX_QUESTIONNAIRE, readQuestionnaire, type Questionnaire } from './read-questionnaire.js';
import { writeQuestionnaire } from './write-questionnaire.js';

function read(text: string): Questionnaire {
  const result = readQuestionnaire(text, 'q.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 1));
  return result.value;
}

function faultsOf(text: string) {
  const result = readQuestionnaire(text, 'q.yaml');
  const faults = result.ok ? [] : result.errors;
  // Everything wrong with such a file can be said in another language, and nothing was left unsaid: no name in braces.
  for (const { message, expected, particulars } of faults) {
    expect(particulars?.reason).toMatch(/^[A-Z_]+$/);
    expect(`${message} ${expected}`).not.toMatch(/\{\w+\}/);
  }
  return faults;
}

/** The lines of two texts that stand in one of them only. */
function changedLines(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    removed: old.filter((line) => !now.includes(line)),
    added: now.filter((line) => !old.includes(line)),
  };
}

const replaced = (from: string | RegExp, to: string): string => {
  const text = HAND_WRITTEN.replace(from, to);
  if (text === HAND_WRITTEN) throw new Error(`${String(from)} does not occur`);
  return text;
};

/** The hand-written file, saved by a designer who changed the document. */
const edited = (edit: (document: QuestionSetDocument) => QuestionSetDocument, text = HAND_WRITTEN): string => {
  const { template, document } = read(text);
  const questionnaire = { template, document: edit(document) };
  const written = writeQuestionnaire(questionnaire, 'yaml', { previousText: text });
  expect(read(written)).toEqual(questionnaire);
  return written;
};

const withQuestion = (code: string, more: object) => (document: QuestionSetDocument) => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.code === code ? { ...question, ...more } : question)),
  })),
});

describe('writeQuestionnaire', () => {
  it.each(['yaml', 'json'] as const)('gives back as %s what it was given', (format) => {
    fc.assert(
      fc.property(arbitraryQuestionnaire, (questionnaire) => {
        const text = writeQuestionnaire(questionnaire, format);

        expect(read(text)).toEqual(questionnaire);
        expect(writeQuestionnaire(questionnaire, format, { previousText: text })).toBe(text);
      }),
      { numRuns: 80 },
    );
  });

  it.each(['yaml', 'json'] as const)('turns any %s file into any other document', (format) => {
    fc.assert(
      fc.property(arbitraryQuestionnaire, arbitraryQuestionnaire, (before, after) => {
        const previousText = writeQuestionnaire(before, format);

        const text = writeQuestionnaire(after, format, { previousText });

        expect(read(text)).toEqual(after);
        if (format === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 80 },
    );
  });

  it('keeps every comment that stands above or beside what remains, whatever is added', () => {
    const comments = HAND_WRITTEN.match(/#.*$/gm) ?? [];
    fc.assert(
      fc.property(arbitraryQuestionnaire, ({ document }) => {
        const text = edited((own) => ({
          ...own,
          scales: [...own.scales, ...document.scales.filter(({ code }) => code !== 'size')],
          sections: [
            ...own.sections,
            ...document.sections.map((section) => ({ ...section, code: `x-${section.code}` })),
          ].map((section) => ({
            ...section,
            questions: section.questions.filter(({ type }) => type === 'TEXT' || !section.code.startsWith('x-')),
          })),
        }));

        for (const comment of comments) expect(text).toContain(comment);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['as it is', HAND_WRITTEN],
    ['with other line ends', HAND_WRITTEN.replaceAll('\n', '\r\n')],
    ['without a last line end', HAND_WRITTEN.trimEnd()],
    ['as JSON', JSON.stringify(JSON.parse(writeQuestionnaire(read(HAND_WRITTEN), 'json')), null, 7)],
  ])('leaves a file that says the same byte for byte: %s', (_, text) => {
    expect(writeQuestionnaire(read(text), 'yaml', { previousText: text })).toBe(text);
  });

  it.each<[string, (document: QuestionSetDocument) => QuestionSetDocument, string[], string[]]>([
    [
      'a text in a block',
      withQuestion('challenge.housing', { text: { de: 'Wohnungen', en: 'Housing of immigrants' } }),
      ['          de: Wohnraumversorgung von Zugewanderten'],
      ['          de: Wohnungen'],
    ],
    [
      'a folded text',
      withQuestion('challenge.housing', { text: { de: 'Wohnraumversorgung von Zugewanderten', en: 'Homes: now' } }),
      ['            Housing of', '            immigrants'],
      ['            Homes: now'],
    ],
    [
      'a text of several lines',
      withQuestion('challenge.housing', { help: { de: 'Erste Zeile.\nDritte Zeile.\n' } }),
      ['            Zweite Zeile.'],
      ['            Dritte Zeile.'],
    ],
    [
      'a quoted text within brackets',
      withQuestion('staff', { text: { de: 'Stellen', en: "People's posts" } }),
      [`        text: { de: "Stellen", en: 'Posts' }`],
      [`        text: { de: "Stellen", en: 'People''s posts' }`],
    ],
    [
      'a default that was written out',
      withQuestion('challenge.housing', { required: true }),
      ['        required: false'],
      ['        required: true'],
    ],
    ['a number', withQuestion('staff', { min: 2.5 }), ['        min:   0'], ['        min:   2.5']],
    [
      'a new field',
      withQuestion('remark', { visibleIf: "answer('staff') > 3.0" }),
      [],
      [`      visibleIf: answer('staff') > 3.0`],
    ],
    [
      'a new language within brackets',
      withQuestion('remark', { text: { de: 'Bemerkungen', en: 'Remarks' } }),
      ['      text: { de: Bemerkungen }'],
      ['      text: { de: Bemerkungen, en: Remarks }'],
    ],
    [
      'a level archived',
      (document) => ({
        ...document,
        scales: document.scales.map((scale) => ({
          ...scale,
          levels: scale.levels.map((level) => (level.code === '2' ? { ...level, archived: true } : level)),
        })),
      }),
      ['      - { code: "2",  label: { de: groß,  en: big   } }'],
      ['      - { code: "2", archived: true,  label: { de: groß,  en: big   } }'],
    ],
    [
      'a module of another revision',
      (document) => ({ ...document, modules: [{ code: 'core', revision: 4 }] }),
      ['modules: [ { code: core, revision: 3 } ]'],
      ['modules: [ { code: core, revision: 4 } ]'],
    ],
    [
      'a question taken out',
      (document) => ({
        ...document,
        sections: document.sections.map((section) => ({
          ...section,
          questions: section.questions.filter(({ code }) => code !== 'staff'),
        })),
      }),
      [
        '      # how many posts',
        '      - type: NUMBER',
        '        code: staff',
        `        text: { de: "Stellen", en: 'Posts' }`,
        '        min:   0',
        `        plausible: { rule: "answer('staff') > 100.0", message: { de: Wirklich?, en: Really? } }`,
        '        unit: { de: Stellen }',
      ],
      [],
    ],
  ])('changes the lines of %s and no others', (_, edit, removed, added) => {
    expect(changedLines(HAND_WRITTEN, edited(edit))).toEqual({ removed, added });
  });

  it('moves questions with their comments, within a section and to another', () => {
    const text = edited(({ sections: [housing, rest], ...document }) => ({
      ...document,
      sections: [
        { ...housing!, questions: [housing!.questions[1]!] },
        { ...rest!, questions: [...rest!.questions, housing!.questions[0]!] },
      ],
    }));

    expect(text).toContain(
      '    # --- the core ---\n    - code: challenge.housing     # never change this\n      type: SCALE\n',
    );
    expect(text).toContain('      # how many posts\n      - type: NUMBER\n');
    expect([...text].sort().join('').replaceAll(' ', '')).toBe([...HAND_WRITTEN].sort().join('').replaceAll(' ', ''));
  });

  it('changes one of two questions that the designer wrote once and took up by an alias', () => {
    const shared = replaced('{ de: Übriges }', '&t { de: Gleich } # anchor').replace('{ de: Bemerkungen }', '*t');

    const text = edited(withQuestion('remark', { text: { de: 'Anders' } }), shared);

    expect(read(text).document.sections[1]).toMatchObject({ title: { de: 'Gleich' } });
    for (const comment of shared.match(/#.*$/gm) ?? []) expect(text).toContain(comment);
  });

  it('refuses a previous file that it cannot read, since its comments would be lost', () => {
    expect(() => writeQuestionnaire(read(HAND_WRITTEN), 'yaml', { previousText: 'a: [' })).toThrow(
      UnreadablePackageError,
    );
  });
});

describe('readQuestionnaire', () => {
  it.each<[string, string, string, string, string[]?]>([
    ['an unknown field', replaced('min:   0', 'minimum: 0'), 'UNKNOWN_FIELD', 'minimum'],
    ['another format', replaced('questionnaire/1', 'questionnaire/2'), 'UNKNOWN_FORMAT', 'reflexbogen-questionnaire/2'],
    ['no template', replaced(/template.*\n/, ''), 'MISSING_FIELD', 'format:'],
    ['a slug that is none', replaced('reflection-sheet ', 'Reflection Sheet '), 'INVALID_TEXT', 'Reflection Sheet '],
    ['a check without its message', replaced(/, message.*}/, ' }'), 'MISSING_FIELD', '{ rule', ['MISSING_TEXT']],
    ['a rule that is none', replaced('> 100.0"', '>"'), 'RULE_SYNTAX', `"answer('staff') >"`],
    [
      'a module given twice',
      replaced('revision: 3 }', 'revision: 3 }, { code: "core", revision: 1 }'),
      'DUPLICATE_MODULE',
      '"core"',
    ],
    ['a level that is hardly archived', replaced('archived: true', 'archived: perhaps'), 'WRONG_TYPE', 'perhaps'],
    ['an unknown scale', replaced('scale: size', 'scale: sizes'), 'UNKNOWN_SCALE', 'sizes'],
    ['a revision beyond the range', replaced('revision: 2', 'revision: 10000'), 'WRONG_TYPE', '10000'],
  ])('names the place of %s', (_, text, code, token, more = []) => {
    const lines = text.slice(0, text.indexOf(token)).split('\n');
    const place = { file: 'q.yaml', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };

    expect(faultsOf(text)).toEqual(
      [code, ...more].map((each) => expect.objectContaining({ code: each, ...place }) as unknown),
    );
  });

  it('names all faults at once', () => {
    const text = replaced('min:   0', 'min: few')
      .replace('scale: size', 'scale: sizes')
      .replace('year: 2018', 'year: 18');

    expect(
      faultsOf(text)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['UNKNOWN_SCALE', 'WRONG_TYPE', 'WRONG_TYPE']);
  });

  it.each([
    ['nothing', '', 'EMPTY_FILE'],
    ['a list', '- a', 'WRONG_TYPE'],
    ['a text', 'hello', 'WRONG_TYPE'],
    ['brackets without end', '['.repeat(100_000), 'BAD_YAML'],
    ['JSON cut short', '{"format": ', 'BAD_YAML'],
    ['more than can be', ' '.repeat(MAX_QUESTIONNAIRE + 1), 'TOO_LARGE'],
    ['a bomb of aliases', `a: &a [x]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]`, 'BAD_YAML'],
  ])('refuses %s', (_, text, code) => {
    expect(faultsOf(text)[0]).toMatchObject({ code });
  });
});

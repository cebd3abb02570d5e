import { MAX_TEXT, type Result } from '@reflexbogen/domain';
import fc from 'fast-check';
import type { PackageFault } from '../package-fault.js';
import { arbitraryQuestionnaire, HAND_WRITTEN } from '../questionnaire/questionnaire.builder.js';
import { readQuestionnaire, type Questionnaire } from '../questionnaire/read-questionnaire.js';
import { readXliff } from './read-xliff.js';
import { missingTranslations, stringsOf, withTranslations } from './translatable-strings.js';
import { MAX_TRANSLATION_FILE } from './translation-checker.js';
import { readTranslationCsv, writeTranslationCsv } from './translation-csv.js';
import { writeXliff } from './write-xliff.js';

function read(text: string): Questionnaire {
  const result = readQuestionnaire(text, 'q.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

const SET = read(HAND_WRITTEN);
const LANGUAGES = { source: 'de', target: 'en' } as const;
const valueOf = <T>(result: Result<T, PackageFault>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
};
const codesOf = (result: Result<unknown, PackageFault>): string[] =>
  result.ok ? [] : result.errors.map(({ code }) => code);

/** The set without any text in a language; a text that has no other language keeps it. */
const without = (locale: string, { template, document }: Questionnaire): Questionnaire => ({
  template,
  document: JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'object' && value !== null && locale in value && Object.keys(value).length > 1
      ? Object.fromEntries(Object.entries(value).filter(([tag]) => tag !== locale))
      : value,
  ) as Questionnaire['document'],
});

describe('missingTranslations', () => {
  it('names every string that a language lacks, with its path, question and kind', () => {
    expect(
      missingTranslations(SET.document, ['de', 'en', 'fr']).map(({ locale, missing }) => [locale, missing.length]),
    ).toEqual([
      ['de', 0],
      ['en', 4],
      ['fr', stringsOf(SET.document).length],
    ]);
    expect(missingTranslations(SET.document, ['en'])[0]?.missing).toEqual([
      {
        key: 'questions.challenge.housing.help',
        kind: 'QUESTION_HELP',
        question: 'challenge.housing',
        path: ['sections', 0, 'questions', 0, 'help'],
      },
      {
        key: 'questions.staff.unit',
        kind: 'QUESTION_UNIT',
        question: 'staff',
        path: ['sections', 0, 'questions', 1, 'unit'],
      },
      { key: 'sections.rest.title', kind: 'SECTION_TITLE', question: null, path: ['sections', 1, 'title'] },
      {
        key: 'questions.remark.text',
        kind: 'QUESTION_TEXT',
        question: 'remark',
        path: ['sections', 1, 'questions', 0, 'text'],
      },
    ]);
  });

  it('counts blanks as missing', () => {
    const blank = withTranslations(SET.document, 'en', new Map([['questions.staff.text', ' \n']]));

    expect(missingTranslations(blank, ['en'])[0]?.missing).toHaveLength(5);
  });

  it('has a key of its own for every string, each an XML NMTOKEN', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire, ({ document }) => {
        const strings = stringsOf(document);

        expect(new Set(strings.map(({ key }) => key)).size).toBe(strings.length);
        for (const { key } of strings) expect(key).toMatch(/^[A-Za-z][\w.:-]*$/);
        // The path leads to the text.
        for (const { path, text } of strings)
          expect(path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], document)).toBe(
            text,
          );
      }),
      { numRuns: 100 },
    );
  });
});

describe.each([
  ['XLIFF', writeXliff, (text: string, set: Questionnaire) => Promise.resolve(readXliff(text, set))],
  ['CSV', writeTranslationCsv, (text: string, set: Questionnaire) => readTranslationCsv(text, set)],
] as const)('%s', (_, write, readBack) => {
  it('gives back what it wrote, and fills in what was missing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuestionnaire, async (set) => {
        const languages = { source: 'en', target: 'de' };
        const text = write(set, languages);

        expect(valueOf(await readBack(text, set))).toEqual(set);
        // Read into a set that lost its translations, they are all there again.
        const lost = without('de', set);
        expect(valueOf(await readBack(text, lost))).toEqual(set);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Questionnaire, string[]]>([
    ['another revision', { ...SET, document: { ...SET.document, revision: 3 } }, ['WRONG_REVISION']],
    ['another year', { ...SET, document: { ...SET.document, year: 2019 } }, ['WRONG_REVISION']],
    ['another template', { ...SET, template: 'other' }, ['WRONG_REVISION']],
    [
      'a source that has changed',
      { ...SET, document: withTranslations(SET.document, 'de', new Map([['questions.staff.text', 'Personal']])) },
      ['SOURCE_CHANGED', 'SOURCE_CHANGED'],
    ],
    [
      'a question that is gone',
      { ...SET, document: { ...SET.document, sections: SET.document.sections.slice(0, 1) } },
      ['SOURCE_CHANGED', 'UNKNOWN_UNIT', 'UNKNOWN_UNIT'],
    ],
  ])('refuses strings of %s', async (_name, now, codes) => {
    const read = await readBack(write(SET, LANGUAGES), now);

    expect(codesOf(read).sort()).toEqual(codes);
    if (!read.ok) for (const fault of read.errors) expect(fault.line).toBeGreaterThan(0);
  });

  it('takes a translation from another language than the default, and leaves what is empty as it is', async () => {
    const text = write(SET, { source: 'de', target: 'fr' });

    expect(valueOf(await readBack(text, SET))).toEqual(SET);
    expect(text).toContain('Wohnraumversorgung');
  });

  it.each([
    ['too long', 'x'.repeat(MAX_TEXT + 1), 'TOO_LONG'],
    ['that turns its direction', 'a\u202eb', 'FORBIDDEN_CHARACTER'],
  ])('refuses a translation %s', async (_name, wording, code) => {
    const text = write(SET, LANGUAGES).replace('Posts', wording);

    expect(codesOf(await readBack(text, SET))).toEqual([code]);
  });

  it.each([
    ['nothing', ''],
    ['something else', 'hello'],
  ])('refuses %s', async (_name, text) => {
    expect((await readBack(text, SET)).ok).toBe(false);
  });

  it('refuses a file that is too large', async () => {
    expect(codesOf(await readBack(' '.repeat(MAX_TRANSLATION_FILE + 1), SET))).toEqual(['TOO_LARGE']);
  });
});

describe('readXliff', () => {
  const file = writeXliff(SET, LANGUAGES);
  const edited = (from: string | RegExp, to: string): string => {
    const text = file.replace(from, to);
    if (text === file) throw new Error(`${String(from)} does not occur`);
    return text;
  };

  it('writes one unit per line, with its kind', () => {
    expect(file).toContain(
      '\n<unit id="questions.staff.text"><notes><note category="kind">QUESTION_TEXT</note></notes><segment state="translated"><source>Stellen</source><target>Posts</target></segment></unit>\n',
    );
    expect(file).toContain('<file id="question-set" original="reflection-sheet/2018/2" xml:space="preserve">');
  });

  it.each<[string, string, string[]]>([
    ['a DOCTYPE', edited('<xliff', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'), ['DOCTYPE']],
    ['an entity of its own', edited('Posts', '&a;'), ['BAD_XML']],
    ['a tag that is not closed', edited('</target>', ''), ['BAD_XML']],
    ['another format', edited(/xliff:document:2.0/, 'xliff:document:1.2'), ['UNKNOWN_FORMAT']],
    ['another version', edited('version="2.1"', 'version="1.2"'), ['UNKNOWN_FORMAT']],
    ['no target language', edited(' trgLang="en"', ''), ['INVALID_LOCALE']],
    ['the same language twice', edited('trgLang="en"', 'trgLang="de"'), ['INVALID_LOCALE']],
    ['a placeholder', edited('Posts', 'Po<ph id="1"/>sts'), ['MARKUP']],
    ['markup of another kind', edited('Posts', 'Po<b xmlns="http://www.w3.org/1999/xhtml">s</b>ts'), ['MARKUP']],
    ['an unknown unit', edited('id="questions.staff.text"', 'id="questions.staf.text"'), ['UNKNOWN_UNIT']],
    ['a unit given twice', edited(/(<unit id="questions.staff.text".*\n)/, '$1$1'), ['DUPLICATE_UNIT']],
    ['a source that was edited', edited('<source>Stellen<', '<source>Stelle<'), ['SOURCE_CHANGED']],
    [
      'no file',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="de" trgLang="en"/>',
      ['MISSING_FIELD'],
    ],
    ['two files', edited('</file>', '</file><file original="x"></file>'), ['WRONG_REVISION']],
    ['elements without end', `${edited(/<\/xliff>\s*$/, '')}${'<a>'.repeat(100_000)}`, ['TOO_DEEP']],
    ['a lost note', edited(/<note category="source-hash">.*?<\/note>/, ''), ['SOURCE_CHANGED']],
    [
      'a unit translated in part',
      edited(
        '<source>Stellen</source><target>Posts</target></segment>',
        '<source>Stel</source><target>P</target></segment><segment><source>len</source></segment>',
      ),
      ['PARTLY_TRANSLATED'],
    ],
  ])('refuses %s', (_, text, codes) => {
    const result = readXliff(text, SET);

    expect(codesOf(result)).toEqual(codes);
  });

  it('names line and column', () => {
    const text = edited('<source>Stellen<', '<source>Stelle<');
    const before = text.slice(0, text.indexOf('<unit id="questions.staff.text">')).split('\n');
    const result = readXliff(text, SET);

    expect(result.ok ? null : result.errors[0]).toMatchObject({
      code: 'SOURCE_CHANGED',
      file: 'translation.xlf',
      line: before.length,
      column: '<unit id="questions.staff.text">'.length + 1,
    });
  });

  it('takes units that a tool cut into segments, CDATA and notes of the tool', () => {
    const text = edited(
      '<source>Stellen</source><target>Posts</target></segment>',
      '<source>Stel</source><target>Jobs</target></segment><ignorable><source>l</source><target> </target></ignorable><segment><source>en</source><target><![CDATA[& more]]></target></segment><x:info xmlns:x="urn:tool"><x:a>source</x:a></x:info>',
    );

    expect(valueOf(readXliff(text, SET)).document.sections[0]?.questions[1]?.text).toEqual({
      de: 'Stellen',
      en: 'Jobs & more',
    });
  });

  it('carries characters that XML cannot hold', () => {
    const odd = {
      ...SET,
      document: withTranslations(SET.document, 'de', new Map([['questions.staff.text', 'a\ufffeb <&> "']])),
    };

    expect(valueOf(readXliff(writeXliff(odd, LANGUAGES), odd))).toEqual(odd);
  });
});

describe('translation CSV', () => {
  it.each(['=1+1', '@x', '-1', '+1', "'quoted'", "'=1", '\t', 'a;b,c"d"\ne', '＝1'])(
    'guards %j and gives it back',
    async (wording) => {
      const set = {
        ...SET,
        document: withTranslations(SET.document, 'en', new Map([['questions.staff.text', `${wording}x`]])),
      };
      const text = writeTranslationCsv(set, LANGUAGES);

      expect(text).not.toMatch(/(^|,)"?[=@+＝-]/m);
      expect(valueOf(await readTranslationCsv(text, without('en', set)))).toEqual(set);
    },
  );

  it('keeps an apostrophe with which a translator began', async () => {
    const text = writeTranslationCsv(SET, LANGUAGES).replace('Stellen,Posts', "Stellen,'s Posts");

    expect(valueOf(await readTranslationCsv(text, SET)).document.sections[0]?.questions[1]?.text['en']).toBe(
      "'s Posts",
    );
  });

  it('takes what a spreadsheet saves: semicolons, CRLF, a byte-order mark', async () => {
    const text = `\ufeff${writeTranslationCsv(SET, LANGUAGES).replaceAll(',', ';').replaceAll('\n', '\r\n')}`;
    const plain = SET.document.sections[0]?.questions[1]?.text;

    expect(valueOf(await readTranslationCsv(text, SET)).document.sections[0]?.questions[1]?.text).toEqual(plain);
  });

  it.each([
    ['another header', 'key,source\n', 'WRONG_HEADER'],
    ['no line that says of what', 'key,source,target\nquestions.staff.text,Stellen,Posts\n', 'MISSING_FIELD'],
    ['a quote that is not closed', 'key,source,target\nlanguage,de,"en\n', 'QUOTE_NOT_CLOSED'],
  ])('refuses %s', async (_, text, code) => {
    expect(codesOf(await readTranslationCsv(text, SET))).toContain(code);
  });
});

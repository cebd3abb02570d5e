import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareQuestionSet, type QuestionSetDocument } from '@reflexbogen/domain';
import { variablesOf, writeDdiCodebook, type CodebookInput } from '@reflexbogen/exchange';
import fc from 'fast-check';

/** The DDI Alliance's schemas lie beside the checkout; xmllint is Debian's libxml2-utils. */
const SCHEMA = fileURLToPath(
  new URL('../../shared/reference-standards/ddi-codebook/schemas/codebook.xsd', import.meta.url),
);
const canValidate = existsSync(SCHEMA) && spawnSync('xmllint', ['--version']).status === 0;

const text = (words: string) => ({ de: words, en: words });

/** Two years with every type of question; the second recodes a scale and reads whatever the text says. */
function inputOf(words: string): CodebookInput {
  const scale = (code: string, levels: readonly string[]) => ({
    code,
    ordered: true,
    levels: levels.map((level) => ({ code: level, label: text(`${words} ${level}`) })),
    boxes: {},
    polarity: 'NEUTRAL' as const,
    missing: [{ code: 'dk', kind: 'DONT_KNOW' as const, label: text(words) }],
  });
  const documentOf = (year: number, levels: readonly string[]): QuestionSetDocument => ({
    year,
    revision: 1,
    scales: [scale('five', levels)],
    sections: [
      {
        code: 's',
        title: text(words),
        questions: [
          {
            code: 'a.b',
            type: 'SCALE',
            scale: 'five',
            text: text(words),
            required: false,
            ...(year === 2017
              ? {}
              : { since: { year: 2017, verdict: 'RECODED' as const, recode: { '1': 'x', '2': 'y' }, note: words } }),
          },
          { code: 'multi', type: 'MULTI_CHOICE', scale: 'five', text: text(words), required: false },
          { code: 'staff', type: 'NUMBER', text: text(words), unit: text(words), min: 0, max: 9.5, required: false },
          { code: 'open', type: 'TEXT', text: text(words), help: text(words), required: false },
          { code: 'yes', type: 'BOOLEAN', text: text(words), required: false },
        ],
      },
    ],
  });
  const questionSets = [documentOf(2017, ['1', '2', '3']), documentOf(2018, ['x', 'y'])].map((document) =>
    prepareQuestionSet(String(document.year), document),
  );
  const { variables } = variablesOf(questionSets, new Map());
  return {
    description: text(words),
    questionSets,
    rounds: [2017, 2018].map((year) => ({
      code: String(year),
      year,
      opensAt: new Date(`${year}-05-01`),
      closesAt: new Date(`${year}-07-31`),
    })),
    dataset: {
      study: { slug: 'study', title: text(words) },
      locale: 'de',
      takenAt: new Date('2020-01-01'),
      attributes: [],
      variables,
      rowCount: 3,
      maxBytes: { code: 1, name: 1, officialKey: 1, round: 4 },
      rows: async function* () {
        yield* await Promise.resolve([]);
      },
    },
  };
}

async function documentOf(input: CodebookInput): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeDdiCodebook(input)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('DDI-Codebook', () => {
  it('keeps the verdict, the note and the recode of a revised question', async () => {
    const xml = await documentOf(inputOf('Wort'));
    expect(xml).toContain(
      '<notes type="comparability" subject="RECODED" level="variable">compared with 2017: RECODED; recode 1 → x, 2 → y; Wort</notes>',
    );
    expect(xml).toContain('type="version" var="V_a_b_2017 V_a_b_2018"');
    expect(xml).toContain('type="multipleResp"');
  });

  (canValidate ? it : it.skip)(
    'is valid whatever the texts say (skipped where the schemas or xmllint are not at hand)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-ddi-'));
      const words = [
        ...fc.sample(fc.string({ unit: 'grapheme', minLength: 1 }), { numRuns: 30, seed: 1 }),
        ...fc.sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: 30, seed: 2 }),
        '<b>&"\'',
        ']]>',
        '\u0000\u0008\ufffe\r\n\t',
      ];
      const files: string[] = [];
      for (const [index, word] of words.entries()) {
        const file = join(folder, `${index}.xml`);
        writeFileSync(file, await documentOf(inputOf(word)));
        files.push(file);
      }
      const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, ...files], {
        encoding: 'utf8',
      });
      rmSync(folder, { recursive: true });
      expect({
        status,
        faults: stderr
          .split('\n')
          .filter((line) => line !== '' && !line.endsWith('validates') && !line.includes('parser warning')),
      }).toEqual({
        status: 0,
        faults: [],
      });
    },
  );
});

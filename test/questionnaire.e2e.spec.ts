import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../apps/cli/src/commands.js';
import { explain } from '../apps/cli/src/program.js';
import {
  exportQuestionnaire,
  importQuestionnaire,
  listMissingTranslations,
  writeTypes,
} from '../apps/cli/src/questionnaire-commands.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/designing-story', import.meta.url));
const XLSFORMS = fileURLToPath(new URL('./fixtures/xlsform', import.meta.url));
const TEMPLATE = 'designing-story';
const SOURCE = { source: 'de' };

describe('question sets as files, on the terminal', () => {
  let api: TestApi;
  let folder: string;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    token = await api.token(Role.DESIGNER, { name: 'Designer' });
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-questionnaire-'));
    await api.importPath(FIXTURE);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await api.stop();
  });

  const run = async (command: (terminal: Terminal) => Promise<number>) => {
    let [out, err] = ['', ''];
    const terminal: Terminal = {
      env: { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: token },
      out: (text) => (out += text),
      err: (text) => (err += text),
      progress: null,
      width: 120,
    };
    const code = await command(terminal).catch((error: unknown) => {
      err += `${explain(error)}\n`;
      return 1;
    });
    return { code, out, err };
  };
  const at = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(at(name), 'utf8');

  it('writes a set as YAML and takes it back as the draft of another year', async () => {
    expect(await run((terminal) => exportQuestionnaire(TEMPLATE, '2017', at('set.yaml'), SOURCE, terminal))).toEqual({
      code: 0,
      out: `designing-story 2017/1 (published, version 1): written to ${at('set.yaml')}\n`,
      err: '',
    });
    expect(await run((terminal) => importQuestionnaire(TEMPLATE, 2018, at('set.yaml'), {}, terminal))).toEqual({
      code: 0,
      out: 'designing-story 2018: draft saved as version 2\n',
      err: '',
    });
  });

  it('keeps a comment, and every line that says what it said', async () => {
    await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', at('draft.yaml'), SOURCE, terminal));
    const commented = `# Read by Anna on Monday.\n${text('draft.yaml')}`.replace(
      'Gesundheit',
      'Gesundheit der Menschen',
    );
    writeFileSync(at('draft.yaml'), commented);
    expect(await run((terminal) => importQuestionnaire(TEMPLATE, 2018, at('draft.yaml'), {}, terminal))).toMatchObject({
      code: 0,
    });
    await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', at('draft.yaml'), SOURCE, terminal));
    expect(text('draft.yaml')).toBe(commented);
  });

  it('names every fault with file, line and column, and saves nothing', async () => {
    const broken = text('draft.yaml').replace('scale: four', 'scale: nowhere').replace('type: BOOLEAN', 'type: MAYBE');
    writeFileSync(at('broken.yaml'), broken);
    const { code, out, err } = await run((terminal) =>
      importQuestionnaire(TEMPLATE, 2018, at('broken.yaml'), {}, terminal),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const line = (what: string) => broken.slice(0, broken.indexOf(what)).split('\n').length;
    expect(err).toMatch(new RegExp(`^broken.yaml:${line('type: MAYBE')}:\\d+: `, 'm'));
    expect(err).toMatch(new RegExp(`^broken.yaml:${line('scale: nowhere')}:\\d+: There is no scale "nowhere"`, 'm'));
  });

  it('goes to a spreadsheet form and back', async () => {
    await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', at('before.json'), SOURCE, terminal));
    expect(
      await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', at('form.xlsx'), SOURCE, terminal)),
    ).toMatchObject({ code: 0 });
    expect(await run((terminal) => importQuestionnaire(TEMPLATE, 2018, at('form.xlsx'), {}, terminal))).toMatchObject({
      code: 0,
      err: '',
    });
    await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', at('after.json'), SOURCE, terminal));
    expect(JSON.parse(text('after.json'))).toEqual(JSON.parse(text('before.json')));
  });

  it('takes a form that was made elsewhere, and says what it left out', async () => {
    const { code, out, err } = await run((terminal) =>
      importQuestionnaire(TEMPLATE, 2040, join(XLSFORMS, 'specify_other.xlsx'), { language: 'en' }, terminal),
    );
    expect({ code, out }).toEqual({ code: 0, out: 'designing-story 2040: draft saved as version 2\n' });
    expect(
      err
        .split('\n')
        .filter((each) => each !== '')
        .every((each) => each.includes('not taken over')),
    ).toBe(true);
  });

  it.each(['xlf', 'csv'])(
    'goes to a translator and back as %s, and refuses a file of another wording',
    async (suffix) => {
      const path = at(`to-french.${suffix}`);
      const options = { source: 'de', target: 'fr' };
      expect(await run((terminal) => listMissingTranslations(TEMPLATE, '2018', ['fr'], terminal))).toMatchObject({
        code: 1,
      });
      expect(await run((terminal) => exportQuestionnaire(TEMPLATE, '2018', path, options, terminal))).toMatchObject({
        code: 0,
      });
      const blank = readFileSync(path, 'utf8');
      const translated =
        suffix === 'xlf'
          ? blank.replaceAll(
              /<source([^>]*)>([^<]*)<\/source>\s*(<target[^>]*\/>|<target[^>]*><\/target>)?/g,
              '<source$1>$2</source><target>FR $2</target>',
            )
          : blank
              .split(/\r?\n/)
              .map((line, index) => (index < 3 || line === '' ? line : line.replace(/,[^,]*$/, ',traduit')))
              .join('\n');
      writeFileSync(path, translated);
      expect(await run((terminal) => importQuestionnaire(TEMPLATE, 2018, path, {}, terminal))).toMatchObject({
        code: 0,
        err: '',
      });
      expect(await run((terminal) => listMissingTranslations(TEMPLATE, '2018', ['fr'], terminal))).toEqual({
        code: 0,
        out: 'nothing is missing in fr\n',
        err: '',
      });
      // The German moves on: translations of what it was are refused.
      writeFileSync(at('moved.yaml'), text('draft.yaml').replace('Thema des Jahres', `Thema ${suffix}`));
      expect(
        await run((terminal) => importQuestionnaire(TEMPLATE, 2018, at('moved.yaml'), {}, terminal)),
      ).toMatchObject({ code: 0 });
      const stale = await run((terminal) => importQuestionnaire(TEMPLATE, 2018, path, {}, terminal));
      expect(stale.code).toBe(1);
      expect(stale.err).not.toBe('');
    },
  );

  it('writes types for the set of a round', async () => {
    const { code, out } = await run((terminal) => writeTypes('designing-story', '2017', undefined, terminal));
    expect(code).toBe(0);
    expect(out).toContain('export type QuestionCode =');
    expect(out).toContain('export interface Sheet');
    expect(await run((terminal) => writeTypes('designing-story', '1999', undefined, terminal))).toMatchObject({
      code: 1,
    });
  });

  it('does not write over a file that is no YAML', async () => {
    writeFileSync(at('broken-before.yaml'), 'a: [b');
    const refused = await run((terminal) =>
      exportQuestionnaire(TEMPLATE, '2017', at('broken-before.yaml'), SOURCE, terminal),
    );
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^previous: /);
    expect(text('broken-before.yaml')).toBe('a: [b');
  });

  it('says what it expects of a file that it does not know', async () => {
    const { code, err } = await run((terminal) =>
      exportQuestionnaire(TEMPLATE, '2017', at('set.doc'), SOURCE, terminal),
    );
    expect(code).toBe(1);
    expect(err).toContain('Expected a file ending in .yaml');
    expect(
      (await run((terminal) => exportQuestionnaire(TEMPLATE, '1999', at('x.yaml'), SOURCE, terminal))).err,
    ).toContain('has no question set 1999; it has 2016/1, 2017/1');
  });
});

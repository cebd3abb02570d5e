import { canonicalJson } from '@reflexbogen/domain';
import { Lexer, parseDocument, stringify, visit } from 'yaml';
import { UnreadablePackageError } from '../package-fault.js';
import { questionSetOut } from '../question-set-to-yaml.js';
import { patchYaml } from './patch-yaml.js';
import { readQuestionnaire, type Questionnaire } from './read-questionnaire.js';
import type { PlainMap } from './render-yaml.js';
import { QUESTIONNAIRE_FORMAT } from './schema-source.js';
import { Unpatchable } from './text-edits.js';

export interface WriteQuestionnaireOptions {
  /** The file as the designer wrote it: what has not changed keeps its bytes, comments and order included. */
  readonly previousText?: string;
}

/**
 * Writes a question set as a file of its own; `readQuestionnaire` gives it back.
 * @param questionnaire without faults; year 1900 to 2200, since the format takes no other
 * @returns the file, ended by a line break where nothing precedes it
 * @throws UnreadablePackageError where `previousText` is no questionnaire: its comments would be lost
 */
export function writeQuestionnaire(
  questionnaire: Questionnaire,
  format: 'yaml' | 'json',
  { previousText }: WriteQuestionnaireOptions = {},
): string {
  const content = contentOf(questionnaire);
  const fresh =
    format === 'json'
      ? `${JSON.stringify(content, null, 2)}\n`
      : stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
  if (previousText === undefined) return fresh;
  const read = readQuestionnaire(previousText, 'previous file');
  if (!read.ok) throw new UnreadablePackageError(firstOf(read.errors));
  const before = contentOf(read.value);
  if (format === 'json') return isJson(previousText) ? (patched(previousText, before, content, true) ?? fresh) : fresh;
  return (
    patched(previousText, before, content, false) ??
    patched(withoutAliases(previousText), before, content, false) ??
    `${commentsOf(previousText)}${fresh}`
  );
}

const contentOf = ({ template, document }: Questionnaire): PlainMap => ({
  format: QUESTIONNAIRE_FORMAT,
  template,
  // Plain values without anything undefined: what the file holds and nothing else.
  ...(JSON.parse(JSON.stringify(questionSetOut(document, document.scales))) as PlainMap),
});

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new TypeError('A failed result without errors.');
  return first;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The patched text, or null where it would not say what it should: the patch is read again before anybody sees it. */
function patched(text: string, before: PlainMap, after: PlainMap, json: boolean): string | null {
  try {
    const result = patchYaml(text, before, after, json);
    const read = readQuestionnaire(result, 'patched file');
    const isRight = read.ok && canonicalJson(contentOf(read.value)) === canonicalJson(after);
    return isRight && (!json || isJson(result)) ? result : null;
  } catch (error) {
    if (error instanceof Unpatchable) return null;
    throw error;
  }
}

/** The same document with each alias replaced by a copy: changing one place must not change the others. Comments stay. */
function withoutAliases(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Alias: (_, alias) => {
      const node = alias.resolve(document);
      return node === undefined ? undefined : (node.clone() as typeof node);
    },
  });
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) delete node.anchor;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Every comment of a file that had to be written anew, at its top: nothing a designer wrote is lost. */
const commentsOf = (text: string): string =>
  [...new Lexer().lex(text)]
    .filter((token) => token.startsWith('#'))
    .map((comment) => `${comment.trimEnd()}\n`)
    .join('');

import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  DraftQuestionSetDocument,
  MissingTranslationsDocument,
  QuestionnaireFileDocument,
  ReadQuestionnaireDocument,
  RoundTypesDocument,
  TemplateQuestionSetsDocument,
  type QuestionnaireFormat,
} from '@reflexbogen/client';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { findQuestionSet } from './question-set-commands.js';
import { openSession } from './session.js';

/** Formats by name, with the suffixes that mean them. */
export const QUESTIONNAIRE_FORMATS: Readonly<
  Record<string, { format: QuestionnaireFormat; suffixes: readonly string[] }>
> = {
  yaml: { format: 'YAML', suffixes: ['.yaml', '.yml'] },
  json: { format: 'JSON', suffixes: ['.json'] },
  xlsform: { format: 'XLSFORM', suffixes: ['.xlsx'] },
  xliff: { format: 'XLIFF', suffixes: ['.xlf', '.xliff'] },
  csv: { format: 'TRANSLATION_CSV', suffixes: ['.csv'] },
};

export interface QuestionnaireOptions {
  readonly format?: string;
  readonly source: string;
  readonly target?: string;
}

function formatOf(path: string, name: string | undefined): QuestionnaireFormat {
  const suffix = extname(path).toLowerCase();
  const found =
    name === undefined
      ? Object.values(QUESTIONNAIRE_FORMATS).find(({ suffixes }) => suffixes.includes(suffix))
      : QUESTIONNAIRE_FORMATS[name];
  if (found === undefined)
    throw new CommandError(
      `What is ${basename(path)}? Expected a file ending in ${Object.values(QUESTIONNAIRE_FORMATS)
        .flatMap(({ suffixes }) => suffixes)
        .join(', ')}, or --format.`,
    );
  return found.format;
}

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Writes a question set as a file. A YAML file that is there keeps its comments, and its bytes where nothing has changed. */
export async function exportQuestionnaire(
  template: string,
  set: string,
  path: string,
  { format, source, target }: QuestionnaireOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'DESIGNER');
  const id = await findQuestionSet(client, template, set);
  const wanted = formatOf(path, format);
  const previous = wanted === 'YAML' ? await textOf(path) : null;
  const { questionSet } = await client.request(QuestionnaireFileDocument, {
    id,
    format: wanted,
    previous,
    source,
    target: target ?? null,
  });
  if (!questionSet) throw new CommandError(`The question set ${set} is gone.`);
  await writeFile(path, Buffer.from(questionSet.file.base64, 'base64'));
  terminal.out(
    `${template} ${questionSet.year}/${questionSet.revision} (${questionSet.status.toLowerCase()}, version ${questionSet.version}): written to ${path}\n`,
  );
  return 0;
}

export interface ImportOptions {
  readonly format?: string;
  readonly language?: string;
  /** Version of the draft that the file was written from; the current one without. */
  readonly basedOn?: number;
}

/** Saves a file as the draft of its year, which is made where there is none. */
export async function importQuestionnaire(
  template: string,
  year: number,
  path: string,
  { format, language, basedOn }: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'DESIGNER');
  const wanted = formatOf(path, format);
  const bytes = await readFile(path);
  const { template: found } = await client.request(TemplateQuestionSetsDocument, { template });
  if (!found) throw new CommandError(`There is no template ${template}, or your token does not cover it.`);
  let draft: { readonly id: string; readonly version: number } | null | undefined = found.questionSets.find(
    (set) => set.year === year && set.status === 'DRAFT',
  );
  if (!draft) {
    const { draftQuestionSet } = await client.request(DraftQuestionSetDocument, { input: { template, year } });
    if (!draftQuestionSet.questionSet)
      throw new CommandError(draftQuestionSet.errors.map(({ message }) => message).join(' '));
    draft = { id: draftQuestionSet.questionSet.id, version: 1 };
  }
  const upload = await client.upload(bytes);
  const { readQuestionnaire: outcome } = await client.request(ReadQuestionnaireDocument, {
    input: { id: draft.id, version: basedOn ?? draft.version, format: wanted, upload, language: language ?? null },
  });
  const place = (sheet: string | null, line: number | null, column: string | null): string =>
    [basename(path), sheet, line, column].filter((part) => part !== null).join(':');
  for (const { sheet, row, column, what, why } of outcome.notTakenOver)
    terminal.err(`${place(sheet, row, column)}: not taken over: ${what}. ${why}\n`);
  for (const { sheet, line, column, message, expected } of outcome.faults)
    terminal.err(`${place(sheet, line, column)}: ${message} Expected: ${expected}\n`);
  for (const { path: field, yours, theirs } of outcome.conflict?.fields ?? [])
    terminal.err(`${field.join('.')}: the file says ${yours ?? 'nothing'}, the draft ${theirs ?? 'nothing'}\n`);
  if (outcome.errors.length > 0) {
    if (outcome.faults.length === 0) for (const { message } of outcome.errors) terminal.err(`${message}\n`);
    return 1;
  }
  terminal.out(`${template} ${year}: draft saved as version ${outcome.questionSet?.version ?? ''}\n`);
  if (outcome.merged.length > 0) terminal.out(`${outcome.merged.length} edits of others were kept\n`);
  return 0;
}

/** Lists every text that a language lacks. @returns 1 where there is one */
export async function listMissingTranslations(
  template: string,
  set: string,
  locales: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'DESIGNER');
  const { questionSet } = await client.request(MissingTranslationsDocument, {
    id: await findQuestionSet(client, template, set),
    locales: [...locales],
  });
  const missing = questionSet?.missingTranslations ?? [];
  for (const { locale, key, source } of missing) terminal.out(`${locale}  ${key}  ${source}\n`);
  terminal.out(
    missing.length === 0 ? `nothing is missing in ${locales.join(', ')}\n` : `${missing.length} texts are missing\n`,
  );
  return missing.length === 0 ? 0 : 1;
}

/** Writes a TypeScript module for the question set that a round asks. */
export async function writeTypes(
  study: string,
  round: string,
  path: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'DESIGNER');
  const { roundTypes: text } = await client.request(RoundTypesDocument, { study, round });
  if (text === null || text === undefined)
    throw new CommandError(`There is no round ${round} of a study ${study}, or your token does not cover it.`);
  if (path === undefined) terminal.out(text);
  else {
    await writeFile(path, text);
    terminal.out(`${study} ${round}: types written to ${path}\n`);
  }
  return 0;
}

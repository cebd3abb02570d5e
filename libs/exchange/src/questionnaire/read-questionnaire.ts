import { failed, ok, type QuestionSetDocument, type Result } from '@reflexbogen/domain';
import { FaultCollector, type PackageFault } from '../package-fault.js';
import { questionSetFrom } from '../question-set-yaml.js';
import { YamlReader } from '../yaml-reader.js';
import { QUESTIONNAIRE, QUESTIONNAIRE_FORMAT, SLUG } from './schema-source.js';

/** One question set as a file of its own. */
export interface Questionnaire {
  /** Slug of the template that the set belongs to. */
  readonly template: string;
  readonly document: QuestionSetDocument;
}

/** Longest file, in UTF-16 units: several times a set of 2000 questions in six languages. */
export const MAX_QUESTIONNAIRE = 8_000_000;

/**
 * Reads a questionnaire, YAML or JSON, and checks it as `checkQuestionSet` does. How it compares with earlier years is for
 * the template to say.
 * @param fileName named in faults
 * @returns the questionnaire, or every fault (the first thousand in full) with line and column from 1
 */
export function readQuestionnaire(text: string, fileName: string): Result<Questionnaire, PackageFault> {
  const faults = new FaultCollector();
  if (text.length > MAX_QUESTIONNAIRE) {
    faults.add({
      code: 'TOO_LARGE',
      file: fileName,
      line: null,
      column: null,
      message: `The file has ${text.length} characters.`,
      expected: `at most ${MAX_QUESTIONNAIRE} characters`,
    });
    return failed(...faults.faults);
  }
  const yaml = new YamlReader(fileName, text, faults);
  if (yaml.root === null || yaml.root === undefined) {
    if (faults.count === 0)
      yaml.fault([], 'EMPTY_FILE', `${fileName} is empty.`, `format: ${QUESTIONNAIRE_FORMAT} and a question set`);
    return failed(...faults.faults);
  }
  const document = questionSetFrom(yaml, yaml.root, [], [], new Set(), QUESTIONNAIRE);
  const root: Readonly<Record<string, unknown>> = typeof yaml.root === 'object' ? { ...yaml.root } : {};
  const { format } = root;
  if (format !== undefined && format !== null && format !== QUESTIONNAIRE_FORMAT)
    yaml.fault(
      ['format'],
      'UNKNOWN_FORMAT',
      `The format is ${JSON.stringify(format).slice(0, 100)}.`,
      QUESTIONNAIRE_FORMAT,
    );
  const template = yaml.text(root['template'], ['template'], SLUG, 'lower-case letters, digits and single dashes');
  return faults.count > 0 ? failed(...faults.faults) : ok({ template, document });
}

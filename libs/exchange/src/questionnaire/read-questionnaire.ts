import { failed, ok, type QuestionSetDocument, type Result } from '@reflexbogen/domain';
import { fileWords } from '../file-reasons.js';
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
      ...fileWords('FILE_LENGTH', { count: text.length, most: MAX_QUESTIONNAIRE }),
    });
    return failed(...faults.faults);
  }
  const yaml = new YamlReader(fileName, text, faults);
  if (yaml.root === null || yaml.root === undefined) {
    if (faults.count === 0) yaml.note([], 'EMPTY_FILE', 'FILE_EMPTY', { format: QUESTIONNAIRE_FORMAT });
    return failed(...faults.faults);
  }
  const document = questionSetFrom(yaml, yaml.root, [], [], new Set(), QUESTIONNAIRE);
  const root: Readonly<Record<string, unknown>> = typeof yaml.root === 'object' ? { ...yaml.root } : {};
  const { format } = root;
  if (format !== undefined && format !== null && format !== QUESTIONNAIRE_FORMAT)
    yaml.note(['format'], 'UNKNOWN_FORMAT', 'FILE_FORMAT', {
      value: JSON.stringify(format).slice(0, 100),
      format: QUESTIONNAIRE_FORMAT,
    });
  const template = yaml.text(root['template'], ['template'], SLUG, 'FILE_VALUE_SLUG');
  return faults.count > 0 ? failed(...faults.faults) : ok({ template, document });
}

import { failed, ok, prepareQuestionSet, type Result } from '@reflexbogen/domain';
import { readAnswers, type PackageSubmission } from './answers-csv.js';
import { readMunicipalities } from './municipalities-csv.js';
import { FaultCollector, type PackageFault } from './package-fault.js';
import type { PackageSource } from './package-source.js';
import type { StudyPackage } from './study-package.js';
import { readStudyYaml } from './study-yaml.js';

export interface ReadPackage extends StudyPackage {
  readonly submissions: readonly PackageSubmission[];
  /** Answers that are not empty. */
  readonly answers: number;
}

/** Faults of a package: the first thousand in full, and how many there are. */
export interface PackageFaults {
  readonly faults: readonly PackageFault[];
  readonly count: number;
}

export interface ReadOptions {
  /** Called as the package is read, with bytes so far and in all. */
  readonly onProgress?: (read: number, total: number) => void;
}

const MAX_STUDY_YAML = 20_000_000;

/**
 * Reads and checks a whole package. Nothing is written anywhere.
 * @returns the study with its submissions, or every fault with its place
 */
export async function readPackage(
  source: PackageSource,
  options: ReadOptions = {},
): Promise<Result<ReadPackage, PackageFaults>> {
  const faults = new FaultCollector();
  const refused = () => failed<PackageFaults>({ faults: faults.faults, count: faults.count });
  let read = 0;
  const progress = (bytes: number) => {
    read += bytes;
    options.onProgress?.(read, source.bytes);
  };
  if (!source.has('study.yaml')) {
    faults.add({
      code: 'MISSING_FILE',
      file: 'study.yaml',
      line: null,
      column: null,
      message: 'The package has no study.yaml.',
      expected: 'study.yaml at the top of the package',
    });
    return refused();
  }
  const text = await readText(source, faults);
  const study = text === null ? null : readStudyYaml(text, faults);
  if (study === null) return refused();
  // Questions must be sound before answers are measured against them; the form of answers.csv is checked in any case.
  const isSound = faults.count === 0;
  const { municipalities, isComplete } = await readMunicipalities(source, study, faults);
  const questionSets = isSound
    ? study.questionSets.map((document) => prepareQuestionSet(`${document.year}/${document.revision}`, document))
    : [];
  const studyPackage: StudyPackage = { study, municipalities, questionSets };
  const checks = { municipalities: isComplete, rounds: isSound };
  const { submissions, answers } = await readAnswers(source, studyPackage, faults, progress, checks);
  return faults.count > 0 ? refused() : ok({ ...studyPackage, submissions, answers });
}

async function readText(source: PackageSource, faults: FaultCollector): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const fault = (code: string, message: string, expected: string) => {
    faults.add({ code, file: 'study.yaml', line: null, column: null, message, expected });
    return null;
  };
  try {
    for await (const chunk of await source.open('study.yaml')) {
      size += (chunk as Buffer).length;
      if (size > MAX_STUDY_YAML)
        return fault(
          'TOO_LARGE',
          `study.yaml has more than ${MAX_STUDY_YAML} bytes.`,
          `at most ${MAX_STUDY_YAML} bytes`,
        );
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    return fault(
      'UNREADABLE',
      `study.yaml cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'a complete file',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return fault('NOT_UTF8', 'study.yaml is not UTF-8.', 'text encoded as UTF-8');
  }
}

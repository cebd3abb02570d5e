import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The parts of libs/domain that are mutated, each for itself: a well tested one must not hide another. `specs` are those beside
 * the code, and what an independent account of the same rules says; only they may see a mutant. "policy" is what decides who may do or see something when; who may call a field is held
 * by the generated matrix of test/authorisation instead.
 */
const DOMAIN = 'libs/domain/src';
const domain = (...files) => files.map((file) => `${DOMAIN}/${file}`);
const all = readdirSync(new URL(`../../${DOMAIN}/`, import.meta.url), { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const isSpec = (file) => file.endsWith('.spec.ts');
const isSource = (file) => !isSpec(file) && !/\.builders?\.ts$/.test(file) && !file.endsWith('/index.ts');
const specsIn = (...folders) => domain(...all.filter((file) => isSpec(file) && folders.includes(dirname(file))));
const sourcesIn = (folder, ...without) =>
  domain(...all.filter((file) => isSource(file) && dirname(file) === folder && !without.includes(file)));
const OF_POLICY = ['response/response-status.ts', 'response/query-status.ts'];

export const AREAS = {
  comparison: {
    mutate: sourcesIn('comparison'),
    specs: [
      ...specsIn('comparison'),
      'test/oracle/comparison.property.spec.ts',
      'test/oracle/few-studies.property.spec.ts',
    ],
  },
  submission: { mutate: sourcesIn('response', 'response/save-answers.ts', ...OF_POLICY), specs: specsIn('response') },
  'answer-merge': { mutate: domain('response/save-answers.ts'), specs: domain('response/save-answers.spec.ts') },
  'draft-merge': {
    mutate: domain('question-set-diff/merge-documents.ts', 'question-set-diff/resolve-conflicts.ts'),
    specs: domain('question-set-diff/merge-documents.spec.ts', 'question-set-diff/resolve-conflicts.spec.ts'),
  },
  policy: {
    mutate: domain(
      ...OF_POLICY,
      'question-set/prior-policy.ts',
      'round/round-status.ts',
      'round/window.ts',
      'study/disclosure-policy.ts',
    ),
    specs: [...domain('question-set/prior-policy.spec.ts'), ...specsIn('response', 'round', 'study')],
  },
  suppression: {
    mutate: sourcesIn('suppression'),
    specs: [...specsIn('suppression'), 'test/suppression/reference-plan.spec.ts'],
  },
};

/** What CI mutates: small, and enough to show that the harness sees something. */
export const SMALL = ['answer-merge'];

/** Of the mutants of an area at least so many of 100 must be seen by a test. */
export const AT_LEAST = 85;

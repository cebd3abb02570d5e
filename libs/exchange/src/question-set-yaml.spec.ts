import fc from 'fast-check';
import { FaultCollector } from './package-fault.js';
import { arbitraryQuestionnaire } from './questionnaire/questionnaire.builder.js';
import { readStudyYaml } from './study-yaml.js';
import { studyYaml } from './write-package.js';

describe('question sets in study.yaml', () => {
  it('come back with every field, archived levels, checks and modules included', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire, ({ document }) => {
        const faults = new FaultCollector();
        const study = {
          slug: 'study',
          title: { de: 'Studie' },
          description: null,
          defaultLocale: 'de',
          attributes: [],
          template: { slug: 'sheet', title: { de: 'Bogen' } },
          questionSets: [document],
          rounds: [],
        };

        const read = readStudyYaml(studyYaml(study), faults);

        expect(faults.faults).toEqual([]);
        const [questionSet] = read?.questionSets ?? [];
        // Scales that sets share stand at the top, so that only their order may differ.
        const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
        expect({ ...questionSet, scales: [...(questionSet?.scales ?? [])].sort(byCode) }).toEqual({
          ...document,
          scales: [...document.scales].sort(byCode),
        });
      }),
      { numRuns: 60 },
    );
  });
});

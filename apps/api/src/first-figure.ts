import type { INestApplicationContext } from '@nestjs/common';
import { Role, type Actor } from './access/actor.js';
import { ComparisonService } from './comparison/comparison.service.js';

const REFERENCE = { study: 'integration-2021', from: '2017', to: '2018', questions: ['change.acceptance'] } as const;
const READER: Actor = {
  id: 'reflexbogen',
  name: 'Reflexbogen',
  roles: [Role.ANALYST],
  studies: [REFERENCE.study],
  municipality: null,
  department: null,
  signatory: false,
  client: null,
  singleAnswers: true,
};

/** One figure of the reference study, to see that everything works; nothing where the study is not there. */
export async function firstFigure(app: INestApplicationContext): Promise<readonly string[]> {
  const comparison = await app
    .get(ComparisonService)
    .compare({ ...REFERENCE, questions: [...REFERENCE.questions] }, READER);
  const delta = comparison?.deltasInOrder('QUESTION')[0];
  if (delta === undefined) return [];
  return [
    '',
    `  ${REFERENCE.study}, lack of acceptance: ${delta.sentence('en')}`,
    '  (reference study: published totals, synthetic single answers)',
  ];
}

import { randomUUID } from 'node:crypto';
import { Role } from '../harness/api.js';
import { codes } from './study-of-size.js';
import type { World } from './world.js';

/** One act whose statements are counted; in this order, since each finds what those before it left. */
export interface CountedAct {
  /** Name of the mutation, and what it does where there are several. */
  readonly name: string;
  readonly mutation: string;
  readonly role: Role;
  /** Whether it is refused, with as many errors as there is of everything where there can be many. */
  readonly isRefused: boolean;
  /** By name of the argument. */
  readonly variables: (world: World) => object | Promise<object>;
}

type Input = (world: World) => object | Promise<object>;

const act = (mutation: string, role: Role, input: Input, what = '', isRefused = false): CountedAct => ({
  name: what === '' ? mutation : `${mutation}, ${what}`,
  mutation,
  role,
  isRefused,
  variables: async (world) => ({ input: await input(world) }),
});
const refused = (mutation: string, role: Role, input: Input, what = 'refused'): CountedAct =>
  act(mutation, role, input, what, true);

const NOTHING = '00000000-0000-4000-8000-000000000000';
const text = (words: string) => [{ locale: 'de', text: words }];
const key = () => ({ idempotencyKey: randomUUID() });
const handed = ({ submittedSheet }: World) => ({ response: submittedSheet });
const opened = ({ openSheet }: World) => ({ response: openSheet });
/** Of as many questions; the first one has levels of its own. */
const answers = ({ study, size }: World, basedOnRevision: number, level: string) =>
  study.questions.slice(1, size + 1).map((question) => ({ question, value: { level }, basedOnRevision }));
const window = (round: string) => ({ study: 'main', round, reason: 'Zählung' });

/** As many sections of one question each. */
const sectionsOf = ({ size }: World, prefix: string, words: string, more: object = {}) =>
  codes(prefix, size).map((code) => ({
    code,
    title: text(words),
    questions: [{ code: `${code}.one`, type: 'TEXT', text: text(words), ...more }],
  }));
const joins = ({ size }: World) => ({
  study: 's002',
  changes: codes('new', size).map((code) => ({
    join: { municipality: { code, name: code, attributes: [] }, year: 2050 - size },
  })),
});
const documentOf = (world: World, prefix: string, words: string, more: object = {}) => ({
  scales: [],
  sections: sectionsOf(world, prefix, words, more),
});
const begun = new WeakMap<World, number>();
const versionOf = async (world: World): Promise<number> => {
  const { data } = await world.ask('query ($id: ID!) { questionSet(id: $id) { version } }', Role.DESIGNER, {
    id: world.draft,
  });
  return (data?.['questionSet'] as { readonly version: number }).version;
};

/** A semicolon that does not stand in quotes. */
const BETWEEN_CELLS = /;(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The open sheet as a file, with other answers in it. */
async function fileWith(world: World, answer: string): Promise<string> {
  const { data } = await world.ask(
    'query ($response: ID!) { sheetFile(response: $response, format: CSV) { base64 } }',
    Role.ADMIN,
    opened(world),
  );
  const { base64 } = data?.['sheetFile'] as { readonly base64: string };
  const lines = Buffer.from(base64, 'base64').toString('utf8').split('\r\n');
  const header = lines.find((line) => line.includes('question;') && line.includes(';answer'))?.split(';') ?? [];
  const [asked, said] = [header.indexOf('question'), header.indexOf('answer')];
  const chosen = new Set(world.study.questions.slice(1, world.size + 1));
  const filled = lines.map((line) => {
    const cells = line.split(BETWEEN_CELLS);
    if (chosen.has(cells[asked] ?? '')) cells[said] = answer;
    return cells.join(';');
  });
  return Buffer.from(filled.join('\r\n')).toString('base64');
}
export const ACTS: readonly CountedAct[] = [
  act('acceptResponse', Role.ADMIN, handed),
  act('returnResponse', Role.REVIEWER, (world) => ({
    ...handed(world),
    reason: 'Nachfrage',
    queries: codes('x', world.size).map((code) => ({ question: 'q001', text: `Warum ${code}?` })),
  })),
  act('openQuery', Role.REVIEWER, (world) => ({ ...handed(world), question: 'q001', text: 'Warum?' })),
  act('answerQuery', Role.ADMIN, (world) => ({ ...handed(world), query: 1, text: 'Darum.' })),
  act('askAgain', Role.REVIEWER, (world) => ({ ...handed(world), query: 1, text: 'Und?' })),
  act('closeQuery', Role.REVIEWER, (world) => ({ ...handed(world), query: 1 })),
  act('saveAnswers', Role.ADMIN, (world) => ({ ...opened(world), ...key(), answers: answers(world, 1, 'f001') })),
  act(
    'saveAnswers',
    Role.ADMIN,
    (world) => ({ ...opened(world), ...key(), answers: answers(world, 0, 'f002') }),
    'all in conflict',
  ),
  refused('saveAnswers', Role.ADMIN, (world) => ({ ...opened(world), ...key(), answers: answers(world, 2, 'none') })),
  act(
    'readSheetFile',
    Role.ADMIN,
    async (world) => ({ ...opened(world), ...key(), base64: await fileWith(world, 'f003'), dryRun: true }),
    'a dry run',
  ),
  act('readSheetFile', Role.ADMIN, async (world) => ({
    ...opened(world),
    ...key(),
    base64: await fileWith(world, 'f005'),
    dryRun: false,
  })),
  refused('readSheetFile', Role.ADMIN, async (world) => ({
    ...opened(world),
    ...key(),
    base64: await fileWith(world, 'none'),
    dryRun: false,
  })),
  act('updateSection', Role.ADMIN, (world) => ({ ...opened(world), section: 'many', comment: 'gezählt' })),
  {
    name: 'announcePresence',
    mutation: 'announcePresence',
    role: Role.ADMIN,
    isRefused: false,
    variables: (world) => ({ ...opened(world), section: 'many' }),
  },
  refused('submitResponse', Role.ADMIN, (world) => ({ ...opened(world), ...key() }), 'incomplete'),
  act('saveDepartment', Role.ADMIN, () => ({ study: 'main', municipality: 'm001', code: 'new', name: 'Amt' })),
  act('grantExtension', Role.REVIEWER, () => ({ ...window('open'), municipality: 'm002', closesAt: null })),
  act('withdrawExtension', Role.REVIEWER, async (world) => {
    const { data } = await world.ask(
      '{ sheet(study: "main", round: "open", municipality: "m002") { response { id } } }',
      Role.REVIEWER,
    );
    const { response } = data?.['sheet'] as { readonly response: { readonly id: string } };
    return { response: response.id, reason: 'Zählung' };
  }),
  act('sendReminders', Role.ADMIN, () => ({ study: 'main', round: 'open' })),
  act('sendInvitations', Role.ADMIN, () => ({ study: 'main', round: 'open' })),
  act('savePerson', Role.ADMIN, ({ size, study }) => ({
    name: 'Neu',
    email: 'neu@example.org',
    roles: study.municipalities
      .slice(0, Math.min(size, 50))
      .map((municipality) => ({ role: 'RESPONDENT', study: 'main', municipality })),
  })),
  act(
    'savePerson',
    Role.ADMIN,
    ({ size }) => ({
      name: 'Neu',
      email: 'neuer@example.org',
      roles: codes('s', Math.min(size, 50))
        .slice(1)
        .map((study) => ({ role: 'ANALYST', study })),
    }),
    'in many studies',
  ),
  refused('savePerson', Role.ADMIN, ({ size }) => ({
    name: 'Neu',
    roles: codes('nowhere', Math.min(size, 50)).map((study) => ({ role: 'ANALYST', study })),
  })),
  refused('createApiToken', Role.ADMIN, () => ({ name: 'Neu', access: 'READ', expiresInDays: 1, roles: ['ADMIN'] })),
  refused('revokeApiToken', Role.ADMIN, () => ({ id: NOTHING })),
  act('disablePerson', Role.ADMIN, ({ somebody }) => ({ id: somebody })),
  act('enablePerson', Role.ADMIN, ({ somebody }) => ({ id: somebody })),
  act('endSessions', Role.ADMIN, ({ somebody }) => ({ id: somebody })),
  act('erasePerson', Role.ADMIN, ({ somebody }) => ({ person: somebody, reason: 'Zählung' })),
  act('issueDevelopmentToken', Role.ADMIN, () => ({ role: 'ANALYST', ttlSeconds: 60 })),
  refused('requestSignInLink', Role.ADMIN, () => ({ email: 'nobody@example.org' })),
  refused('redeemSignInLink', Role.ADMIN, () => ({ secret: 'x' })),
  refused('retryJob', Role.ADMIN, () => ({ job: NOTHING })),
  refused('retryMail', Role.ADMIN, () => ({ mail: NOTHING })),
  refused('publishQuestionSet', Role.DESIGNER, ({ draft }) => ({ id: draft })),
  act('requireLocales', Role.DESIGNER, ({ size }) => ({
    template: 'main',
    locales: ['de', ...codes('de-x', Math.min(size, 49))],
  })),
  act('archiveQuestions', Role.DESIGNER, ({ size }) => ({
    template: 'main',
    questions: Array.from({ length: size }, (_, index) => `old${index + 1}`),
    reason: 'vorbei',
  })),
  refused('archiveQuestions', Role.DESIGNER, ({ size }) => ({ template: 'main', questions: codes('nowhere', size) })),
  act('changePanel', Role.ADMIN, joins),
  refused('changePanel', Role.ADMIN, joins),
  act('sendInvitations', Role.ADMIN, () => ({ study: 's002', round: 'round1' }), 'nobody has an address'),
  act('publishModule', Role.DESIGNER, (world) => ({
    template: 'main',
    code: 'fresh',
    title: text('Neu'),
    scales: [],
    sections: sectionsOf(world, 'p', 'Neu'),
  })),
  refused('publishModule', Role.DESIGNER, (world) => ({
    template: 'main',
    code: 'fresh',
    title: text('Neu'),
    scales: [],
    sections: sectionsOf(world, 'p', 'Neu', { type: 'SCALE' }),
  })),
  act('saveSharedScale', Role.DESIGNER, ({ size }) => ({
    revision: 0,
    scale: {
      code: 'fresh',
      ordered: true,
      levels: codes('l', size).map((code) => ({ code, label: text(code) })),
    },
  })),
  act('draftQuestionSet', Role.DESIGNER, ({ study }) => ({
    template: 'main',
    year: study.lastYear + 2,
    basedOn: { year: study.lastYear, revision: 1 },
  })),
  // From here on each save begins with the version that `begun` remembers: what was saved since is merged, or in dispute.
  act('saveQuestionSet', Role.DESIGNER, async (world) => {
    begun.set(world, await versionOf(world));
    return { id: world.draft, version: begun.get(world), document: documentOf(world, 'n', 'Neu') };
  }),
  act(
    'saveQuestionSet',
    Role.DESIGNER,
    (world) => ({ id: world.draft, version: begun.get(world), document: documentOf(world, 'o', 'Anders') }),
    'merged',
  ),
  refused(
    'saveQuestionSet',
    Role.DESIGNER,
    (world) => ({ id: world.draft, version: begun.get(world), document: documentOf(world, 'n', 'Widerspruch') }),
    'in dispute',
  ),
  refused('saveQuestionSet', Role.DESIGNER, async (world) => ({
    id: world.draft,
    version: await versionOf(world),
    document: documentOf(world, 'n', 'Neu', { type: 'SCALE' }),
  })),
  refused('readQuestionnaire', Role.DESIGNER, async (world) => ({
    id: world.draft,
    version: await versionOf(world),
    format: 'YAML',
    upload: await world.upload(JSON.stringify(documentOf(world, 'n', 'Neu', { type: 'NONE' }))),
  })),
  act('restoreQuestionSet', Role.DESIGNER, async (world) => ({
    id: world.draft,
    version: await versionOf(world),
    to: begun.get(world),
  })),
  act('takeFreeze', Role.ANALYST, () => ({ study: 'main', name: 'counted' })),
  act('setDisclosurePolicy', Role.ADMIN, () => ({
    study: 'main',
    smallestBase: 3,
    singleAnswers: 'ANALYSTS',
    breakdowns: [],
  })),
  act('planRound', Role.DESIGNER, ({ last }) => ({ study: 'main', code: 'next', basedOn: 'open', questionSet: last })),
  act('openRound', Role.DESIGNER, ({ last }) => ({
    study: 'main',
    code: 'more',
    questionSet: last,
    closesAt: '2100-01-01T00:00:00Z',
  })),
  refused('correctRound', Role.DESIGNER, ({ last }) => ({ study: 'main', round: 'more', questionSet: last })),
  act('moveWindow', Role.ADMIN, () => ({ ...window('more'), closesAt: '2099-01-01T00:00:00Z' })),
  act('closeRound', Role.ADMIN, () => window('more')),
  {
    name: 'signCheckpoint',
    mutation: 'signCheckpoint',
    role: Role.ADMIN,
    isRefused: false,
    variables: () => ({ study: 'main' }),
  },
];

/** Mutations that are not counted, and why. */
export const UNCOUNTED: ReadonlyMap<string, string> = new Map([
  ...['exportData', 'exportStudy', 'importStudy'].map(
    (mutation) =>
      [mutation, 'It begins work that goes on after the answer, and reads or writes page by page.'] as const,
  ),
  ['releaseFreeze', 'It works out for minutes what of a hundred questions may be shown; what it reads is a series.'],
]);

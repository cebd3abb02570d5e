import type { ArgumentsOf } from './list-operations.js';
import type { World } from './world.js';

const json = (value: unknown): string => JSON.stringify(value);

/**
 * What fields are asked with, by `Type.field`. A field that needs an argument and is not named here makes the spec fail: it has
 * to be counted as well.
 */
export const argumentsIn = (world: World): ArgumentsOf => {
  const { size, study, draft, last, before, openSheet, submittedSheet, receipt, person, failedImport } = world;
  const questions = study.questions.slice(0, size);
  const slug = json('main');
  const sheet = { study: slug, round: json('open') };
  /** A page is as long as asked where the operation is about it, and short within other lists. */
  const page = (field: string, target: string, connection: string) => ({
    first: String([field, connection].includes(target) ? size : 5),
  });
  const given: Readonly<Record<string, (target: string) => Readonly<Record<string, string>> | null>> = {
    'Query.account': () => ({ id: json(person) }),
    'Query.accounts': (target) => page('Query.accounts', target, 'AccountConnection.edges'),
    'Query.allSeries': () => ({ study: slug }),
    'Query.answerRevisions': () => ({ response: json(openSheet), question: json('q001') }),
    'Query.comparison': (target) => ({
      study: slug,
      from: json(study.from),
      to: json(study.to),
      questions: json(
        target === 'Comparison.deltas'
          ? questions
          : target === 'Comparison.agreements'
            ? questions.flatMap((code) => [code, `reported.${code}`])
            : [...questions.slice(0, 2), 'reported.q001', 'remark', 'money'],
      ),
    }),
    'Query.completion': (target) => ({
      ...sheet,
      first: String(size),
      ...(target === 'Query.completion' ? { by: json('type') } : {}),
    }),
    'Query.dataExport': () => ({ id: json('00000000-0000-4000-8000-000000000000') }),
    'Query.deadJobs': (target) => page('Query.deadJobs', target, 'DeadJobConnection.edges'),
    'Query.departments': () => ({ study: slug, municipality: json('m001') }),
    'Query.freezeDiff': () => ({
      study: slug,
      a: json('f001'),
      b: json('f002'),
      from: json(study.from),
      to: json(study.to),
    }),
    'Query.import': () => ({ id: json(failedImport) }),
    'Query.mailPreview': () => ({ study: slug, round: json('open'), kind: 'INVITATION', first: String(size) }),
    'Query.mails': (target) => ({ study: slug, ...page('Query.mails', target, 'MailConnection.edges') }),
    'Query.mySheet': () => sheet,
    'Query.personalData': () => ({ person: json(person) }),
    'Query.previewSheet': () => ({
      input: `{ questionSet: ${json(last)}, answers: [${study.questions
        .map((code) => `{ question: ${json(code)}, value: { level: "none" } }`)
        .join(', ')}] }`,
    }),
    'Query.questionSet': (target) => ({
      id: json(/publicationErrors|PublishQuestionSetError|versions|modules/.test(target) ? draft : last),
    }),
    'Query.questionSetDiff': () => ({ from: json(before), to: json(last) }),
    'Query.roundTypes': () => sheet,
    'Query.series': () => ({ study: slug, question: json('q001') }),
    'Query.sheet': () => ({ ...sheet, municipality: json('m001') }),
    'Query.sheetEvents': (target) => ({
      response: json(openSheet),
      ...page('Query.sheetEvents', target, 'SheetEventConnection.edges'),
    }),
    'Query.sheetFile': () => ({ response: json(openSheet), format: 'CSV' }),
    'Query.sheetQueries': () => ({ response: json(openSheet) }),
    'Query.study': () => ({ slug }),
    'Query.submissionDifferences': () => ({ response: json(submittedSheet), from: '1', to: '2' }),
    'Query.submissions': () => ({ response: json(submittedSheet) }),
    'Query.template': () => ({ slug }),
    'Query.verifyAudit': () => ({ study: slug }),
    'Query.verifyReceipt': () => ({ response: json(submittedSheet), receipt: json(receipt) }),
    'Agreement.disagreements': (target) => page('', target, 'DisagreementConnection.edges'),
    'Comparison.texts': (target) => ({ question: json('remark'), ...page('', target, 'TextPairConnection.edges') }),
    'Delta.crossedGroups': (target) => ({ by: json([/^(Delta|CrossedGroup)\./.test(target) ? 'type' : 'a001']) }),
    'Delta.distribution': () => ({ round: 'TO' }),
    'Delta.groups': (target) => ({ by: json(/^(Delta|DeltaGroup)\./.test(target) ? 'type' : 'a001') }),
    'Delta.levelShare': () => ({ round: 'TO', box: json('b001') }),
    'Delta.municipalities': (target) => page('', target, 'DeltaMunicipalityConnection.edges'),
    'DeltaStatistics.signedRank': () => ({ zeros: 'PRATT' }),
    // A megabyte for each set.
    'QuestionSet.file': (target) =>
      /^(Query.questionSet|Template.questionSets)$/.test(target) ? { format: 'JSON' } : null,
    'QuestionSet.missingTranslations': (target) => ({
      locales: json(target === 'QuestionSet.missingTranslations' ? ['x-001'] : ['de']),
    }),
    'SeriesPoint.levelShare': () => ({ box: json('b001') }),
    'Study.municipalities': (target) => page('', target, 'MunicipalityConnection.edges'),
  };
  return (field, target) => given[field]?.(target);
};

/** What the client's own operations are asked with, by name of the variable; some need another thing by the same name. */
export function variablesIn(world: World, operation: string): Readonly<Record<string, unknown>> {
  const { size, study, draft, last, before, openSheet, failedImport } = world;
  const isOfSheet = /^(MySheet|OpenSheet|OpenSheetOf|Completion|RoundTypes)$/.test(operation);
  const isOfDraft = /^(DesignGate|DesignVersions|DesignVersion)$/.test(operation);
  const isOfSets = /^(QuestionSetDiff|DesignChanges)$/.test(operation);
  const ids: Readonly<Record<string, string>> = {
    ImportProgress: failedImport,
    DataExport: '00000000-0000-4000-8000-000000000000',
  };
  return {
    study: 'main',
    template: 'main',
    slug: 'main',
    municipality: 'm001',
    locale: 'de',
    locales: ['de', 'en'],
    first: size,
    by: 'type',
    attribute: 'type',
    box: 'b001',
    named: true,
    withGroups: true,
    question: 'q001',
    response: openSheet,
    a: 'f001',
    b: 'f002',
    ...(isOfSheet ? { round: 'open' } : { round: 'TO' }),
    ...(isOfSets ? { from: before, to: last } : { from: study.from, to: study.to }),
    ...(/^(CompareInDepth|CompareDetails)$/.test(operation) ? { questions: study.questions.slice(0, size) } : {}),
    id: ids[operation] ?? (isOfDraft ? draft : last),
    format: FORMATS[operation] ?? 'MARKDOWN',
  };
}

const FORMATS: Readonly<Record<string, string>> = { QuestionnaireFile: 'YAML', PrintedSheet: 'PDF' };

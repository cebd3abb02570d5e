/** Through HTTP and GraphQL, warm: [one-question-http], [sheet-http] and [analyse-page]. */
import { AnalyseComparisonDocument } from '../libs/client/dist/index.js';
import { startChild } from './child.mjs';
import { openClient } from './http-client.mjs';
import { entry, interleaved, sizeText } from './measure.mjs';
import { questionCode } from './synthetic.mjs';

export const EMPTY = 'query Empty { __typename }';

export const ONE_QUESTION = `query OneQuestion($study: String!, $from: String!, $to: String!, $questions: [String!]) {
  comparison(study: $study, from: $from, to: $to, questions: $questions) {
    panelSize
    deltas { question { code } tally { increased decreased unchanged comparable excluded } sentence(locale: "en") }
  }
}`;

export const WHOLE_SHEET = `query WholeSheet($study: String!, $from: String!, $to: String!) {
  comparison(study: $study, from: $from, to: $to) {
    panelSize
    deltas {
      question { code }
      basis
      comparability
      polarity
      tally { increased decreased unchanged changed comparable excluded exclusions { reason count } }
      sentence(locale: "en")
    }
  }
}`;

/** The two rounds that are compared everywhere: the last ones. */
export const lastRounds = ({ rounds }) => ({ from: rounds.at(-2).code, to: rounds.at(-1).code });

/** Sends and checks that there was an answer without errors. */
export async function checked(client, bytes) {
  const { data, errors } = JSON.parse((await client.send(bytes)).toString('utf8'));
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

export async function startService(database, study) {
  const service = await startChild('./service-child.mjs', {
    appUrl: database.appUrl,
    dataDir: database.dataDir,
    slug: study.slug,
    ...lastRounds(study),
  });
  const client = await openClient(service.url, { token: service.token });
  return {
    ...service,
    client,
    stop: async () => {
      client.close();
      await service.stop();
    },
  };
}

/** The sheet of one question against a query that asks nothing. */
export async function* benchOneQuestion({ database, study }) {
  const service = await startService(database, study);
  try {
    const { client } = service;
    const empty = client.request(EMPTY);
    const variables = { study: study.slug, ...lastRounds(study), questions: [questionCode(5)] };
    const one = client.request(ONE_QUESTION, variables);
    const { comparison } = await checked(client, one);
    if (comparison.deltas.length !== 1) throw new Error('one delta was expected');
    const times = await interleaved(
      { empty: () => client.send(empty).then(() => undefined), one: () => client.send(one).then(() => undefined) },
      { runs: 1500, warmUp: 1500 },
    );
    yield entry({
      name: 'one-question-http',
      size: sizeText({ ...study.size, rounds: 2, questions: 1 }),
      subject: times.one,
      yardstick: times.empty,
      unit: 'ms',
      limit: { most: 1.5 },
    });
  } finally {
    await service.stop();
  }
}

/** A whole sheet with tallies, exclusions and sentences against its computation and an empty query. */
export async function* benchSheetHttp({ database, study }) {
  const service = await startService(database, study);
  try {
    const { client } = service;
    const empty = client.request(EMPTY);
    const sheet = client.request(WHOLE_SHEET, { study: study.slug, ...lastRounds(study) });
    const { comparison } = await checked(client, sheet);
    if (comparison.deltas.length !== study.size.questions) throw new Error('a delta a question was expected');
    const compute = async () => (await service.ask({ work: 'compute', runs: 1 })).ms;
    const times = await interleaved(
      {
        empty: () => client.send(empty).then(() => undefined),
        sheet: () => client.send(sheet).then(() => undefined),
        compute,
      },
      { runs: 200, warmUp: 200 },
    );
    yield entry({
      name: 'sheet-http',
      size: sizeText({ ...study.size, rounds: 2 }),
      subject: times.sheet,
      yardstick: times.compute + times.empty,
      unit: 'ms',
      limit: { most: 5 },
    });
  } finally {
    await service.stop();
  }
}

/** The one request from which the web app draws a comparison: every picture's figures, names, levels and sentences. */
export async function* benchAnalysePage({ database, study }) {
  const service = await startService(database, study);
  try {
    const { client } = service;
    const empty = client.request(EMPTY);
    const variables = { study: study.slug, ...lastRounds(study), locale: 'de', named: true };
    const page = client.request(AnalyseComparisonDocument.toString(), variables);
    const { comparison } = await checked(client, page);
    if (comparison.deltas.length !== study.size.questions) throw new Error('a delta a question was expected');
    const compute = async () => (await service.ask({ work: 'compute', runs: 1 })).ms;
    const times = await interleaved(
      {
        empty: () => client.send(empty).then(() => undefined),
        page: () => client.send(page).then(() => undefined),
        compute,
      },
      { runs: 100, warmUp: 100 },
    );
    yield entry({
      name: 'analyse-page',
      size: sizeText({ ...study.size, rounds: 2 }),
      subject: times.page,
      yardstick: times.compute + times.empty,
      unit: 'ms',
      limit: { most: 5 },
    });
  } finally {
    await service.stop();
  }
}

/** The service's own sheet by an attribute of 16 values against the same without it; no HTTP. Part of [sheet-grouped]. */
export async function* benchGroupedService({ database, study }) {
  const service = await startService(database, study);
  try {
    const times = await interleaved(
      {
        sheet: async () => (await service.ask({ work: 'objects', runs: 3 })).ms,
        grouped: async () => (await service.ask({ work: 'grouped', runs: 3 })).ms,
      },
      { runs: 10 },
    );
    yield entry({
      name: 'sheet-grouped',
      size: `${sizeText({ ...study.size, rounds: 2 })} by 16, served`,
      subject: times.grouped,
      yardstick: times.sheet,
      unit: 'ms',
      limit: { most: 2 },
    });
  } finally {
    await service.stop();
  }
}

import { fileURLToPath } from 'node:url';
import {
  CompareByAttributeDocument,
  CompareDetailsDocument,
  CompareDocument,
  createClient,
  QuestionSetDocument,
  SeriesDocument,
  StudiesDocument,
  ViewerDocument,
  type Client,
} from '@reflexbogen/client';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const pair = { study: 'integration-2021', from: '2017', to: '2018' };

describe('the typed client against the service', () => {
  let api: TestApi;
  let client: Client;
  beforeAll(async () => {
    api = await startTestApi();
    await api.importPath(fileURLToPath(new URL('../studies/integration-2021', import.meta.url)));
    client = createClient({ url: `${api.url}/graphql`, token: () => api.token(Role.ANALYST, { study: pair.study }) });
  });
  afterAll(() => api.stop());

  it('knows who it is and what there is', async () => {
    const { viewer } = await client.request(ViewerDocument, {});
    const { studies } = await client.request(StudiesDocument, { locale: 'en' });
    expect(viewer).toMatchObject({ roles: ['ANALYST'], studies: [pair.study] });
    expect(studies.map(({ slug, rounds }) => [slug, rounds.map(({ code }) => code)])).toEqual([
      [pair.study, ['2017', '2018']],
    ]);
  });

  it('holds the accounting identity in every delta', async () => {
    const { comparison } = await client.request(CompareDocument, pair);
    expect(comparison!.deltas.length).toBeGreaterThan(80);
    for (const { tally: counts } of comparison!.deltas) {
      const tally = counts!;
      expect(tally.comparable + tally.excluded).toBe(comparison!.panelSize);
      expect(tally.changed + tally.unchanged).toBe(tally.comparable);
      expect(tally.exclusions.reduce((sum, { count }) => sum + count, 0)).toBe(tally.excluded);
    }
  });

  it.each(['city-type', 'land', 'type', 'south-east'])(
    'breaks down by %s so that every column sums to the total',
    async (attribute) => {
      const { comparison } = await client.request(CompareByAttributeDocument, { ...pair, attribute });
      for (const { tally: total, groups } of comparison!.deltas) {
        const tally = total!;
        const sum = (field: 'unchanged' | 'comparable' | 'excluded') =>
          groups.reduce((total, group) => total + group.tally![field], 0);
        expect([sum('unchanged'), sum('comparable'), sum('excluded')]).toEqual([
          tally.unchanged,
          tally.comparable,
          tally.excluded,
        ]);
      }
    },
  );

  it('lists as many municipalities behind a count as the count says, page by page', async () => {
    const { comparison } = await client.request(CompareDetailsDocument, {
      ...pair,
      questions: ['change.acceptance', 'challenge.acceptance'],
      round: 'TO',
      box: 'high',
      direction: 'INCREASED',
      first: 5,
    });
    for (const { tally: total, municipalities } of comparison!.deltas) {
      const tally = total!;
      expect(municipalities.totalCount).toBe(tally.increased);
      expect(municipalities.edges).toHaveLength(5);
      expect(municipalities.pageInfo.hasNextPage).toBe(true);
      expect(municipalities.edges.every(({ node }) => node.direction === 'INCREASED')).toBe(true);
    }
  });

  it('follows a question over all rounds', async () => {
    const { series } = await client.request(SeriesDocument, {
      study: pair.study,
      question: 'challenge.housing',
      box: 'high',
    });
    expect(
      series!.points.map(({ round, comparability, levelShare }) => [round.code, comparability, levelShare?.of]),
    ).toEqual([
      ['2017', null, 15],
      ['2018', 'IDENTICAL', 15],
    ]);
    expect(series!.points[0]!.levelShare!.count).toBe(15);
  });

  it.each([
    ['an unknown question', { ...pair, questions: ['nope'] }],
    ['rounds in the wrong order', { ...pair, from: '2018', to: '2017' }],
    ['an unknown attribute in the filter', { ...pair, filter: { attribute: { code: 'nope', in: ['x'] } } }],
  ])('names what is wrong with %s', async (_name, variables) => {
    await expect(client.request(CompareDocument, variables)).rejects.toMatchObject({
      name: 'ReflexbogenError',
      code: 'BAD_USER_INPUT',
    });
  });

  it('tells an unknown study from nothing', async () => {
    expect((await client.request(CompareDocument, { ...pair, study: 'elsewhere' })).comparison).toBeNull();
  });

  it('keeps drafts and question sets from analysts', async () => {
    await expect(client.request(QuestionSetDocument, { id: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApplication } from '../../apps/api/src/service.js';
import { Role } from '../harness/api.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));

describeInBrowser('GraphiQL at /graphql', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
  }, 120_000);
  afterAll(() => site.stop());

  it('runs a query as whoever is signed in, from our own origin alone and within its policy', async () => {
    const { page, problems, close } = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    await page.goto(`${site.url}/graphql`);
    // The button is there once the schema was read and the first query parsed.
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText('increased').waitFor();

    expect(await page.locator('.graphiql-response').innerText()).toMatch(/"increased":\s*\d+/);
    expect(problems).toEqual([]);
    await close();
  });

  it('is for browsers that open the address; programs are answered as ever', async () => {
    const answer = await fetch(`${site.url}/graphql`, { headers: { accept: 'application/json' } });

    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });

  it('is not there in production, and neither is any other page', async () => {
    const configuration = readConfiguration({
      NODE_ENV: 'production',
      AUTH_ISSUER: 'https://id.example',
      DATA_DIR: join(tmpdir(), 'reflexbogen-graphiql'),
    });
    const { dataSource } = site.api;
    const production = await createApplication({ configuration, dataSource, appUrl: site.api.ownerUrl });
    try {
      const visit = await production.inject({ url: '/graphql', headers: { accept: 'text/html' } });
      const script = await production.inject({ url: '/graphiql/graphiql.js' });

      expect([visit.statusCode, visit.body.includes('<script'), script.statusCode]).toEqual([400, false, 404]);
    } finally {
      await production.close();
    }
  });
});

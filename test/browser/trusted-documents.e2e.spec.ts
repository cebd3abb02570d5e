import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../harness/api.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

describeInBrowser('the web app on a service that runs trusted documents only', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ trustedDocuments: { isRequired: true, manifests: [] } });
    await site.api.importPath(fileURLToPath(new URL('../../studies/integration-2021', import.meta.url)));
  }, 120_000);
  afterAll(() => site.stop());

  it('shows an analyst what changed, and a designer the question sets, without a refusal', async () => {
    for (const [role, path] of [
      [Role.ANALYST, 'analyse/integration-2021'],
      [Role.DESIGNER, 'design'],
    ] as const) {
      const { page, problems, close } = await site.visit(role, { study: 'integration-2021' });
      const refused: string[] = [];
      const asked: string[] = [];
      page.on('response', (answer) => {
        if (!answer.url().endsWith('/graphql')) return;
        asked.push(answer.url());
        if (!answer.ok()) refused.push(`${answer.status()} for ${answer.request().postData() ?? ''}`);
      });
      await page.goto(`${site.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');

      expect(asked.length).toBeGreaterThan(0);
      expect(refused).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    }
  });

  it('refuses a document of somebody else, from the same page and with the same cookie', async () => {
    const { page, close } = await site.visit(Role.ANALYST, { study: 'integration-2021' });
    await page.goto(`${site.url}/account`);
    const code = await page.evaluate(async () => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ studies { slug } }' }),
      });
      return ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    });
    expect(code).toBe('DOCUMENT_NOT_TRUSTED');
    await close();
  });
});

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../harness/api.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';
import { violationsInEveryLook } from '../harness/axe.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));

describeInBrowser('the frame of the web app', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
  }, 120_000);
  afterAll(() => site.stop());

  it('says what this is, signs a persona in and out again, and opens a sheet to fill', async () => {
    const { page, problems, close } = await site.visit(null);
    await page.goto(`${site.url}/`);
    await page.getByRole('heading', { level: 1, name: 'Was hat sich geändert?' }).waitFor();
    await page.getByRole('button', { name: 'Als Irma Integration anmelden' }).click();
    await page.waitForURL('**/respond**');
    const { study } = await site.api
      .query<{ study: { rounds: { code: string; status: string }[] } }>(
        '{ study(slug: "integration-2021") { rounds { code status } } }',
        {},
        await site.api.token(Role.ANALYST),
      )
      .then(({ data }) => data);
    expect(study.rounds.filter(({ status }) => status === 'OPEN')).toEqual([{ code: '2019', status: 'OPEN' }]);
    await page.goto(`${site.url}/account`);
    await page.getByText('case-01').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Anmelden' }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('leads to the sign-in and back, and shows a workspace to nobody whom it is not for', async () => {
    const nobody = await site.visit(null);
    await nobody.page.goto(`${site.url}/analyse?lang=en`);
    await nobody.page.waitForURL('**/sign-in?returnTo=%2Fanalyse%3Flang%3Den');
    await nobody.signIn(Role.ANALYST);
    await nobody.page.reload();
    await nobody.page.waitForURL(`${site.url}/analyse?lang=en`);
    await nobody.page.goto(`${site.url}/sign-in?returnTo=${encodeURIComponent('//elsewhere.example/analyse')}`);
    await nobody.page.getByText('Sie sind angemeldet als').waitFor();
    await nobody.close();
    const municipality = await site.visit(Role.RESPONDENT, { study: 'integration-2021', municipality: 'case-02' });
    await municipality.page.goto(`${site.url}/design`);
    await municipality.page.getByText('Dafür fehlt Ihnen die Berechtigung').waitFor();
    await municipality.close();
  });

  it('has the reference of the schema, with who may ask for what', async () => {
    const { page, problems, close } = await site.visit(null);
    await page.goto(`${site.url}/docs#Query.comparison`);
    const field = page.locator('[id="Query.comparison"]');
    expect(await field.textContent()).toContain('ADMIN, DESIGNER, ANALYST');
    await page.setViewportSize({ width: 320, height: 800 });
    // Too large a page for axe; that it does not scroll sideways is seen without it.
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it.each(
    (['/', '/sign-in', '/account', '/accessibility'] as const).flatMap((path) =>
      (['de', 'en'] as const).map((language) => [path, language] as const),
    ),
  )('has nothing for axe to say: %s, %s, light and dark, 1280 and 320 px', async (path, language) => {
    const { page, problems, close } = await site.visit(Role.ANALYST, {}, { language });
    await page.goto(`${site.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsInEveryLook(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

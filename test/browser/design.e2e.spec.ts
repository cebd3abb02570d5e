import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../harness/api.js';
import { violationsInEveryLook } from '../harness/axe.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));

describeInBrowser('the design workspace', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
    await site.api.importPath(STUDY);
  }, 120_000);
  afterAll(() => site.stop());

  it.each(['de', 'en'] as const)(
    'shows the question sets, one of them, and what changed; axe has nothing to say: %s',
    async (language) => {
      const { page, problems, close } = await site.visit(Role.DESIGNER, { study: 'integration-2021' }, { language });
      const { data } = await site.api.query<{
        template: { questionSets: { id: string; year: number }[] };
      }>(
        '{ template(slug: "reflection-sheet") { questionSets { id year } } }',
        {},
        await site.api.token(Role.DESIGNER, { study: 'integration-2021' }),
      );
      const [first, second] = [...data.template.questionSets].sort((a, b) => a.year - b.year);
      await page.goto(`${site.url}/design`);
      await page.getByRole('link', { name: /2018/ }).first().waitFor();
      expect(await violationsInEveryLook(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.getByRole('link', { name: /2017$/ }).click();
      await page.waitForURL(`**/design/changes/${first?.id}/${second?.id}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await page.getByRole('heading', { level: 2 }).count()).toBe(5);
      expect(await violationsInEveryLook(page)).toEqual([]);
      await page.goto(`${site.url}/design/set/${second?.id}`);
      await page.getByText('challenge.acceptance', { exact: false }).first().waitFor();
      expect(await violationsInEveryLook(page)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
  );
});

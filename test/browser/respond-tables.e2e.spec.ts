import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { TWO_LOOKS, violationsInLooks } from '../harness/axe.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

const SHEET = '/respond/pilot/2031';
const text = (de: string, en: string) => [
  { locale: 'de', text: de },
  { locale: 'en', text: en },
];
const axis = (...codes: readonly string[]) => codes.map((code) => ({ code, text: text(code, `${code} (en)`) }));
const GRIDS = [
  {
    code: 'impact',
    type: 'GRID',
    scale: 'challenge',
    text: text('Zuwanderung', 'Immigration'),
    rows: axis('Arbeitsmarkt', 'Kultur'),
    columns: axis('kurz', 'lang'),
  },
  {
    code: 'topics',
    type: 'GRID',
    scale: 'challenge',
    required: true,
    text: text('Themen', 'Topics'),
    rows: axis('Schulen', 'Verkehr', 'Wohnen'),
    columns: axis('heute'),
  },
];

describeInBrowser('grids and departments of a sheet', () => {
  let site: Site;
  let study: OpenStudy;
  const of = (name: string, more: object = {}) => ({
    study: 'pilot',
    municipality: 'a',
    name,
    signatory: true,
    ...more,
  });

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    const window = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' };
    for (const year of [2030, 2031]) await study.openRound(year, window, {}, GRIDS);
    const token = await site.api.token(Role.RESPONDENT, of('Earlier'));
    const before = await study.responseId(2030, token);
    const required = ['housing', 'topics.Schulen.heute', 'topics.Verkehr.heute', 'topics.Wohnen.heute'];
    await study.save(
      before,
      required.map((question) => ({ question, value: { level: '1' } })),
      token,
    );
    await study.submit(before, token);
  }, 120_000);
  afterAll(() => site.stop());

  const row = (page: Page, code: string) => page.locator(`[id="question-${code}"]`);
  const answers = async (): Promise<Record<string, string>> => {
    const { mySheet } = await study.ask<{
      mySheet: {
        sections: {
          questions: { question: { code: string }; answer: { value: { canonical: string } | null } | null }[];
        }[];
      };
    }>(
      '{ mySheet(study: "pilot", round: "2031") { sections { questions { question { code } answer { value { canonical } } } } } }',
      {},
      await site.api.token(Role.RESPONDENT, of('Leserin')),
    );
    return Object.fromEntries(
      mySheet.sections
        .flatMap(({ questions }) => questions)
        .flatMap(({ question, answer }) => (answer?.value ? [[question.code, answer.value.canonical]] : [])),
    );
  };

  it('asks a grid as a table of radio buttons that is worked by keyboard, and one below the other where it is narrow', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('Gerd'));
    const { page } = visitor;
    await page.goto(`${site.url}${SHEET}?section=grids`);
    const table = page.getByRole('table', { name: 'Zuwanderung' });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      '1',
      '2',
      '3',
      'weiß nicht',
      'Vorrunde, Stand und Anmerkung',
    ]);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      'Arbeitsmarkt',
      'kurz',
      'lang',
      'Kultur',
      'kurz',
      'lang',
    ]);
    // With one column the row itself is the question; last round's answer stands beside it.
    const topics = page.getByRole('table', { name: 'Themen' });
    expect(await topics.getByRole('rowheader').allTextContents()).toEqual([
      'Schulen (Pflichtfrage)',
      'Verkehr (Pflichtfrage)',
      'Wohnen (Pflichtfrage)',
    ]);
    expect(await row(page, 'topics.Verkehr.heute').locator('.respond-previous').textContent()).toBe('2030: 1');

    // Each button says row, column and answer; arrows stay within the question, Tab goes on to the next.
    await table.getByRole('radio', { name: 'Arbeitsmarkt kurz 1', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await row(page, 'impact.Arbeitsmarkt.kurz')
      .getByText(/^gespeichert/)
      .waitFor();
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
    expect(await focused()).toBe('impact.Arbeitsmarkt.kurz');
    while ((await focused()) !== 'impact.Arbeitsmarkt.lang') await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await row(page, 'impact.Arbeitsmarkt.lang')
      .getByText(/^gespeichert/)
      .waitFor();
    const expected = { 'impact.Arbeitsmarkt.kurz': '2', 'impact.Arbeitsmarkt.lang': 'dk' };
    expect(await answers()).toEqual(expected);
    expect(await violationsInLooks(page, TWO_LOOKS)).toEqual([]);

    // The last look is 320 px wide: grid and row are said once, each cell is its column, and holds what was answered.
    expect(await page.getByRole('table').count()).toBe(0);
    const grids = page.getByRole('group', { name: /^(Zuwanderung|Themen)$/ });
    expect(await grids.getByRole('heading').allTextContents()).toEqual([
      ...['Zuwanderung', 'Arbeitsmarkt', 'kurz', 'lang', 'Kultur', 'kurz', 'lang'],
      ...['Themen', 'Schulen (Pflichtfrage)', 'Verkehr (Pflichtfrage)', 'Wohnen (Pflichtfrage)'],
    ]);
    const stacked = page.getByRole('radiogroup', { name: 'Arbeitsmarkt kurz', exact: true });
    expect(await stacked.getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true);
    // The keys of the table: arrows stay within the question, Tab goes on to the next.
    await stacked.getByRole('radio', { name: '2', exact: true }).focus();
    while ((await focused()) !== 'impact.Arbeitsmarkt.lang') await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('impact.Arbeitsmarkt.lang');
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('radiogroup', { name: /^Wohnen/ })
      .getByLabel('3', { exact: true })
      .check();
    await row(page, 'topics.Wohnen.heute')
      .getByText(/^gespeichert/)
      .waitFor();
    expect(await answers()).toEqual({ ...expected, 'topics.Wohnen.heute': '3' });
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  }, 120_000);

  it('lets administrators say which person belongs to which department', async () => {
    const token = await site.api.token(Role.ADMIN, {});
    const role = { role: 'RESPONDENT', study: 'pilot', signatory: false, singleAnswers: false };
    const roles = [
      { ...role, municipality: 'a', department: null },
      { ...role, municipality: 'b', department: 'planning' },
    ];
    const { savePerson } = await study.ask<{ savePerson: { account: { id: string } } }>(
      'mutation ($input: SavePersonInput!) { savePerson(input: $input) { account { id } errors { code } } }',
      { input: { name: 'Petra Planer', email: 'petra@neustadt.example', roles } },
      token,
    );
    await study.ask(
      'mutation ($input: SaveDepartmentInput!) { saveDepartment(input: $input) { errors { code } } }',
      { input: { study: 'pilot', municipality: 'a', code: 'amt61', name: 'Stadtplanungsamt' } },
      token,
    );
    const admin = await site.visit(Role.ADMIN, { name: 'Ada' });
    const { page } = admin;
    await page.goto(`${site.url}${SHEET}/a?section=departments`);
    const petra = page.getByLabel('Petra Planer · petra@neustadt.example');
    await petra.selectOption('Stadtplanungsamt');
    expect(await violationsInLooks(page, TWO_LOOKS)).toEqual([]);
    await page.getByRole('button', { name: 'Personen speichern' }).click();
    await page.getByText('Personen gespeichert').waitFor();
    const { account } = await study.ask<{ account: { roles: object[] } }>(
      'query ($id: ID!) { account(id: $id) { roles { role study municipality department signatory singleAnswers } } }',
      { id: savePerson.account.id },
      token,
    );
    // In this municipality, and nowhere else.
    expect(account.roles).toEqual([{ ...roles[0], department: 'amt61' }, roles[1]]);
    await page.reload();
    expect(await petra.inputValue()).toBe('amt61');
    // Who runs a round gives sections to departments, and knows nothing of persons.
    const robin = await site.visit(Role.REVIEWER, { study: 'pilot', name: 'Robin' });
    await robin.page.goto(`${site.url}${SHEET}/a?section=departments`);
    await robin.page.getByRole('button', { name: 'Zuordnung speichern' }).waitFor();
    expect(await robin.page.getByText('Petra Planer').count()).toBe(0);
    for (const visitor of [admin, robin]) {
      expect(visitor.problems).toEqual([]);
      await visitor.close();
    }
  }, 120_000);

  it('lets the signatory name departments and give them sections, and nobody else of the municipality', async () => {
    const irma = await site.visit(Role.RESPONDENT, of('Irma'), { language: 'en' });
    const { page } = irma;
    await page.goto(`${site.url}${SHEET}?section=city`);
    await page.getByRole('link', { name: 'Departments and sections' }).click();
    await page.getByRole('heading', { name: 'Departments and sections' }).waitFor();
    const add = async (name: string, code?: string): Promise<void> => {
      await page.getByLabel('New department').fill(name);
      if (code !== undefined) await page.getByLabel('Code', { exact: true }).fill(code);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
    };
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Please name the department.').waitFor();
    await add('Amt für Städtebau');
    await page.getByText('Amt für Städtebau: saved').waitFor();
    await add('Another', 'amt-fuer-staedtebau');
    await page.getByText('There is a code amt-fuer-staedtebau already.').waitFor();
    // What is typed for a button survives a closed tab.
    await page.reload();
    expect(await page.getByLabel('New department').inputValue()).toBe('Another');
    await page.getByLabel('Code', { exact: true }).fill('welfare');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Another: saved').waitFor();
    await page.getByLabel('Name (welfare)').fill('Social services');
    await page.getByRole('button', { name: 'Rename: welfare' }).click();
    await page.getByText('Social services: saved').waitFor();
    await page.getByLabel('Urban planning').selectOption('Amt für Städtebau');
    await page.getByLabel('Social affairs').selectOption('Social services');
    await page.getByRole('button', { name: 'Save the assignment' }).click();
    await page.getByText('Assignment saved').waitFor();
    expect(await violationsInLooks(page, TWO_LOOKS)).toEqual([]);

    const jan = await site.visit(Role.RESPONDENT, of('Jan', { signatory: false, department: 'welfare' }));
    await jan.page.goto(`${site.url}${SHEET}?section=city`);
    await jan.page.getByText('Diesen Abschnitt bearbeitet: Amt für Städtebau.').waitFor();
    expect(await row(jan.page, 'housing').getByLabel('3', { exact: true }).isDisabled()).toBe(true);
    expect(await jan.page.getByRole('link', { name: 'Fachämter und Abschnitte' }).count()).toBe(0);
    // Who knows the address sees the sheet, not the page.
    await jan.page.goto(`${site.url}${SHEET}?section=departments`);
    await row(jan.page, 'housing').waitFor();

    const robin = await site.visit(Role.REVIEWER, { study: 'pilot', name: 'Robin' });
    await robin.page.goto(`${site.url}${SHEET}/a?section=departments`);
    await robin.page.getByLabel('Stadtplanung').selectOption('alle');
    await robin.page.getByRole('button', { name: 'Zuordnung speichern' }).click();
    await robin.page.getByText('Zuordnung gespeichert').waitFor();
    // Somebody has changed it since: the page says so, and shows what stands now.
    await page.getByLabel('Urban planning').selectOption('Social services');
    await page.getByRole('button', { name: 'Save the assignment' }).click();
    await page.getByText(/Seen at revision 1, it is at 2/).waitFor();
    expect(await page.getByLabel('Urban planning').inputValue()).toBe('');
    await jan.page.reload();
    await row(jan.page, 'housing').getByLabel('3', { exact: true }).check();
    await row(jan.page, 'housing')
      .getByText(/^gespeichert/)
      .waitFor();
    for (const visitor of [irma, jan, robin]) {
      expect(visitor.problems).toEqual([]);
      await visitor.close();
    }
  }, 120_000);
});

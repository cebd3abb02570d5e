import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { TWO_LOOKS, violationsInLooks } from '../harness/axe.js';
import { DesignersDesk } from '../harness/designers-desk.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

const WINDOW = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' };

describeInBrowser('the design workspace', () => {
  let site: Site;
  let study: OpenStudy;
  let desk: DesignersDesk;

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    await study.openRound(2030, WINDOW);
    desk = new DesignersDesk(site.api, study);
  }, 120_000);
  afterAll(() => site.stop());

  const designer = (name = 'Dana') => site.visit(Role.DESIGNER, { study: 'pilot', name });
  const ask = <Data>(document: string, variables: object = {}): Promise<Data> => desk.ask(document, variables);
  const draftOf = (year: number): Promise<string> => desk.draftOf(year);
  const stored = async (id: string) =>
    (
      await ask<{
        questionSet: {
          status: string;
          version: number;
          sections: {
            code: string;
            questions: { code: string; text: string; since: { verdict: string; recode: object[] } | null }[];
          }[];
        };
      }>(
        `query ($id: ID!) { questionSet(id: $id) { status version
          sections { code questions { code text(locale: "de") since { verdict recode { from to } } } } } }`,
        { id },
      )
    ).questionSet;
  const open = async (page: Page, id: string, where = ''): Promise<void> => {
    await page.goto(`${site.url}/design/set/${id}${where}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const state = (page: Page, text: string | RegExp) => page.locator('.design-bar__state').getByText(text).waitFor();
  const wording = (page: Page) => page.getByLabel('Wortlaut (de)');

  it('drafts a year, sets verdicts, passes the gate, publishes, plans a round and opens it', async () => {
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design`);
    await page.getByText('Neuen Entwurf beginnen').click();
    await page.getByLabel('Jahr', { exact: true }).fill('2031');
    await page.getByRole('button', { name: 'Entwurf beginnen' }).click();
    await page.waitForURL('**/design/set/*');
    const id = page.url().split('/').at(-1) ?? '';
    await state(page, 'Gespeichert als Fassung 1');

    // By keyboard alone: a question is moved, and another added.
    await page.locator('[data-outline="question plan"]').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Plan ist jetzt Frage 1 von 2 in Stadtplanung.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-outline'))).toBe('question plan');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Plan ist jetzt Frage 1 von 2 in Soziales.').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Plan ist jetzt Frage 2 von 2 in Stadtplanung.').waitFor();
    await page.getByRole('button', { name: 'Frage hinzufügen: Soziales' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Neue Frage' }).waitFor();
    await wording(page).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Wie viele Stellen?');
    await page.getByRole('heading', { level: 3, name: 'Wie viele Stellen?' }).waitFor();
    await page.getByLabel('Code', { exact: true }).fill('jobs');
    await page.keyboard.press('Enter');
    await page.locator('[data-outline="question jobs"]').waitFor();
    await page.getByLabel('Art der Antwort').selectOption('NUMBER');
    await page.getByText('Regeln', { exact: true }).click();
    await page.getByLabel('Sichtbar, wenn', { exact: true }).fill("answer('nowhere')");
    await page.locator('.kern-error').getByText('Eine Frage „nowhere“ gibt es nicht.').waitFor();
    await state(page, /erst Mängel beheben/);
    await page.getByLabel('Sichtbar, wenn', { exact: true }).fill("answer('plan')");
    await state(page, /Noch nicht gespeichert/);
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 2');
    expect((await stored(id)).sections.map(({ questions }) => questions.map(({ code }) => code))).toEqual([
      ['housing', 'plan'],
      ['remark', 'jobs'],
    ]);

    // The preview asks as the sheet would: the new question with the answer that shows it.
    await page.getByRole('link', { name: 'Vorschau' }).click();
    await page.getByText('3 von 4 Fragen sichtbar').waitFor();
    await page.getByRole('group', { name: 'Plan' }).getByLabel('ja').check();
    await page.getByText('4 von 4 Fragen sichtbar').waitFor();

    // A rewording and another scale: the gate names what is missing, and leads there.
    await page.getByRole('link', { name: 'Fragen', exact: true }).click();
    await page.locator('[data-outline="question housing"]').click();
    await wording(page).fill('Wie schwer ist es, Wohnraum zu finden?');
    await page.getByLabel('Urteil').selectOption('');
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 3');
    await page.getByRole('link', { name: 'Veröffentlichen' }).click();
    await page.getByText('Eine Sache steht im Weg.').waitFor();
    expect(await page.getByRole('button', { name: 'Veröffentlichen' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'housing › Vergleichbarkeit' }).click();
    await page.getByRole('heading', { level: 2, name: /Wohnraum zu finden/ }).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-field') === 'field-since-verdict');
    await page.goBack();
    await page.getByRole('link', { name: 'Änderungen: housing' }).click();
    const change = page.locator('#question-housing');
    await change.getByText('Vorschlag: umformuliert, vergleichbar').waitFor();
    expect(await change.locator('.design-side').allTextContents()).toEqual([
      expect.stringContaining('Wohnraum'),
      expect.stringContaining('Wie schwer ist es, Wohnraum zu finden?'),
    ]);
    await change.getByLabel('Urteil').selectOption('RECODED');
    await change.getByLabel('3 wird zu').selectOption('2');
    await change.getByLabel('Begründung').fill('Zwei Stufen zusammengelegt');
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 4');
    expect((await stored(id)).sections[0]?.questions[0]?.since).toEqual({
      verdict: 'RECODED',
      recode: [
        { from: '1', to: '1' },
        { from: '2', to: '2' },
        { from: '3', to: '2' },
      ],
    });

    await page.getByRole('link', { name: 'Veröffentlichen' }).click();
    await page.getByText('Nichts steht im Weg.').waitFor();
    await page.getByLabel(/Ich will diese Fassung veröffentlichen/).check();
    await page.getByRole('button', { name: 'Veröffentlichen' }).click();
    await page.getByRole('link', { name: /Runde planen/ }).click();
    await page.getByRole('button', { name: 'Runde planen' }).click();
    await page.getByText('Runde 2031 ist geplant').waitFor();
    await page.getByRole('button', { name: 'Runde 2031 eröffnen' }).click();
    await page.getByRole('button', { name: 'Runde 2031 eröffnen' }).waitFor({ state: 'detached' });
    expect((await stored(id)).status).toBe('PUBLISHED');
    const { study: pilot } = await ask<{ study: { rounds: { code: string; questionSet: { id: string } }[] } }>(
      '{ study(slug: "pilot") { rounds { code questionSet { id } } } }',
    );
    expect(pilot.rounds.find(({ code }) => code === '2031')?.questionSet.id).toBe(id);
    expect(problems).toEqual([]);
    await close();
  }, 120_000);

  it('loses nothing with a closed tab, without a line, and merges it later', async () => {
    const id = await draftOf(2040);
    const visitor = await designer();
    await open(visitor.page, id, '?question=housing');
    await visitor.context.setOffline(true);
    await wording(visitor.page).fill('Ohne Leitung geschrieben');
    await visitor.page.keyboard.press('Control+S');
    await state(visitor.page, /Dieser Browser behält es/);
    await visitor.page.getByText('Keine Verbindung zum Dienst').waitFor();
    await visitor.page.close();
    await visitor.context.setOffline(false);

    const other = await designer('Deniz');
    await open(other.page, id, '?question=remark');
    await wording(other.page).fill('Inzwischen gespeichert');
    await other.page.keyboard.press('Control+S');
    await state(other.page, 'Gespeichert als Fassung 2');

    const again = await visitor.context.newPage();
    await open(again, id, '?question=housing');
    await again.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await wording(again).inputValue()).toBe('Ohne Leitung geschrieben');
    await again.getByRole('button', { name: 'Speichern' }).click();
    await state(again, 'Gespeichert als Fassung 3');
    await again.getByText('Gespeichert und zusammengeführt').waitFor();
    const texts = (await stored(id)).sections.flatMap(({ questions }) => questions.map(({ text }) => text));
    expect(texts).toEqual(['Ohne Leitung geschrieben', 'Plan', 'Inzwischen gespeichert']);
    // What is saved is not kept a second time.
    await again.reload();
    await state(again, 'Gespeichert als Fassung 3');
    expect(await again.getByText('Ungespeichertes ist wieder da').count()).toBe(0);
    await other.close();
    await visitor.close();
  }, 60_000);

  it('shows both values where two designers contradict, and saves what is decided', async () => {
    const id = await draftOf(2041);
    const [one, two] = [await designer('Dana'), await designer('Deniz')];
    await open(one.page, id, '?question=housing');
    await open(two.page, id, '?question=housing');
    await wording(one.page).fill('Danas Wortlaut');
    await one.page.keyboard.press('Control+S');
    await state(one.page, 'Gespeichert als Fassung 2');
    await wording(two.page).fill('Deniz’ Wortlaut');
    await two.page.locator('[data-outline="question remark"]').click();
    await wording(two.page).fill('Nur von Deniz');
    await two.page.keyboard.press('Control+S');
    await state(two.page, /Jemand hat dasselbe anders geändert/);
    await two.page.getByRole('button', { name: 'Entscheiden' }).click();
    const dialog = two.page.getByRole('dialog');
    await dialog.getByText('Danas Wortlaut').waitFor();
    await dialog.getByLabel(/Deniz’ Wortlaut/).check();
    await dialog.getByRole('button', { name: 'So speichern' }).click();
    await state(two.page, 'Gespeichert als Fassung 3');
    const texts = (await stored(id)).sections.flatMap(({ questions }) => questions.map(({ text }) => text));
    expect(texts).toEqual(['Deniz’ Wortlaut', 'Plan', 'Nur von Deniz']);
    await one.close();
    await two.close();
  }, 60_000);

  it('undoes and does again, and translates one language beside another', async () => {
    const id = await draftOf(2042);
    const { page, close } = await designer();
    await open(page, id, '?question=remark');
    await page.getByRole('button', { name: 'Entfernen' }).click();
    await page.locator('[data-outline="question remark"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await page.locator('[data-outline="question remark"]').waitFor();
    await state(page, 'Gespeichert als Fassung 1');
    await page.keyboard.press('Control+Shift+Z');
    await page.locator('[data-outline="question remark"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await page.getByRole('link', { name: 'Übersetzungen' }).click();
    await page.getByLabel('Weitere Sprache').fill('fr');
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await page.getByText(/^(\d+) von \1 Texten fehlen in fr\.$/).waitFor();
    await page.getByLabel('housing › Wortlaut (fr)').fill('Logement');
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 2');
    const { questionSet } = await ask<{ questionSet: { missingTranslations: { key: string }[] } }>(
      'query ($id: ID!) { questionSet(id: $id) { missingTranslations(locales: ["fr"]) { key } } }',
      { id },
    );
    expect(questionSet.missingTranslations.map(({ key }) => key)).not.toContain('questions.housing.text');
    await close();
  }, 60_000);

  it('publishes a module, composes a draft of it, and archives a question for ever', async () => {
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design/template/pilot-sheet`);
    await page.locator('summary').getByText('Modul veröffentlichen').click();
    await page.getByLabel('Code', { exact: true }).fill('core');
    await page.getByLabel('Überschrift (de)').fill('Kern');
    await page.getByRole('checkbox', { name: 'Soziales' }).check();
    await page.getByRole('button', { name: 'Modul veröffentlichen' }).click();
    await page.getByText('Das Modul ist veröffentlicht').waitFor();
    await page.getByLabel('Codes').fill('plan');
    await page.getByLabel('Grund').fill('Ersetzt');
    await page.getByRole('button', { name: 'Für immer archivieren' }).click();
    await page.getByRole('listitem').getByText(': Ersetzt').waitFor();

    await page.goto(`${site.url}/design`);
    await page.getByText('Neuen Entwurf beginnen').click();
    await page.getByLabel('Jahr', { exact: true }).fill('2050');
    await page.getByRole('checkbox', { name: 'Kern' }).check();
    await page.getByRole('button', { name: 'Entwurf beginnen' }).click();
    await page.waitForURL('**/design/set/*');
    await page.locator('[data-outline="question remark"]').waitFor();
    expect(await page.locator('[data-outline^="question "]').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  }, 60_000);

  // Break it with React's own `lazy` in the place of loadedLater: the frame is gone, and the page never comes.
  it('says of a page that was not loaded before the line went, and shows it once there is one', async () => {
    const id = await draftOf(2037);
    const { page, context, close } = await designer('Olga');
    await open(page, id, '?question=housing');
    await wording(page).fill('Wohnraum, ohne Verbindung');
    await state(page, /Noch nicht gespeichert/);
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Übersetzungen', exact: true }).click();
    await page.getByRole('heading', { name: 'Noch nicht geladen' }).waitFor();
    await page.getByText('Keine Verbindung', { exact: true }).waitFor();
    await state(page, /Noch nicht gespeichert/);
    expect(await violationsInLooks(page, TWO_LOOKS)).toEqual([]);
    await page.getByRole('button', { name: 'Zurück', exact: true }).click();
    expect(await wording(page).inputValue()).toBe('Wohnraum, ohne Verbindung');
    await page.getByRole('link', { name: 'Übersetzungen', exact: true }).click();
    await page.getByRole('heading', { name: 'Noch nicht geladen' }).waitFor();
    await context.setOffline(false);
    await page.getByLabel('Übersetzen in').waitFor();
    await page.getByRole('link', { name: 'Fragen', exact: true }).click();
    await state(page, /Noch nicht gespeichert/);
    // The same outside the workspace.
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Barrierefreiheit' }).click();
    await page.getByRole('heading', { level: 1, name: 'Noch nicht geladen' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Barrierefreiheit' }).waitFor();
    await close();
  }, 120_000);
});

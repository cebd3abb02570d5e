import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { ERRORS, openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site, type Visitor } from '../harness/site.js';

const SHEET = '/respond/pilot/2031';

describeInBrowser('the respond workspace', () => {
  let site: Site;
  let study: OpenStudy;
  const of = (municipality: string, name: string, signatory = true) => ({
    study: 'pilot',
    municipality,
    name,
    signatory,
  });

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    for (const year of [2030, 2031])
      await study.openRound(year, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    const token = await site.api.token(Role.RESPONDENT, of('a', 'Earlier'));
    const response = await study.responseId(2030, token);
    await study.save(response, [{ question: 'housing', value: { level: '1' } }], token);
    await study.submit(response, token);
  }, 120_000);
  afterAll(() => site.stop());

  const open = async (page: Page, section = 'city'): Promise<void> => {
    await page.goto(`${site.url}${SHEET}?section=${section}`);
    await page.locator('.respond-question').first().waitFor();
  };
  const housing = (page: Page) => page.locator('#question-housing');
  const stored = async (municipality: string): Promise<Record<string, string>> => {
    const { sheet } = await study.ask<{
      sheet: {
        sections: {
          questions: { question: { code: string }; answer: { value: { canonical: string } | null } | null }[];
        }[];
      };
    }>(
      `query ($municipality: String!) { sheet(study: "pilot", round: "2031", municipality: $municipality) {
         sections { questions { question { code } answer { value { canonical } } } } } }`,
      { municipality },
      await site.api.token(Role.REVIEWER, { study: 'pilot' }),
    );
    return Object.fromEntries(
      sheet.sections
        .flatMap(({ questions }) => questions)
        .flatMap(({ question, answer }) => (answer?.value ? [[question.code, answer.value.canonical]] : [])),
    );
  };

  const remark = (page: Page) => page.locator('#question-remark textarea');
  const remarkState = (page: Page, text: RegExp) => page.locator('#question-remark').getByText(text);

  it('lets four people of two departments fill one sheet, hand it in, answer a query, and have it accepted', async () => {
    const signatory = await site.api.token(Role.RESPONDENT, of('a', 'Irma'));
    const response = await study.responseId(2031, signatory);
    for (const [section, code] of [
      ['city', 'planning'],
      ['social', 'welfare'],
    ] as const) {
      const department = { study: 'pilot', municipality: 'a', code, name: code };
      expect((await study.act('saveDepartment', ERRORS, department, signatory)).errors).toEqual([]);
      const given = { response, section, department: code };
      expect((await study.act('updateSection', ERRORS, given, signatory)).errors).toEqual([]);
    }
    const enter = async (name: string, section: string, department?: string): Promise<Visitor> => {
      const claims = { ...of('a', name, department === undefined), ...(department ? { department } : {}) };
      const visitor = await site.visit(Role.RESPONDENT, claims);
      await open(visitor.page, section);
      return visitor;
    };
    const irma = await enter('Irma', 'city');
    const jan = await enter('Jan', 'city', 'planning');
    const petra = await enter('Petra', 'social', 'welfare');
    const sam = await enter('Sam', 'social', 'welfare');

    // Each sees the others, last round's answer, and what others save, as they save it.
    await jan.page.getByText('Irma (Stadtplanung)').waitFor();
    await sam.page.getByText('Petra (Soziales)').waitFor();
    expect(await housing(irma.page).locator('.respond-previous').textContent()).toContain('2030: 1');
    await housing(jan.page).getByLabel('2', { exact: true }).check();
    await housing(irma.page)
      .getByText(/von Jan$/)
      .waitFor();
    expect(await housing(irma.page).getByLabel('2', { exact: true }).isChecked()).toBe(true);
    await remark(petra.page).fill('Von Petra');
    await remarkState(sam.page, /von Petra$/).waitFor();
    expect(await remark(sam.page).inputValue()).toBe('Von Petra');

    // Two at one question: the later one is told, and decides.
    await sam.context.setOffline(true);
    await remark(sam.page).fill('Von Sam');
    await remark(petra.page).fill('Noch einmal von Petra');
    await remarkState(petra.page, /^gespeichert/).waitFor();
    await sam.context.setOffline(false);
    await sam.page.getByRole('button', { name: /^Entscheiden/ }).click();
    await sam.page.getByText(/Petra hat um .* eine andere Antwort gespeichert/).waitFor();
    await sam.page.getByRole('button', { name: 'Meine speichern' }).click();
    await remarkState(petra.page, /von Sam$/).waitFor();
    await sam.page.getByRole('button', { name: 'Abschnitt als fertig kennzeichnen' }).click();
    await sam.page.getByText('fertig', { exact: true }).waitFor();

    // A department reads the other one's section; who does not sign does not hand in.
    await petra.page.getByRole('link', { name: 'Stadtplanung' }).first().click();
    expect(await housing(petra.page).getByLabel('3', { exact: true }).isDisabled()).toBe(true);
    await jan.page.getByRole('link', { name: 'Prüfen und einreichen' }).first().click();
    await jan.page.getByText('Einreichen darf nur, wer für die Kommune zeichnet.').waitFor();
    await irma.page.getByRole('link', { name: 'Prüfen und einreichen' }).first().click();
    await irma.page.getByText('2030: 1 → 2031: 2').waitFor();
    await irma.page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await irma.page.getByText(/Einreichung 1 am/).waitFor();
    expect(await irma.page.locator('.respond-receipt').textContent()).toMatch(/^[\da-f]{64}$/);
    const [printed] = await Promise.all([
      irma.page.waitForEvent('download'),
      irma.page.getByRole('button', { name: 'Als PDF' }).click(),
    ]);
    expect(
      readFileSync(await printed.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const robin = await site.visit(Role.REVIEWER, { study: 'pilot', name: 'Robin' });
    await robin.page.goto(`${site.url}${SHEET}/a?section=review`);
    await robin.page.getByLabel('Grund').fill('Bitte prüfen');
    await robin.page.getByLabel('Frage', { exact: true }).selectOption('housing');
    await robin.page.getByLabel('Rückfrage zu einer Frage (freiwillig)').fill('Wirklich 2?');
    await robin.page.getByRole('button', { name: 'Zurückgeben' }).click();
    await robin.page.getByText('zurückgegeben', { exact: false }).first().waitFor();

    // The query leads to its question; one answers, another one corrects, the signatory hands in again.
    await jan.page.reload();
    await jan.page.getByText('Wirklich 2?').waitFor();
    await jan.page.getByLabel('Antwort auf die Rückfrage').fill('Nein, 3.');
    await jan.page.reload();
    expect(await jan.page.getByLabel('Antwort auf die Rückfrage').inputValue()).toBe('Nein, 3.');
    await jan.page.getByRole('button', { name: 'Antworten', exact: true }).click();
    await jan.page.getByText('(beantwortet)').waitFor();
    await jan.page.getByRole('link', { name: 'Zur Frage: Wohnraum' }).click();
    await housing(jan.page).getByLabel('3', { exact: true }).check();
    await housing(jan.page)
      .getByText(/^gespeichert/)
      .waitFor();
    await irma.page.reload();
    await irma.page.getByLabel('Was wurde korrigiert?').fill('Zahlendreher');
    await irma.page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await irma.page.getByText(/Einreichung 2 am/).waitFor();

    await robin.page.reload();
    await robin.page.getByRole('button', { name: 'Erledigt' }).click();
    await robin.page.getByText('(erledigt)').waitFor();
    await robin.page.getByRole('button', { name: 'Annehmen' }).click();
    await robin.page.getByText('angenommen', { exact: false }).first().waitFor();
    expect(await stored('a')).toEqual({ housing: '3', remark: 'Von Sam' });
    for (const visitor of [irma, jan, petra, sam, robin]) {
      // A browser without a line says so on its console.
      if (visitor !== sam) expect(visitor.problems).toEqual([]);
      await visitor.close();
    }
  }, 120_000);

  it('keeps what is typed without a line, through a closed tab, and sends it later', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('b', 'Berta'));
    await open(visitor.page);
    await visitor.context.setOffline(true);
    await housing(visitor.page).getByLabel('3', { exact: true }).check();
    await visitor.page.getByText('Eine Antwort ist noch nicht gespeichert').waitFor();
    await housing(visitor.page).getByText('wartet auf die Verbindung').waitFor();
    expect(await stored('b')).toEqual({});
    await visitor.page.close();
    await visitor.context.setOffline(false);
    const again = await visitor.context.newPage();
    await open(again);
    await housing(again)
      .getByText(/^gespeichert/)
      .waitFor();
    expect(await housing(again).getByLabel('3', { exact: true }).isChecked()).toBe(true);
    expect(await stored('b')).toEqual({ housing: '3' });
    await visitor.close();
  });

  it('loses nothing when the sign-in ends while somebody types', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('c', 'Conny'));
    await open(visitor.page, 'social');
    const cookies = await visitor.context.cookies();
    await visitor.context.clearCookies();
    await visitor.page.getByRole('textbox').first().fill('Ein langer Text');
    await visitor.page.getByText('Ihre Anmeldung ist abgelaufen').waitFor();
    expect((await stored('c'))['remark']).toBeUndefined();
    await visitor.context.addCookies(cookies);
    await visitor.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await visitor.page.getByText('Alles ist gespeichert').waitFor();
    expect((await stored('c'))['remark']).toBe('Ein langer Text');
    await visitor.close();
  });

  it('says what keeps a sheet from being handed in, and hands in once where the answer is lost', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('c', 'Cora'));
    const { page } = visitor;
    await open(page);
    await page.getByRole('link', { name: 'Prüfen und einreichen' }).first().click();
    const handIn = page.getByRole('button', { name: 'Einreichen', exact: true });
    await handIn.click();
    await page.getByText('Pflichtfragen sind noch nicht beantwortet.').waitFor();
    expect(await page.getByText(/Einreichung 1 am/).count()).toBe(0);

    await page.getByRole('link', { name: 'Stadtplanung' }).first().click();
    await housing(page).getByLabel('3', { exact: true }).check();
    await housing(page)
      .getByText(/^gespeichert/)
      .waitFor();
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !(route.request().postData() ?? '').includes('idempotencyKey')) return route.continue();
      lost += 1;
      // The service has done it, and nobody hears of it.
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('link', { name: 'Prüfen und einreichen' }).first().click();
    await handIn.click();
    await page.getByText(/Einreichung 1 am/).waitFor();

    expect(lost).toBe(1);
    expect(visitor.problems.filter((problem) => !problem.includes('net::ERR_FAILED'))).toEqual([]);
    await visitor.close();
  });

  it('is filled and handed in by keyboard alone', async () => {
    const visitor = await site.visit(Role.RESPONDENT, of('b', 'Bea'));
    const { page } = visitor;
    await open(page);
    const reach = async (wanted: () => Promise<boolean>): Promise<void> => {
      for (let steps = 0; steps < 80; steps += 1) {
        await page.keyboard.press('Tab');
        if (await wanted()) return;
      }
      throw new Error('the keyboard does not get there');
    };
    const focused = (property: 'name' | 'textContent') =>
      page.evaluate((key) => {
        const value: unknown = Reflect.get(document.activeElement ?? {}, key);
        return typeof value === 'string' ? value : '';
      }, property);
    await reach(async () => (await focused('name')) === 'housing');
    await page.keyboard.press('ArrowLeft');
    await housing(page)
      .getByText(/^gespeichert/)
      .waitFor();
    await reach(async () => (await focused('textContent')) === 'Weiter: Soziales');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Soziales' }).waitFor();
    await reach(async () => (await focused('textContent')) === 'Prüfen und einreichen');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Einreichen', exact: true }).waitFor();
    await reach(async () => (await focused('textContent')) === 'Einreichen');
    await page.keyboard.press('Enter');
    await page.getByText(/Einreichung 1 am/).waitFor();
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { Role } from '../harness/api.js';
import { DesignersDesk } from '../harness/designers-desk.js';
import { openStudy, type OpenStudy } from '../harness/open-round.js';
import { describeInBrowser, startSite, type Site } from '../harness/site.js';

/** In the page: whether its browser keeps nothing that is unsaved. */
const keptNothing = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('reflexbogen-design');
    opening.onerror = () => reject(opening.error ?? new Error('no access'));
    opening.onsuccess = () => {
      const counting = opening.result.transaction('drafts').objectStore('drafts').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result === 0);
      };
    };
  });

describeInBrowser('what designers do around the editor', () => {
  let site: Site;
  let study: OpenStudy;
  let desk: DesignersDesk;
  let folder: string;

  beforeAll(async () => {
    site = await startSite();
    study = await openStudy(site.api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    desk = new DesignersDesk(site.api, study);
    folder = await mkdtemp(join(tmpdir(), 'reflexbogen-design-'));
  }, 120_000);
  afterAll(async () => {
    await site.stop();
    await rm(folder, { recursive: true });
  });

  const designer = (name = 'Dana') => site.visit(Role.DESIGNER, { study: 'pilot', name });
  const ask = <Data>(document: string, variables: object = {}): Promise<Data> => desk.ask(document, variables);
  const draftOf = (year: number): Promise<string> => desk.draftOf(year);
  const codesOf = async (id: string) => {
    const { questionSet } = await ask<{ questionSet: { sections: { questions: { code: string }[] }[] } }>(
      'query ($id: ID!) { questionSet(id: $id) { sections { questions { code } } } }',
      { id },
    );
    return questionSet.sections.map(({ questions }) => questions.map(({ code }) => code));
  };
  const wordingOf = async (id: string, question: string, locale = 'de') => {
    const { questionSet } = await ask<{
      questionSet: { sections: { questions: { code: string; text: string }[] }[] };
    }>(
      'query ($id: ID!, $locale: String!) { questionSet(id: $id) { sections { questions { code text(locale: $locale) } } } }',
      { id, locale },
    );
    return questionSet.sections.flatMap(({ questions }) => questions).find(({ code }) => code === question)?.text;
  };
  const scales = async () =>
    (
      await ask<{
        sharedScales: { revision: number; scale: { code: string; levels: { code: string; label: string }[] } }[];
      }>('{ sharedScales { revision scale { code levels { code label(locale: "de") } } } }')
    ).sharedScales;
  const state = (page: Page, text: string | RegExp) => page.locator('.design-bar__state').getByText(text).waitFor();
  const wording = (page: Page) => page.getByLabel('Wortlaut (de)');
  const code = (page: Page) => page.getByLabel('Code', { exact: true }).first();
  /** As when a tab is closed by hand, and another opened later. */
  const anotherTab = async (page: Page, context: BrowserContext): Promise<Page> => {
    const address = page.url();
    // What was typed last is on its way to the disk: reading every store comes behind it, however busy the machine is.
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error ?? new Error(name));
        });
        for (const store of database.objectStoreNames) {
          const count = database.transaction(store).objectStore(store).count();
          await new Promise((resolve) => (count.onsuccess = resolve));
        }
        database.close();
      }
    });
    await page.close();
    const next = await context.newPage();
    await next.goto(address);
    await next.getByRole('heading', { level: 1 }).waitFor();
    return next;
  };

  it('move a question with the mouse: before another, and to the end of a section', async () => {
    const id = await draftOf(2031);
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design/set/${id}`);
    const entry = (question: string) => page.locator(`[data-outline="question ${question}"]`);
    await entry('remark').dragTo(entry('plan'));
    await page.getByText('Anmerkung ist jetzt Frage 2 von 3 in Stadtplanung.').waitFor();
    await entry('housing').dragTo(page.locator('[data-outline="section social"]'));
    await page.getByText('Wohnraum ist jetzt Frage 1 von 1 in Soziales.').waitFor();
    // Further down in its own section: the place is counted without the question itself.
    await entry('remark').dragTo(page.getByRole('button', { name: 'Frage hinzufügen: Stadtplanung' }));
    await page.getByText('Anmerkung ist jetzt Frage 2 von 2 in Stadtplanung.').waitFor();
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 2');
    expect(await codesOf(id)).toEqual([['plan', 'remark'], ['housing']]);
    expect(problems).toEqual([]);
    await close();
  }, 60_000);

  it('keep a code that is half typed when the tab is closed, and take it over when the field is left', async () => {
    const id = await draftOf(2032);
    const { page, context, close } = await designer();
    await page.goto(`${site.url}/design/set/${id}?question=remark`);
    await code(page).fill('remark-on');
    await page.locator('.design-bar__state').getByText('Dieser Browser behält es').waitFor();
    // Another tab beside one that lives takes nothing from it.
    const beside = await context.newPage();
    await beside.goto(page.url());
    await state(beside, 'Gespeichert als Fassung 1');
    expect(await code(beside).inputValue()).toBe('remark');
    await beside.close();
    const again = await anotherTab(page, context);
    await again.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await code(again).inputValue()).toBe('remark-on');
    await again.getByText('Noch nicht übernommen: Eingabe').waitFor();
    await code(again).focus();
    await again.keyboard.press('End');
    await again.keyboard.type('-plan');
    await again.keyboard.press('Tab');
    await again.locator('[data-outline="question remark-on-plan"]').waitFor();
    await again.keyboard.press('Control+S');
    await state(again, 'Gespeichert als Fassung 2');
    expect(await codesOf(id)).toEqual([['housing', 'plan'], ['remark-on-plan']]);
    // Given up with Escape it is forgotten.
    await code(again).fill('nonsense');
    await again.keyboard.press('Escape');
    expect(await code(again).inputValue()).toBe('remark-on-plan');
    await again.waitForFunction(keptNothing, undefined, { polling: 50 });
    const last = await anotherTab(again, context);
    await state(last, 'Gespeichert als Fassung 2');
    expect(await code(last).inputValue()).toBe('remark-on-plan');
    await close();
  }, 60_000);

  it('edit a shared scale that a closed tab does not lose, merge it, and take it into a draft', async () => {
    const { page, context, problems, close } = await designer();
    await page.goto(`${site.url}/design/scales`);
    await page.getByRole('link', { name: 'Skala hinzufügen' }).click();
    const label = (one: Page, position: number) => one.getByLabel('Beschriftung (de)').nth(position);
    await label(page, 1).fill('mittel');
    await page.getByRole('button', { name: 'Stufe hinzufügen' }).click();
    await label(page, 2).fill('hoch');
    await code(page).fill('burden');
    await page.keyboard.press('Enter');
    await state(page, /Dieser Browser behält es/);
    const again = await anotherTab(page, context);
    await again.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await code(again).inputValue()).toBe('burden');
    await again.keyboard.press('Control+S');
    await again.waitForURL('**/design/scales/edit/burden');
    await state(again, 'Gespeichert als Fassung 1');
    const levels = async () => (await scales()).find(({ scale }) => scale.code === 'burden')?.scale.levels;
    expect(await levels()).toEqual([
      { code: '1', label: 'gering' },
      { code: '2', label: 'mittel' },
      { code: '3', label: 'hoch' },
    ]);

    // Two at once: different labels are merged, and the same one is decided.
    const other = await designer('Deniz');
    await other.page.goto(again.url());
    await label(other.page, 0).fill('sehr gering');
    await label(again, 2).fill('sehr hoch');
    await again.keyboard.press('Control+S');
    await state(again, 'Gespeichert als Fassung 2');
    await other.page.keyboard.press('Control+S');
    await state(other.page, 'Gespeichert als Fassung 3');
    await other.page.getByText('Gespeichert und zusammengeführt').waitFor();
    expect((await levels())?.map((level) => level.label)).toEqual(['sehr gering', 'mittel', 'sehr hoch']);
    await label(again, 0).fill('kaum');
    await again.keyboard.press('Control+S');
    await state(again, /Jemand hat dasselbe anders geändert/);
    await again.getByRole('button', { name: 'Entscheiden' }).click();
    await again.getByRole('dialog').getByLabel(/kaum/).check();
    await again.getByRole('button', { name: 'So speichern' }).click();
    await state(again, 'Gespeichert als Fassung 4');
    expect((await levels())?.map((level) => level.label)).toEqual(['kaum', 'mittel', 'sehr hoch']);

    // A code means what it meant, for ever: a level that was saved is archived, not removed.
    await again.getByRole('button', { name: 'Entfernen: mittel' }).click();
    await state(again, /erst Mängel beheben/);
    await again.getByRole('button', { name: 'Rückgängig' }).click();

    const id = await draftOf(2033);
    await again.goto(`${site.url}/design/set/${id}?scale=challenge`);
    await again.getByLabel('Aus der Bibliothek übernehmen').selectOption('burden');
    await again.getByLabel('Beschriftung (de)').nth(2).and(again.locator('[value="sehr hoch"]')).waitFor();
    await again.keyboard.press('Control+S');
    await state(again, 'Gespeichert als Fassung 2');
    const { questionSet } = await ask<{
      questionSet: { sections: { questions: { code: string; scale: { levels: { label: string }[] } | null }[] }[] };
    }>(
      'query ($id: ID!) { questionSet(id: $id) { sections { questions { code scale { levels { label(locale: "de") } } } } } }',
      { id },
    );
    expect(questionSet.sections[0]?.questions.find((question) => question.code === 'housing')?.scale?.levels).toEqual(
      ['kaum', 'mittel', 'sehr hoch'].map((text) => ({ label: text })),
    );
    expect(problems).toEqual([]);
    await other.close();
    await close();
  }, 90_000);

  it('fill in a module, the archive and a plan, and find them filled in after the tab was closed', async () => {
    const { page, context, close } = await designer();
    await page.goto(`${site.url}/design/template/pilot-sheet`);
    await page.locator('summary').getByText('Modul veröffentlichen').click();
    await code(page).fill('core');
    await page.getByLabel('Überschrift (de)').fill('Ker');
    await page.getByRole('checkbox', { name: 'Soziales' }).check();
    await page.getByLabel('Codes').fill('housing, pl');
    await page.getByLabel('Grund').fill('Ersetzt durch');
    const again = await anotherTab(page, context);
    await again.getByText('Ungespeichertes ist wieder da').first().waitFor();
    expect([
      await code(again).inputValue(),
      await again.getByLabel('Überschrift (de)').inputValue(),
      await again.getByRole('checkbox', { name: 'Soziales' }).isChecked(),
      await again.getByLabel('Codes').inputValue(),
      await again.getByLabel('Grund').inputValue(),
    ]).toEqual(['core', 'Ker', true, 'housing, pl', 'Ersetzt durch']);
    await again.getByRole('button', { name: 'Verwerfen' }).last().click();
    expect(await again.getByLabel('Codes').inputValue()).toBe('');
    await again.getByRole('button', { name: 'Modul veröffentlichen' }).click();
    await again.getByText('Das Modul ist veröffentlicht').waitFor();
    const last = await anotherTab(again, context);
    await last.getByText('Ker', { exact: true }).waitFor();
    expect(await last.getByText('Ungespeichertes ist wieder da').count()).toBe(0);

    await last.goto(`${site.url}/design/rounds/pilot`);
    await last.getByLabel('Code der Runde').fill('2031-Herbst');
    const plan = await anotherTab(last, context);
    await plan.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await plan.getByLabel('Code der Runde').inputValue()).toBe('2031-Herbst');
    await close();
  }, 60_000);

  it('plan a window by the clocks of Berlin from a browser in New York, and say which of two hours is meant', async () => {
    const { context, close } = await designer();
    const abroad = await site.browser.newContext({
      storageState: await context.storageState(),
      locale: 'de-DE',
      timezoneId: 'America/New_York',
    });
    const page = await abroad.newPage();
    await page.goto(`${site.url}/design/rounds/pilot`);
    await page.getByLabel('Code der Runde').fill('2030-zwei');
    // The clocks are put on past it.
    await page.getByLabel('Beginn').fill('2031-03-30T02:30');
    await page.getByText('Diese Uhrzeit gibt es nicht').waitFor();
    expect(await page.getByRole('button', { name: 'Runde planen' }).isDisabled()).toBe(true);
    await page.getByLabel('Beginn').fill('2031-03-30T03:30');
    await page.getByLabel('Ende', { exact: true }).fill('2031-10-26T02:30');
    await page.getByLabel('Ende: welche der beiden Stunden?').selectOption('second');
    await page.getByRole('button', { name: 'Runde planen' }).click();
    await page.getByText('Runde 2030-zwei ist geplant').waitFor();
    const { study: pilot } = await ask<{
      study: { rounds: { code: string; opensAt: string; closesAt: string }[] };
    }>('{ study(slug: "pilot") { rounds { code opensAt closesAt } } }');
    expect(pilot.rounds.find((round) => round.code === '2030-zwei')).toMatchObject({
      opensAt: '2031-03-30T01:30:00.000Z',
      closesAt: '2031-10-26T01:30:00.000Z',
    });
    await abroad.close();
    await close();
  }, 60_000);

  it('correct a wording while a round is in the field: sheets in work follow', async () => {
    const respondent = await site.api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Anna' });
    const response = await study.responseId(2030, respondent);
    await study.save(response, [{ question: 'plan', value: { boolean: true } }], respondent);
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design`);
    await page.getByText('Neuen Entwurf beginnen').click();
    await page.getByLabel('Jahr', { exact: true }).fill('2030');
    await page.getByRole('button', { name: 'Entwurf beginnen' }).click();
    await page.waitForURL('**/design/set/*');
    await page.getByRole('heading', { level: 1, name: '2030, Revision 2' }).waitFor();
    await page.locator('[data-outline="question housing"]').click();
    await wording(page).fill('Wohnräume');
    await page.getByLabel('Urteil').selectOption('EDITORIAL');
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 2');
    await page.getByRole('link', { name: 'Veröffentlichen' }).click();
    await page.getByText('Nichts steht im Weg.').waitFor();
    await page.getByLabel(/Ich will diese Fassung veröffentlichen/).check();
    await page.getByRole('button', { name: 'Veröffentlichen' }).click();
    await page.getByText('Dieser Fragensatz ändert sich nie mehr.').waitFor();

    await page.goto(`${site.url}/design/rounds/pilot`);
    await page.getByRole('button', { name: 'Wortlaut auf Revision 2 korrigieren' }).click();
    await page.getByText(/Wortlaut korrigiert; 1 Bogen|Wortlaut korrigiert; 1 Bögen/).waitFor();
    const { mySheet } = await study.ask<{
      mySheet: { sections: { questions: { question: { code: string; text: string } }[] }[] };
    }>(
      `{ mySheet(study: "pilot", round: "2030") { sections { questions { question { code text(locale: "de") } } } } }`,
      {},
      respondent,
    );
    expect(
      mySheet.sections.flatMap(({ questions }) => questions).find(({ question }) => question.code === 'housing')
        ?.question.text,
    ).toBe('Wohnräume');
    expect(problems).toEqual([]);
    await close();
  }, 60_000);

  it('go back to an earlier version, and lose none', async () => {
    const id = await draftOf(2034);
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design/set/${id}?question=housing`);
    await wording(page).fill('Zweite Fassung');
    await page.keyboard.press('Control+S');
    await state(page, 'Gespeichert als Fassung 2');
    await wording(page).fill('Ungespeichert');
    await page.getByRole('link', { name: 'Fassungen und Dateien' }).click();
    const back = page.getByRole('button', { name: 'Hierher zurück: Fassung 1' });
    await page.getByText('Erst speichern, dann zurückgehen.').waitFor();
    expect(await back.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await back.click();
    await state(page, 'Gespeichert als Fassung 3');
    await page.getByText('zurück zu Fassung 1').waitFor();
    expect(await wordingOf(id, 'housing')).toBe('Wohnraum');
    await page.getByRole('button', { name: 'Hierher zurück: Fassung 2' }).click();
    await state(page, 'Gespeichert als Fassung 4');
    expect(await wordingOf(id, 'housing')).toBe('Zweite Fassung');
    await page.getByRole('link', { name: 'Fragen', exact: true }).click();
    await page.locator('[data-outline="question housing"]').getByText('Zweite Fassung').waitFor();
    expect(problems).toEqual([]);
    await close();
  }, 60_000);

  it('upload from our own pages alone: another site that sends our cookie is nobody', async () => {
    const { context, close } = await designer();
    const upload = async (headers: Record<string, string>) => {
      const answer = await context.request.post(`${site.url}/exchange/uploads`, {
        headers: { 'content-type': 'application/zip', ...headers },
        data: 'x',
      });
      return answer.status();
    };
    const own = { 'x-reflexbogen-csrf': '1' };
    expect(await upload(own)).toBe(201);
    expect(await upload({})).toBe(401);
    expect(await upload({ ...own, origin: 'https://elsewhere.example' })).toBe(401);
    expect(await upload({ ...own, authorization: 'Bearer nobody' })).toBe(401);
    await close();
  });

  it('take a set out as a file and back in: whole, as a form, and for translators; a faulty file changes nothing', async () => {
    const id = await draftOf(2035);
    const { page, problems, close } = await designer();
    await page.goto(`${site.url}/design/set/${id}/history`);
    const out = async (format: string): Promise<string> => {
      await page.getByLabel('Format').selectOption(format);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Datei herunterladen' }).click(),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    };
    const take = async (path: string): Promise<void> => {
      await page.getByLabel('Datei einlesen').and(page.locator('input')).setInputFiles(path);
    };
    const edited = (path: string, from: string, to: string): string => {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      return path;
    };

    const yaml = await out('YAML');
    expect(yaml).toMatch(/\.yaml$/);
    // The format is that of the file, whatever is chosen for the next download.
    await page.getByLabel('Format').selectOption('JSON');
    await take(edited(yaml, 'Wohnraum', 'Wohnraum aus YAML'));

    await page.getByText(/\.yaml ist eingelesen und gespeichert/).waitFor();
    await state(page, 'Gespeichert als Fassung 2');
    expect(await wordingOf(id, 'housing')).toBe('Wohnraum aus YAML');

    const json = await out('JSON');
    await take(edited(json, 'Wohnraum aus YAML', 'Wohnraum aus JSON'));
    await state(page, 'Gespeichert als Fassung 3');
    expect(await wordingOf(id, 'housing')).toBe('Wohnraum aus JSON');

    // A form of ours comes back as it was.
    const before = await codesOf(id);
    await take(await out('XLSFORM'));
    await page.getByText(/\.xlsx ist eingelesen und gespeichert/).waitFor();
    expect(await codesOf(id)).toEqual(before);
    expect(await wordingOf(id, 'housing')).toBe('Wohnraum aus JSON');

    const xliff = await out('XLIFF');
    await take(edited(xliff, '<target>Housing</target>', '<target>Housing, translated</target>'));
    await page.getByText(/\.xlf ist eingelesen und gespeichert/).waitFor();
    expect(await wordingOf(id, 'housing', 'en')).toBe('Housing, translated');

    const csv = await out('TRANSLATION_CSV');
    await take(edited(csv, 'Housing, translated', 'Housing by CSV'));
    await page.getByText(/\.csv ist eingelesen und gespeichert/).waitFor();
    expect(await wordingOf(id, 'housing', 'en')).toBe('Housing by CSV');

    const versions = await page.locator('.design-year').count();
    const faulty = join(folder, 'faulty.yaml');
    writeFileSync(faulty, readFileSync(yaml, 'utf8').replace('type: SCALE', 'type: SCALA'));
    await take(faulty);
    const refusal = page.getByRole('alert');
    await refusal.getByText('faulty.yaml ist nicht eingelesen').waitFor();
    expect(await refusal.getByRole('listitem').first().textContent()).toMatch(/^Stelle \d+, \d+: .*SCALA/);
    expect(await page.locator('.design-year').count()).toBe(versions);
    expect(await wordingOf(id, 'housing', 'en')).toBe('Housing by CSV');
    expect(problems).toEqual([]);
    await close();
  }, 90_000);

  it('begin a draft and name the languages required, and find both filled in after the tab was closed', async () => {
    const { page, context, close } = await designer();
    await page.goto(`${site.url}/design`);
    await page.locator('summary').getByText('Neuen Entwurf beginnen').click();
    await page.getByLabel('Jahr', { exact: true }).fill('2044');
    await page.getByLabel('Auf Grundlage von').selectOption('nichts, leer');
    const start = await anotherTab(page, context);
    await start.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await start.getByLabel('Jahr', { exact: true }).inputValue()).toBe('2044');
    expect(await start.getByLabel('Auf Grundlage von').inputValue()).toBe('');
    await start.getByRole('button', { name: 'Entwurf beginnen' }).click();
    await start.waitForURL('**/design/set/*');
    // What was sent is not offered again.
    await start.getByRole('link', { name: 'Veröffentlichen', exact: true }).click();
    const languages = start.getByLabel('Verlangte Sprachen der Vorlage');
    await languages.fill('de, fr');
    const gate = await anotherTab(start, context);
    await gate.getByText('Ungespeichertes ist wieder da').waitFor();
    expect(await gate.getByLabel('Verlangte Sprachen der Vorlage').inputValue()).toBe('de, fr');
    await gate.getByRole('button', { name: 'Verwerfen' }).click();
    expect(await gate.getByLabel('Verlangte Sprachen der Vorlage').inputValue()).toBe('');
    await gate.goto(`${site.url}/design`);
    await gate.locator('summary').getByText('Neuen Entwurf beginnen').click();
    expect(await gate.getByLabel('Jahr', { exact: true }).inputValue()).not.toBe('2044');
    await close();
  }, 60_000);
});

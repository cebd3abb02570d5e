import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';
import { readPdf } from './harness/read-pdf.js';

const PRINT = `query ($response: ID!, $locale: String) {
  sheetFile(response: $response, format: PDF, locale: $locale) { name mediaType base64 }
}`;
interface Print {
  sheetFile: { name: string; mediaType: string; base64: string } | null;
}

describe('the sheet on paper', () => {
  let api: TestApi;
  let study: OpenStudy;
  let token: string;
  let response: string;
  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    await study.openRound(2031, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    token = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a' });
    const earlier = await study.responseId(2030, token);
    await study.save(earlier, [{ question: 'housing', value: { level: '3' } }], token);
    await study.submit(earlier, token);
    response = await study.responseId(2031, token);
  });
  afterAll(() => api.stop());

  const printed = async (locale: string) => {
    const { sheetFile } = await study.ask<Print>(PRINT, { response, locale }, token);
    return readPdf(Buffer.from(sheetFile?.base64 ?? '', 'base64'));
  };

  it('is empty at first, in German, with what was answered the year before', async () => {
    const { text, structure, language, title } = await printed('de');
    expect([language, title]).toEqual(['de', 'Pilot 2031: Stadt A']);
    expect(text).toContain('Noch nicht ausgefüllt');
    expect(text).toContain('2030 geantwortet: 3');
    expect(structure.filter(({ alt }) => alt === 'angekreuzt')).toEqual([]);
    expect(structure.filter(({ alt }) => alt === 'nicht angekreuzt')).toHaveLength(6);
    expect(structure.filter(({ type }) => type === 'H3').map((heading) => heading.text)).toEqual([
      'Wohnraum',
      'Plan',
      'Anmerkung',
    ]);
  });

  it('holds answers and remarks, in English, and is a draft until it is handed in', async () => {
    await study.save(
      response,
      [
        { question: 'housing', value: { level: '2' }, comment: 'Łódź – “more” ≥ 3' },
        { question: 'remark', value: { text: 'First line\nsecond line' } },
      ],
      token,
    );
    const before = await printed('en');
    expect(before.text).toContain('Draft, not handed in yet');
    expect(before.text).toContain('Remark: Łódź – “more” ≥ 3');
    expect(before.text).toContain('First line');
    expect(before.structure.filter(({ alt }) => alt === 'ticked')).toHaveLength(1);
    const { response: submitted } = await study.submit(response, token);
    expect((await printed('en')).text).toContain(`Receipt: ${submitted?.receipt}`);
  });

  it('is nobody else’s', async () => {
    const neighbour = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'b' });
    expect(await study.ask<Print>(PRINT, { response }, neighbour)).toEqual({ sheetFile: null });
  });
});

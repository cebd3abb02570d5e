import { mkdirSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keptLine, send } from './graphql.js';
import { DRAFT, ISSUE_TOKEN, MY_SHEET, OPEN_ROUND, PUBLISH, SAVE_SET, type Problem } from './operations.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/bin/reflexbogen.js', import.meta.url));
const run = promisify(execFile);

export const STUDY = 'faults';
export const ROUND = '2018';
export const QUESTIONS = 60;
/** Codes of the questions, all TEXT: any value fits, and says who wrote it. */
export const questionCode = (number: number): string => `q${String(number).padStart(2, '0')}`;
export const municipalityCode = (number: number): string => `m${String(number).padStart(4, '0')}`;

export interface SurveyOptions {
  readonly municipalities: number;
  /** End of the round's window; far away by default. */
  readonly closesAt?: string;
}

/** A study with one round of a sheet of 60 questions, made through the API of a running service. */
export class Survey {
  private constructor(
    private readonly port: number,
    readonly admin: string,
  ) {}

  static async create(port: number, folder: string, options: SurveyOptions): Promise<Survey> {
    const admin = await issueToken(port, { role: 'ADMIN' });
    const survey = new Survey(port, admin);
    await survey.importStudy(join(folder, 'package'), options.municipalities);
    await survey.openRound(options.closesAt ?? '2099-01-01T00:00:00Z');
    return survey;
  }

  /** A token of somebody of a municipality who may hand the sheet in. */
  respondent(municipality: string, name: string): Promise<string> {
    return issueToken(this.port, { role: 'RESPONDENT', study: STUDY, municipality, name });
  }

  reviewer(name: string): Promise<string> {
    return issueToken(this.port, { role: 'REVIEWER', study: STUDY, name });
  }

  analyst(study: string): Promise<string> {
    return issueToken(this.port, { role: 'ANALYST', study });
  }

  /** Id of the sheet behind a respondent's token. */
  async sheetOf(respondent: string): Promise<string> {
    const { mySheet } = await send<{ mySheet: { response: { id: string } } | null }>(
      keptLine(),
      this.port,
      respondent,
      MY_SHEET,
      { study: STUDY, round: ROUND },
    );
    if (mySheet === null) throw new Error('there is no sheet for this token');
    return mySheet.response.id;
  }

  private async importStudy(folder: string, municipalities: number): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const codes = Array.from({ length: municipalities }, (_, index) => municipalityCode(index + 1));
    writeFileSync(
      join(folder, 'municipalities.csv'),
      ['code,name,officialKey', ...codes.map((code) => `${code},Stadt ${code},`), ''].join('\n'),
    );
    writeFileSync(
      join(folder, 'study.yaml'),
      `format: reflexbogen/1
study:
  slug: ${STUDY}
  title: { de: Störungen, en: Faults }
attributes: []
template: { slug: ${STUDY}-sheet, title: { de: Bogen, en: Sheet } }
questionSets: []
rounds: []
`,
    );
    await run(process.execPath, [CLI, 'import', folder], {
      cwd: folder,
      env: { ...process.env, REFLEXBOGEN_URL: `http://127.0.0.1:${this.port}/graphql`, REFLEXBOGEN_TOKEN: this.admin },
    });
  }

  private async openRound(closesAt: string): Promise<void> {
    const { id } = await this.act('draftQuestionSet', DRAFT, {
      template: `${STUDY}-sheet`,
      year: 2018,
      basedOn: null,
    });
    const words = (word: string) => [{ locale: 'de', text: word }];
    const questions = Array.from({ length: QUESTIONS }, (_, index) => ({
      code: questionCode(index + 1),
      type: 'TEXT',
      text: words(`Frage ${index + 1}`),
    }));
    const document = { scales: [], sections: [{ code: 'all', title: words('Alles'), questions }] };
    await this.act('saveQuestionSet', SAVE_SET, { id, version: 1, document });
    await this.act('publishQuestionSet', PUBLISH, { id });
    await this.act('openRound', OPEN_ROUND, {
      study: STUDY,
      code: ROUND,
      questionSet: id,
      opensAt: '2018-05-01T00:00:00Z',
      closesAt,
    });
  }

  /** One act of the administrator. @returns the question set of its outcome @throws where it is refused */
  private async act(name: string, document: string, input: object): Promise<{ readonly id: string }> {
    const data = await send<Record<string, { questionSet?: { id: string }; errors: readonly Problem[] }>>(
      keptLine(),
      this.port,
      this.admin,
      document,
      { input },
    );
    const outcome = data[name];
    if (outcome === undefined || outcome.errors.length > 0)
      throw new Error(`${name} was refused: ${JSON.stringify(outcome?.errors)}`);
    return { id: outcome.questionSet?.id ?? '' };
  }
}

/** A token of the development issuer, for a day. */
async function issueToken(port: number, input: object): Promise<string> {
  const { issueDevelopmentToken } = await send<{
    issueDevelopmentToken: { token: string | null; errors: readonly Problem[] };
  }>(keptLine(), port, '', ISSUE_TOKEN, { input: { ttlSeconds: 86_400, ...input } });
  if (issueDevelopmentToken.token === null)
    throw new Error(`no token: ${JSON.stringify(issueDevelopmentToken.errors)}`);
  return issueDevelopmentToken.token;
}

import { Role, type TestApi } from './api.js';
import type { OpenStudy } from './open-round.js';

/** What a designer of the pilot study does beside the browser, by the service itself. */
export class DesignersDesk {
  constructor(
    private readonly api: TestApi,
    private readonly study: OpenStudy,
  ) {}

  async ask<Data>(document: string, variables: object = {}): Promise<Data> {
    return this.study.ask<Data>(
      document,
      variables,
      await this.api.token(Role.DESIGNER, { study: 'pilot', name: 'Dana' }),
    );
  }

  /** A draft of its own, after the published set of 2030. @returns its id */
  async draftOf(year: number): Promise<string> {
    const { draftQuestionSet } = await this.ask<{ draftQuestionSet: { questionSet: { id: string } } }>(
      `mutation ($year: Int!) { draftQuestionSet(input: { template: "pilot-sheet", year: $year, basedOn: { year: 2030, revision: 1 } })
        { questionSet { id } } }`,
      { year },
    );
    return draftQuestionSet.questionSet.id;
  }
}

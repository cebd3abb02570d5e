import { Editor } from './editor.js';
import { keptLine, type Line } from './graphql.js';
import { Ledger } from './ledger.js';
import type { Random } from './random.js';
import { inTurn, oneAfterTheOther, SaveClient } from './save-client.js';
import { municipalityCode, questionCode, type Survey } from './survey.js';
import { until } from './watched-process.js';

export const EDITORS = 8;
const QUESTIONS_EACH = 3;

export interface CrewOptions {
  readonly survey: Survey;
  /** Replicas, or a proxy before them. */
  readonly ports: readonly number[];
  readonly random: Random;
  readonly givesUp?: number;
  readonly pauseMs?: number;
  /** Every act of an editor goes to the next replica; by default each keeps to one while that answers. */
  readonly isAlternating?: boolean;
  readonly line?: Line;
  /** A control: see SaveClient. */
  readonly forgetsKeys?: boolean;
  /** Municipality whose sheet it is; the first one by default. */
  readonly municipality?: string;
}

/** Eight editors at one sheet, each with questions of its own, and the ledger that they share. */
export class Crew {
  readonly ledger = new Ledger();

  private constructor(
    readonly response: string,
    private readonly editors: readonly Editor[],
    /** Questions by editor: each act writes all of its editor's. */
    readonly groups: readonly (readonly string[])[],
    /** By the name of the editor. */
    readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async create(options: CrewOptions): Promise<Crew> {
    const { survey, ports, random, municipality = municipalityCode(1) } = options;
    const names = Array.from({ length: EDITORS }, (_, index) => `Editor ${index + 1}`);
    const tokens = await Promise.all(names.map((name) => survey.respondent(municipality, name)));
    const response = await survey.sheetOf(tokens[0] ?? '');
    const groups = names.map((_, editor) =>
      Array.from({ length: QUESTIONS_EACH }, (_unused, index) => questionCode(editor * QUESTIONS_EACH + index + 1)),
    );
    const editors: Editor[] = [];
    const crew = new Crew(response, editors, groups, new Map(names.map((name, index) => [name, tokens[index] ?? ''])));
    names.forEach((name, index) => {
      const own = random.fork(name);
      editors.push(
        new Editor({
          name,
          response,
          questions: groups[index] ?? [],
          client: new SaveClient({
            line: options.line ?? keptLine(),
            token: tokens[index] ?? '',
            port: options.isAlternating === true ? oneAfterTheOther(ports, own) : inTurn(ports, own),
            forgetsKeys: options.forgetsKeys ?? false,
          }),
          ledger: crew.ledger,
          random: own,
          ...(options.givesUp === undefined ? {} : { givesUp: options.givesUp }),
          ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
        }),
      );
    });
    return crew;
  }

  /** Works while something else goes on, and then comes to rest. The first failure of either ends both. */
  async during(work: () => Promise<void>): Promise<void> {
    let isOver = false;
    const editing = Promise.all(this.editors.map((editor) => editor.work(() => isOver)));
    try {
      await Promise.race([work(), editing.then(() => Promise.reject(new Error('the editors ended too early')))]);
    } finally {
      isOver = true;
      await editing;
    }
  }

  /** Waits until the editors have got on, so that a fault meets them at work. */
  async getsOn(acts = EDITORS): Promise<void> {
    const before = this.ledger.acknowledged;
    await until('the editors get on', () => this.ledger.acknowledged >= before + acts, 120_000);
  }

  /** So many acts in all. */
  async do(acts: number): Promise<void> {
    const each = Math.ceil(acts / this.editors.length);
    await Promise.all(this.editors.map((editor) => editor.work(() => false, each)));
  }
}

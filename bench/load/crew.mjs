/** The people of a deadline day: editors who save answers and open sheets, municipalities that hand in. Keeps the ledger. */
import { randomUUID } from 'node:crypto';
import { MySheetDocument } from '../../libs/client/dist/index.js';
import { questionCode } from '../synthetic.mjs';
import { ROUND } from './stage.mjs';

const SAVE = `mutation SaveAnswers($input: SaveAnswersInput!) {
  saveAnswers(input: $input) {
    response { id status version }
    saved { question revision }
    conflicts { question revision }
    errors { code message path }
  }
}`;
const SUBMIT = `mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) { response { id status submittedAt receipt } errors { code message path } }
}`;
const VERIFY = `query Verify($response: ID!, $receipt: String!) {
  verifyReceipt(response: $response, receipt: $receipt) { valid }
}`;
const MY_SHEET = MySheetDocument.toString();

/** Each municipality reaches the service from an address of its own. */
const addressOf = (place) => `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`;

export class Crew {
  /**
   * @param options.places where in the panel each group is: `working` municipalities with `editors`, `ready` ones whose sheets are
   *   filled, `whole` ones that send all answers and hand in at once
   */
  constructor({ stage, client, ledger, random, places, editors, questions }) {
    Object.assign(this, { stage, client, ledger, random, places, questions });
    this.tokens = new Map();
    this.waiting = { ready: [...places.ready], whole: [...places.whole] };
    this.editors = Array.from({ length: editors }, (_, index) => ({
      name: `Editor ${index + 1}`,
      place: places.working[index % places.working.length],
      turn: 0,
      questions: [],
    }));
    this.#divide();
    /** By municipality and question: revision, or null where nobody knows any more. */
    this.revisions = new Map();
  }

  /** The editors of a municipality have questions of their own each, as departments have. */
  #divide() {
    const byPlace = groupBy(this.editors);
    for (const colleagues of byPlace.values())
      colleagues.forEach((editor, index) => {
        for (let question = index; question < this.questions; question += colleagues.length)
          editor.questions.push(questionCode(question));
      });
  }

  /** Signs everybody in, and fills the sheets that will only be handed in, a few at a time. */
  async prepare() {
    for (const { name, place } of this.editors) this.tokens.set(name, await this.stage.tokenOf(place, name));
    for (const place of [...this.places.ready, ...this.places.whole])
      this.tokens.set(nameAt(place), await this.stage.tokenOf(place, nameAt(place)));
    const left = [...this.places.ready];
    const fill = async () => {
      for (let place = left.pop(); place !== undefined; place = left.pop())
        if (!(await this.#saveAll(place))) throw new Error('a sheet cannot be filled');
    };
    await Promise.all(Array.from({ length: 4 }, fill));
  }

  /** What an act is about: who does it, and how. */
  begin = ({ kind }) => {
    if (kind === 'submitResponse') {
      const place = this.waiting.ready.pop();
      return { actor: nameAt(place), perform: () => this.#submit(place) };
    }
    if (kind === 'wholeSheet') {
      const place = this.waiting.whole.pop();
      return { actor: nameAt(place), perform: async () => (await this.#saveAll(place)) && this.#submit(place) };
    }
    const editor = this.editors[this.random() % this.editors.length];
    const perform = kind === 'mySheet' ? () => this.#open(editor) : () => this.#save(editor);
    return { actor: editor.name, perform };
  };

  async #open({ name, place }) {
    const variables = { study: this.stage.study.slug, round: ROUND, locale: 'de' };
    return (await this.#act('mySheet', name, place, { query: MY_SHEET, variables })) !== null;
  }

  #save(editor) {
    const { name, place, questions } = editor;
    const question = questions[editor.turn++ % questions.length];
    return this.#saveAnswers(name, place, [question]);
  }

  #saveAll(place) {
    const questions = Array.from({ length: this.questions }, (_, index) => questionCode(index));
    return this.#saveAnswers(nameAt(place), place, questions);
  }

  /** @returns whether all of it was acknowledged */
  async #saveAnswers(name, place, questions) {
    const municipalityId = this.stage.study.ids[place];
    const revisionAt = (question) => this.revisions.get(`${place} ${question}`);
    // After an act that was given up nobody knows what stands there: a person would look first.
    const known = questions.filter((question) => revisionAt(question) !== null);
    if (known.length === 0) return true;
    const sent = new Map(known.map((question) => [question, String((this.random() % 5) + 1)]));
    const key = randomUUID();
    const input = {
      response: this.stage.responseOf(place),
      idempotencyKey: key,
      answers: [...sent].map(([question, level]) => ({
        question,
        value: { level },
        basedOnRevision: revisionAt(question) ?? 0,
      })),
    };
    const outcome = await this.#act('saveAnswers', name, place, { query: SAVE, variables: { input } });
    const saved = outcome?.saved ?? [];
    for (const { question, revision } of saved) {
      this.revisions.set(`${place} ${question}`, revision);
      this.ledger.saves.push({ municipalityId, question, value: sent.get(question), revision, key });
    }
    if (outcome === null) {
      this.ledger.unsure += known.length;
      for (const question of known) this.revisions.set(`${place} ${question}`, null);
    } else if (saved.length !== known.length) this.ledger.contradictions.push(JSON.stringify(outcome).slice(0, 300));
    return saved.length === known.length;
  }

  async #submit(place) {
    const input = { response: this.stage.responseOf(place), idempotencyKey: randomUUID() };
    const outcome = await this.#act('submitResponse', nameAt(place), place, { query: SUBMIT, variables: { input } });
    if (outcome === null) return false;
    const { receipt } = outcome.response;
    this.ledger.submissions.push({ municipalityId: this.stage.study.ids[place], place, receipt });
    return true;
  }

  /** Whether the service finds that a receipt belongs to what is stored. */
  async verifies({ place, receipt }) {
    const variables = { response: this.stage.responseOf(place), receipt };
    const outcome = await this.#act('verifyReceipt', nameAt(place), place, { query: VERIFY, variables });
    return outcome?.valid === true;
  }

  #act(kind, name, place, request) {
    return this.client.act({ kind, token: this.tokens.get(name), address: addressOf(place), request });
  }
}

const nameAt = (place) => `Signatory ${place}`;

function groupBy(editors) {
  const byPlace = new Map();
  for (const editor of editors) byPlace.set(editor.place, [...(byPlace.get(editor.place) ?? []), editor]);
  return byPlace;
}

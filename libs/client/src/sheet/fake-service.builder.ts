import type { Client } from '../create-client.js';
import { ReflexbogenError, UnreachableError } from '../errors.js';
import type { AnswerInput, SaveAnswersInput, SubmitResponseInput } from '../generated/operations.js';
import type { Live } from '../live/live.js';
import type { AnswerContent } from '../queue/answer-store.js';

const QUESTIONS = ['a', 'b', 'c'];

/** One save, as it stands in the service for ever. */
export interface FakeEvent {
  readonly number: number;
  readonly question: string;
  readonly value: AnswerContent;
  readonly comment: string | null;
  readonly revision: number;
  readonly by: string;
}

/** What becomes of the next requests that save. */
export type Fate = 'ARRIVES' | 'REQUEST_LOST' | 'ANSWER_LOST';

/** A service with one sheet of three texts that keeps the contract of saveAnswers: compare-and-set, and once per key. */
export class FakeService {
  readonly events: FakeEvent[] = [];
  /** Who is signed in; null = nobody. */
  person: string | null = 'Anna';
  isReachable = true;
  /** Values that are refused, by text. */
  refused = new Set<string>();
  readonly fates: Fate[] = [];
  /** How often the sheet was loaded. */
  loads = 0;
  /** What was answered last round to questions that show it after one's own answer, by question. */
  readonly after = new Map<string, string>();
  readonly keys: string[] = [];
  /** What was handed in, the first one first, by key. */
  readonly submissions: { readonly key: string; readonly reason: string | null }[] = [];
  private status = 'DRAFT';
  private readonly results = new Map<string, { payload: string; result: object }>();
  private readonly followers = new Set<() => void>();

  latest(question: string): FakeEvent | undefined {
    return this.events.findLast((event) => event.question === question);
  }

  /** Somebody saves on top of what stands. */
  saveAs(by: string, question: string, text: string): void {
    this.put(by, { question, value: { text }, basedOnRevision: this.latest(question)?.revision ?? 0 });
  }

  private put(by: string, { question, value, comment }: AnswerInput): FakeEvent {
    const before = this.latest(question);
    const event = {
      number: this.events.length + 1,
      question,
      value: value ?? null,
      comment: comment === undefined ? (before?.comment ?? null) : comment,
      revision: (before?.revision ?? 0) + 1,
      by,
    };
    this.events.push(event);
    for (const tell of this.followers) tell();
    return event;
  }

  readonly client: Client = {
    request: async <Data, Variables>(document: { toString(): string }, variables: Variables): Promise<Data> => {
      const name = /(?:query|mutation) (\w+)/.exec(document.toString())?.[1] ?? '';
      await Promise.resolve();
      if (!this.isReachable) throw new UnreachableError('fake', null);
      if (this.person === null) throw new ReflexbogenError('Sign in.', 'UNAUTHENTICATED', 401);
      switch (name) {
        case 'OpenSheet':
          this.loads += 1;
          return { mySheet: this.sheet() } as Data;
        case 'SheetQueries':
          return { sheetQueries: [] } as Data;
        case 'AnnouncePresence':
          return { announcePresence: [] } as Data;
        case 'SaveSheetAnswers':
          return this.receive((variables as { input: SaveAnswersInput }).input) as Data;
        case 'HandIn':
          return this.handIn((variables as { input: SubmitResponseInput }).input) as Data;
        default:
          throw new Error(`The fake service knows no ${name}.`);
      }
    },
    upload: () => Promise.reject(new Error('not here')),
    download: () => Promise.reject(new Error('not here')),
  };

  /** Somebody gives the sheet back. */
  giveBack(): void {
    this.status = 'RETURNED';
  }

  private receive(input: SaveAnswersInput): object {
    return { saveAnswers: this.onTheWay(() => this.save(input)) };
  }

  private handIn({ idempotencyKey, reason }: SubmitResponseInput): object {
    return { submitResponse: this.onTheWay(() => this.submit(idempotencyKey ?? '', reason ?? null)) };
  }

  private onTheWay(act: () => object): object {
    const fate = this.fates.shift() ?? 'ARRIVES';
    if (fate === 'REQUEST_LOST') throw new UnreachableError('fake', null);
    const result = act();
    if (fate === 'ANSWER_LOST') throw new UnreachableError('fake', null);
    return result;
  }

  /** The same submission for the same key, whatever has become of the sheet. */
  private submit(key: string, reason: string | null): object {
    const known = this.submissions.findIndex((submission) => submission.key === key);
    if (known < 0 && this.status === 'SUBMITTED')
      return {
        response: this.response(),
        errors: [{ code: 'NOT_SUBMITTABLE', message: 'handed in', path: ['input', 'response'] }],
      };
    if (known < 0) {
      this.submissions.push({ key, reason });
      this.status = 'SUBMITTED';
    }
    return { response: this.response(known < 0 ? this.submissions.length : known + 1), errors: [] };
  }

  private save({ idempotencyKey, answers }: SaveAnswersInput): object {
    const by = this.person ?? '';
    const key = `${by} ${idempotencyKey}`;
    const payload = JSON.stringify(answers);
    const known = this.results.get(key);
    const nothing = { response: this.response(), saved: [], conflicts: [] };
    if (known !== undefined)
      return known.payload === payload
        ? known.result
        : {
            ...nothing,
            errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', message: 'reused', path: ['input', 'idempotencyKey'] }],
          };
    const errors = answers.flatMap(({ value }, index) =>
      this.refused.has(value?.text ?? '')
        ? [
            {
              code: 'INVALID_VALUE',
              message: `${value?.text} is refused`,
              path: ['input', 'answers', String(index), 'value'],
            },
          ]
        : [],
    );
    if (errors.length > 0) return { ...nothing, errors };
    const saved: object[] = [];
    const conflicts: object[] = [];
    for (const answer of answers) {
      const standing = this.latest(answer.question);
      if ((standing?.revision ?? 0) === (answer.basedOnRevision ?? 0))
        saved.push({ question: answer.question, revision: this.put(by, answer).revision });
      else
        conflicts.push({
          question: answer.question,
          theirs: valueOf(standing?.value ?? null),
          revision: standing?.revision ?? 0,
          savedBy: standing === undefined ? null : { name: standing.by },
          savedAt: standing === undefined ? null : timeOf(standing),
        });
    }
    this.keys.push(idempotencyKey);
    const result = { response: this.response(), saved, conflicts, errors: [] };
    this.results.set(key, { payload, result });
    return result;
  }

  private response(number: number = this.submissions.length): object {
    return {
      id: 'r',
      status: this.status,
      version: this.events.length,
      cursor: String(this.events.length),
      submissionNumber: number === 0 ? null : number,
      submittedAt: number === 0 ? null : new Date(number * 1000).toISOString(),
      receipt: number === 0 ? null : `receipt ${number}`,
    };
  }

  private sheet(): object {
    const questions = QUESTIONS.map((code) => {
      const event = this.latest(code);
      return {
        visible: true,
        required: code === 'a',
        question: { code, type: 'TEXT', text: code, prior: this.after.has(code) ? 'SHOW_AFTER' : 'SHOW' },
        previous: event && this.after.has(code) ? { value: valueOf({ text: this.after.get(code) ?? '' }) } : null,
        answer: event && {
          value: valueOf(event.value),
          comment: event.comment,
          provenance: 'TYPED',
          revision: event.revision,
          savedAt: timeOf(event),
          savedBy: { name: event.by },
        },
      };
    }).map((question) => ({ ...question, answer: question.answer ?? null, previous: question.previous ?? null }));
    return {
      response: this.response(),
      round: { code: '2030', questionSet: null },
      sections: [{ code: 's', title: 's', questions }],
    };
  }

  /** A line that gives every event after `since`, as the service does; cut while the service cannot be reached. */
  live(): Live {
    return {
      subscribe: (document, variables, { onData }) => {
        if (!document.toString().includes('FollowSheet')) return () => undefined;
        const since = typeof variables === 'function' ? (variables as () => { since: string | null })().since : null;
        let last = Number(since ?? this.events.length);
        const tell = (): void => {
          if (!this.isReachable) return;
          for (const event of this.events.slice(last)) {
            last = event.number;
            const { number, question, value, comment, revision, by } = event;
            onData({
              sheetChanged: {
                cursor: String(number),
                question,
                value: valueOf(value),
                comment,
                revision,
                savedAt: timeOf(event),
                savedBy: { name: by },
              },
            } as never);
          }
        };
        this.followers.add(tell);
        queueMicrotask(tell);
        return () => void this.followers.delete(tell);
      },
      state: () => (this.isReachable ? 'OPEN' : 'WAITING'),
      wake: () => undefined,
      close: () => undefined,
    };
  }
}

const valueOf = (value: AnswerContent): object | null =>
  value === null ? null : { __typename: 'TextValue', canonical: value.text, text: value.text };

const timeOf = ({ number }: FakeEvent): string => new Date(number * 1000).toISOString();

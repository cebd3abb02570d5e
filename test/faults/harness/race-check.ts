import {
  canonicalOf,
  decodeSubmission,
  layoutOf,
  receiptOf,
  RESPONSE_TRANSITIONS,
  type QuestionSet,
  type ResponseEvent,
  type ResponseStatus,
} from '@reflexbogen/domain';
import type { StoredSubmission } from '@reflexbogen/persistence';
import type { RacedAct } from './race.js';
import { savedValue, type SheetState, type StoredEvent } from './sheet-state.js';
import { ROUND, STUDY } from './survey.js';

const EVENTS: Readonly<Record<string, ResponseEvent>> = {
  SAVE_ANSWER: 'SAVE',
  SUBMIT: 'SUBMIT',
  RETURN: 'RETURN',
  ACCEPT: 'ACCEPT',
};

/** Refusals that a race may meet; any other is a fault. */
const REFUSALS: Readonly<Record<RacedAct['kind'], readonly string[]>> = {
  SAVE: ['NOT_EDITABLE', 'ROUND_NOT_OPEN'],
  SUBMIT: ['NOT_SUBMITTABLE', 'ROUND_NOT_OPEN'],
  RETURN: ['NOT_RETURNABLE'],
  ACCEPT: ['NOT_ACCEPTABLE'],
  EXTEND: [],
};

export interface RaceRecord {
  readonly municipality: string;
  readonly acts: readonly RacedAct[];
  readonly state: SheetState;
  readonly submissions: readonly StoredSubmission[];
  readonly questionSet: QuestionSet;
  readonly contentHash: string;
}

/** @returns everything about a race that must not be; empty where all is right */
export function faultsOf(record: RaceRecord): readonly string[] {
  return [...faultsOfHistory(record), ...faultsOfActs(record), ...faultsOfOrder(record), ...faultsOfReceipts(record)];
}

/** End of the window that an extension has set, in milliseconds since 1970. */
const endOf = ({ new: text }: StoredEvent): number => (text === null || text === 'late' ? Infinity : Date.parse(text));

/** Plays the history again: only steps of the table, only within the window, and a submission holds what was saved before it. */
function faultsOfHistory({ state, submissions, questionSet }: RaceRecord): readonly string[] {
  const found: string[] = [];
  let status: ResponseStatus = 'NOT_STARTED';
  let deadline = -Infinity;
  let number = 0;
  const answers = new Map<string, string>();
  for (const event of state.history) {
    if (event.act === 'EXTEND') {
      deadline = endOf(event);
      continue;
    }
    const step = EVENTS[event.act];
    if (step === undefined) {
      found.push(`event ${event.number} is ${event.act}, which nobody did`);
      continue;
    }
    const next: ResponseStatus | undefined = RESPONSE_TRANSITIONS[status][step];
    if (next === undefined) found.push(`event ${event.number}: ${step} of a sheet that is ${status}`);
    if ((step === 'SAVE' || step === 'SUBMIT') && Date.parse(event.at) >= deadline)
      found.push(`event ${event.number}: ${step} at ${event.at}, the window ended ${new Date(deadline).toISOString()}`);
    status = next ?? status;
    if (step === 'SAVE') answers.set(event.object ?? '', savedValue(event) ?? '');
    if (step === 'SUBMIT') {
      number += 1;
      found.push(...faultsOfSubmission(submissions[number - 1], number, answers, questionSet));
    }
  }
  if (status !== state.status) found.push(`the sheet is ${state.status}, its history ends ${status}`);
  if (number !== submissions.length) found.push(`${submissions.length} submissions, ${number} in the history`);
  return found;
}

function faultsOfSubmission(
  submission: StoredSubmission | undefined,
  number: number,
  answers: ReadonlyMap<string, string>,
  questionSet: QuestionSet,
): readonly string[] {
  if (submission?.number !== number) return [`submission ${number} is not stored in its place`];
  const stored = decodeSubmission(layoutOf(questionSet), submission);
  const values = new Map(
    [...stored].map(([code, value]) => {
      const question = questionSet.byCode.get(code);
      return [code, question === undefined ? '' : canonicalOf(question, value)];
    }),
  );
  const differs = [...new Set([...answers.keys(), ...values.keys()])].filter(
    (code) => answers.get(code) !== values.get(code),
  );
  return differs.length === 0
    ? []
    : [`submission ${number} differs from what was saved before it: ${differs.join(', ')}`];
}

/** Event of an act that was done; null where it left none, undefined where it cannot be told which. */
function eventOf(act: RacedAct, history: readonly StoredEvent[]): StoredEvent | null | undefined {
  switch (act.kind) {
    case 'SAVE': {
      const [first] = act.saved;
      if (first === undefined) return undefined;
      return history.find(({ object, revision }) => object === first.question && revision === first.revision) ?? null;
    }
    case 'SUBMIT':
      return history.find((event) => event.act === 'SUBMIT' && event.new === act.receipt) ?? null;
    case 'RETURN':
    case 'EXTEND':
      return history.find(({ reason }) => reason === act.reason) ?? null;
    case 'ACCEPT':
      return undefined;
  }
}

/** Every acknowledged act is in the history, every event is an act's, and refusals are of the kinds that may be. */
function faultsOfActs({ acts, state }: RaceRecord): readonly string[] {
  const found: string[] = [];
  for (const { kind, refusal } of acts)
    if (refusal !== null && !REFUSALS[kind].includes(refusal)) found.push(`${kind} was refused with ${refusal}`);
  const done = acts.filter(({ refusal }) => refusal === null);
  for (const { receipt, again } of done)
    if (again !== null && again !== receipt) found.push(`a repeated SUBMIT gave ${again} in place of its receipt`);
  for (const act of done)
    if (eventOf(act, state.history) === null) found.push(`an acknowledged ${act.kind} has no event`);
  for (const kind of ['SUBMIT', 'RETURN', 'ACCEPT'] as const) {
    const events = state.history.filter((event) => event.act === kind).length;
    const acknowledged = done.filter((act) => act.kind === kind).length;
    if (events !== acknowledged) found.push(`${events} events ${kind}, ${acknowledged} acknowledged`);
  }
  const saves = state.history.filter((event) => event.act === 'SAVE_ANSWER').length;
  const saved = done.reduce((sum, act) => sum + act.saved.length, 0);
  if (saves !== saved) found.push(`${saves} answers saved, ${saved} acknowledged`);
  const ends = state.history.filter(({ act }) => act === 'EXTEND').map(endOf);
  const earliestEnd = Math.min(...ends);
  for (const { kind, refusal, answeredAt } of acts)
    if (refusal === 'ROUND_NOT_OPEN' && answeredAt < earliestEnd) found.push(`${kind} was refused before any deadline`);
  return found;
}

/** What was answered before something else was sent also stands before it: an acknowledged submit is followed by no earlier save. */
function faultsOfOrder({ acts, state }: RaceRecord): readonly string[] {
  const placed = acts.flatMap((act) => {
    const event = act.refusal === null ? eventOf(act, state.history) : null;
    return event ? [{ ...act, number: event.number }] : [];
  });
  return placed.flatMap((first) =>
    placed
      .filter((second) => first.answeredAt < second.sentAt && first.number > second.number)
      .map((second) => `${second.kind} was sent after ${first.kind} was acknowledged, and stands before it`),
  );
}

/** Every receipt is what the stored submission gives, and what was acknowledged is stored. */
function faultsOfReceipts(record: RaceRecord): readonly string[] {
  const { submissions, questionSet, contentHash, municipality, state } = record;
  const events = state.history.filter(({ act }) => act === 'SUBMIT');
  return submissions.flatMap((submission, index) => {
    const receipt = receiptOf({
      study: STUDY,
      municipality,
      round: ROUND,
      questionSet,
      questionSetHash: contentHash,
      number: submission.number,
      answers: decodeSubmission(layoutOf(questionSet), submission),
      comments: new Map(Object.entries(submission.comments ?? {})),
    });
    if (receipt !== submission.receipt) return [`the receipt of submission ${submission.number} does not recompute`];
    return events[index]?.new === receipt ? [] : [`submission ${submission.number} has another receipt in the history`];
  });
}

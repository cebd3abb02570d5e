import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponseEvent } from '@reflexbogen/domain';
import { keptLine, send } from './graphql.js';
import {
  ACCEPT,
  EXTEND,
  HAND_IN,
  RETURN,
  SAVE,
  type HandInOutcome,
  type Problem,
  type SaveOutcome,
} from './operations.js';
import type { Random } from './random.js';
import { questionCode, QUESTIONS, ROUND, STUDY } from './survey.js';

/** What takes part in a race: the events of the state table, and the deadline, which moves. */
export type RaceKind = ResponseEvent | 'EXTEND';

/** Who can do what to one sheet. */
export interface RaceSheet {
  readonly municipality: string;
  readonly response: string;
  readonly respondent: string;
  readonly reviewer: string;
}

/** One act of a race, and what became of it. Instants in milliseconds since 1970. */
export interface RacedAct {
  readonly kind: RaceKind;
  /** Code of the refusal; null: done. */
  readonly refusal: string | null;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** SAVE: what was saved. */
  readonly saved: SaveOutcome['saved'];
  /** SUBMIT: what it was acknowledged with. */
  readonly receipt: string | null;
  /** SUBMIT that was acknowledged: what a repetition gave, code of its refusal or receipt; null: not repeated. */
  readonly again: string | null;
  /** RETURN and EXTEND: a reason that nobody else gives. */
  readonly reason: string | null;
}

type Told = Partial<Pick<RacedAct, 'saved' | 'receipt' | 'again' | 'reason'>> & { readonly errors: readonly Problem[] };
/** @param elsewhere another replica, or the same */
type RaceAct = (sheet: RaceSheet, port: number, random: Random, turn: number, elsewhere: number) => Promise<Told>;

const line = keptLine();
/** The deadline moves to an instant so near that some acts come before and some after it. */
const NEAR_MS = 60;
const FAR_MS = 86_400_000;

export async function extend(sheet: Omit<RaceSheet, 'response'>, port: number, closesAt: Date | null) {
  const reason = `extension ${randomUUID()}`;
  const { municipality, reviewer } = sheet;
  const { grantExtension } = await send<{
    grantExtension: { response: string | null; errors: readonly Problem[] };
  }>(line, port, reviewer, EXTEND, { input: { study: STUDY, round: ROUND, municipality, closesAt, reason } });
  return { ...grantExtension, reason };
}

const handIn = async (port: number, token: string, input: object): Promise<HandInOutcome> =>
  (await send<{ submitResponse: HandInOutcome }>(line, port, token, HAND_IN, { input })).submitResponse;

/** Everything that may meet on a sheet. */
const RACE_ACTS: Readonly<Record<RaceKind, { readonly weight: number; readonly act: RaceAct }>> = {
  SAVE: {
    weight: 7,
    act: async ({ response, respondent }, port, _random, turn) => {
      // One question that nobody else has, and one that all want.
      const answers = [questionCode(turn + 1), questionCode(QUESTIONS)].map((question) => ({
        question,
        value: { text: `turn ${turn}` },
        basedOnRevision: 0,
      }));
      const input = { response, idempotencyKey: randomUUID(), answers };
      return (await send<{ saveAnswers: SaveOutcome }>(line, port, respondent, SAVE, { input })).saveAnswers;
    },
  },
  SUBMIT: {
    weight: 4,
    act: async ({ response, respondent }, port, _random, _turn, elsewhere) => {
      const input = { response, idempotencyKey: randomUUID() };
      const first = await handIn(port, respondent, input);
      const receipt = first.response?.receipt ?? null;
      if (first.errors.length > 0) return { errors: first.errors, receipt };
      // As whoever got no answer does, while the others go on.
      const { errors, response: again } = await handIn(elsewhere, respondent, input);
      return { errors: [], receipt, again: errors[0]?.code ?? again?.receipt ?? 'nothing' };
    },
  },
  RETURN: {
    weight: 3,
    act: async ({ response, reviewer }, port) => {
      const reason = `return ${randomUUID()}`;
      const { returnResponse } = await send<{ returnResponse: { errors: readonly Problem[] } }>(
        line,
        port,
        reviewer,
        RETURN,
        { input: { response, reason } },
      );
      return { ...returnResponse, reason };
    },
  },
  ACCEPT: {
    weight: 2,
    act: async ({ response, reviewer }, port) =>
      (
        await send<{ acceptResponse: { errors: readonly Problem[] } }>(line, port, reviewer, ACCEPT, {
          input: { response },
        })
      ).acceptResponse,
  },
  EXTEND: {
    weight: 1,
    act: (sheet, port, random) =>
      extend(sheet, port, new Date(Date.now() + (random.happens(0.7) ? random.between(0, NEAR_MS) : FAR_MS))),
  },
};

const KINDS = Object.entries(RACE_ACTS).flatMap(([kind, { weight }]) =>
  Array.from({ length: weight }, () => kind as RaceKind),
);
const LONGEST_HEAD_START_MS = 80;

/** Lets a random handful of acts go at a sheet, at random replicas. @returns all of them, answered */
export function race(
  sheet: RaceSheet,
  ports: readonly number[],
  random: Random,
  acts: number,
): Promise<readonly RacedAct[]> {
  return Promise.all(
    Array.from({ length: acts }, async (_, turn): Promise<RacedAct> => {
      const kind = random.pick(KINDS);
      const port = random.pick(ports);
      await sleep(random.between(0, LONGEST_HEAD_START_MS));
      const sentAt = Date.now();
      const {
        errors,
        saved = [],
        receipt = null,
        again = null,
        reason = null,
      } = await RACE_ACTS[kind].act(sheet, port, random, turn, random.pick(ports));
      const refusal = errors[0]?.code ?? null;
      return { kind, refusal, sentAt, answeredAt: Date.now(), saved, receipt, again, reason };
    }),
  );
}

export interface Counts {
  acts: number;
  acknowledged: number;
  attempts: number;
  retries: number;
  backpressure: number;
  rateLimited: number;
  unanswered: number;
  givenUp: number;
  errors: number;
}
export function emptyCounts(): Counts;
export class ActClient {
  constructor(
    url: string,
    options?: {
      readonly patienceMs?: number;
      readonly answerMs?: number;
      readonly pauseMs?: number;
      readonly connections?: number;
    },
  );
  readonly counts: Map<string, Counts>;
  readonly said: Map<string, number>;
  act(act: {
    readonly kind: string;
    readonly token: string;
    readonly address: string;
    readonly request: object;
  }): Promise<unknown>;
  close(): Promise<void>;
}

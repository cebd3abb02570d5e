import { readFileSync } from 'node:fs';

const operation = (file: string, name: string): string => {
  const text = readFileSync(new URL(`../../../libs/client/operations/${file}.graphql`, import.meta.url), 'utf8');
  const start = text.search(new RegExp(`^(query|mutation) ${name}\\b`, 'm'));
  if (start < 0) throw new Error(`there is no operation ${name} in ${file}.graphql`);
  const next = text.slice(start + 1).search(/^(query|mutation|subscription|fragment) /m);
  return text.slice(start, next < 0 ? undefined : start + 1 + next);
};

export const ISSUE_TOKEN = operation('access', 'IssueDevelopmentToken');
export const DRAFT = operation('publish-round', 'DraftQuestionSet');
export const SAVE_SET = operation('publish-round', 'SaveQuestionSet');
export const PUBLISH = operation('publish-round', 'PublishQuestionSet');
export const OPEN_ROUND = operation('publish-round', 'OpenRound');
export const MY_SHEET = operation('respond', 'MySheet');

/** With what a client needs to go on, and no more: the tests send some ten thousands of them. */
export const SAVE = `mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) {
    response { status version }
    saved { question revision }
    conflicts { question yours { canonical } theirs { canonical } revision savedBy { name } savedAt }
    errors { code message }
  }
}`;

export const SUBMIT = `mutation Submit($input: SubmitResponseInput!) {
  submitResponse(input: $input) { response { status version receipt } errors { code message } }
}`;
/** The same under a key, with all that a repetition gives again. */
export const HAND_IN = `mutation HandIn($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    response { status version submissionNumber submittedAt receipt }
    errors { code message }
  }
}`;
export const RETURN = `mutation Return($input: ReturnResponseInput!) {
  returnResponse(input: $input) { response { status version } errors { code message } }
}`;
export const ACCEPT = `mutation Accept($input: AcceptResponseInput!) {
  acceptResponse(input: $input) { response { status version } errors { code message } }
}`;
export const EXTEND = `mutation Extend($input: GrantExtensionInput!) {
  grantExtension(input: $input) { response window { closesAt } errors { code message } }
}`;

export interface Problem {
  readonly code: string;
  readonly message: string;
}

export interface Conflict {
  readonly question: string;
  readonly yours: { readonly canonical: string } | null;
  readonly theirs: { readonly canonical: string } | null;
  readonly revision: number;
  readonly savedBy: { readonly name: string } | null;
  readonly savedAt: string | null;
}

export interface SaveOutcome {
  readonly response: { readonly status: string; readonly version: number } | null;
  readonly saved: readonly { readonly question: string; readonly revision: number }[];
  readonly conflicts: readonly Conflict[];
  readonly errors: readonly Problem[];
}

/** What a submission is known by. */
export interface Receipt {
  readonly submissionNumber: number | null;
  readonly submittedAt: string | null;
  readonly receipt: string | null;
}

export interface HandInOutcome {
  readonly response: (Receipt & { readonly status: string; readonly version: number }) | null;
  readonly errors: readonly Problem[];
}

export interface HandInInput {
  readonly response: string;
  readonly idempotencyKey: string;
  readonly reason?: string;
}

/** One answer of an act, as it is sent. */
export interface SentAnswer {
  readonly question: string;
  readonly value: { readonly text: string };
  readonly basedOnRevision: number;
}

export interface SaveInput {
  readonly response: string;
  readonly idempotencyKey: string;
  readonly answers: readonly SentAnswer[];
}

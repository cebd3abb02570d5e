import { ReflexbogenError, UnreachableError } from '../errors.js';
import {
  AnnouncePresenceDocument,
  FollowPresenceDocument,
  FollowSheetDocument,
  OpenSheetDocument,
  OpenSheetOfDocument,
  SaveSheetAnswersDocument,
  SheetQueriesDocument,
  type FollowPresenceSubscription,
  type FollowSheetSubscription,
  type SaveSheetAnswersMutation,
} from '../generated/operations.js';
import { createAnswerQueue, type AnswerQueue } from '../queue/answer-queue.js';
import { NOTHING_KEPT, type Batch } from '../queue/answer-store.js';
import { discarding, pruning, resolving, retrying, typing, type SaveOutcome } from '../queue/kept-changes.js';
import { createHandIn } from './hand-in.js';
import { contentOf, evaluatorOf, type RuleVerdict } from './sheet-rules.js';
import type { SheetSession, SheetSessionOptions } from './sheet-session.js';
import type { SheetShelf, ShelfPlace } from './sheet-shelf.js';
import type { SheetData, SheetPresence, SheetQueryData, SheetSnapshot } from './sheet-snapshot.js';
import { answersOf, progressOf, snapshotAfter, verdictOf, type StandingAnswer } from './sheet-view.js';

const PRESENCE_MS = 30_000;
/** A line that is slower than this is not waited for, where the sheet is on the shelf. */
const SLOW_MS = 3000;
const EMPTY: SheetSnapshot = {
  status: 'LOADING',
  error: null,
  sheet: null,
  answers: new Map(),
  visible: new Set(),
  required: new Set(),
  unmet: [],
  progress: { answered: 0, total: 0, required: 0, requiredAnswered: 0 },
  queries: [],
  connection: 'ONLINE',
  live: 'WAITING',
  unsent: 0,
  unkept: 0,
  presence: [],
  signedOut: false,
};

/** Opens a sheet for filling in. Loads at once; everything else is in the snapshots. */
export function openSheetSession(options: SheetSessionOptions): SheetSession {
  const { client, live, store, shelf, owner, study, round, locale, municipality, rules, onConflict } = options;
  const place: ShelfPlace = { owner, study, round, municipality: municipality ?? null, locale };
  const backoff = options.backoff ?? { first: 1000, longest: 30_000 };
  const handIn = createHandIn(client);
  const listeners = new Set<() => void>();
  const standing = new Map<string, StandingAnswer>();
  /** Questions with the policy SHOW_AFTER whose earlier answer was asked for once they had one of their own. */
  const revealed = new Set<string>();
  const ends: (() => void)[] = [];
  /** Subscriptions that the service has ended. */
  const stopped = new Set<() => void>();
  let snapshot = EMPTY;
  let sheet: SheetData | null = null;
  let queries: readonly SheetQueryData[] = [];
  let presence: readonly SheetPresence[] = [];
  let evaluate: ((answers: SheetSnapshot['answers']) => RuleVerdict) | null = null;
  let queue: AnswerQueue | null = null;
  let cursor: string | null = null;
  let loadError: Error | null = null;
  let liveError: Error | null = null;
  let isSignedOut = false;
  let isClosed = false;
  let failures = 0;
  let loading: Promise<void> | null = null;
  let nextLoad: Promise<void> | null = null;
  /** The sheet is being taken from the shelf, or was. */
  let opening: Promise<void> | null = null;
  let retryLoad: ReturnType<typeof setTimeout> | undefined;
  let presenceTimer: ReturnType<typeof setInterval> | undefined;

  const update = (): void => {
    if (isClosed) return;
    const state = queue?.state();
    const kept = state?.kept ?? NOTHING_KEPT;
    for (const [question, { at, by, comment, ...answer }] of kept.acknowledged)
      stand(question, {
        ...answer,
        comment: comment === undefined ? (standing.get(question)?.comment ?? null) : comment,
        savedAt: at,
        savedBy: by,
      });
    const answers = answersOf(standing, kept, snapshot.answers);
    const verdict = verdictOf(sheet, answers, evaluate);
    const isFailed = sheet === null && loadError !== null && !(loadError instanceof UnreachableError) && !isSignedOut;
    const unsent = [...answers.values()].filter((answer) => answer.state !== 'SAVED').length;
    const next = snapshotAfter(snapshot, {
      status: sheet !== null && queue !== null ? 'READY' : isFailed ? 'FAILED' : 'LOADING',
      error: loadError ?? state?.error ?? liveError,
      sheet,
      answers,
      ...verdict,
      progress: progressOf(verdict, answers),
      queries,
      connection: (state?.isOffline ?? false) || loadError instanceof UnreachableError ? 'OFFLINE' : 'ONLINE',
      live: live?.state() ?? 'WAITING',
      unsent,
      unkept: unsent === 0 ? 0 : (state?.unkept ?? 0),
      presence,
      signedOut: isSignedOut || (state?.isSignedOut ?? false),
    });
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of [...listeners]) listener();
  };

  /** The later revision stands; of the same one, what says more. */
  const stand = (question: string, answer: StandingAnswer): void => {
    const before = standing.get(question);
    if (before !== undefined && before.revision > answer.revision) return;
    if (before?.revision === answer.revision && answer.savedBy === null) return;
    standing.set(question, answer);
  };
  const standsFor = (question: string): number => standing.get(question)?.revision ?? 0;

  const fetchSheet = async (): Promise<SheetData> => {
    const variables = { study, round, locale };
    const found =
      municipality === undefined
        ? (await client.request(OpenSheetDocument, variables)).mySheet
        : (await client.request(OpenSheetOfDocument, { ...variables, municipality })).sheet;
    if (found === null) throw new ReflexbogenError('There is no such sheet for you.', 'NOT_FOUND', 200);
    return found;
  };

  const load = async (): Promise<void> => {
    try {
      const found = await fetchSheet();
      const asked = (await client.request(SheetQueriesDocument, { response: found.response.id })).sheetQueries ?? [];
      await opening;
      if (isClosed) return;
      if (sheet !== null && sheet.response.id !== found.response.id) {
        // Another person has signed in on this computer: nothing of theirs is shown, nothing of ours is sent.
        signOut();
        return;
      }
      evaluate = rules === undefined ? null : evaluatorOf(rules, found, locale);
      for (const { questions } of found.sections)
        for (const { question, answer } of questions) {
          if (!answer?.value) revealed.delete(question.code);
          if (answer !== null)
            stand(question.code, { ...answer, value: contentOf(answer.value), savedBy: answer.savedBy.name });
        }
      cursor ??= found.response.cursor;
      loadError = null;
      failures = 0;
      sheet = found;
      queries = asked;
      // Before what was acknowledged is forgotten, so that one of the two always has it.
      await keepOnShelf();
      if (isClosed) return;
      if (queue === null) await openQueue(found.response.id);
      else queue.change(pruning(standsFor));
    } catch (error) {
      if (isClosed) return;
      loadError = error instanceof Error ? error : new Error(String(error));
      if (isUnauthenticated(error)) signOut();
      else if (isGone(error)) await onShelf((own) => own.drop(place));
      else if (error instanceof UnreachableError) {
        if (sheet === null) await openKept();
        if (isClosed) return;
        clearTimeout(retryLoad);
        retryLoad = setTimeout(
          () => void reload(),
          Math.min(backoff.longest, backoff.first * 2 ** Math.min(failures++, 20)),
        );
      }
    }
    update();
  };
  /** The shelf is a convenience: a browser that keeps nothing opens the sheet with a line only. */
  const onShelf = async <T>(act: (own: SheetShelf) => Promise<T>): Promise<T | null> => {
    if (shelf === undefined) return null;
    try {
      return await act(shelf);
    } catch {
      return null; // a full disk, a private window
    }
  };
  const keepOnShelf = (): Promise<unknown> => {
    if (sheet === null) return Promise.resolve();
    const kept = { sheet, queries, standing: new Map(standing), keptAt: new Date().toISOString() };
    return onShelf((own) => own.keep(place, kept));
  };
  /** Without a line, or with a slow one: the sheet as it was loaded last, with what has been typed since on top. */
  const openKept = (): Promise<void> => (opening ??= takeFromShelf());
  const takeFromShelf = async (): Promise<void> => {
    const kept = await onShelf((own) => own.take(place));
    if (kept === null || isClosed || sheet !== null) return;
    evaluate = rules === undefined ? null : evaluatorOf(rules, kept.sheet, locale);
    for (const [question, answer] of kept.standing) stand(question, answer);
    sheet = kept.sheet;
    queries = kept.queries;
    cursor = kept.sheet.response.cursor;
    await openQueue(kept.sheet.response.id);
    update();
  };
  /** A load that has begun may be from before what one wants to see: then another one follows it. */
  const reload = (): Promise<void> => {
    if (loading === null)
      return (loading = load().finally(() => {
        loading = null;
      }));
    return (nextLoad ??= loading.then(() => {
      nextLoad = null;
      return reload();
    }));
  };

  /** Last round's answer that is shown after one's own: only the service knows it. */
  const reveal = (codes: readonly string[]): void => {
    const waiting = (sheet?.sections ?? [])
      .flatMap(({ questions }) => questions)
      .filter(({ question, previous }) => question.prior === 'SHOW_AFTER' && previous === null)
      .filter(({ question: { code } }) => codes.includes(code) && !revealed.has(code));
    for (const { question } of waiting) revealed.add(question.code);
    if (waiting.length > 0) void reload();
  };

  const signOut = (): void => {
    isSignedOut = true;
    queue?.signOut();
    update();
  };

  const openQueue = async (response: string): Promise<void> => {
    const opened = createAnswerQueue({
      store,
      of: { owner, response },
      send: (batch) => send(response, batch),
      identify: options.identify,
      pause: options.pause ?? 400,
      backoff,
      onChange: update,
      onOutcome: ({ saved, conflicts, errors }) => {
        for (const { question, ...conflict } of conflicts)
          if (opened.state().kept.drafts.get(question)?.conflict !== undefined) onConflict?.(question, conflict);
        // Handed in by a colleague, or too late: the sheet says so. Without rules only the service knows what is asked now.
        if (errors.length > 0 || rules === undefined) void reload();
        else reveal(saved.map(({ question }) => question));
      },
    });
    await opened.open();
    if (isClosed) return opened.close();
    queue = opened;
    opened.change(pruning(standsFor));
    follow(response);
  };

  const send = async (response: string, { idempotencyKey, answers }: Batch): Promise<SaveOutcome> => {
    const { saveAnswers } = await client.request(SaveSheetAnswersDocument, {
      input: { response, idempotencyKey, answers },
    });
    if (saveAnswers.response !== null && sheet !== null) sheet = { ...sheet, response: saveAnswers.response };
    return outcomeOf(saveAnswers);
  };

  /** Begins a subscription again whenever the service has ended it. */
  const keep = (begin: (onError: (error: Error) => void) => () => void): void => {
    let end: () => void = () => undefined;
    const start = (): void => {
      clearTimeout(timer);
      stopped.delete(start);
      if (isClosed) return;
      end = begin((error) => {
        liveError = error;
        stopped.add(start);
        timer = setTimeout(start, backoff.longest);
        update();
        // Whether the sign-in has ended, the service says to a request.
        if (isUnauthenticated(error)) void reload();
      });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    ends.push(() => {
      clearTimeout(timer);
      end();
    });
    start();
  };
  const follow = (response: string): void => {
    if (live === null) return;
    keep((onError) =>
      live.subscribe(FollowSheetDocument, () => ({ response, since: cursor }), {
        onData: hear,
        onState: update,
        onError,
      }),
    );
    keep((onError) => live.subscribe(FollowPresenceDocument, { response }, { onData: meet, onError }));
  };
  const hear = ({ sheetChanged: change }: FollowSheetSubscription): void => {
    // After a break the last change may come once more.
    if (cursor !== null && Number(change.cursor) <= Number(cursor)) return;
    cursor = change.cursor;
    liveError = null;
    stand(change.question, {
      value: contentOf(change.value),
      comment: change.comment,
      provenance: standing.get(change.question)?.provenance ?? 'TYPED',
      revision: change.revision,
      savedAt: change.savedAt,
      savedBy: change.savedBy.name,
    });
    update();
    reveal([change.question]);
  };
  const meet = ({ presenceChanged }: FollowPresenceSubscription): void => {
    liveError = null;
    presence = presenceChanged.map(({ person, section, seenAt }) => ({ name: person.name, section, seenAt }));
    update();
  };

  const ready = (): AnswerQueue => {
    if (queue === null || isClosed) throw new Error('The sheet is not open: wait for READY.');
    return queue;
  };
  const unsent = async (): Promise<number> => {
    await queue?.flush();
    update();
    return snapshot.unsent;
  };

  const session: SheetSession = {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (question, value, given = {}) => {
      const typedAt = new Date().toISOString();
      ready().change(typing({ question, value, ...given, seenRevision: standsFor(question), typedAt }));
    },
    comment: (question, comment) => {
      const { value = null, provenance = 'TYPED' } = snapshot.answers.get(question) ?? {};
      session.change(question, value, { comment, ...(provenance === 'IMPORTED' ? {} : { provenance }) });
    },
    resolve: (question, decision) => ready().change(resolving(question, decision)),
    discard: (question) => ready().change(discarding(question)),
    flush: unsent,
    submit: async (reason) => {
      ready();
      const left = await unsent();
      if (left > 0 || sheet === null) return { unsent: left, response: null, errors: [] };
      const { id, submissionNumber } = sheet.response;
      const { response, errors } = await handIn({ response: id, reason, after: submissionNumber });
      await reload();
      return { unsent: 0, response, errors };
    },
    retry: async () => {
      ready().change(retrying);
      return unsent();
    },
    reload,
    resume: async () => {
      isSignedOut = false;
      loadError = null;
      update();
      await reload();
      if (isSignedOut) return;
      for (const start of [...stopped]) start();
      live?.wake();
      await queue?.resume();
      update();
    },
    enter: (section) => {
      clearInterval(presenceTimer);
      const response = sheet?.response.id;
      if (section === null || response === undefined) return;
      const announce = (): void => {
        // Nobody misses a sign of life; the next one is due in half a minute.
        if (!snapshot.signedOut) client.request(AnnouncePresenceDocument, { response, section }).catch(() => undefined);
      };
      announce();
      presenceTimer = setInterval(announce, PRESENCE_MS);
    },
    close: () => {
      isClosed = true;
      clearTimeout(retryLoad);
      clearTimeout(slow);
      clearInterval(presenceTimer);
      globalThis.removeEventListener?.('online', online);
      for (const end of ends) end();
      queue?.close();
      listeners.clear();
    },
  };
  const online = (): void => {
    if (loadError instanceof UnreachableError) void reload();
  };
  globalThis.addEventListener?.('online', online);
  const slow = shelf === undefined ? undefined : setTimeout(() => void openKept(), isAway() ? 0 : SLOW_MS);
  void reload();
  return session;
}

/** Whether the platform says that there is no line. */
const isAway = (): boolean => globalThis.navigator?.onLine === false;

/** Not one's own any more, or never was. */
const isGone = (error: unknown): boolean =>
  error instanceof ReflexbogenError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN');

const isUnauthenticated = (error: unknown): boolean =>
  error instanceof ReflexbogenError && error.code === 'UNAUTHENTICATED';

const outcomeOf = ({ saved, conflicts, errors }: SaveSheetAnswersMutation['saveAnswers']): SaveOutcome => ({
  saved,
  errors,
  conflicts: conflicts.map(({ question, theirs, revision, savedBy, savedAt }) => ({
    question,
    theirs: contentOf(theirs),
    revision,
    by: savedBy?.name ?? null,
    at: savedAt,
  })),
});

import fc from 'fast-check';
import type { AnswerContent, AnswerStore } from '../queue/answer-store.js';
import { memoryStore } from '../queue/memory-store.js';
import { FakeService, type Fate } from './fake-service.builder.js';
import { openSheetSession } from './open-sheet-session.js';
import type { SheetSession, SheetSessionOptions } from './sheet-session.js';

type Act =
  | { readonly act: 'TYPE' | 'RESOLVE_MINE' | 'RESOLVE_THEIRS'; readonly tab: number; readonly question: string }
  | { readonly act: 'OTHER'; readonly question: string }
  | { readonly act: 'KILL' | 'CLOSE' | 'FLUSH' | 'RELOAD'; readonly tab: number }
  | { readonly act: 'OFFLINE' | 'ONLINE' | 'SIGN_OUT' | 'SIGN_IN' | 'REST' }
  | { readonly act: 'FATE'; readonly fate: Fate };

const question = fc.constantFrom('a', 'b', 'c');
const tab = fc.constantFrom(0, 1);
const oneAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('TYPE' as const), tab, question }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('OTHER' as const), question }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom('RESOLVE_MINE' as const, 'RESOLVE_THEIRS' as const), tab, question }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom('KILL' as const, 'CLOSE' as const, 'FLUSH' as const, 'RELOAD' as const),
      tab,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'OFFLINE' as const,
        'ONLINE' as const,
        'SIGN_OUT' as const,
        'SIGN_IN' as const,
        'REST' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('FATE' as const),
      fate: fc.constantFrom<Fate>('ARRIVES', 'REQUEST_LOST', 'ANSWER_LOST'),
    }),
  },
);

const textOf = (value: AnswerContent | undefined): string | null => value?.text ?? null;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const never = new Promise<never>(() => undefined);

/** A tab that can be killed: from then on nothing it does has any effect, and it is never told anything. */
class Tab {
  session: SheetSession;
  private isDead = false;

  constructor(service: FakeService, store: AnswerStore, takesTurns: boolean) {
    const alive = async <T>(act: () => Promise<T>): Promise<T> => {
      if (this.isDead) return never;
      const result = await act();
      return this.isDead ? never : result;
    };
    const options: SheetSessionOptions = {
      client: {
        ...service.client,
        request: (document, variables) => alive(() => service.client.request(document, variables)),
      },
      live: service.live(),
      store: {
        ...store,
        read: (of) => alive(() => store.read(of)),
        update: (of, change) => alive(() => store.update(of, change)),
        watch: (of, listener) => store.watch(of, () => void (this.isDead || listener())),
        // A killed tab gives its turn back, as browsers do with locks.
        exclusively: (of, act) =>
          takesTurns ? store.exclusively(of, () => Promise.race([act(), this.death]) as ReturnType<typeof act>) : act(),
      },
      owner: 'anna',
      study: 'pilot',
      round: '2030',
      locale: 'de',
      pause: 0,
      backoff: { first: 1, longest: 2 },
    };
    this.session = openSheetSession(options);
  }

  private die: () => void = () => undefined;
  private readonly death = new Promise<void>((resolve) => (this.die = resolve));

  /** Without a word to anybody. */
  kill(): void {
    this.isDead = true;
    this.die();
    this.session.close(); // only ends its timers: a dead tab reaches nothing
  }
}

describe('whatever happens to the line, the tabs and the sign-in', () => {
  it.each([
    ['with turns', true],
    ['without Web Locks', false],
  ])('what was shown as saved is on the server, and what was not comes back, %s', async (_, takesTurns) => {
    await fc.assert(
      fc.asyncProperty(fc.array(oneAct, { minLength: 5, maxLength: 40 }), async (acts) => {
        const service = new FakeService();
        const store = memoryStore();
        const open = () => new Tab(service, store, takesTurns);
        const tabs = [open(), open()];
        const typed: { question: string; text: string }[] = [];
        let count = 0;
        /** Values of ours that were given up on purpose, or typed over. */
        const settled = new Set<string>();

        const checkShown = (): void => {
          for (const { session } of tabs)
            for (const [code, { state, value, revision }] of session.getSnapshot().answers) {
              if (state !== 'SAVED') continue;
              const event = service.events.find((one) => one.question === code && one.revision === revision);
              expect({ code, revision, value: textOf(value) }).toEqual({
                code,
                revision,
                value: textOf(event?.value),
              });
            }
        };
        const perform = async (act: Act): Promise<void> => {
          switch (act.act) {
            case 'TYPE': {
              const { session } = tabs[act.tab]!;
              if (session.getSnapshot().status !== 'READY') return;
              const text = `mine ${(count += 1)}`;
              session.change(act.question, { text });
              expect(session.getSnapshot().answers.get(act.question)).toMatchObject({ value: { text } });
              for (const one of typed) if (one.question === act.question) settled.add(one.text);
              typed.push({ question: act.question, text });
              // Kept within the same turn of the event loop; a kill in between is a key that was not pressed.
              await rest();
              return;
            }
            case 'OTHER':
              return service.saveAs('Bernd', act.question, `theirs ${(count += 1)}`);
            case 'RESOLVE_MINE':
            case 'RESOLVE_THEIRS': {
              const { session } = tabs[act.tab]!;
              const answer = session.getSnapshot().answers.get(act.question);
              if (answer?.state !== 'CONFLICT') return;
              const text = textOf(answer.value);
              if (act.act === 'RESOLVE_THEIRS' && text !== null) settled.add(text);
              session.resolve(act.question, act.act === 'RESOLVE_MINE' ? 'MINE' : 'THEIRS');
              return rest();
            }
            case 'KILL':
            case 'CLOSE':
              if (act.act === 'KILL') tabs[act.tab]!.kill();
              else tabs[act.tab]!.session.close();
              tabs[act.tab] = open();
              return;
            case 'FLUSH':
              return void tabs[act.tab]!.session.flush();
            case 'RELOAD':
              return void tabs[act.tab]!.session.reload();
            case 'OFFLINE':
            case 'ONLINE':
              service.isReachable = act.act === 'ONLINE';
              return;
            case 'SIGN_OUT':
              service.person = null;
              return;
            case 'SIGN_IN':
              service.person = 'Anna';
              for (const { session } of tabs) void session.resume();
              return;
            case 'FATE':
              service.fates.push(act.fate);
              return;
            case 'REST':
              return rest();
          }
        };

        for (const act of acts) {
          await perform(act);
          checkShown();
        }

        // The next morning: everything works, and another tab is opened.
        service.isReachable = true;
        service.person = 'Anna';
        service.fates.length = 0;
        for (const one of tabs) one.kill();
        const last = open();
        tabs.splice(0, 2, last);
        await last.session.reload();
        for (;;) {
          await last.session.flush();
          const { answers, unsent, unkept } = last.session.getSnapshot();
          checkShown();
          if (unsent === 0 && unkept === 0) break;
          for (const [code, { state }] of answers) if (state === 'CONFLICT') last.session.resolve(code, 'MINE');
        }
        last.session.close();

        const texts = service.events.map(({ value }) => textOf(value));
        expect(new Set(texts).size).toBe(texts.length);
        for (const { text } of typed) if (!settled.has(text)) expect(texts).toContain(text);
      }),
      { numRuns: 300 },
    );
  });
});

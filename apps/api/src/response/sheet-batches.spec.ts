import { asOperation, Deadline, DeadlineError, Operation } from '@reflexbogen/persistence';
import type { OpenSheet } from './open-sheet.js';
import { SheetBatches } from './sheet-batches.js';
import type { SheetScope } from './sheet-scope.js';
import type { SheetTransactions } from './sheet-transactions.js';

const SCOPE = { key: { municipalityId: 'a', roundId: '2030' }, study: { slug: 'pilot' } } as unknown as SheetScope;
const WANTED = { questions: [] };

/** Transactions that end when the spec says so. */
class FakeTransactions {
  readonly running: (() => void)[] = [];

  save(_scope: SheetScope, _wanted: object, act: (sheet: OpenSheet) => void): Promise<void> {
    return new Promise((resolve) => {
      this.running.push(() => {
        act({} as OpenSheet);
        resolve();
      });
    });
  }
}

/** Broken on purpose: without the filter in `drain` acts are run whose callers were told that they are late. */
describe('SheetBatches', () => {
  let transactions: FakeTransactions;
  let batches: SheetBatches;
  let done: string[];

  beforeEach(() => {
    transactions = new FakeTransactions();
    batches = new SheetBatches(transactions as unknown as SheetTransactions);
    done = [];
  });

  const acted = (name: string, deadline: Deadline | null): Promise<string> => {
    const operation = new Operation();
    operation.deadline = deadline;
    return asOperation(operation, () =>
      batches.run(SCOPE, WANTED, () => {
        done.push(name);
        return name;
      }),
    );
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('run together what came while another was under way, each with its own result', async () => {
    const results = ['first', 'second', 'third'].map((name) => acted(name, new Deadline(Infinity)));
    transactions.running.shift()?.();
    await settled();
    expect(transactions.running).toHaveLength(1);
    transactions.running.shift()?.();

    expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
  });

  it('tell whoever has no time left at once, run no act of theirs that has not begun, and harm nobody else', async () => {
    const [first, late, patient] = [new Deadline(Infinity), new Deadline(Infinity), new Deadline(Infinity)];
    const results = [acted('first', first), acted('late', late), acted('patient', patient), acted('endless', null)];
    late.pass();
    await expect(results[1]).rejects.toThrow(DeadlineError);

    transactions.running.shift()?.();
    await settled();
    transactions.running.shift()?.();

    expect(await Promise.all([results[0], results[2], results[3]])).toEqual(['first', 'patient', 'endless']);
    expect(done).toEqual(['first', 'patient', 'endless']);
  });

  it('begin no transaction for nobody', async () => {
    const [first, late] = [new Deadline(Infinity), new Deadline(Infinity)];
    const results = [acted('first', first), acted('late', late)];
    late.pass();
    await expect(results[1]).rejects.toThrow(DeadlineError);

    transactions.running.shift()?.();
    await results[0];
    await settled();

    expect(transactions.running).toEqual([]);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import {
  chain,
  chainStart,
  entryHash,
  SHEET_ACTS,
  verifyChain,
  type AuditEntry,
  type ChainedEntry,
} from './audit-entry.js';
import { publicKeyOf, keyIdOf, signCheckpoint, verifyCheckpoints, type SignedCheckpoint } from './checkpoint.js';

const text = fc.option(fc.string(), { nil: null });
const entries = fc.array(
  fc.record({
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
    actor: fc.uuid(),
    role: fc.constantFrom('RESPONDENT', 'REVIEWER'),
    client: text,
    act: fc.constantFrom(...SHEET_ACTS),
    object: text,
    old: text,
    new: text,
    reason: text,
  }),
  { minLength: 1, maxLength: 12 },
);
const chained = entries.map((list) => chain({ number: 0, hash: chainStart('sheet') }, list).entries);

type Manipulation = readonly [name: string, of: (list: readonly ChainedEntry[], at: number) => readonly ChainedEntry[]];
const changed = (change: (entry: ChainedEntry) => Partial<AuditEntry>): Manipulation[1] => {
  return (list, at) => list.map((entry, index) => (index === at ? { ...entry, ...change(entry) } : entry));
};
const MANIPULATIONS: readonly Manipulation[] = [
  ['actor', changed(() => ({ actor: 'somebody else' }))],
  ['time', changed(({ at }) => ({ at: new Date(at.getTime() + 1) }))],
  ['role', changed(({ role }) => ({ role: `${role}!` }))],
  ['client', changed(({ client }) => ({ client: client === null ? '' : null }))],
  ['act', changed(({ act }) => ({ act: act === 'SUBMIT' ? 'RETURN' : 'SUBMIT' }))],
  ['object', changed(({ object }) => ({ object: `${object ?? ''}x` }))],
  ['old', changed(({ old }) => ({ old: `${old ?? ''}x` }))],
  ['new', changed((entry) => ({ new: `${entry.new ?? ''}x` }))],
  ['reason', changed(({ reason }) => ({ reason: `${reason ?? ''}x` }))],
  ['removed', (list, at) => list.filter((_, index) => index !== at)],
  ['twice', (list, at) => list.flatMap((entry, index) => (index === at ? [entry, entry] : [entry]))],
  ['exchanged', (list, at) => [...list.slice(0, at), ...list.slice(at).reverse()]],
  [
    'numbered anew',
    (list, at) => list.filter((_, index) => index !== at).map((entry, index) => ({ ...entry, number: index + 1 })),
  ],
  ['old exchanged with new', changed((entry) => ({ old: entry.new, new: entry.old }))],
];

describe('a chain of entries', () => {
  it('holds, in one go or entry by entry, and against every head it went through', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const start = { number: 0, hash: chainStart('sheet') };
        const whole = chain(start, list);
        let head = start;
        for (const entry of list) head = chain(head, [entry]).head;
        expect(head).toEqual(whole.head);
        expect(verifyChain('sheet', whole.entries, whole.entries)).toBeNull();
      }),
    );
  });

  it.each(MANIPULATIONS)('shows that an entry was changed: %s', (_, manipulate) => {
    fc.assert(
      fc.property(chained, fc.nat(), (list, seed) => {
        const at = seed % list.length;
        const manipulated = manipulate(list, at);
        // Some manipulations of some lists change nothing: two equal texts exchanged, one entry reversed.
        fc.pre(JSON.stringify(manipulated) !== JSON.stringify(list));
        expect(verifyChain('sheet', manipulated, [list.at(-1)!])).not.toBeNull();
      }),
    );
  });

  it('shows a chain that was written anew as a whole by the head that was signed', () => {
    fc.assert(
      fc.property(chained, (list) => {
        const forged = chain(
          { number: 0, hash: chainStart('sheet') },
          list.map((entry) => ({ ...entry, actor: 'forger' })),
        );
        expect(verifyChain('sheet', forged.entries)).toBeNull();
        expect(verifyChain('sheet', forged.entries, [list.at(-1)!])).toMatchObject({ kind: 'CHANGED' });
      }),
    );
  });

  it('is not the chain of another sheet', () => {
    const { entries: list } = chain({ number: 0, hash: chainStart('a') }, [{ ...ENTRY }]);
    expect(verifyChain('b', list)).toMatchObject({ kind: 'CHANGED', number: 1 });
  });

  it('has a stated format', () => {
    expect(entryHash(chainStart('sheet'), { ...ENTRY, number: 1 })).toBe(
      // By sha256sum over the text that the docstrings state.
      FORMAT,
    );
  });
});

const ENTRY = {
  at: new Date('2021-05-01T10:00:00.123Z'),
  actor: '00000000-0000-4000-8000-000000000001',
  role: 'RESPONDENT',
  client: 'web 1.0',
  act: 'SAVE_ANSWER',
  object: 'rain',
  old: null,
  new: '3',
  reason: null,
} as const;
const FORMAT = '3ddf5dae0fdc77cf1e7636def53614dd6749835e9a4881cb53e417174b611ba8';

describe('checkpoints', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = publicKeyOf(key);
  const keys = new Map([[keyIdOf(publicKey), publicKey]]);
  const series = (count: number): SignedCheckpoint[] => {
    const list: SignedCheckpoint[] = [];
    for (let number = 1; number <= count; number += 1)
      list.push(
        signCheckpoint(
          {
            study: 's',
            number,
            at: new Date(number * 1000),
            previous: list.at(-1)?.hash ?? null,
            heads: { sheet: { number, hash: 'a'.repeat(64) } },
          },
          key,
        ),
      );
    return list;
  };

  it('follow one another and are signed', () => expect(verifyCheckpoints(series(4), keys)).toBeNull());

  it.each<readonly [string, (list: SignedCheckpoint[]) => readonly SignedCheckpoint[]]>([
    ['one is missing', (list) => list.filter(({ number }) => number !== 2)],
    ['two are exchanged', ([a, b, ...rest]) => [b!, a!, ...rest]],
    ['a head was changed', (list) => list.map((item) => ({ ...item, heads: { sheet: { number: 9, hash: 'b' } } }))],
    ['a time was changed', (list) => list.map((item) => ({ ...item, at: new Date(1) }))],
    ['a signature is another one', ([a, b, ...rest]) => [a!, { ...b!, signature: a!.signature }, ...rest]],
    [
      'it was signed by somebody else',
      (list) => {
        const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
        return list.map((item, index) => (index === 0 ? signCheckpoint(item, other) : item));
      },
    ],
  ])('show that %s', (_, manipulate) => {
    expect(verifyCheckpoints(manipulate(series(4)), keys)).not.toBeNull();
  });
});

import { checkQuestionSet, mergeDocuments, type QuestionSetDocument } from '@reflexbogen/client/design';
import { placeOf, updateQuestion } from '../document/edits.js';
import { SAMPLE } from '../document/sample.builder.js';
import { openDraft, type DraftService, type DraftSession, type StoredSet } from './draft-session.js';
import type { KeptDraft, KeptDrafts } from './kept-draft.js';

const reworded = (code: string, text: string) => (document: QuestionSetDocument) =>
  updateQuestion(document, code, (question) => ({ ...question, text: { ...question.text, de: text } }));
const wording = (document: QuestionSetDocument, code: string) => placeOf(document, code)?.question.text['de'];

/** A service with one draft, which merges as ours does and can be kept waiting. */
function world(document = SAMPLE) {
  const versions: QuestionSetDocument[] = [document];
  const stored = (): StoredSet => ({
    id: 'x',
    template: 't',
    year: 2031,
    revision: 1,
    status: 'DRAFT',
    version: versions.length,
    document: structuredClone(versions.at(-1)!),
  });
  let gate: Promise<void> = Promise.resolve();
  let failure: Error | null = null;
  let isOffline = false;
  const service: DraftService = {
    checks: () => (isOffline ? Promise.reject(new Error('no line')) : Promise.resolve(checkQuestionSet)),
    load: () => Promise.resolve(stored()),
    save: async ({ version }, sent) => {
      await gate;
      if (failure !== null) throw failure;
      const outcome = mergeDocuments(versions[version - 1]!, sent, versions.at(-1)!);
      if (!outcome.ok) return { kind: 'CONFLICT', theirs: stored() };
      versions.push(structuredClone(outcome.value.document));
      return { kind: 'SAVED', set: stored(), merged: outcome.value.merged };
    },
  };
  let disk: KeptDraft | null = null;
  const kept: KeptDrafts = {
    open: () => Promise.resolve(disk),
    keep: (draft) => {
      disk = draft;
      return Promise.resolve();
    },
    close: () => undefined,
  };
  return {
    versions,
    /** With the checks there, as a moment after the first click. */
    open: async (): Promise<DraftSession> => {
      const session = (await openDraft('x', service, kept))!;
      await session.prepare();
      return session;
    },
    cutLine: (isCut: boolean) => void (isOffline = isCut),
    disk: () => disk,
    /** Somebody else saves. */
    other: (edit: (document: QuestionSetDocument) => QuestionSetDocument) => versions.push(edit(versions.at(-1)!)),
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((resolve) => (release = resolve));
      return () => release();
    },
    fail: (error: Error | null) => void (failure = error),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a draft that is edited', () => {
  it('is unsaved, kept, saved, and then kept no more', async () => {
    const { open, disk, versions } = world();
    const session = await open();
    expect(session.getSnapshot().state).toBe('SAVED');
    session.edit(reworded('a', 'neu'));
    expect(session.getSnapshot().state).toBe('UNSAVED');
    await settled();
    expect(session.getSnapshot().isKept).toBe(true);
    expect(disk()).toMatchObject({ version: 1, base: SAMPLE });
    expect(await session.save()).toBe(true);
    expect(session.getSnapshot()).toMatchObject({ state: 'SAVED', set: { version: 2 } });
    expect(disk()).toBeNull();
    expect(wording(versions.at(-1)!, 'a')).toBe('neu');
  });

  it('is not sent while it has faults, and names them', async () => {
    const { open, versions } = world();
    const session = await open();
    session.edit((document) => updateQuestion(document, 'b', (question) => ({ ...question, visibleIf: 'nonsense(' })));
    expect(session.getSnapshot()).toMatchObject({ state: 'FAULTY', faults: [{ code: 'RULE_SYNTAX' }] });
    expect(await session.save()).toBe(false);
    expect(versions).toHaveLength(1);
  });

  it('finds faults once the checks are there, and without a line edits all the same', async () => {
    const { open, cutLine } = world();
    cutLine(true);
    const session = await open();
    const edit = (rule: string) =>
      session.edit((document) => updateQuestion(document, 'b', (question) => ({ ...question, visibleIf: rule })));
    edit('nonsense(');
    await settled();
    expect(session.getSnapshot()).toMatchObject({ state: 'UNSAVED', faults: [], isKept: true });
    cutLine(false);
    edit('more nonsense(');
    await settled();
    expect(session.getSnapshot()).toMatchObject({ state: 'FAULTY', faults: [{ code: 'RULE_SYNTAX' }] });
  });

  it('comes back from a closed tab and merges with what others have saved since', async () => {
    const { open, other, versions } = world();
    const first = await open();
    first.edit(reworded('a', 'meins'));
    await settled();
    first.close();
    other(reworded('d', 'ihres'));
    const again = await open();
    expect(again.getSnapshot()).toMatchObject({ state: 'UNSAVED', set: { version: 1 } });
    expect(again.getSnapshot().restoredAt).not.toBeNull();
    expect(await again.save()).toBe(true);
    expect([wording(versions.at(-1)!, 'a'), wording(versions.at(-1)!, 'd')]).toEqual(['meins', 'ihres']);
    expect(again.getSnapshot().merged).toEqual([['questions', 'd', 'text', 'de']]);
  });

  it('keeps what is typed while it is being saved', async () => {
    const { open, hold, other, versions } = world();
    const session = await open();
    session.edit(reworded('a', 'eins'));
    other(reworded('d', 'ihres'));
    const release = hold();
    const saving = session.save();
    expect(session.getSnapshot().state).toBe('SAVING');
    session.edit(reworded('b', 'zwei'));
    release();
    expect(await saving).toBe(false);
    expect(session.getSnapshot()).toMatchObject({ state: 'UNSAVED', set: { version: 3 } });
    expect(await session.save()).toBe(true);
    expect(['a', 'b', 'd'].map((code) => wording(versions.at(-1)!, code))).toEqual(['eins', 'zwei', 'ihres']);
  });

  it.each(['MINE', 'THEIRS'] as const)('shows a conflict and saves what is decided: %s', async (whose) => {
    const { open, other, versions } = world();
    const session = await open();
    session.edit(reworded('a', 'meins'));
    session.edit(reworded('b', 'nur meins'));
    other(reworded('a', 'ihres'));
    expect(await session.save()).toBe(false);
    const { state, disputes } = session.getSnapshot();
    expect(state).toBe('CONFLICT');
    expect(disputes).toEqual([
      {
        id: 'questions / a / text / de',
        path: ['questions', 'a', 'text', 'de'],
        base: '"a"',
        mine: '"meins"',
        theirs: '"ihres"',
      },
    ]);
    expect(await session.resolve(() => whose)).toBe(true);
    expect(wording(versions.at(-1)!, 'a')).toBe(whose === 'MINE' ? 'meins' : 'ihres');
    expect(wording(versions.at(-1)!, 'b')).toBe('nur meins');
  });

  it('needs no save where the decision is all theirs', async () => {
    const { open, other, versions } = world();
    const session = await open();
    session.edit(reworded('a', 'meins'));
    other(reworded('a', 'ihres'));
    await session.save();
    expect(await session.resolve(() => 'THEIRS')).toBe(true);
    expect(versions).toHaveLength(2);
    expect(wording(session.getSnapshot().document, 'a')).toBe('ihres');
  });

  it('says that it could not be saved, keeps everything, and saves later', async () => {
    const { open, fail, disk } = world();
    const session = await open();
    session.edit(reworded('a', 'neu'));
    fail(new Error('no line'));
    expect(await session.save()).toBe(false);
    expect(session.getSnapshot()).toMatchObject({ state: 'FAILED', isKept: true });
    expect(disk()).not.toBeNull();
    fail(null);
    expect(await session.save()).toBe(true);
  });

  it('goes back to what was saved, not beyond, where somebody types on in the same field', async () => {
    const { open } = world();
    const session = await open();
    session.edit(reworded('a', 'gespeichert'), 'text');
    await session.save();
    session.edit(reworded('a', 'gespeichert und weiter'), 'text');
    session.undo();
    expect(wording(session.getSnapshot().document, 'a')).toBe('gespeichert');
    expect(session.getSnapshot().state).toBe('SAVED');
  });

  it('keeps what stands in a field and is not taken over, until it is taken over or given up', async () => {
    const { open, disk } = world();
    const first = await open();
    first.type('question a code', { text: 'ne', of: 'a' });
    first.type('question a code', { text: 'neu', of: 'a' });
    await settled();
    expect(first.getSnapshot().state).toBe('SAVED');
    expect(disk()?.typed).toEqual({ 'question a code': { text: 'neu', of: 'a' } });
    first.close();
    const again = await open();
    expect(again.getSnapshot().restoredAt).not.toBeNull();
    expect(again.getSnapshot().typed.get('question a code')).toEqual({ text: 'neu', of: 'a' });
    again.type('question a code', null);
    await settled();
    expect(disk()).toBeNull();
    expect((await open()).getSnapshot()).toMatchObject({ restoredAt: null, typed: new Map() });
  });

  it('keeps both, edits and what is half typed, and gives up both', async () => {
    const { open, disk } = world();
    const first = await open();
    first.edit(reworded('b', 'neu'));
    first.type('question a code', { text: 'neu', of: 'a' });
    await settled();
    first.close();
    const again = await open();
    expect(again.getSnapshot()).toMatchObject({
      state: 'UNSAVED',
      typed: new Map([['question a code', { text: 'neu', of: 'a' }]]),
    });
    expect(wording(again.getSnapshot().document, 'b')).toBe('neu');
    await again.discard();
    expect(again.getSnapshot()).toMatchObject({ state: 'SAVED', restoredAt: null, typed: new Map() });
    expect(disk()).toBeNull();
  });

  it('is saved again where every edit has been undone', async () => {
    const { open, disk } = world();
    const session = await open();
    session.edit(reworded('a', 'neu'));
    session.undo();
    await settled();
    expect(session.getSnapshot().state).toBe('SAVED');
    expect(disk()).toBeNull();
    session.redo();
    expect(wording(session.getSnapshot().document, 'a')).toBe('neu');
  });

  it('shows what others have saved where nothing of its own is unsaved, and only there', async () => {
    const { open, other } = world();
    const session = await open();
    other(reworded('d', 'ihres'));
    await session.refresh();
    expect(wording(session.getSnapshot().document, 'd')).toBe('ihres');
    session.edit(reworded('a', 'meins'));
    other(reworded('d', 'noch einmal'));
    await session.refresh();
    expect(wording(session.getSnapshot().document, 'd')).toBe('ihres');
    await session.discard();
    expect(wording(session.getSnapshot().document, 'a')).toBe('a');
    expect(wording(session.getSnapshot().document, 'd')).toBe('noch einmal');
  });
});

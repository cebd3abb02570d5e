import fc from 'fast-check';
import { decideSaves, type AnswerWrite, type StandingAnswer } from './save-answers.js';

const AT = new Date('2021-05-01T10:00:00Z');
const by = { person: 'p', at: AT };
const standing = (revision: number, more: Partial<StandingAnswer> = {}): StandingAnswer => ({
  value: `v${revision}`,
  comment: 'kept',
  revision,
  provenance: 'TYPED',
  savedAt: new Date(0),
  savedBy: 'other',
  ...more,
});
const write = (question: string, basedOnRevision: number, more: Partial<AnswerWrite> = {}): AnswerWrite => ({
  question,
  value: 'mine',
  comment: undefined,
  basedOnRevision,
  provenance: 'TYPED',
  ...more,
});

describe('decideSaves', () => {
  it('saves a first answer', () => {
    expect(decideSaves(new Map(), [write('a', 0)], by)).toEqual({
      saved: [
        {
          question: 'a',
          before: null,
          now: { value: 'mine', comment: null, revision: 1, provenance: 'TYPED', savedAt: AT, savedBy: 'p' },
        },
      ],
      conflicts: [],
    });
  });

  it.each([
    ['somebody was faster', new Map([['a', standing(1)]]), 0],
    ['somebody saved since', new Map([['a', standing(3)]]), 2],
    ['the editor claims to have seen what never was', new Map<string, StandingAnswer>(), 1],
    ['the editor claims to have seen the future', new Map([['a', standing(1)]]), 2],
  ])('overwrites nothing where %s', (_, answers, seen) => {
    const mine = write('a', seen);
    expect(decideSaves(answers, [mine], by)).toEqual({
      saved: [],
      conflicts: [{ write: mine, standing: answers.get('a') ?? null }],
    });
  });

  it('keeps the comment that stands unless another is given', () => {
    const answers = new Map([['a', standing(1)]]);
    const commentAfter = (comment: string | null | undefined) =>
      decideSaves(answers, [write('a', 1, { comment })], by).saved[0]?.now.comment;
    expect([commentAfter(undefined), commentAfter('new'), commentAfter(null)]).toEqual(['kept', 'new', null]);
  });

  it('of any writes that have seen the same, one wins; the others are told; revisions have no gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(4)), { maxLength: 40 }), (acts) => {
        const answers = new Map<string, StandingAnswer>();
        const wins = new Map<string, number[]>();
        for (const [question, seen] of acts) {
          const { saved, conflicts } = decideSaves(answers, [write(question, seen)], by);
          expect(saved.length + conflicts.length).toBe(1);
          for (const { now } of saved) {
            wins.set(question, [...(wins.get(question) ?? []), now.revision]);
            answers.set(question, now);
          }
        }
        for (const revisions of wins.values()) expect(revisions).toEqual(revisions.map((_, index) => index + 1));
      }),
    );
  });
});

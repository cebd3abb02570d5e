import { checkSharedScale } from './check-shared-scale.js';
import { aLevel, aScale, DONT_KNOW } from './document.builder.js';

const first = aScale();
const faults = (more: Parameters<typeof aScale>[0], earlier = [first]) =>
  checkSharedScale(aScale({ boxes: {}, ...more }), earlier).map(({ code, path }) => [code, path.join('.')]);

describe('checkSharedScale', () => {
  it('leaves labels, order, archiving, boxes and polarity free, and lets levels come', () => {
    expect(
      faults({
        levels: [
          aLevel('9'),
          ...first.levels.toReversed().map((level) => ({ ...level, archived: true, label: { fr: 'autre' } })),
        ],
        missing: [...first.missing, { code: 'new', kind: 'REFUSED', label: { de: 'x' } }],
        polarity: 'NEUTRAL',
      }),
    ).toEqual([]);
  });

  it.each<[string, string, Parameters<typeof aScale>[0]]>([
    ['LEVEL_REMOVED', 'levels', { levels: first.levels.slice(1) }],
    ['LEVEL_REMOVED', 'missing', { missing: [] }],
    ['SCALE_FROZEN', 'ordered', { ordered: false }],
    ['SCALE_FROZEN', 'levels.0.direction', { levels: first.levels.with(0, aLevel('1', { direction: 'INCREASED' })) }],
    ['SCALE_FROZEN', 'missing.0.kind', { missing: [{ ...DONT_KNOW, kind: 'REFUSED' }] }],
    ['DUPLICATE_LEVEL', 'levels.5.code', { levels: [...first.levels, aLevel('1')] }],
  ])('finds %s at %s', (code, path, more) => {
    expect(faults(more)).toEqual([[code, path]]);
  });

  it('looks at every earlier revision, and says a thing once', () => {
    const wider = aScale({ levels: [...first.levels, aLevel('6')] });
    expect(faults({ levels: first.levels }, [first, wider, wider])).toEqual([['LEVEL_REMOVED', 'levels']]);
    expect(faults({ levels: [aLevel('x')] }, [])).toEqual([]);
  });
});

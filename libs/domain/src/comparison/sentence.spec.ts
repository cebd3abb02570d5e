import type { Comparability, ExclusionReason } from './comparison.types.js';
import { levelShareSentence, sentenceOf } from './sentence.js';
import type { SentenceDirection, SentenceFigure } from './sentence.js';

interface Case {
  readonly counts?: readonly [increased: number, decreased: number, unchanged: number];
  readonly without?: number;
  readonly reason?: ExclusionReason;
  readonly comparability?: Comparability;
  readonly reports?: number;
  readonly nominal?: true;
  readonly direction?: SentenceDirection;
  readonly de: string;
  readonly en: string;
}

function figureOf({
  counts = [8, 0, 7],
  without = 0,
  reason = 'NO_RESPONSE_TO',
  comparability,
  reports,
  nominal,
}: Case): SentenceFigure {
  const [increased, decreased, unchanged] = counts;
  const comparable = increased + decreased + unchanged;
  return {
    basis: reports === undefined ? 'COMPUTED' : 'REPORTED',
    ...(reports === undefined ? {} : { reports: { question: 'q', since: reports } }),
    comparability: comparability ?? null,
    ordered: nominal === undefined,
    panelSize: comparable + without,
    tally: {
      increased: nominal ? null : increased,
      decreased: nominal ? null : decreased,
      unchanged,
      changed: increased + decreased,
      comparable,
      excluded: without,
      exclusions: without === 0 ? [] : [{ reason, count: without }],
    },
  };
}

const cases: Record<string, Case> = {
  'the figure of the study': {
    de: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in 8 of 15 municipalities compared with 2017',
  },
  none: {
    counts: [0, 8, 7],
    de: 'In keiner von 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in none of 15 municipalities compared with 2017',
  },
  one: {
    counts: [1, 7, 7],
    de: 'In einer von 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in 1 of 15 municipalities compared with 2017',
  },
  all: {
    counts: [15, 0, 0],
    de: 'In allen 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in all 15 municipalities compared with 2017',
  },
  both: {
    counts: [2, 0, 0],
    de: 'In beiden Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in both municipalities compared with 2017',
  },
  neither: {
    counts: [0, 1, 1],
    de: 'In keiner von 2 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in neither of the 2 municipalities compared with 2017',
  },
  'the only one': {
    counts: [1, 0, 0],
    de: 'In der einzigen Kommune gegenüber 2017 gestiegen',
    en: 'Increased in the only municipality compared with 2017',
  },
  'not the only one': {
    counts: [0, 0, 1],
    de: 'In der einzigen Kommune gegenüber 2017 nicht gestiegen',
    en: 'Not increased in the only municipality compared with 2017',
  },
  'fewer than the panel': {
    counts: [12, 1, 1],
    without: 1,
    de: 'In 12 der 14 Kommunen mit Antworten in beiden Jahren gegenüber 2017 gestiegen; 1 ohne',
    en: 'Increased compared with 2017 in 12 of the 14 municipalities with answers in both years; 1 without',
  },
  'none of fewer than the panel': {
    counts: [0, 13, 1],
    without: 1,
    de: 'In keiner der 14 Kommunen mit Antworten in beiden Jahren gegenüber 2017 gestiegen; 1 ohne',
    en: 'Increased compared with 2017 in none of the 14 municipalities with answers in both years; 1 without',
  },
  'one of fewer than the panel': {
    counts: [1, 12, 1],
    without: 2,
    de: 'In einer der 14 Kommunen mit Antworten in beiden Jahren gegenüber 2017 gestiegen; 2 ohne',
    en: 'Increased compared with 2017 in 1 of the 14 municipalities with answers in both years; 2 without',
  },
  'all of fewer than the panel': {
    counts: [14, 0, 0],
    without: 1,
    de: 'In allen 14 Kommunen mit Antworten in beiden Jahren gegenüber 2017 gestiegen; 1 ohne',
    en: 'Increased compared with 2017 in all 14 municipalities with answers in both years; 1 without',
  },
  'answers that cannot be compared': {
    counts: [12, 1, 1],
    without: 1,
    reason: 'NOT_COMPARABLE',
    de: 'In 12 der 14 Kommunen mit vergleichbaren Antworten in beiden Jahren gegenüber 2017 gestiegen; 1 ohne',
    en: 'Increased compared with 2017 in 12 of the 14 municipalities with comparable answers in both years; 1 without',
  },
  decreased: {
    counts: [0, 8, 7],
    direction: 'DECREASED',
    de: 'In 8 von 15 Kommunen gegenüber 2017 gesunken',
    en: 'Decreased in 8 of 15 municipalities compared with 2017',
  },
  unchanged: {
    direction: 'UNCHANGED',
    de: 'In 7 von 15 Kommunen gegenüber 2017 unverändert',
    en: 'Unchanged in 7 of 15 municipalities compared with 2017',
  },
  changed: {
    counts: [3, 2, 10],
    direction: 'CHANGED',
    de: 'In 5 von 15 Kommunen gegenüber 2017 verändert',
    en: 'Changed in 5 of 15 municipalities compared with 2017',
  },
  nominal: {
    nominal: true,
    de: 'In 8 von 15 Kommunen gegenüber 2017 verändert',
    en: 'Changed in 8 of 15 municipalities compared with 2017',
  },
  'nominal, unchanged': {
    nominal: true,
    direction: 'UNCHANGED',
    de: 'In 7 von 15 Kommunen gegenüber 2017 unverändert',
    en: 'Unchanged in 7 of 15 municipalities compared with 2017',
  },
  'a reworded question': {
    comparability: { verdict: 'COMPARABLE', notes: [] },
    de: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen (Frage umformuliert, gleiche Bedeutung)',
    en: 'Increased in 8 of 15 municipalities compared with 2017 (question reworded, same meaning)',
  },
  'another scale, with a note': {
    comparability: { verdict: 'RECODED', notes: ['five levels became three'] },
    de: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen (Antwortskala geändert, Antworten aus 2017 auf die Skala von 2018 übertragen; five levels became three)',
    en: 'Increased in 8 of 15 municipalities compared with 2017 (answer scale changed, answers of 2017 carried over to the scale of 2018; five levels became three)',
  },
  'a corrected typo': {
    comparability: { verdict: 'EDITORIAL', notes: ['typo'] },
    de: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in 8 of 15 municipalities compared with 2017',
  },
  'a break': {
    counts: [0, 0, 0],
    without: 15,
    comparability: { verdict: 'BREAK', notes: [] },
    de: 'Nicht mit 2017 vergleichbar: Die Frage misst nicht mehr dasselbe',
    en: 'Not comparable with 2017: the question no longer measures the same',
  },
  'nothing to compare': {
    counts: [0, 0, 0],
    without: 15,
    de: 'Von keiner der 15 Kommunen liegen vergleichbare Antworten aus 2017 und 2018 vor',
    en: 'No comparable answers in 2017 and 2018 from any of the 15 municipalities',
  },
  'nothing to compare from the only one': {
    counts: [0, 0, 0],
    without: 1,
    de: 'Von der einzigen Kommune liegen keine vergleichbaren Antworten aus 2017 und 2018 vor',
    en: 'No comparable answers in 2017 and 2018 from the only municipality',
  },
  'nobody reports': {
    counts: [0, 0, 0],
    without: 15,
    reports: 2017,
    de: 'Von keiner der 15 Kommunen liegt eine Angabe aus 2018 zur Veränderung gegenüber 2017 vor',
    en: 'No report in 2018 of the change since 2017 from any of the 15 municipalities',
  },
  'the only one does not report': {
    counts: [0, 0, 0],
    without: 1,
    reports: 2017,
    de: 'Von der einzigen Kommune liegt keine Angabe aus 2018 zur Veränderung gegenüber 2017 vor',
    en: 'No report in 2018 of the change since 2017 from the only municipality',
  },
  'nobody in the panel': { counts: [0, 0, 0], de: 'Keine Kommune im Panel', en: 'No municipality in the panel' },
  'a reported change': {
    reports: 2017,
    de: 'In 8 von 15 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in 8 of 15 municipalities compared with 2017',
  },
  'a reported change since another year': {
    reports: 2012,
    de: 'In 8 von 15 Kommunen gegenüber 2012 gestiegen',
    en: 'Increased in 8 of 15 municipalities compared with 2012',
  },
  'a reported change of some': {
    counts: [8, 1, 4],
    without: 2,
    reports: 2017,
    de: 'In 8 der 13 Kommunen mit einer Angabe aus 2018 gegenüber 2017 gestiegen; 2 ohne',
    en: 'Increased compared with 2017 in 8 of the 13 municipalities with a report in 2018; 2 without',
  },
  'large numbers': {
    counts: [5487, 0, 5513],
    de: 'In 5.487 von 11.000 Kommunen gegenüber 2017 gestiegen',
    en: 'Increased in 5,487 of 11,000 municipalities compared with 2017',
  },
};

describe('sentenceOf', () => {
  it.each(Object.entries(cases))('words %s', (_, given) => {
    const figure = figureOf(given);
    const rounds = { from: '2017', to: '2018' };

    expect(sentenceOf(figure, rounds, 'de-AT', given.direction)).toBe(given.de);
    expect(sentenceOf(figure, rounds, 'en', given.direction)).toBe(given.en);
  });

  it.each(['en-GB', 'fr', '', 'den'])('speaks English to "%s"', (locale) => {
    expect(sentenceOf(figureOf(cases['none']!), { from: '2017', to: '2018' }, locale)).toBe(cases['none']!.en);
  });
});

describe('levelShareSentence', () => {
  it.each([
    {
      count: 14,
      of: 15,
      without: 0,
      de: '14 von 15 Kommunen antworteten 2018 mit „groß“ oder „sehr groß“',
      en: '14 of 15 municipalities answered “big” or “very big” in 2018',
    },
    {
      count: 15,
      of: 15,
      without: 0,
      de: 'Alle 15 Kommunen antworteten 2018 mit „groß“ oder „sehr groß“',
      en: 'All 15 municipalities answered “big” or “very big” in 2018',
    },
    {
      count: 0,
      of: 14,
      without: 1,
      de: 'Keine von 14 Kommunen antwortete 2018 mit „groß“ oder „sehr groß“; 1 ohne gültige Antwort',
      en: 'None of 14 municipalities answered “big” or “very big” in 2018; 1 without a valid answer',
    },
    {
      count: 1,
      of: 14,
      without: 0,
      de: 'Eine von 14 Kommunen antwortete 2018 mit „groß“ oder „sehr groß“',
      en: '1 of 14 municipalities answered “big” or “very big” in 2018',
    },
    {
      count: 2,
      of: 2,
      without: 0,
      de: 'Beide Kommunen antworteten 2018 mit „groß“ oder „sehr groß“',
      en: 'Both municipalities answered “big” or “very big” in 2018',
    },
    {
      count: 0,
      of: 2,
      without: 0,
      de: 'Keine von 2 Kommunen antwortete 2018 mit „groß“ oder „sehr groß“',
      en: 'Neither of the 2 municipalities answered “big” or “very big” in 2018',
    },
    {
      count: 1,
      of: 1,
      without: 0,
      de: 'Die einzige Kommune antwortete 2018 mit „groß“ oder „sehr groß“',
      en: 'The only municipality answered “big” or “very big” in 2018',
    },
    {
      count: 0,
      of: 1,
      without: 0,
      de: 'Die einzige Kommune antwortete 2018 nicht mit „groß“ oder „sehr groß“',
      en: 'The only municipality did not answer “big” or “very big” in 2018',
    },
    { count: 0, of: 0, without: 15, de: 'Keine gültige Antwort 2018', en: 'No valid answer in 2018' },
  ])('words $count of $of', ({ count, of, without, de, en }) => {
    const share = { count, of, exclusions: without === 0 ? [] : [{ reason: 'NO_ANSWER' as const, count: without }] };

    expect(levelShareSentence(share, ['groß', 'sehr groß'], '2018', 'de')).toBe(de);
    expect(levelShareSentence(share, ['big', 'very big'], '2018', 'en')).toBe(en);
  });

  it('lists one level and many', () => {
    const share = { count: 3, of: 4, exclusions: [] };

    expect(levelShareSentence(share, ['a'], '2018', 'en')).toBe('3 of 4 municipalities answered “a” in 2018');
    expect(levelShareSentence(share, ['a', 'b', 'c'], '2018', 'de')).toBe(
      '3 von 4 Kommunen antworteten 2018 mit „a“, „b“ oder „c“',
    );
  });
});

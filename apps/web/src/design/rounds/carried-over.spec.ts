import { carriedOverWords } from './carried-over.js';

describe('carriedOverWords', () => {
  const parameters = [
    { name: 'opens', value: '2031-01-02' },
    { name: 'members', value: '15' },
    { name: 'singleAnswers', value: 'GRANTED' },
  ];

  it.each([
    ['de', { opens: '02.01.2031', members: '15', singleAnswers: 'granted' }],
    ['en', { opens: '2 Jan 2031', members: '15', singleAnswers: 'granted' }],
  ] as const)('says days, counts and rules in %s', (language, words) => {
    expect(carriedOverWords(parameters, language, (rule) => rule.toLowerCase())).toEqual(words);
  });
});

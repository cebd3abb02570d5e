import type { AnswerValue } from '../answer/answer-value.js';
import { everyTypeSet } from '../question-set/document.builder.js';
import { MAX_RULE_LENGTH, parseRule, RULE_LIMITS, sizeOf } from './rule-language.js';
import { RULE_REASONS, type RuleFaultCode } from './rule-reasons.js';
import { compileRule, decideRule } from './rule.js';

const questions = everyTypeSet().byCode;
const times = (part: string, count: number, join = ''): string => Array.from({ length: count }, () => part).join(join);
const nested = (open: string, inside: string, close: string, depth: number): string =>
  times(open, depth) + inside + times(close, depth);

/** The longest answers that there are. */
const LONGEST: Readonly<Record<string, AnswerValue>> = {
  level: { kind: 'LEVEL', level: '4' },
  place: { kind: 'LEVEL', level: 'p299' },
  topics: { kind: 'LEVELS', levels: ['1', '2', '3', '4', '5'] },
  staff: { kind: 'NUMBER', number: 999_999_999_999_999 },
  budget: { kind: 'NUMBER', number: 1e-9 },
  coordinator: { kind: 'BOOLEAN', boolean: true },
  remark: { kind: 'TEXT', text: 'a'.repeat(10_000) },
  gone: { kind: 'TEXT', text: 'a'.repeat(10_000) },
};
const decide = (text: string): boolean | undefined => {
  const result = compileRule(text, questions);
  if (!result.ok) throw new Error(result.errors[0]?.reason);
  return decideRule(
    result.value,
    (code) => LONGEST[code],
    (code) => LONGEST[code],
  );
};

describe('a hostile rule is refused', () => {
  it.each<[string, string, RuleFaultCode]>([
    ['a megabyte', times('true&&', 200_000), 'RULE_TOO_LONG'],
    ['one character too many', `true${times(' ', MAX_RULE_LENGTH - 3)}`, 'RULE_TOO_LONG'],
    ['parentheses', nested('(', 'true', ')', 900), 'RULE_SYNTAX'],
    ['parentheses left open', times('(', 1999), 'RULE_SYNTAX'],
    ['lists in lists', nested('[', '', ']', 900), 'RULE_SYNTAX'],
    ['negations', `${times('!', 1990)}true`, 'RULE_SYNTAX'],
    ['minus signs', `${times('-', 1990)}1 == 1`, 'RULE_SYNTAX'],
    ['ternaries', `${times('true?', 190)}true${times(':true', 190)}`, 'RULE_SYNTAX'],
    ['calls in calls', `${nested('abs(', '1.0', ')', 300)} > 0.0`, 'RULE_SYNTAX'],
    ['methods on methods', `answer('remark')${times('.trim()', 200)} == ''`, 'RULE_SYNTAX'],
    ['indexes', `answer('topics')${times('[0]', 300)} == ''`, 'RULE_SYNTAX'],
    ['nodes', times('true', 300, '||'), 'RULE_SYNTAX'],
    ['a list without end', `'1' in [${times("'1'", 400, ',')}]`, 'RULE_SYNTAX'],
    ['a map', "{'a': true}['a']", 'RULE_SYNTAX'],
    ['arguments', `size(${times('1', 9, ',')}) == 1`, 'RULE_SYNTAX'],
    ['a number without end', `answer('staff') > ${times('9', 400)}.0`, 'RULE_SYNTAX'],
    ['an exponent', "answer('staff') > 1e999", 'RULE_SYNTAX'],
    ['a whole number beyond 64 bits', '99999999999999999999 > 0', 'RULE_TYPE'],
    ['a whole number of 1,900 digits', `${times('9', 1900)} > 0`, 'RULE_TYPE'],
    ['a hexadecimal beyond 64 bits', `0x${times('f', 300)} > 0`, 'RULE_TYPE'],
    ['texts joined', `size(${times("'a'", 100, '+')}) > 1`, 'RULE_TYPE'],
    ['answers joined', `size(${times("answer('remark')", 60, '+')}) > 1`, 'RULE_TYPE'],
    ['joined in a branch', "(true ? answer('remark') + 'a' : '') == ''", 'RULE_TYPE'],
    ['joined after a method', "answer('remark').trim() + 'a' == ''", 'RULE_TYPE'],
    ['joined from branches', "(true ? answer('remark') : '') + '' == ''", 'RULE_TYPE'],
    ['joined texts of last round', "previous('remark') + previous('remark') == ''", 'RULE_TYPE'],
    ['lists joined', "size(answer('topics') + ['1']) > 1", 'RULE_TYPE'],
    ['one text searched for another', "answer('remark').contains(answer('remark'))", 'RULE_TYPE'],
    ['one text searched for another, said otherwise', "answer('remark') in answer('remark')", 'RULE_TYPE'],
    ['a pattern that backtracks', "answer('remark').matches('(a+)+$')", 'RULE_TYPE'],
    ['a pattern of alternatives', "answer('remark').matches('(a|aa)+b')", 'RULE_TYPE'],
    ['a text split', "size(answer('remark').split('')) > 1", 'RULE_TYPE'],
    ['loops in loops', '[1,2].all(a, [1,2].all(b, [1,2].exists(c, a + b + c > 0)))', 'RULE_TYPE'],
    ['a list made of a list', 'size([1,2].map(x, [x,x])) > 1', 'RULE_TYPE'],
    ['a list filtered', "answer('topics').filter(x, true) == []", 'RULE_TYPE'],
    ['a binding that doubles', "cel.bind(a, answer('remark'), cel.bind(b, a + a, size(b + b) > 1))", 'RULE_TYPE'],
    ['bytes', "size(bytes(answer('remark'))) > 1", 'RULE_TYPE'],
    ['JSON', "b'{}'.json() == {}", 'RULE_TYPE'],
    ['the clock', "timestamp('2026-01-01T00:00:00Z').getHours('Europe/Berlin') == 1", 'RULE_TYPE'],
    ['types taken off', "dyn(answer('remark')) + dyn('a') == 'a'", 'RULE_TYPE'],
    ['the prototype', "answer('__proto__') == 'x'", 'RULE_UNKNOWN_QUESTION'],
    ['the constructor', "answered('constructor')", 'RULE_UNKNOWN_QUESTION'],
    ['a name of a name', 'constructor.constructor == true', 'RULE_TYPE'],
    ['null characters', "answer('remark')\u0000 == ''", 'RULE_SYNTAX'],
    ['a text left open', `'${times('a', 1900)}`, 'RULE_SYNTAX'],
    ['escapes left open', `'${times('\\u', 900)}' == ''`, 'RULE_SYNTAX'],
  ])('%s', (_, text, code) => {
    const result = compileRule(text, questions);

    expect(result.ok ? 'accepted' : result.errors.map(({ reason }) => RULE_REASONS[reason].code)[0]).toBe(code);
  });
});

describe('what is accepted stays within its limits', () => {
  it.each<[string, string, boolean | undefined]>([
    ['as many nodes as there may be', times('true', 150, '&&'), true],
    ['as long as there may be', `true${times(' ', MAX_RULE_LENGTH - 4)}`, true],
    ['deep negations', `${times('!', 200)}true`, true],
    ['deep parentheses', nested('(', 'true', ')', 30), true],
    ['numbers out of range', "answer('staff') * 1e300 * 1e300 > 0.0", true],
    ['numbers that are none', '1e308 * 10.0 - 1e308 * 10.0 >= 0.0', false],
    ['division by nothing', "answer('staff') / 0.0 > 1.0", true],
    ['whole numbers beyond 64 bits', '9223372036854775807 + 1 > 0', undefined],
    ['whole numbers multiplied beyond 64 bits', times('9223372036854775807', 90, '*') + ' > 0', undefined],
    ['whole division by nothing', '1 / 0 > 1', undefined],
    [
      'a long text searched for a long one',
      `answer('remark').contains('${times('a', 900)}b${times('a', 900)}')`,
      false,
    ],
    ['a long text searched many times', times("answer('remark').contains('b')", 60, '||'), false],
    ['a long text rewritten', times("answer('remark').upperAscii() == ''", 40, '||'), false],
    ['a long text of a question that is gone', "previous('gone').contains('a')", undefined],
    ['joined texts of a question that is gone', `size(${times("previous('gone')", 40, '+')}) > 1`, undefined],
    ['a long list', `'1' in [${times("'1'", 190, ',')}]`, true],
  ])('%s', (_, text, value) => {
    expect(text.length).toBeLessThanOrEqual(MAX_RULE_LENGTH);
    expect(sizeOf(parseRule(text))).toBeLessThanOrEqual(RULE_LIMITS.maxAstNodes);
    expect(decide(text)).toBe(value);
  });
});

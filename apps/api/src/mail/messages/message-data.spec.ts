import { describe, expect, it } from '@jest/globals';
import type { MailKind } from '@reflexbogen/persistence';
import { MailDataError, parseMailData, storedMailData, type MailData } from './message-data.js';
import { mailLocale } from './message.js';

const instant = new Date('2026-12-18T17:00:00Z');

describe('parseMailData', () => {
  it.each<[MailData]>([
    [{ kind: 'INVITATION', closesAt: null }],
    [{ kind: 'REMINDER', closesAt: instant, unanswered: 0 }],
    [{ kind: 'RECEIPT', number: 1, submittedAt: instant, receipt: 'f'.repeat(64) }],
    [{ kind: 'RETURNED', closesAt: null, questions: ['Q1'], note: 'Text' }],
    [{ kind: 'QUERY', closesAt: instant, questions: [], note: null }],
    [{ kind: 'ACCEPTED' }],
    [{ kind: 'EXTENSION', closesAt: null, note: null }],
    [{ kind: 'SIGN_IN_LINK', expiresAt: instant }],
  ])('reads what was stored: %j', (data) => {
    const stored = storedMailData(data);
    expect(stored).not.toHaveProperty('kind');
    expect(parseMailData(data.kind, JSON.parse(JSON.stringify(stored)))).toEqual(data);
  });

  it('takes a missing field that may be null for null', () => {
    expect(parseMailData('RETURNED', {})).toEqual({ kind: 'RETURNED', closesAt: null, questions: [], note: null });
  });

  it.each<[MailKind, unknown, string]>([
    ['INVITATION', null, 'INVITATION: the data are no object'],
    ['INVITATION', [], 'INVITATION: the data are no object'],
    ['INVITATION', { closesAt: '18.12.2026' }, 'INVITATION.closesAt: expected an instant'],
    ['INVITATION', { closesAt: '2026-13-18T17:00:00Z' }, 'INVITATION.closesAt: expected an instant'],
    ['REMINDER', { unanswered: -1 }, 'REMINDER.unanswered: expected a whole number from 0'],
    ['RECEIPT', { number: 0 }, 'RECEIPT.number: expected a whole number from 1'],
    ['RECEIPT', { number: 1, submittedAt: '2026-12-18T17:00:00Z', receipt: 'xyz' }, 'RECEIPT.receipt: expected 64'],
    ['QUERY', { questions: ['Q1', 7] }, 'QUERY.questions: expected at most 200 codes'],
    ['EXTENSION', { note: 'x'.repeat(4001) }, 'EXTENSION.note: expected a text'],
    ['SIGN_IN_LINK', {}, 'SIGN_IN_LINK.expiresAt: expected an instant'],
  ])('refuses %s %j', (kind, raw, message) => {
    expect(() => parseMailData(kind, raw)).toThrow(MailDataError);
    expect(() => parseMailData(kind, raw)).toThrow(message);
  });

  it('refuses to store what could not be read again', () => {
    expect(() => storedMailData({ kind: 'RECEIPT', number: 1, submittedAt: instant, receipt: 'no' })).toThrow(
      MailDataError,
    );
  });
});

describe('mailLocale', () => {
  it.each([
    ['de', null, 'de'],
    ['de-AT', 'en', 'de'],
    ['EN-gb', 'de', 'en'],
    ['fr', 'en', 'en'],
    ['fr', 'it', 'de'],
    ['', null, 'de'],
  ])('%s in a study in %s is written to in %s', (locale, study, expected) => {
    expect(mailLocale(locale, study)).toBe(expected);
  });
});

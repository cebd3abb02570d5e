import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../configuration.js';
import { MAIL_ADDRESS, mailConfiguration } from './mail-configuration.js';

const SET = { MAIL_FROM: 'Institut Muster <bogen@example.org>', PUBLIC_URL: 'https://bogen.example.org/' };

describe('mailConfiguration', () => {
  it('does without a server', () => {
    expect(mailConfiguration({})).toEqual({
      smtp: null,
      from: { name: 'Reflexbogen', address: 'reflexbogen@localhost' },
      publicUrl: 'http://localhost:3000',
    });
    expect(mailConfiguration({ SMTP_URL: '', PORT: '8080' })).toMatchObject({
      smtp: null,
      publicUrl: 'http://localhost:8080',
    });
  });

  it.each([
    ['smtp://mail.example.org', 'mail.example.org', 587, 'REQUIRED', null, null],
    ['smtps://mail.example.org', 'mail.example.org', 465, 'IMPLICIT', null, null],
    [
      'smtp://u%40x:p%2Fw@mail.example.org:2525?tls=opportunistic',
      'mail.example.org',
      2525,
      'OPPORTUNISTIC',
      'u@x',
      'p/w',
    ],
    ['smtp://mailpit:1025?tls=off', 'mailpit', 1025, 'OFF', null, null],
    ['smtp://127.0.0.1:25', '127.0.0.1', 25, 'OPPORTUNISTIC', null, null],
    ['smtp://[::1]:25', '::1', 25, 'OPPORTUNISTIC', null, null],
  ])('reads %s', (SMTP_URL, host, port, tls, user, password) => {
    expect(mailConfiguration({ ...SET, SMTP_URL })).toEqual({
      smtp: { host, port, tls, user, password },
      from: { name: 'Institut Muster', address: 'bogen@example.org' },
      publicUrl: 'https://bogen.example.org',
    });
  });

  it.each([
    ['MAIL_FROM', { SMTP_URL: 'smtp://h', PUBLIC_URL: SET.PUBLIC_URL }],
    ['PUBLIC_URL', { SMTP_URL: 'smtp://h', MAIL_FROM: SET.MAIL_FROM }],
    ['SMTP_URL', { ...SET, SMTP_URL: 'mail.example.org' }],
    ['smtp:// or smtps://', { ...SET, SMTP_URL: 'https://mail.example.org' }],
    ['tls=required', { ...SET, SMTP_URL: 'smtp://h?tls=yes' }],
    ['tls=required', { ...SET, SMTP_URL: 'smtp://h?tls=toString' }],
    ['none of them', { ...SET, SMTP_URL: 'smtps://h?tls=off' }],
    ['no parameter but tls', { ...SET, SMTP_URL: 'smtp://h?pool=true' }],
    ['no path', { ...SET, SMTP_URL: 'smtp://h/inbox' }],
    ['percent-encoded', { ...SET, SMTP_URL: 'smtp://u:100%@h' }],
    ['MAIL_FROM', { ...SET, MAIL_FROM: 'Institut' }],
    ['MAIL_FROM', { ...SET, MAIL_FROM: 'A <a@example.org>\r\nBcc: b@example.org' }],
    ['MAIL_FROM', { ...SET, MAIL_FROM: 'A\r\n <a@example.org>' }],
    ['PUBLIC_URL', { ...SET, PUBLIC_URL: 'bogen.example.org' }],
    ['PUBLIC_URL', { ...SET, PUBLIC_URL: 'javascript:alert(1)' }],
    ['PUBLIC_URL', { ...SET, PUBLIC_URL: 'https://bogen.example.org/?a=1' }],
  ])('refuses, naming %s: %j', (named, env) => {
    expect(() => mailConfiguration(env)).toThrow(ConfigurationError);
    expect(() => mailConfiguration(env)).toThrow(named);
  });

  it('never repeats the password', () => {
    const refused = () => mailConfiguration({ ...SET, SMTP_URL: 'smtp://u:hunter2@h?tls=no' });
    expect(refused).toThrow(ConfigurationError);
    expect(refused).not.toThrow(/hunter2/);
  });
});

describe('MAIL_ADDRESS', () => {
  it.each(['anna@example.org', 'anna.müller+bogen@stadt-köln.example', "o'neil@example.org"])('takes %s', (address) => {
    expect(address).toMatch(MAIL_ADDRESS);
  });
  it.each(['', 'anna', '@example.org', 'a@b@c', 'a@b\r\nBcc: c@d', 'a b@c', '<a@b>', 'a@b,c@d', `${'x'.repeat(65)}@b`])(
    'refuses %j',
    (address) => {
      expect(address).not.toMatch(MAIL_ADDRESS);
    },
  );
});

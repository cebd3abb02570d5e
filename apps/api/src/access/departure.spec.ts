import fc from 'fast-check';
import { departureFrom, departureText, localPath } from './departure.js';

describe('localPath', () => {
  it.each([
    ['/', '/'],
    ['/sheet/2024?question=Q07#section', '/sheet/2024?question=Q07#section'],
    ['/a//b', '/a//b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/./\\evil.example', '/'],
    ['/.//evil.example', '/evil.example'],
    ['/a/..//evil.example', '/evil.example'],
    ['sheet', '/'],
    ['', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
    [`/${'a'.repeat(500)}`, '/'],
  ])('%j leads to %s', (asked, expected) => {
    expect(localPath(asked)).toBe(expected);
  });

  it('never leads to another host, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'evil.example',
      'a',
      'https:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(`/${pieces.join('')}`);
        expect(new URL(path, 'https://sheets.example.org').origin).toBe('https://sheets.example.org');
        expect(path).not.toMatch(/^\/[/\\]/);
      }),
    );
  });
});

describe('a departure', () => {
  const departure = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/sheet' };

  it('comes back as it left', () => {
    expect(departureFrom(departureText(departure))).toEqual(departure);
    expect(departureText(departure)).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', 'abc'],
    ['null', Buffer.from('null').toString('base64url')],
    ['a list', Buffer.from('[]').toString('base64url')],
    ['numbers', departureText({ ...departure, state: 1 as unknown as string })],
    ['half of it', Buffer.from('{"state":"s"}').toString('base64url')],
  ])('is not made up from %s', (_case, text) => {
    expect(departureFrom(text)).toBeNull();
  });

  it('does not bring a way out along', () => {
    expect(departureFrom(departureText({ ...departure, returnTo: '//evil.example' }))?.returnTo).toBe('/');
  });
});

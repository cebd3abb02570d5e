import {
  bearerProof,
  cookieHeader,
  cookieOf,
  isFromOwnPage,
  proofOf,
  sessionCookie,
  socketProof,
} from './request-proof.js';

const HTTPS = 'https://sheets.example.org';
const HTTP = 'http://localhost:3000';
const json = { 'content-type': 'application/json' };
const cookie = { cookie: 'a=b; __Host-reflexbogen-session=secret; c=d' };
const shown = { kind: 'cookie', secret: 'secret', scope: null };

describe('proofOf', () => {
  it.each<[string, Record<string, string | string[]>, object | null]>([
    ['nothing', {}, null],
    ['a bearer token', { authorization: 'Bearer abc' }, { kind: 'bearer', secret: 'abc', scope: null }],
    [
      'a bearer token and a scope',
      { authorization: 'bearer abc', 'x-reflexbogen-scope': 'a/m' },
      { kind: 'bearer', secret: 'abc', scope: 'a/m' },
    ],
    ['another scheme', { authorization: 'Basic abc', ...json, ...cookie }, null],
    ['an empty header beside a cookie', { authorization: '', ...json, ...cookie }, null],
    ['a token with a blank', { authorization: 'Bearer a b' }, null],
    ['a token without end', { authorization: `Bearer ${'a'.repeat(9_000)}` }, null],
    ['a cookie with JSON', { ...json, ...cookie }, shown],
    ['a cookie with JSON in UTF-8', { 'content-type': 'Application/JSON; charset=utf-8', ...cookie }, shown],
    ['a cookie with our header', { 'x-reflexbogen-csrf': '1', ...cookie }, shown],
    ['a cookie with JSON of our own page', { origin: HTTPS, ...json, ...cookie }, shown],
    ['a cookie alone', cookie, null],
    ['a cookie with a form', { 'content-type': 'application/x-www-form-urlencoded', ...cookie }, null],
    ['a cookie with text', { 'content-type': 'text/plain', ...cookie }, null],
    ['a cookie with text that mentions JSON', { 'content-type': 'text/plain; application/json', ...cookie }, null],
    ['a cookie with JSON of another origin', { origin: 'https://evil.example', ...json, ...cookie }, null],
    [
      'a cookie with our header of another origin',
      { origin: 'http://sheets.example.org', 'x-reflexbogen-csrf': '1', ...cookie },
      null,
    ],
    [
      'a cookie that is there twice',
      { ...json, cookie: '__Host-reflexbogen-session=a; __Host-reflexbogen-session=b' },
      null,
    ],
    ['a cookie without the prefix', { ...json, cookie: 'reflexbogen-session=secret' }, null],
  ])('reads %s', (_case, headers, expected) => {
    expect(proofOf({ headers }, HTTPS)).toEqual(expected);
  });

  it('reads no cookie where nobody knows the origin', () => {
    expect(proofOf({ headers: { ...json, ...cookie } }, null)).toBeNull();
  });
});

describe('socketProof', () => {
  it.each<[string, Record<string, string>, object | null]>([
    ['our own page', { origin: HTTPS, ...cookie }, shown],
    ['another page', { origin: 'https://evil.example', ...cookie }, null],
    ['a program without origin', { ...cookie }, null],
    ['our own page without a cookie', { origin: HTTPS }, null],
  ])('of %s', (_case, headers, expected) => {
    expect(socketProof({ headers }, HTTPS)).toEqual(expected);
  });
});

describe('cookies', () => {
  it('are bound to the host and to HTTPS, but on localhost', () => {
    expect(sessionCookie(HTTPS)).toBe('__Host-reflexbogen-session');
    expect(cookieHeader(HTTPS, sessionCookie(HTTPS), 'x', 60)).toBe(
      '__Host-reflexbogen-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookieHeader(HTTP, sessionCookie(HTTP), 'x', 60)).toBe(
      'reflexbogen-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    );
  });

  it('are not found by the end of another name', () => {
    expect(cookieOf({ headers: { cookie: 'xname=1; name=2' } }, 'name')).toBe('2');
    expect(cookieOf({ headers: { cookie: 'xname=1' } }, 'name')).toBeUndefined();
  });
});

describe('isFromOwnPage', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['our origin', { origin: HTTPS }, true],
    ['our origin as the browser says', { 'sec-fetch-site': 'same-origin' }, true],
    [
      'another origin, whatever else is said',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, false],
    ['an address that was typed in', { 'sec-fetch-site': 'none' }, false],
    ['no word about it', {}, false],
  ])('%s', (_case, headers, expected) => {
    expect(isFromOwnPage({ headers }, HTTPS)).toBe(expected);
  });
});

describe('bearerProof', () => {
  it('is null without a header', () => {
    expect(bearerProof(undefined)).toBeNull();
  });
});

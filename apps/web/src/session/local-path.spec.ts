import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('localPath', () => {
  it('keeps paths of this app with what they ask for', () => {
    expect(localPath('/respond/integration-2021/2019?section=all&lang=de#q01')).toBe(
      '/respond/integration-2021/2019?section=all&lang=de#q01',
    );
  });

  it.each([
    null,
    '',
    'respond',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
  ])('refuses %j', (asked) => {
    expect(localPath(asked)).toBeNull();
  });
});

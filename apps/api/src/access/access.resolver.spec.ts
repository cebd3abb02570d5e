import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../configuration.js';
import type { GraphQLContext } from '../graphql/context.js';
import { AccessResolver } from './access.resolver.js';
import { Role } from './actor.js';
import { TokenService } from './token.service.js';

/** In a container nobody comes over the loopback interface. Seen red with either half of the condition taken away. */
describe('the development issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-access-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const NOTHING_ELSE = undefined as never;
  const issue = (env: NodeJS.ProcessEnv, fromLoopback: boolean) => {
    const configuration = readConfiguration({ DATA_DIR: folder, ...env });
    const tokens = new TokenService(configuration, NOTHING_ELSE, NOTHING_ELSE, NOTHING_ELSE);
    const input = { role: Role.ANALYST, ttlSeconds: 60, signatory: false, singleAnswers: false };
    return new AccessResolver(tokens).issueDevelopmentToken(input, { fromLoopback } as GraphQLContext);
  };

  it.each<[string, NodeJS.ProcessEnv, boolean, readonly string[]]>([
    ['a caller on the same machine', {}, true, []],
    ['a caller from elsewhere', {}, false, ['NOT_LOCAL']],
    ['a caller from elsewhere, said so', { DEVELOPMENT_SIGN_IN: 'this-machine' }, false, ['NOT_LOCAL']],
    ['a caller from elsewhere, where everybody is let in', { DEVELOPMENT_SIGN_IN: 'everybody' }, false, []],
    [
      'anybody in production',
      { NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example' },
      true,
      ['NOT_IN_DEVELOPMENT'],
    ],
  ])('answers %s', async (_case, env, fromLoopback, codes) => {
    const { token, errors } = await issue(env, fromLoopback);
    expect(errors.map(({ code }) => code)).toEqual(codes);
    expect(token === null).toBe(codes.length > 0);
  });
});

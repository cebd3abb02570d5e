import type { Client } from 'pg';
import { Role } from '../../apps/api/src/access/actor.js';
import { TokenService } from '../../apps/api/src/access/token.service.js';
import type { TestApi } from '../harness/api.js';
import { eventually } from '../harness/sign-in.js';

const VIEWER = '{ viewer { name } }';
const CREATE = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token errors { message } } }`;

/**
 * Proofs of people who may no longer, each of somebody who ran the study: disabled, erased, signed out everywhere, and tokens
 * that have expired or were revoked. What they prove now is asked of a schema that would give them everything.
 * @returns name to bearer token; all of them were seen to prove nothing
 */
export async function formerCallers(api: TestApi, owner: Client): Promise<ReadonlyMap<string, string>> {
  const admin = await api.token(Role.ADMIN, { name: 'Former callers' });
  const isKnown = async (token: string): Promise<boolean> =>
    (await api.query<{ viewer: object | null }>(VIEWER, {}, token)).data.viewer !== null;

  /** Somebody with a token, who has been here. */
  async function person(name: string): Promise<{ readonly token: string; readonly id: string }> {
    const token = await api.token(Role.ADMIN, { study: 'pilot', name });
    if (!(await isKnown(token))) throw new Error(`${name} was never somebody`);
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM person WHERE name = $1', [name]);
    const id = rows[0]?.id ?? '';
    await owner.query(
      `INSERT INTO person_role (person_id, role, study_id) SELECT $1, 'ADMIN', id FROM study WHERE slug = 'pilot'`,
      [id],
    );
    return { token, id };
  }
  async function personalToken(name: string): Promise<{ readonly token: string; readonly id: string }> {
    const { token: own, id } = await person(name);
    const input = { name: 'Matrix', access: 'WRITE', expiresInDays: 1, roles: ['ADMIN'] };
    const { data } = await api.query<{ createApiToken: { token: string | null } }>(CREATE, { input }, own);
    const token = data.createApiToken.token ?? '';
    if (!(await isKnown(token))) throw new Error(`the token of ${name} was never one`);
    return { token, id };
  }
  const act = async (name: string, type: string, input: object): Promise<void> => {
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { message } } }`;
    const { data, errors } = await api.query<Record<string, { errors: object[] }>>(document, { input }, admin);
    if (errors !== undefined || data[name]?.errors.length !== 0) throw new Error(JSON.stringify({ data, errors }));
  };

  const disabled = await person('Dora Disabled');
  await act('disablePerson', 'PersonInput', { id: disabled.id });
  const erased = await person('Erik Erased');
  await act('erasePerson', 'ErasePersonInput', { person: erased.id, reason: 'Matrix' });
  const ended = await person('Ella Ended');
  // A token of the same second would be one from after.
  await owner.query(`UPDATE person SET sessions_from = now() + interval '1 second' WHERE id = $1`, [ended.id]);
  const revoked = await personalToken('Rosa Revoked');
  await owner.query('UPDATE api_token SET revoked_at = now() WHERE person_id = $1', [revoked.id]);
  const lapsed = await personalToken('Leo Lapsed');
  await owner.query(`UPDATE api_token SET expires_at = clock_timestamp() WHERE person_id = $1`, [lapsed.id]);
  const orphaned = await personalToken('Otto Orphaned');
  await act('disablePerson', 'PersonInput', { id: orphaned.id });
  const expired = await api.app.get(TokenService).issue({
    role: Role.ADMIN,
    study: 'pilot',
    municipality: null,
    ttlSeconds: -60,
    name: 'Xaver Expired',
  });
  const former = new Map([
    ['a disabled person', disabled.token],
    ['an erased person', erased.token],
    ['a person whose sessions were ended', ended.token],
    ['a token that has expired', expired.token],
    ['a personal token that was revoked', revoked.token],
    ['a personal token that has expired', lapsed.token],
    ['a personal token of a disabled person', orphaned.token],
  ]);
  for (const token of former.values())
    await eventually(
      () => isKnown(token),
      (known) => !known,
    );
  return former;
}

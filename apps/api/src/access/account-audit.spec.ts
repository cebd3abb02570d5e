import type { StoredAccount, StoredRole } from '@reflexbogen/persistence';
import { rightsIn } from './account-audit.js';

const role = (fields: Partial<StoredRole>): StoredRole => ({
  role: 'ANALYST',
  study: 'pilot',
  municipality: null,
  department: null,
  signatory: false,
  singleAnswers: false,
  ...fields,
});
const account = (roles: readonly StoredRole[], disabledAt: Date | null = null): StoredAccount => ({
  id: 'p1',
  name: 'Erika Mustermann',
  email: 'erika@example.org',
  locale: 'de',
  hasProvider: false,
  disabledAt,
  sessionsFrom: null,
  roles,
});

describe('rightsIn', () => {
  it.each<[string, StoredAccount | null]>([
    ['nobody', null],
    ['somebody without a role', account([])],
    ['somebody of another study', account([role({ study: 'other' })])],
  ])('is nothing for %s', (_, given) => {
    expect(rightsIn('pilot', given)).toBeNull();
  });

  it('holds the roles of the study and those for every study, and neither name nor address', () => {
    const everywhere = role({ role: 'ADMIN', study: null });
    const own = role({ role: 'RESPONDENT', municipality: 'a', department: 'planning', signatory: true });
    const text = rightsIn('pilot', account([everywhere, own, role({ study: 'other' })])) ?? '';

    expect(JSON.parse(text)).toEqual({ disabled: false, roles: [everywhere, own] });
    expect(text).not.toMatch(/erika/i);
  });

  it('tells a disabled person from another', () => {
    const roles = [role({})];
    expect(rightsIn('pilot', account(roles, new Date(0)))).not.toBe(rightsIn('pilot', account(roles)));
  });
});

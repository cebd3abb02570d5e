import type { AccountRoleInput, PersonRolesQuery } from '@reflexbogen/client';

type StoredRole = NonNullable<PersonRolesQuery['account']>['roles'][number];

/**
 * A person's roles with another department in one municipality: to be saved, all others as they are.
 * @param department its code; null: every section
 */
export const rolesWithDepartment = (
  roles: readonly StoredRole[],
  { study, municipality }: { readonly study: string; readonly municipality: string },
  department: string | null,
): AccountRoleInput[] =>
  roles.map((role) =>
    role.study === study && role.municipality === municipality ? { ...role, department } : { ...role },
  );

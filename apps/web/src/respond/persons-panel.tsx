import {
  DepartmentPersonsDocument,
  PersonRolesDocument,
  SavePersonDocument,
  type DepartmentPersonsQuery,
} from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf, useOperation } from '../service/use-operation.js';
import { OperationError } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/select-field.js';
import { rolesWithDepartment } from './roles-with-department.js';
import type { Departments } from './use-departments.js';

type Person = DepartmentPersonsQuery['accounts']['edges'][number]['node'];

/** Most persons of one municipality that are listed; how many more there are is said. */
const MOST_LISTED = 100;

/** For administrators: who fills in sheets of the municipality, and which department each belongs to. */
export function PersonsPanel({
  study,
  municipality,
  departments,
  act,
}: {
  readonly study: string;
  readonly municipality: string;
  readonly departments: Departments;
  /** Does something, says what was done, or shows why it was not. */
  readonly act: (done: string, run: () => Promise<void>) => Promise<boolean>;
}) {
  const { t } = useTranslation('departments');
  const place = { study, municipality };
  const { data, error } = useOperation(DepartmentPersonsDocument, { ...place, first: MOST_LISTED });
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  if (error) return <OperationError error={error} />;
  if (data === undefined) return null;
  const { edges, totalCount } = data.accounts;
  const persons = edges.map(({ node }) => node);
  const changed = persons.filter((person) => {
    const choice = chosen.get(person.id);
    return choice !== undefined && choice !== departmentOf(person, place);
  });
  const save = async (): Promise<void> => {
    try {
      for (const { id } of changed) {
        // As the person is now: what somebody else has changed since the page was opened stays.
        const { account } = await client.request(PersonRolesDocument, { id });
        const { name, email, locale, roles } = demanded(account, [{ message: t('personGone') }]);
        const { savePerson } = await client.request(SavePersonDocument, {
          input: {
            id,
            name: name ?? '',
            email,
            locale,
            roles: rolesWithDepartment(roles, place, chosen.get(id) || null),
          },
        });
        demanded(savePerson.errors.length === 0 ? true : null, savePerson.errors);
      }
    } finally {
      await queryClient.invalidateQueries({ queryKey: [nameOf(DepartmentPersonsDocument)] });
    }
  };
  return (
    <form
      className="stack respond-departments"
      aria-labelledby="respond-persons"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0)
          void act(t('personsSaved'), save).then((isDone) => {
            if (isDone) setChosen(new Map());
          });
      }}
    >
      <h3 className="kern-heading-small" id="respond-persons">
        {t('persons')}
      </h3>
      <p className="kern-hint">{t('personsHint')}</p>
      {persons.length === 0 && <p className="kern-body">{t('noPersons')}</p>}
      {persons.map((person) => (
        <SelectField
          key={person.id}
          label={[person.name ?? t('unnamed'), person.email].filter(Boolean).join(' · ')}
          value={chosen.get(person.id) ?? departmentOf(person, place)}
          onChange={(department) => setChosen(new Map(chosen).set(person.id, department))}
        >
          <option value="">{t('everySection')}</option>
          {optionsFor(person, place, departments).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ))}
      {totalCount > persons.length && (
        <p className="kern-body">{t('morePersons', { count: totalCount - persons.length })}</p>
      )}
      {persons.length > 0 && (
        <Button type="submit" disabled={changed.length === 0}>
          {t('savePersons')}
        </Button>
      )}
    </form>
  );
}

type Place = Parameters<typeof rolesWithDepartment>[1];

/** Code of the department that a person has in a municipality; empty: works on every section. */
const departmentOf = ({ roles }: Person, { study, municipality }: Place): string =>
  roles.find((role) => role.study === study && role.municipality === municipality)?.department ?? '';

/** A department that a person has and nobody has named stands there by its code. */
function optionsFor(person: Person, place: Place, { list, nameOf: nameFor }: Departments) {
  const own = departmentOf(person, place);
  return own === '' || list.some(({ code }) => code === own) ? list : [...list, { code: own, name: nameFor(own) }];
}

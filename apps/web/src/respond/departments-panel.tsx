import { DepartmentsDocument, SaveDepartmentDocument, UpdateSheetSectionDocument } from '@reflexbogen/client';
import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf } from '../service/use-operation.js';
import { OperationError } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { codeFrom } from './code-from.js';
import { departmentsTexts } from './departments-texts.js';
import { PersonsPanel } from './persons-panel.js';
import type { Department, Departments } from './use-departments.js';
import { useKeptText } from './use-kept-text.js';

addTexts('departments', departmentsTexts);

interface PanelProps {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly departments: Departments;
  readonly study: string;
  readonly municipality: string;
  readonly owner: string;
  readonly isReadOnly: boolean;
  /** Whether the reader says which person belongs to which department. */
  readonly isAdmin: boolean;
}

/** For whoever signs for the municipality, and for staff: which departments there are, and which works on which section. */
export function DepartmentsPanel({
  session,
  sheet,
  departments,
  study,
  municipality,
  owner,
  isReadOnly,
  isAdmin,
}: PanelProps) {
  const { t } = useTranslation('departments');
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  useEffect(() => heading.current?.focus(), []);
  /** Does something, says aloud what was done, or shows why it was not. */
  const act = async (done: string, run: () => Promise<void>): Promise<boolean> => {
    setError(null);
    setSaid('');
    try {
      await run();
      setSaid(done);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    }
  };
  const save = async (department: Department): Promise<void> => {
    const { saveDepartment } = await client.request(SaveDepartmentDocument, {
      input: { study, municipality, ...department },
    });
    demanded(saveDepartment.errors.length === 0 ? true : null, saveDepartment.errors);
    await queryClient.invalidateQueries({ queryKey: [nameOf(DepartmentsDocument)] });
  };
  return (
    <>
      <h2 className="kern-heading-medium" ref={heading} tabIndex={-1}>
        {t('departments')}
      </h2>
      <p className="kern-body">{t('departmentsText')}</p>
      <section className="stack respond-departments" aria-labelledby="respond-offices">
        <h3 className="kern-heading-small" id="respond-offices">
          {t('offices')}
        </h3>
        {departments.list.length === 0 && <p className="kern-body">{t('noOffices')}</p>}
        {departments.list.map((department) => (
          <Rename
            key={`${department.code} ${department.name}`}
            department={department}
            onSave={(name) => act(t('officeSaved', { name }), () => save({ code: department.code, name }))}
          />
        ))}
        <Add
          departments={departments}
          owner={owner}
          place={`${study} ${municipality} office`}
          onAdd={(department) => act(t('officeSaved', { name: department.name }), () => save(department))}
        />
      </section>
      <Assign
        key={sheet.sections.map(({ work }) => work.revision).join(' ')}
        sheet={sheet}
        departments={departments}
        isReadOnly={isReadOnly}
        onSave={(given) =>
          act(t('assigned'), async () => {
            try {
              for (const { section, department, revision } of given) {
                const { updateSection } = await client.request(UpdateSheetSectionDocument, {
                  input: { response: sheet.response.id, section, department, basedOnRevision: revision },
                });
                demanded(updateSection.errors.length === 0 ? true : null, updateSection.errors);
              }
            } finally {
              // Also what somebody else has changed meanwhile.
              await session.reload();
            }
          })
        }
      />
      {isAdmin && <PersonsPanel study={study} municipality={municipality} departments={departments} act={act} />}
      <p role="status" className="kern-body">
        {said}
      </p>
      {error !== null && <OperationError error={error} />}
    </>
  );
}

function Rename({
  department: { code, name },
  onSave,
}: {
  readonly department: Department;
  readonly onSave: (name: string) => Promise<boolean>;
}) {
  const { t } = useTranslation('departments');
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  return (
    <form
      className="respond-office"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '' && wanted !== name) void onSave(wanted);
      }}
    >
      <Field label={t('officeName', { code })}>
        {(ids) => (
          <input
            {...ids}
            className="kern-form-input__input"
            value={typed}
            maxLength={200}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <Button type="submit" aria-label={`${t('rename')}: ${code}`} disabled={wanted === '' || wanted === name}>
        {t('rename')}
      </Button>
    </form>
  );
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

function Add({
  departments,
  owner,
  place,
  onAdd,
}: {
  readonly departments: Departments;
  readonly owner: string;
  readonly place: string;
  readonly onAdd: (department: Department) => Promise<boolean>;
}) {
  const { t } = useTranslation('departments');
  const [name, setName] = useKeptText(owner, `${place} name`);
  const [given, setGiven] = useKeptText(owner, `${place} code`);
  const [isTried, setTried] = useState(false);
  const code = given === '' ? codeFrom(name) : given;
  const errors = {
    name: name.trim() === '' ? t('officeNameMissing') : null,
    code: !CODE.test(code)
      ? t('officeCodeWrong')
      : departments.list.some((one) => one.code === code)
        ? t('officeCodeTaken', { code })
        : null,
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (errors.name !== null || errors.code !== null || !(await onAdd({ code, name: name.trim() }))) return;
    setName('');
    setGiven('');
    setTried(false);
  };
  return (
    <form className="respond-office" onSubmit={(event) => void submit(event)} noValidate>
      <Field label={t('newOffice')} error={isTried ? errors.name : null}>
        {(ids) => (
          <input
            {...ids}
            className="kern-form-input__input"
            value={name}
            maxLength={200}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={t('officeCode')} hint={t('officeCodeHint')} error={isTried ? errors.code : null}>
        {(ids) => (
          <input
            {...ids}
            className="kern-form-input__input"
            value={code}
            maxLength={100}
            onChange={({ target }) => setGiven(target.value)}
          />
        )}
      </Field>
      <Button type="submit">{t('addOffice')}</Button>
    </form>
  );
}

interface Assignment {
  readonly section: string;
  readonly department: string | null;
  /** Of the section's work, as it was seen. */
  readonly revision: number;
}

/** Sections with the department that works on each; what was chosen is saved together. */
function Assign({
  sheet,
  departments,
  isReadOnly,
  onSave,
}: {
  readonly sheet: SheetData;
  readonly departments: Departments;
  readonly isReadOnly: boolean;
  readonly onSave: (given: readonly Assignment[]) => Promise<boolean>;
}) {
  const { t } = useTranslation('departments');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const changed = sheet.sections.flatMap(({ code, work }): readonly Assignment[] => {
    const choice = chosen.get(code);
    return choice === undefined || choice === (work.department ?? '')
      ? []
      : [{ section: code, department: choice === '' ? null : choice, revision: work.revision }];
  });
  return (
    <form
      className="stack respond-departments"
      aria-labelledby="respond-assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) void onSave(changed);
      }}
    >
      <h3 className="kern-heading-small" id="respond-assign">
        {t('assign')}
      </h3>
      {sheet.sections.map(({ code, title, work }) => (
        <Field key={code} label={title}>
          {(ids) => (
            <div className="kern-form-input__select-wrapper">
              <select
                {...ids}
                className="kern-form-input__select"
                disabled={isReadOnly}
                value={chosen.get(code) ?? work.department ?? ''}
                onChange={({ target }) => setChosen(new Map(chosen).set(code, target.value))}
              >
                <option value="">{t('everybody')}</option>
                {departments.list.map((department) => (
                  <option key={department.code} value={department.code}>
                    {department.name}
                  </option>
                ))}
              </select>
            </div>
          )}
        </Field>
      ))}
      {isReadOnly ? (
        <p className="kern-hint">{t('assignClosed')}</p>
      ) : (
        <Button type="submit" kind="primary" disabled={changed.length === 0}>
          {t('saveAssignment')}
        </Button>
      )}
    </form>
  );
}

import { DesignChangesDocument, type DesignChangesQuery } from '@reflexbogen/client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { useOperation } from '../../service/use-operation.js';
import { NotFoundPage } from '../../shell/error-page.js';
import { DesignError } from '../design-error.js';
import { Alert } from '../../ui/alert.js';
import { SelectField } from '../../ui/select-field.js';
import { Loading } from '../../ui/loading.js';
import { useDocumentOf } from '../editor/since-editor.js';
import { predecessorOf, useSet } from '../set-context.js';
import { ChangeCard } from './change-card.js';

export type Diff = NonNullable<DesignChangesQuery['questionSetDiff']>;

/** What changed since an earlier set, question by question: a page to discuss, on which each change can be pointed at. */
export function ChangesPage() {
  const { t } = useTranslation('design');
  const { template, draft } = useSet();
  const [parameters, setParameters] = useSearchParams();
  const earlier = template.questionSets.filter(
    (set) => set.id !== draft.set.id && (set.year < draft.set.year || set.revision < draft.set.revision),
  );
  const from = parameters.get('from') ?? predecessorOf(template, draft.set)?.id ?? null;
  if (from === null) return <p className="kern-body">{t('noPredecessor')}</p>;
  return (
    <>
      <SelectField label={t('comparedWith')} value={from} onChange={(value) => setParameters({ from: value })}>
        {earlier.map((set) => (
          <option key={set.id} value={set.id}>
            {t('edition', set)}
          </option>
        ))}
      </SelectField>
      {draft.state !== 'SAVED' && (
        <Alert kind="info" title={t('changesUnsaved')}>
          {t('changesUnsavedText')}
        </Alert>
      )}
      <Changes from={from} />
    </>
  );
}

function Changes({ from }: { readonly from: string }) {
  const { t } = useTranslation('design');
  const { draft, locale } = useSet();
  const { id, version } = draft.set;
  const { data, error } = useOperation(DesignChangesDocument, { from, to: id, locale }, { version, keep: true });
  const before = useDocumentOf(from);
  const { hash } = useLocation();
  const isReady = data !== undefined && before !== null;
  useEffect(() => {
    if (!isReady || hash === '') return;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, [isReady, hash]);
  if (error) return <DesignError error={error} />;
  if (data === undefined || before === null) return <Loading />;
  const diff = data.questionSetDiff;
  if (!diff) return <NotFoundPage />;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['added', diff.added.map(({ code, section }) => `${code} (${section})`)],
    ['removed', diff.removed.map(({ code, section }) => `${code} (${section})`)],
    ['moved', diff.moved.map(({ code, fromSection, toSection }) => `${code}: ${fromSection} → ${toSection}`)],
    ['broken', diff.brokenUnchanged],
  ];
  const count = { added: diff.added.length, removed: diff.removed.length, changed: diff.changed.length };
  return (
    <>
      <p className="kern-body kern-body--large" role="status">
        {t('changesSummary', { ...count, unchanged: diff.unchanged })}
      </p>
      <section aria-labelledby="changes-changed">
        <h2 className="kern-heading-medium" id="changes-changed">
          {t('list.changed')} ({diff.changed.length})
        </h2>
        {diff.changed.map((change) => (
          <ChangeCard key={change.code} change={change} before={before} from={from} />
        ))}
      </section>
      {lists
        .filter(([, entries]) => entries.length > 0)
        .map(([name, entries]) => (
          <section key={name} aria-labelledby={`changes-${name}`}>
            <h2 className="kern-heading-medium" id={`changes-${name}`}>
              {t(`list.${name}`)} ({entries.length})
            </h2>
            <ul className="design-plain">
              {entries.map((entry) => (
                <li key={entry}>{entry}</li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

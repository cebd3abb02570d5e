import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import type { Settled, Settling } from './settled.js';

/** Shows a page once it is known which figures are asked for, else why there are none. */
export function SettledPage<Of = Settled>({
  settling,
  children,
}: {
  readonly settling: Settling<Of>;
  readonly children: (settled: Of) => ReactNode;
}) {
  const { t } = useTranslation('analyse');
  switch (settling.state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <FailedPage error={settling.error} />;
    case 'settled':
      return children(settling.settled);
    case 'nothing':
      return settling.reason === 'study' || settling.study === null ? (
        <NotFoundPage />
      ) : (
        <Page title={settling.study.title}>
          <p className="kern-body">{t(settling.reason === 'pair' ? 'noPair' : 'noFreeze')}</p>
        </Page>
      );
  }
}

/** A page of its own, with a heading, so that a screen reader lands somewhere. */
export function FailedPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('analyse');
  return (
    <Page title={t('title')}>
      <OperationError error={error} />
    </Page>
  );
}

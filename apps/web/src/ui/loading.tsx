import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="kern-body loading" role="status">
      {t('loading')}
    </p>
  );
}

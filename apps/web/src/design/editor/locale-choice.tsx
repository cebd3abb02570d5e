import { useTranslation } from 'react-i18next';

/** The language that texts are written in, where there are several. */
export function LocaleChoice({
  locales,
  locale,
  onChoose,
}: {
  readonly locales: readonly string[];
  readonly locale: string;
  readonly onChoose: (locale: string) => void;
}) {
  const { t } = useTranslation('design');
  return locales.length < 2 ? null : (
    <div className="segments" role="group" aria-label={t('textLanguage')}>
      {locales.map((one) => (
        <button key={one} type="button" aria-pressed={one === locale} onClick={() => onChoose(one)}>
          {one}
        </button>
      ))}
    </div>
  );
}

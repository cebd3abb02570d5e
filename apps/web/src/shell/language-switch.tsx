import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LANGUAGES, type Language } from '../text/languages.js';
import { changeLanguage } from '../text/texts.js';
import { useLanguage } from '../text/use-language.js';

const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };

/** Each language by its own name; the address is kept in step, so that a link says its language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const current = useLanguage();
  const [search, setSearch] = useSearchParams();
  const choose = async (language: Language) => {
    await changeLanguage(language);
    if (!search.has('lang')) return;
    search.set('lang', language);
    setSearch(search, { replace: true });
  };
  return (
    <div className="segments" role="group" aria-label={t('language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          aria-label={`${language.toUpperCase()}: ${NAMES[language]}`}
          onClick={() => void choose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

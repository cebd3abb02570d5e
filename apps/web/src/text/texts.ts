import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { shellTexts } from '../shell/shell-texts.js';
import { firstLanguage, keepLanguage, type Language } from './languages.js';

/** Starts with the texts of the shell; a workspace adds its own when it is loaded (addTexts). */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(location.search, navigator.languages),
    fallbackLng: 'de',
    defaultNS: 'shell',
    resources: { de: { shell: shellTexts.de }, en: { shell: shellTexts.en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const apply = (language: string) => document.documentElement.setAttribute('lang', language);
  apply(i18next.language);
  i18next.on('languageChanged', apply);
}

/** Texts of a workspace, under a namespace of their own: `useTranslation('respond')`. */
export function addTexts(namespace: string, texts: { readonly de: object; readonly en: object }): void {
  i18next.addResourceBundle('de', namespace, texts.de, true, true);
  i18next.addResourceBundle('en', namespace, texts.en, true, true);
}

export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await i18next.changeLanguage(language);
}

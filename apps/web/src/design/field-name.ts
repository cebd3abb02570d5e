import { useTranslation } from 'react-i18next';
import { designTexts } from './design-texts.js';

/** What comes behind one of these is a code, or a position, whatever it reads like. */
const LISTS: ReadonlySet<string> = new Set([
  ...['sections', 'questions', 'scales', 'modules'],
  ...['levels', 'missing', 'rows', 'columns', 'boxes', 'recode'],
]);
const NAMES: ReadonlySet<string> = new Set(Object.keys(designTexts.de.fieldNames));

/**
 * A field of a draft as people read it.
 * @param path of keys: `['since', 'verdict']`, `['questions', 'housing', 'text', 'de']`
 * @param name of a key in the language of the page
 * @param isPlaced whether entries of lists are named by their position from 0, as in a document; else by their code
 * @returns `Vergleichbarkeit › Urteil`
 */
export function fieldNameOf(path: readonly string[], name: (key: string) => string, isPlaced: boolean): string {
  return path
    .map((key, index) => {
      if (LISTS.has(path[index - 1] ?? '')) return isPlaced && /^\d+$/.test(key) ? String(Number(key) + 1) : key;
      return NAMES.has(key) ? name(key) : key;
    })
    .join(' › ');
}

/** Names of fields in the language of the page: as fieldNameOf has them. */
export function useFieldName(): (path: readonly string[], isPlaced?: boolean) => string {
  const { t } = useTranslation('design');
  return (path, isPlaced = false) => fieldNameOf(path, (key) => t(`fieldNames.${key}`), isPlaced);
}

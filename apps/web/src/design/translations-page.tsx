import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { editorAddress } from './document/places.js';
import { isMissing, localesOf, textsOf, withText, type DocumentText } from './document/texts.js';
import { useFieldName } from './field-name.js';
import { useSet } from './set-context.js';

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Every text in one language beside another. */
export function TranslationsPage() {
  const { t } = useTranslation('design');
  const { session, draft, template, isEditable } = useSet();
  const { document } = draft;
  const fieldName = useFieldName();
  const [added, setAdded] = useState<readonly string[]>([]);
  const locales = localesOf(document, [...template.locales, ...added]);
  const [chosenSource, setSource] = useState<string | null>(null);
  const [chosenTarget, setTarget] = useState<string | null>(null);
  const [isMissingOnly, setMissingOnly] = useState(false);
  const [typed, setTyped] = useState('');
  const source = chosenSource ?? locales[0] ?? 'de';
  const target = chosenTarget ?? locales.find((one) => one !== source) ?? 'en';
  const texts = textsOf(document);
  const missing = texts.filter((text) => isMissing(text, target));
  // What is being translated stays in the list until it is left.
  const [listed, setListed] = useState<ReadonlySet<string> | null>(null);
  const keyOf = ({ place }: DocumentText): string => [place.kind, place.code, ...place.field].join(' ');
  const shown = isMissingOnly
    ? texts.filter((text) => isMissing(text, target) || listed?.has(keyOf(text)) === true)
    : texts;
  const filter = (isOnly: boolean): void => {
    setMissingOnly(isOnly);
    setListed(isOnly ? new Set(missing.map(keyOf)) : null);
  };
  const languages = [...new Set([...locales, source, target])];
  return (
    <>
      <div className="design-pair">
        {(
          [
            ['sourceLanguage', source, setSource],
            ['targetLanguage', target, setTarget],
          ] as const
        ).map(([label, value, choose]) => (
          <SelectField
            key={label}
            label={t(label)}
            value={value}
            onChange={(value) => {
              choose(value);
              setListed(null);
            }}
          >
            {languages.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
        ))}
        {isEditable && (
          <form
            className="design-inline"
            onSubmit={(event) => {
              event.preventDefault();
              if (!LANGUAGE_TAG.test(typed.trim())) return;
              setAdded([...added, typed.trim()]);
              setTarget(typed.trim());
              setTyped('');
            }}
          >
            <Field label={t('addLanguage')} hint={t('addLanguageHint')}>
              {(ids) => (
                <input
                  {...ids}
                  className="kern-form-input__input"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
            <Button small type="submit">
              {t('addLanguageDo')}
            </Button>
          </form>
        )}
      </div>
      <p className="kern-body" role="status">
        {t('missingTexts', { count: missing.length, total: texts.length, locale: target })}
      </p>
      <label className="design-tick">
        <input
          type="checkbox"
          className="kern-form-check__checkbox"
          checked={isMissingOnly}
          onChange={(event) => filter(event.target.checked)}
        />
        <span>{t('missingOnly')}</span>
      </label>
      <ul className="design-texts">
        {shown.map((text) => {
          const { place } = text;
          const name = `${place.code} › ${fieldName(place.field, true)}`;
          return (
            <li
              key={keyOf(text)}
              className={isMissing(text, target) ? 'design-text design-text--missing' : 'design-text'}
            >
              <Link className="kern-link design-text__place" to={editorAddress(draft.set.id, place)}>
                {name}
              </Link>
              <p className="kern-body" lang={source}>
                {text.text[source] ?? <span className="kern-hint">{t('notThere')}</span>}
              </p>
              <textarea
                className="kern-form-input__input design-words-input"
                aria-label={`${name} (${target})`}
                lang={target}
                rows={Math.max(1, Math.ceil((text.text[source] ?? '').length / 45))}
                maxLength={10_000}
                readOnly={!isEditable}
                value={text.text[target] ?? ''}
                onChange={(event) =>
                  session.edit((now) => withText(now, place, target, event.target.value), `${keyOf(text)} ${target}`)
                }
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { placeOf } from '../document/edits.js';
import { fieldId, placeOfPath, type Place } from '../document/places.js';
import { useSet } from '../set-context.js';
import type { PlacedFault } from './inputs.js';
import { Outline } from './outline.js';
import { QuestionForm } from './question-form.js';
import { ScaleForm } from './scale-form.js';
import { SectionForm } from './section-form.js';
import { QuestionPreview } from '../preview/question-preview.js';

export interface Selection {
  readonly kind: Exclude<Place['kind'], 'document'>;
  readonly code: string;
}

/** Outline, form and preview: what is chosen stands in the address. */
export function EditorPage() {
  const { t } = useTranslation('design');
  const { draft, locales, locale, chooseLocale } = useSet();
  const [parameters, setParameters] = useSearchParams();
  const selection = selectionIn(parameters);
  const form = useRef<HTMLDivElement>(null);
  const field = parameters.get('field');
  const choose = (next: Selection | null, focus = true): void => {
    setParameters(next === null ? {} : { [next.kind]: next.code, ...(focus ? { field: 'top' } : {}) }, {
      replace: !focus,
    });
  };
  useFieldFocus(form, selection, field);
  const faults: readonly PlacedFault[] = draft.faults.flatMap((fault) => {
    const place = placeOfPath(draft.document, fault.path);
    return place.kind === selection?.kind && place.code === selection.code ? [{ field: place.field, fault }] : [];
  });
  const place = selection?.kind === 'question' ? placeOf(draft.document, selection.code) : null;
  const section =
    selection?.kind === 'section' ? draft.document.sections.find(({ code }) => code === selection.code) : undefined;
  const scale =
    selection?.kind === 'scale' ? draft.document.scales.find(({ code }) => code === selection.code) : undefined;
  return (
    <div className="design-editor">
      <Outline selection={selection} onChoose={choose} />
      <div className="design-form" ref={form}>
        <LocaleChoice locales={locales} locale={locale} onChoose={chooseLocale} />
        {place !== null && <QuestionForm key={place.question.code} place={place} faults={faults} onChoose={choose} />}
        {section !== undefined && (
          <SectionForm key={section.code} section={section} faults={faults} onChoose={choose} />
        )}
        {scale !== undefined && <ScaleForm key={scale.code} scale={scale} faults={faults} onChoose={choose} />}
        {place === null && section === undefined && scale === undefined && (
          <p className="kern-body">{t(draft.document.sections.length === 0 ? 'emptySet' : 'chooseSomething')}</p>
        )}
      </div>
      {place !== null && (
        <section className="design-aside" aria-labelledby="design-preview">
          <h2 className="kern-title" id="design-preview">
            {t('previewOne')}
          </h2>
          <QuestionPreview document={draft.document} question={place.question} locale={locale} />
        </section>
      )}
    </div>
  );
}

function selectionIn(parameters: URLSearchParams): Selection | null {
  for (const kind of ['question', 'section', 'scale'] as const) {
    const code = parameters.get(kind);
    if (code !== null) return { kind, code };
  }
  return null;
}

/** Goes to the field that the address names; to the nearest one around it where it has no input of its own. */
function useFieldFocus(
  form: React.RefObject<HTMLDivElement | null>,
  selection: Selection | null,
  field: string | null,
): void {
  const kind = selection?.kind;
  const code = selection?.code;
  useEffect(() => {
    if (field === null || kind === undefined) return;
    // After the frame has moved the focus to the new page.
    const frame = requestAnimationFrame(() => {
      if (form.current !== null) focusField(form.current, field);
    });
    return () => cancelAnimationFrame(frame);
  }, [form, kind, code, field]);
}

function focusField(form: HTMLElement, field: string): void {
  const inputs = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const id = fieldId(parts.slice(0, length));
    const found = inputs.find(({ dataset }) => dataset['field'] === id || dataset['field']?.startsWith(`${id}-`));
    if (found === undefined) continue;
    found.closest('details')?.setAttribute('open', '');
    found.focus();
    return;
  }
  form.querySelector<HTMLElement>('h2')?.focus();
}

function LocaleChoice({
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

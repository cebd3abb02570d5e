import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { placeOf } from '../document/edits.js';
import { placeOfPath, type Place } from '../document/places.js';
import { HalfTypedProvider } from '../draft/half-typed.js';
import { useSet } from '../set-context.js';
import { LazyPreview } from './lazy-preview.js';
import { LocaleChoice } from './locale-choice.js';
import type { PlacedFault } from './inputs.js';
import { Outline } from './outline.js';
import { QuestionForm } from './question-form.js';
import { ScaleForm } from './scale-form.js';
import { SectionForm } from './section-form.js';
import { useFieldFocus } from './use-field-focus.js';

export interface Selection {
  readonly kind: Exclude<Place['kind'], 'document'>;
  readonly code: string;
}

/** Outline, form and preview: what is chosen stands in the address. */
export function EditorPage() {
  const { t } = useTranslation('design');
  const { session, draft, locales, locale, chooseLocale } = useSet();
  const [parameters, setParameters] = useSearchParams();
  const selection = selectionIn(parameters);
  const form = useRef<HTMLDivElement>(null);
  const field = parameters.get('field');
  const choose = (next: Selection | null, focus = true): void => {
    setParameters(next === null ? {} : { [next.kind]: next.code, ...(focus ? { field: 'top' } : {}) }, {
      replace: !focus,
    });
  };
  useFieldFocus(form, selection === null ? null : `${selection.kind} ${selection.code}`, field);
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
        <HalfTypedProvider
          value={{
            of: `${selection?.kind ?? ''} ${selection?.code ?? ''}`,
            typed: draft.typed,
            type: session.type,
          }}
        >
          {place !== null && <QuestionForm key={place.question.code} place={place} faults={faults} onChoose={choose} />}
          {section !== undefined && (
            <SectionForm key={section.code} section={section} faults={faults} onChoose={choose} />
          )}
          {scale !== undefined && <ScaleForm key={scale.code} scale={scale} faults={faults} onChoose={choose} />}
        </HalfTypedProvider>
        {place === null && section === undefined && scale === undefined && (
          <p className="kern-body">{t(draft.document.sections.length === 0 ? 'emptySet' : 'chooseSomething')}</p>
        )}
      </div>
      {place !== null && (
        <section className="design-aside" aria-labelledby="design-preview">
          <h2 className="kern-title" id="design-preview">
            {t('previewOne')}
          </h2>
          <LazyPreview document={draft.document} question={place.question} locale={locale} />
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

import { useEffect, type RefObject } from 'react';
import { fieldId } from '../document/places.js';

/**
 * Goes to the field that the address names; to the nearest one around it where it has no input of its own.
 * @param shown names what the form is of; null = nothing
 */
export function useFieldFocus(form: RefObject<HTMLElement | null>, shown: string | null, field: string | null): void {
  useEffect(() => {
    if (field === null || shown === null) return;
    // After the frame has moved the focus to the new page.
    const frame = requestAnimationFrame(() => {
      if (form.current !== null) focusField(form.current, field);
    });
    return () => cancelAnimationFrame(frame);
  }, [form, shown, field]);
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

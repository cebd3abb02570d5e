import type { QuestionSetFault } from '@reflexbogen/client/design';
import { useEffect, useState, type ReactNode } from 'react';
import { Field } from '../../ui/field.js';
import { fieldId } from '../document/places.js';
import { useFaultText } from '../fault-text.js';

interface InputOf<Value> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Keys within the section, question or scale. */
  readonly field: readonly (string | number)[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** All of the thing; those of this field are shown. */
  readonly faults: readonly PlacedFault[];
  readonly isReadOnly: boolean;
}

/** A fault of a section, question or scale, by its field within it. */
export interface PlacedFault {
  readonly field: readonly string[];
  readonly fault: QuestionSetFault;
}

/** Faults of a field: of itself, of what lies within it, and of what it is a language of. */
const faultsOf = (faults: readonly PlacedFault[], field: readonly (string | number)[]): readonly QuestionSetFault[] => {
  const own = field.join('.');
  return faults
    .filter(({ field: at }) => {
      const place = at.join('.');
      return (
        place === own ||
        place.startsWith(`${own}.`) ||
        (place !== '' && LANGUAGE_OF.test(own.slice(place.length)) && own.startsWith(`${place}.`))
      );
    })
    .map(({ fault }) => fault);
};
const LANGUAGE_OF = /^\.[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

function useFieldError(faults: readonly PlacedFault[], field: readonly (string | number)[]): string | null {
  const say = useFaultText();
  const own = faultsOf(faults, field);
  return own.length === 0 ? null : own.map(say).join(' ');
}

/** A line or a few of text; grows with what is written. */
export function WordsInput({
  label,
  hint,
  field,
  value,
  onChange,
  faults,
  isReadOnly,
  lines = 1,
  lang,
}: InputOf<string> & { readonly lines?: number; readonly lang?: string }) {
  const error = useFieldError(faults, field);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          data-field={fieldId(field)}
          className="kern-form-input__input design-words-input"
          rows={Math.max(lines, value.split('\n').length, Math.ceil(value.length / 70))}
          maxLength={10_000}
          lang={lang}
          readOnly={isReadOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A rule or another text of one line, as it is typed. */
export function LineInput({
  label,
  hint,
  field,
  value,
  onChange,
  faults,
  isReadOnly,
  isCode = false,
}: InputOf<string> & { readonly isCode?: boolean }) {
  const error = useFieldError(faults, field);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          data-field={fieldId(field)}
          className={isCode ? 'kern-form-input__input design-code-input' : 'kern-form-input__input'}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={!isCode}
          readOnly={isReadOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A code: taken over when the field is left, since everything else is known by it. */
export function CodeInput({ value, onChange, ...rest }: InputOf<string>) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const take = (): void => {
    const code = typed.trim();
    if (code === '' || code === value) setTyped(value);
    else onChange(code);
  };
  return (
    <div
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(value);
      }}
    >
      <LineInput {...rest} isCode value={typed} onChange={setTyped} />
    </div>
  );
}

export function ChoiceInput<Value extends string>({
  label,
  hint,
  field,
  value,
  options,
  onChange,
  faults,
  isReadOnly,
}: InputOf<Value> & { readonly options: readonly (readonly [Value, string])[] }) {
  const error = useFieldError(faults, field);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="kern-form-input__select-wrapper">
          <select
            {...ids}
            data-field={fieldId(field)}
            className="kern-form-input__select"
            disabled={isReadOnly}
            value={value}
            onChange={({ target }) => {
              const chosen = options.find(([one]) => one === target.value);
              if (chosen !== undefined) onChange(chosen[0]);
            }}
          >
            {options.map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

export function TickInput({ label, value, onChange, isReadOnly, field }: Omit<InputOf<boolean>, 'faults' | 'hint'>) {
  return (
    <label className="design-tick">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        data-field={fieldId(field)}
        checked={value}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** A number as it is written in German or English; undefined for nothing. */
export function FigureInput({ label, hint, field, value, onChange, faults, isReadOnly }: InputOf<number | undefined>) {
  const shown = value === undefined ? '' : String(value);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped((before) => (figureOf(before) === value ? before : shown)), [value, shown]);
  return (
    <LineInput
      label={label}
      hint={hint}
      field={field}
      faults={faults}
      isReadOnly={isReadOnly}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const figure = figureOf(text);
        if (figure !== null) onChange(figure);
      }}
    />
  );
}

const figureOf = (text: string): number | undefined | null => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[-+]?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
};

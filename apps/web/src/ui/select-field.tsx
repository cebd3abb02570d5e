import type { ReactNode } from 'react';
import { Field } from './field.js';

/** A labelled choice of one among few. @param children its options */
export function SelectField({
  label,
  hint,
  value,
  onChange,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <div className="kern-form-input__select-wrapper">
          <select
            {...ids}
            className="kern-form-input__select"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          >
            {children}
          </select>
        </div>
      )}
    </Field>
  );
}

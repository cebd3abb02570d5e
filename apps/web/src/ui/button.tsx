import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly kind?: 'primary' | 'secondary' | 'tertiary';
  readonly small?: boolean;
  /** Name of a KERN icon, as `add` for `kern-icon--add`. */
  readonly icon?: string;
  readonly children: ReactNode;
}

export function Button({ kind = 'secondary', small = false, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={['kern-btn', `kern-btn--${kind}`, small && 'kern-btn--x-small', className].filter(Boolean).join(' ')}
    >
      {icon !== undefined && <span className={`kern-icon kern-icon--${icon}`} aria-hidden="true" />}
      {children !== '' && <span className="kern-label">{children}</span>}
    </button>
  );
}

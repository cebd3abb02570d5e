import type { ReactNode } from 'react';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';

/** KERN's notice. Problems are read out at once, everything else when the reader pauses. */
export function Alert({
  kind,
  title,
  children,
}: {
  readonly kind: AlertKind;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`kern-alert kern-alert--${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${kind}`} aria-hidden="true" />
        <span className="kern-title">{title}</span>
      </div>
      {children !== undefined && (
        <div className="kern-alert__body">
          <div className="kern-body">{children}</div>
        </div>
      )}
    </div>
  );
}

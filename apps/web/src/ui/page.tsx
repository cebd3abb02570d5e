import { useEffect, type ReactNode } from 'react';

/** A page: its title is the heading and the name of the browser's tab. @param wide takes the whole width, for tables and charts */
export function Page({
  title,
  intro,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Reflexbogen`;
  }, [title]);
  return (
    <div className={wide ? 'page page--wide' : 'page'}>
      <h1 className="kern-heading-large">{title}</h1>
      {intro !== undefined && <p className="kern-body kern-body--large">{intro}</p>}
      {children}
    </div>
  );
}

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import type { Chart } from './charts.js';
import { csvText, pngBlob, save, svgText, xlsxBlob, type Table } from './download.js';

/** The query that gives the figure, ready to be asked elsewhere. */
export interface QueryBehind {
  readonly document: { toString(): string };
  readonly variables: object;
}

interface FigureProps {
  /** Part of the names of files. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly chart: Chart;
  readonly table: Table;
  readonly query: QueryBehind;
  readonly legend?: readonly { readonly label: string; readonly colour: string }[];
  readonly children?: ReactNode;
}

/** A picture with its caption, the same as a table, its downloads, and the query behind it. */
export function Figure({ name, title, caption, chart, table, query, legend, children }: FigureProps) {
  const { t } = useTranslation('analyse');
  const frame = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useDrawn(frame, chart);
  const picture = (): string => {
    const svg = frame.current?.querySelector('svg');
    if (!svg) throw new Error('there is no picture');
    return svgText(svg, title);
  };
  const attempt = (act: () => Promise<void> | void) => () => {
    setError(null);
    Promise.resolve().then(act).catch(setError);
  };
  const formats: readonly (readonly [string, () => Promise<void> | void])[] = [
    ['SVG', () => save(new Blob([picture()], { type: 'image/svg+xml' }), `${name}.svg`)],
    ['PNG', async () => save(await pngBlob(picture()), `${name}.png`)],
    ['CSV', () => save(new Blob([csvText(table)], { type: 'text/csv' }), `${name}.csv`)],
    ['XLSX', async () => save(await xlsxBlob(table), `${name}.xlsx`)],
  ];
  return (
    <figure className="analyse-figure">
      <figcaption>
        <h2 className="kern-heading-medium">{title}</h2>
        <p className="kern-body">{caption}</p>
      </figcaption>
      {legend && (
        <ul className="analyse-legend">
          {legend.map(({ label, colour }) => (
            <li key={label}>
              <svg width="16" height="16" aria-hidden="true">
                <rect width="16" height="16" fill={colour} stroke="#5b6472" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <div ref={frame} className="analyse-picture" />
      {children}
      <details className="analyse-table">
        <summary>{t('table')}</summary>
        <DataTable title={title} table={table} />
      </details>
      <div className="analyse-tools">
        <span>{t('download')}</span>
        {formats.map(([format, act]) => (
          <Button key={format} small kind="tertiary" aria-label={`${format}: ${title}`} onClick={attempt(act)}>
            {format}
          </Button>
        ))}
        <Button small kind="tertiary" aria-label={`${t('query')}: ${title}`} onClick={() => setAsking(true)}>
          {t('query')}
        </Button>
      </div>
      {error instanceof Error && <p role="alert">{error.message}</p>}
      {isAsking && <QueryDialog query={query} onClose={() => setAsking(false)} />}
    </figure>
  );
}

function useDrawn(frame: React.RefObject<HTMLDivElement | null>, chart: Chart): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let width = 0;
    const draw = (): void => {
      const now = Math.floor(element.clientWidth);
      if (now === width || now === 0) return;
      width = now;
      element.replaceChildren(chart(now));
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, chart]);
}

export function DataTable({ title, table }: { readonly title: string; readonly table: Table }) {
  return (
    <div className="analyse-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="kern-table kern-table--small">
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            {table.head.map((text) => (
              <th key={text} scope="col" className="kern-table__header">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {table.rows.map((row, index) => (
            <tr key={index} className="kern-table__row">
              {row.map((value, column) =>
                column === 0 ? (
                  <th key={column} scope="row" className="kern-table__header">
                    {value}
                  </th>
                ) : (
                  <td
                    key={column}
                    className={typeof value === 'number' ? 'kern-table__cell analyse-number' : 'kern-table__cell'}
                  >
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueryDialog({ query, onClose }: { readonly query: QueryBehind; readonly onClose: () => void }) {
  const { t } = useTranslation('analyse');
  const [copied, setCopied] = useState(false);
  const variables = JSON.stringify(query.variables, null, 2);
  const text = `${query.document.toString().trim()}\n\n# ${t('variables')}\n# ${variables.replaceAll('\n', '\n# ')}\n`;
  return (
    <Dialog
      title={t('queryTitle')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? t('copied') : t('copy')}
        </Button>
      }
    >
      <pre className="analyse-query" tabIndex={0}>
        {text}
      </pre>
    </Dialog>
  );
}

import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { saveBlob } from '../service/save-blob.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import type { ChartModel } from './charts/chart-model.js';
import { legendOf } from './charts/palette.js';
import { DataTable } from './data-table.js';
import { csvText, pngBlob, svgText, xlsxBlob, type Surroundings } from './download.js';
import type { FigureModel } from './figures/figure-model.js';
import { queryText, type QueryBehind } from './query-text.js';

export interface FigureContext {
  /** Beginning of the names of files: study and rounds. */
  readonly name: string;
  /** Study, state, and what the study says of its answers. */
  readonly source: string;
  readonly query: QueryBehind;
  /** Address of the page without anchor, as a link shows it again. */
  readonly address: string;
}

interface FigureProps {
  readonly figure: FigureModel;
  readonly context: FigureContext;
  /** Report: the table is open from the start. */
  readonly isTableOpen?: boolean;
  readonly children?: ReactNode;
}

/** A picture with its sentence and footnotes, the same as a table, its downloads, its link, and the query behind it. */
export function Figure({ figure, context, isTableOpen = false, children }: FigureProps) {
  const { t } = useTranslation('analyse');
  const { id, title, sentence, caption, notes, chart, table } = figure;
  const frame = useRef<HTMLDivElement>(null);
  const heading = useId();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fullTitle = `${title}: ${sentence}`;
  useDrawn({ frame, chart, label: fullTitle, anchor: id, onError: setError });
  const legend = useMemo(() => legendOf(chart), [chart]);
  const address = `${context.address}#${encodeURIComponent(id)}`;
  const surroundings = (): Surroundings => ({
    source: context.source,
    address: new URL(address, location.origin).href,
    query: queryText(context.query),
  });
  const picture = (): string => {
    const svg = frame.current?.querySelector('svg');
    if (!svg) throw new Error(t('noPicture'));
    return svgText(svg, figure, surroundings());
  };
  const attempt = (act: () => Promise<void> | void) => () => {
    setError(null);
    Promise.resolve().then(act).catch(setError);
  };
  const file = `${context.name}-${id.replaceAll(/[^\w.-]+/g, '-')}`;
  const formats: readonly (readonly [string, () => Promise<void> | void])[] = [
    ['SVG', () => saveBlob(new Blob([picture()], { type: 'image/svg+xml' }), `${file}.svg`)],
    ['PNG', async () => saveBlob(await pngBlob(picture()), `${file}.png`)],
    ['CSV', () => saveBlob(new Blob([csvText(table)], { type: 'text/csv' }), `${file}.csv`)],
    [
      'XLSX',
      async () =>
        saveBlob(await xlsxBlob(figure, surroundings(), { table: t('tableSheet'), notes: t('notes') }), `${file}.xlsx`),
    ],
  ];
  return (
    <figure className="analyse-figure" id={id} aria-labelledby={heading}>
      <figcaption>
        <h2 className="kern-heading-medium" id={heading}>
          {title}
        </h2>
        <p className="kern-body analyse-sentence">{sentence}</p>
        <p className="kern-body kern-body--small">{caption}</p>
      </figcaption>
      {legend.length > 0 && (
        <ul className="analyse-legend">
          {legend.map(({ label, fill }) => (
            <li key={label}>
              <svg width="16" height="16" aria-hidden="true">
                <rect width="16" height="16" fill={fill} stroke="#5b6472" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <div ref={frame} className="analyse-picture" />
      {children}
      <Notes notes={notes} source={context.source} />
      <details className="analyse-table" open={isTableOpen}>
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
        <a className="kern-link analyse-link" href={address} aria-label={`${t('link')}: ${title}`}>
          {t('link')}
        </a>
      </div>
      {error instanceof Error && (
        <p role="alert" className="kern-body">
          {t('pictureFailed')} {error.message}
        </p>
      )}
      {isAsking && <QueryDialog query={context.query} onClose={() => setAsking(false)} />}
    </figure>
  );
}

/** Footnotes, and where the figures come from: what a study says of synthetic answers stands below every picture. */
function Notes({ notes, source }: { readonly notes: readonly string[]; readonly source: string }) {
  const { t } = useTranslation('analyse');
  return (
    <ul className="analyse-notes" aria-label={t('notes')}>
      {[...notes, source].map((note) => (
        <li key={note} className="kern-body kern-body--small">
          {note}
        </li>
      ))}
    </ul>
  );
}

let loading: Promise<typeof import('./charts/draw.js')> | null = null;

/** One load for all pictures of a page: they are then drawn from top to bottom, and an anchor stays where it was scrolled to. */
function chartLibrary(): Promise<typeof import('./charts/draw.js')> {
  loading ??= import('./charts/draw.js').catch((error: unknown) => {
    // A lost line is no reason never to try again.
    loading = null;
    throw error;
  });
  return loading;
}

/** Loads the chart library with the first picture, and draws anew when chart or width change. */
function useDrawn({
  frame,
  chart,
  label,
  anchor,
  onError,
}: {
  readonly frame: React.RefObject<HTMLDivElement | null>;
  readonly chart: ChartModel;
  readonly label: string;
  readonly anchor: string;
  readonly onError: (error: unknown) => void;
}): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let isGone = false;
    let observer: ResizeObserver | null = null;
    const start = async (): Promise<void> => {
      const { drawingOf } = await chartLibrary();
      if (isGone) return;
      const draw = drawingOf(chart, label);
      let width = 0;
      const redraw = (): void => {
        const now = Math.floor(element.clientWidth);
        if (now === width || now === 0) return;
        const isFirst = width === 0;
        width = now;
        element.replaceChildren(draw(now));
        if (isFirst && location.hash === `#${encodeURIComponent(anchor)}`) element.parentElement?.scrollIntoView();
      };
      redraw();
      observer = new ResizeObserver(redraw);
      observer.observe(element);
    };
    start().catch(onError);
    return () => {
      isGone = true;
      observer?.disconnect();
    };
  }, [frame, chart, label, anchor, onError]);
}

function QueryDialog({ query, onClose }: { readonly query: QueryBehind; readonly onClose: () => void }) {
  const { t } = useTranslation('analyse');
  const [state, setState] = useState<'copied' | 'refused' | null>(null);
  const text = queryText(query);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      // A browser may forbid it; the text can be selected by hand.
      () => setState('refused'),
    );
  };
  return (
    <Dialog
      title={t('queryTitle')}
      onClose={onClose}
      actions={
        <>
          <span role="status">{state !== null && t(state)}</span>
          <Button kind="primary" onClick={copy}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <pre className="analyse-query" tabIndex={0} role="region" aria-label={t('query')}>
        {text}
      </pre>
    </Dialog>
  );
}

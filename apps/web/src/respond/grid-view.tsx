import type { AnswerValueInput } from '@reflexbogen/client';
import type { SheetSession } from '@reflexbogen/client/sheet';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Comment } from './comment.js';
import { questionId } from './focus.js';
import type { AskedCell, AskedGrid } from './grids.js';
import { ClearAnswer, PreviousAnswer } from './question-acts.js';
import { SavingState } from './saving-state.js';
import { useAsked } from './use-asked.js';
import { usePart } from './use-sheet.js';

interface GridProps {
  readonly session: SheetSession;
  readonly grid: AskedGrid;
  readonly isReadOnly: boolean;
}

interface Answer {
  readonly key: string;
  readonly label: string;
  readonly value: AnswerValueInput;
  /** Not offered any more: shown where it is the answer. */
  readonly archived: boolean;
}

/**
 * A grid as a table: a row for each question, a column for each answer, a radio button where they meet. The arrow keys move
 * within a question, as everywhere; each button says row, column and answer.
 */
export function GridView({ session, grid, isReadOnly }: GridProps) {
  const { t } = useTranslation('respond');
  const id = useId();
  const chosen = usePart(session, ({ answers }) =>
    grid.rows
      .flatMap(({ cells }) => cells.map(({ asked }) => keyOf(answers.get(asked.question.code)?.value ?? null)))
      .join(' '),
  ).split(' ');
  const answers = answersOf(grid).filter(({ archived, key }) => !archived || chosen.includes(key));
  const isSingle = grid.rows.every(({ cells }) => cells.length === 1);
  return (
    <div className="respond-question" role="group" aria-labelledby={`${id}-text`}>
      <h3 className="kern-title" id={`${id}-text`}>
        {grid.text}
      </h3>
      {grid.help && <p className="kern-hint">{grid.help}</p>}
      <div className="respond-scroll" role="region" aria-labelledby={`${id}-text`} tabIndex={0}>
        <table className="respond-grid">
          <caption className="kern-sr-only">{grid.text}</caption>
          <thead>
            <tr>
              <td />
              {answers.map(({ key, label }) => (
                <th key={key} scope="col" id={`${id}-${key}`}>
                  {label}
                </th>
              ))}
              <th scope="col">
                <span className="kern-sr-only">{t('gridState')}</span>
              </th>
            </tr>
          </thead>
          {grid.rows.map((row) => (
            <tbody key={row.code}>
              {!isSingle && (
                <tr>
                  <th
                    scope="rowgroup"
                    colSpan={answers.length + 2}
                    className="respond-grid__row"
                    id={`${id}-${row.code}`}
                  >
                    {row.text}
                  </th>
                </tr>
              )}
              {row.cells.map((cell) => (
                <Fragment key={cell.column}>
                  <CellRow
                    session={session}
                    cell={cell}
                    heading={isSingle ? row.text : cell.text}
                    answers={answers}
                    idOf={(key) => `${id}-${key}`}
                    rowId={isSingle ? null : `${id}-${row.code}`}
                    isReadOnly={isReadOnly}
                  />
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}

function CellRow({
  session,
  cell: { asked },
  heading,
  answers,
  idOf,
  rowId,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly cell: AskedCell;
  readonly heading: string;
  readonly answers: readonly Answer[];
  /** Id of the heading of an answer. */
  readonly idOf: (key: string) => string;
  /** Id of the heading of the grid's row; null where it is this row's own. */
  readonly rowId: string | null;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const id = useId();
  const { question, previous } = asked;
  const { value, isRequired, unmet } = useAsked(session, asked);
  const chosen = keyOf(value);
  const described = [previous && `${id}-previous`, unmet && `${id}-unmet`, `${id}-state`].filter(Boolean).join(' ');
  return (
    <tr id={questionId(question.code)} tabIndex={-1}>
      <th scope="row" id={`${id}-text`}>
        {heading}
        {isRequired && <span className="respond-required"> ({t('required')})</span>}
      </th>
      {answers.map(({ key, value: answer }) => (
        <td key={key} className="respond-grid__cell">
          <label>
            <input
              type="radio"
              className="kern-form-check__radio"
              name={question.code}
              aria-labelledby={[rowId, `${id}-text`, idOf(key)].filter(Boolean).join(' ')}
              aria-describedby={described}
              checked={chosen === key}
              disabled={isReadOnly}
              onChange={() => session.change(question.code, answer)}
            />
          </label>
        </td>
      ))}
      <td className="respond-grid__state">
        <PreviousAnswer session={session} asked={asked} isReadOnly={isReadOnly} id={`${id}-previous`} />
        {unmet && (
          <p className="kern-error" id={`${id}-unmet`}>
            <span className="kern-icon kern-icon--warning" aria-hidden="true" />
            <span className="kern-body">{unmet}</span>
          </p>
        )}
        <SavingState session={session} asked={asked} isReadOnly={isReadOnly} id={`${id}-state`} />
        <div className="respond-foot">
          <ClearAnswer session={session} asked={asked} isReadOnly={isReadOnly} />
          <Comment session={session} asked={asked} isReadOnly={isReadOnly} />
        </div>
      </td>
    </tr>
  );
}

/** The answers of a grid: its cells share one scale. */
function answersOf({ rows }: AskedGrid): readonly Answer[] {
  const scale = rows[0]?.cells[0]?.asked.question.scale;
  return [
    ...(scale?.levels ?? []).map(({ code, label, archived }) => ({
      key: `level-${code}`,
      label,
      value: { level: code },
      archived,
    })),
    ...(scale?.missing ?? []).map(({ code, label }) => ({
      key: `missing-${code}`,
      label,
      value: { missing: code },
      archived: false,
    })),
  ];
}

/** Codes have no spaces. */
const keyOf = (value: AnswerValueInput | null): string =>
  value === null
    ? ''
    : value.level != null
      ? `level-${value.level}`
      : value.missing != null
        ? `missing-${value.missing}`
        : '';

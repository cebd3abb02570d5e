import type { SheetSession } from '@reflexbogen/client/sheet';
import { useId } from 'react';
import type { AskedGrid } from './grids.js';
import { QuestionView } from './question-view.js';

/**
 * A grid where there is no room for a table: its wording once, each row's once, below it a question for each column. What is
 * seen as a heading names the group of radio buttons, so that each is heard with its row.
 */
export function GridStack({
  session,
  grid: { text, help, rows },
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly grid: AskedGrid;
  readonly isReadOnly: boolean;
}) {
  const id = useId();
  const isSingle = rows.every(({ cells }) => cells.length === 1);
  return (
    <div className="respond-question" role="group" aria-labelledby={id}>
      <h3 className="kern-title" id={id}>
        {text}
      </h3>
      {help && <p className="kern-hint">{help}</p>}
      {rows.map((row) => {
        const rowId = `${id}-${row.code}`;
        const cells = row.cells.map(({ asked, text: column }) => (
          <QuestionView
            key={asked.question.code}
            session={session}
            asked={asked}
            isReadOnly={isReadOnly}
            Heading={isSingle ? 'h4' : 'h5'}
            heading={isSingle ? row.text : column}
            below={isSingle ? undefined : rowId}
          />
        ));
        return isSingle ? (
          cells
        ) : (
          <div key={row.code} className="respond-row" role="group" aria-labelledby={rowId}>
            <h4 className="kern-title" id={rowId}>
              {row.text}
            </h4>
            {cells}
          </div>
        );
      })}
    </div>
  );
}

import type { Table } from './figures/figure-model.js';

/** A table that scrolls sideways by itself where it is wider than the page, by keyboard too. */
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

import { chartTable } from "../../lib/view/chart/chart-table.ts";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { viewHref, viewSet } from "../../lib/view/chart/view-state.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";
import styles from "./chart-table.module.css";

interface Props {
  path: string;
  view: ViewState;
  charts: ChartModel[];
  caption: string;
}

/** The same points as the charts show, one row a session or bar; every head sorts. */
export function ChartTable({ path, view, charts, caption }: Props) {
  const { columns, rows } = chartTable(charts, view.sort);
  const head = (column: string, label: string, when: string) => {
    const current = view.sort?.column === column ? view.sort : column === "day" && view.sort === null ? { column, descending: false } : null;
    const descending = current !== null && !current.descending;
    const sort = column === "day" && !descending ? null : { column, descending };
    return (
      <th key={column} scope="col" aria-sort={current === null ? undefined : current.descending ? "descending" : "ascending"} className={when}>
        <a href={viewHref(path, view, { sort })} data-view={`sort:${column}`} data-set={viewSet({ sort })}>
          {label}
          <span aria-hidden="true">{current === null ? "" : current.descending ? " ▾" : " ▴"}</span>
        </a>
      </th>
    );
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head("day", charts[0]?.stops[0]?.time === undefined ? "Session" : "Bar ends", styles.stop ?? "")}
            {columns.map(({ id, label }) => head(id, label, styles.number ?? ""))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ offset, stop, cells }) => (
            <tr key={offset} className={offset === 0 && charts[0]?.stops[0]?.time === undefined ? styles.event : undefined}>
              <th scope="row" className={styles.stop}>
                {stop}
              </th>
              {cells.map((cell, i) => (
                <td key={columns[i]?.id} className={styles.number}>
                  {cell === null ? "—" : cell.text}
                  {cell !== null && cell.elsewhere !== null && <span className={styles.elsewhere}>{cell.elsewhere}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

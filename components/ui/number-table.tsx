import Link from "next/link";
import { methodHref } from "../../lib/view/words/method-anchor.ts";
import type { Cell, NumberTable as Model } from "../../lib/view/words/number-table.ts";
import { VerdictChip } from "./verdict-chip.tsx";
import styles from "./number-table.module.css";

/** Statistics in full; the head of every column leads to the paragraph that explains it. */
export function NumberTable({ model }: { model: Model }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {model.caption} <span className={styles.cue}>Scroll it for all columns →</span>
      </figcaption>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={model.caption}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {model.columns.map(({ label, to }, i) => (
                <th key={i} scope="col">
                  {to === null ? (
                    label
                  ) : (
                    <Link href={methodHref(to)} prefetch={false}>
                      {label}
                    </Link>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.rows.map((row) => (
              <tr key={row.id} className={row.under === true ? styles.under : undefined}>
                <th scope="row">{row.under === true ? <span className="unseen">{row.name}</span> : row.name}</th>
                {row.why === undefined ? (
                  row.cells.map((cell, i) => (
                    <td key={i}>
                      <CellText cell={cell} />
                    </td>
                  ))
                ) : (
                  <td colSpan={model.columns.length} className={styles.why}>
                    <span>{row.why}</span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function CellText({ cell }: { cell: Cell }) {
  return typeof cell === "string" ? <>{cell}</> : <VerdictChip judged={cell.judged} />;
}

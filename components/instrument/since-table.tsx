import type { SinceTable as Table } from "../../lib/view/instrument/since-table.ts";
import styles from "./since-table.module.css";

/** Every part has its place and its size whatever it says: a renewed price moves nothing on the page. */
export function SinceTable({ table }: { table: Table }) {
  return (
    <>
      <p className={styles.latest}>{table.latest}</p>
      <table className={styles.table}>
        <caption className={styles.caption}>
          From each base of the article to that price. “Minus” is the plain difference to {table.benchmark}, in points.
        </caption>
        <thead>
          <tr>
            <th scope="col">Since</th>
            <th scope="col" className={styles.number}>
              Move
            </th>
            <th scope="col" className={styles.number}>
              minus {table.benchmark}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles.base}>
                {row.label}
                {row.until !== null && <span className={styles.until}>{row.until}</span>}
              </th>
              <td className={`${styles.number} ${styles.move}`}>{row.move}</td>
              <td className={styles.number}>{row.excess}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.notes}>
        {table.notes.map((note, i) => (
          <li key={i}>{note}</li>
        ))}
      </ul>
    </>
  );
}

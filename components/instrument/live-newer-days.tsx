"use client";

import { formatCount, formatDay, formatMove } from "../../lib/view/words/format.ts";
import { useLivePrices } from "./use-live-prices.ts";
import styles from "./live-newer-days.module.css";

export interface LiveNewerDaysProps {
  symbol: string;
  /** The base day of every change. */
  base: string;
  /** The snapshot's last day. */
  last: string;
}

const SHOWN = 5;

/** The newest sessions Yahoo has beyond the snapshot, as changes since the base close. */
export function LiveNewerDays({ symbol, base, last }: LiveNewerDaysProps) {
  const { prices } = useLivePrices(symbol, base);
  if (prices === null) return null;
  const newer = prices.days.flatMap((day, i) => (day > last ? [{ day, change: prices.change[i] ?? null }] : []));
  if (newer.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>
        {formatCount(newer.length, "session")} newer than the snapshot, from Yahoo: change since the close of {formatDay(base)}
        {newer.length > SHOWN ? `; the last ${SHOWN}` : ""}
      </caption>
      <tbody>
        {newer.slice(-SHOWN).map(({ day, change }) => (
          <tr key={day}>
            <th scope="row">{formatDay(day, "full")}</th>
            <td>{change === null ? "no price" : formatMove(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

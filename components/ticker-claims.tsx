import Link from "next/link";
import type { TickerClaim } from "../lib/view/ticker-claims.ts";
import { SaidMark } from "./mark.tsx";
import styles from "./ticker-claims.module.css";

/** The claims about one instrument, numbered as on its chart. */
export function TickerClaims({ claims, title }: { claims: TickerClaim[]; title: string }) {
  if (claims.length === 0) {
    return <p className={styles.none}>No claim of “{title}” names it. It is here as a benchmark, a proxy’s member or a backer.</p>;
  }
  return (
    <ol className={styles.list}>
      {claims.map(({ number, claim, speaker, grade, direction, reason, through, href }) => (
        <li key={`${claim.id}-${through ?? ""}`} className={styles.row}>
          <span className={styles.number}>{number}</span>
          <div>
            <Link href={href} prefetch={false} className={styles.wording}>
              {claim.wording}
            </Link>
            <p className={styles.meta}>
              {speaker.name}, {claim.locator} · {through === null ? grade : `through ${through}`} ·{" "}
              <SaidMark direction={direction} /> {direction === null ? "no direction" : `said ${direction}`}
            </p>
            <p className={styles.meta}>{reason}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

import Link from "next/link";
import type { Claim } from "../../lib/domain/article/article.ts";
import type { InstrumentReport } from "../../lib/domain/report/report.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { saidText } from "../../lib/view/words/labels.ts";
import styles from "./link-reasons.module.css";

/** Why each instrument stands beside the claim, and how firm the link is. */
export function LinkReasons({ claim, instruments }: { claim: Claim; instruments: Record<string, InstrumentReport> }) {
  return (
    <dl className={styles.list}>
      {claim.exposures.map((exposure) => (
        <div key={exposure.symbol} className={styles.row}>
          <dt>
            <Link href={tickerHref(exposure.symbol)} prefetch={false}>
              {exposure.symbol}
            </Link>{" "}
            <span className={styles.soft}>{instruments[exposure.symbol]?.instrument.name}</span>
          </dt>
          <dd>
            <span className={styles.soft}>{saidText(exposure)}.</span> {exposure.reason}
          </dd>
        </div>
      ))}
    </dl>
  );
}

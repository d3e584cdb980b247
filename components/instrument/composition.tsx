import Link from "next/link";
import type { Composition as CompositionOf, Proxy } from "../../lib/domain/market/instruments.ts";
import type { InstrumentReport } from "../../lib/domain/report/report.ts";
import { formatDay, formatMove } from "../../lib/view/words/format.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { memberRows } from "../../lib/view/instrument/member-rows.ts";
import { standInPlot } from "../../lib/view/instrument/stand-in-plot.ts";
import styles from "./composition.module.css";
import { MemberList } from "./member-list.tsx";
import { StandInPlot } from "./stand-in-plot.tsx";
import { WeightChoice } from "./weight-choice.tsx";

interface Props {
  report: InstrumentReport;
  instruments: Record<string, InstrumentReport>;
}

/** What stands behind a basket or a group: members, weights, reasons, and what others reported. */
export function Composition({ report, instruments }: Props) {
  const { composition } = report;
  if (composition === null) return null;
  const plot = standInPlot(report, instruments);
  if (composition.kind === "group") {
    return (
      <section className={styles.block} aria-labelledby="composition">
        <h2 id="composition" className={styles.heading}>
          What is in it
        </h2>
        <p className={styles.lead}>{composition.reason}</p>
        {plot !== null && <StandInPlot model={plot} title="The portfolio and its members" />}
        <WeightChoice weightings={composition.weightings} />
        <MemberList rows={memberRows(composition.members, instruments)} weight={composition.members[0]?.weight ?? 0} />
        {composition.apart.map(({ symbol, reason }) => (
          <p key={symbol} className={styles.note}>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>{" "}
            stands apart: {reason}
          </p>
        ))}
      </section>
    );
  }
  return (
    <section className={styles.block} aria-labelledby="composition">
      <h2 id="composition" className={styles.heading}>
        No public quote: what stands in for it
      </h2>
      <Knowledge composition={composition} />
      {plot !== null && <StandInPlot model={plot} title={plot.references.length > 0 ? "Stand-ins beside the reported figure" : "The stand-ins"} />}
      <Reported composition={composition} />
      <WeightChoice weightings={composition.weightings} />
      <div className={styles.proxies}>
        {composition.proxies.map((proxy) => (
          <ProxyBlock key={proxy.id} proxy={proxy} instruments={instruments} />
        ))}
      </div>
    </section>
  );
}

type Basket = Extract<CompositionOf, { kind: "basket" }>;

/** What is said in public, what is not, and what is ours: three things a reader must be able to tell apart. */
function Knowledge({ composition }: { composition: Basket }) {
  const { publisher, known, inferred } = composition;
  return (
    <dl className={styles.knowledge}>
      <div>
        <dt>Publicly said</dt>
        <dd>{known}</dd>
      </div>
      <div>
        <dt>Not known</dt>
        <dd>Its members, weights and levels are private to {publisher}. How near any stand-in comes is not known either: one day’s move cannot tell.</dd>
      </div>
      <div>
        <dt>Our inference</dt>
        <dd>
          {inferred} The stand-ins were chosen by theme in November 2026, when the day’s moves were public; nothing was fitted, and none of them is the basket.
        </dd>
      </div>
    </dl>
  );
}

function Reported({ composition: { reported, publisher } }: { composition: Basket }) {
  if (reported.length === 0) {
    return <p className={styles.note}>No reference line: {publisher} has published no move of this basket that we could find.</p>;
  }
  return (
    <ul className={styles.note}>
      {reported.map((move) => (
        <li key={move.day}>
          Reported by {move.publisher} for {formatDay(move.day)}: <strong>{formatMove(move.move, 1)}</strong>{" "}
          <span className={styles.soft}>
            ({move.url === null ? move.document : <a href={move.url}>{move.document}</a>}). A reference, never part of a computation.
          </span>
        </li>
      ))}
    </ul>
  );
}

function ProxyBlock({ proxy, instruments }: { proxy: Proxy; instruments: Props["instruments"] }) {
  return (
    <section className={proxy.kind === "list" ? styles.wide : styles.proxy}>
      <h3 className={styles.name}>
        {proxy.name} <span className={styles.soft}>{proxy.role === "shown" ? "shown, not judged" : "judged"}</span>
      </h3>
      <p className={styles.note}>{proxy.reason}</p>
      {proxy.note !== undefined && <p className={styles.note}>{proxy.note}</p>}
      {proxy.kind === "list" ? (
        <MemberList rows={memberRows(proxy.members, instruments)} weight={proxy.members[0]?.weight ?? 0} />
      ) : (
        proxy.members.map(({ symbol, reason }) => (
          <p key={symbol} className={styles.note}>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>
            : {reason}
          </p>
        ))
      )}
    </section>
  );
}

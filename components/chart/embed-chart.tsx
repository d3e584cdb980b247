import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import { chartTitle, sourcesOf } from "../../lib/view/chart/chart-words.ts";
import { buildChartView } from "../../lib/view/chart/chart-view.ts";
import { formatDay } from "../../lib/view/words/format.ts";
import { viewHref } from "../../lib/view/chart/view-state.ts";
import type { ChartInput } from "./chart-section.tsx";
import styles from "./embed-chart.module.css";
import { EmbedHeight } from "./embed-height.tsx";
import { LineChart } from "./line-chart.tsx";
import { InteractiveChart } from "./interactive-chart.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";

export type EmbedTheme = "light" | "dark" | "auto";

interface Props {
  chart: ChartInput;
  theme: EmbedTheme;
  /** Of a claim. */
  verdict: ArticleVerdicts["claims"][string] | null;
  /** A claim in our words and whose it is, where the page is about one. */
  said: { wording: string; who: string } | null;
}

/** A view’s chart by itself, for a page of somebody else’s: what it shows, where from, and the way back. */
export function EmbedChart({ chart, theme, verdict, said }: Props) {
  const { subject, view, held, problems } = chart;
  const seen = buildChartView(subject, view, held);
  const { charts, apart, baseLabel } = seen;
  const height = apart ? 120 : 320;
  // Claims’ numbers stay on the page, where their list is.
  const unmarked = charts.map((one) => ({ ...one, markers: [] }));
  const { origins, asOf } = sourcesOf(seen);
  return (
    <main id="main" className={`${styles.page} ${styles[theme] ?? ""}`}>
      <figure>
        <figcaption className={styles.head}>
          {said !== null && <p className={styles.note}>{said.who}, in our words</p>}
          <h1 className={styles.title}>{said?.wording ?? chartTitle(subject, seen)}</h1>
          {verdict !== null && (
            <p>
              <VerdictChips verdict={verdict} plain />
            </p>
          )}
          <p className={styles.note}>
            <strong>{baseLabel}.</strong> {charts[0]?.publication == null ? "" : "The dotted line is the publication."}
          </p>
          {[...problems, ...seen.problems].map(({ parameter, value, instead }) => (
            <p key={`${parameter} ${value}`} role="note" className={styles.note}>
              The address asks for {parameter} “{value}”: {instead}.
            </p>
          ))}
        </figcaption>
        {charts.length === 0 ? (
          <p className={styles.note}>There is nothing to draw here. {seen.missing.map(({ id, why }) => `${id}: ${why}`).join(" ")}</p>
        ) : (
          <InteractiveChart
            title={subject.title}
            charts={unmarked}
            height={height}
            drawings={unmarked.map((one) => (
              <LineChart key={one.lines[0]?.id} model={one} height={height} small={apart} />
            ))}
          />
        )}
      </figure>
      <p className={styles.foot}>
        <a href={viewHref(subject.path, view)} target="_blank" rel="noopener" className={styles.back}>
          Claimtape: open this view
        </a>
        {origins.length > 0 && (
          <span>
            Source: {origins.join("; ")}. Snapshot of {asOf.map((day) => formatDay(day)).join(" to ")}.
          </span>
        )}
      </p>
      <EmbedHeight />
    </main>
  );
}

import type { Line } from "../../lib/domain/report/line.ts";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { strokeName } from "../../lib/view/chart/chart-geometry.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { withLine } from "../../lib/view/chart/view-choices.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";
import { viewHref } from "../../lib/view/chart/view-state.ts";
import styles from "./line-chips.module.css";
import { LineSearch } from "./line-search.tsx";
import { HiddenViewInputs } from "./view-controls.tsx";

interface Props {
  subject: ChartSubject;
  view: ViewState;
  drawn: { line: Line; role: string }[];
  charts: ChartModel[];
  /** Ids that were asked for and could not be drawn: they can be taken off all the same. */
  missing: { id: string; why: string }[];
  partly: { id: string; why: string }[];
}

/** What is drawn, each to be taken off, and a box to add another. */
export function LineChips({ subject, view, drawn, charts, missing, partly }: Props) {
  const lines = new Map(charts.flatMap((chart) => chart.lines).map((line) => [line.id, line]));
  const faint = drawn.filter(({ role }) => role === "faint").length;
  return (
    <div className={styles.lines}>
      <ul className={styles.chips} aria-label="What is drawn">
        {drawn
          .filter(({ role }) => role !== "faint")
          .map(({ line: { id, symbol, shortName, label } }) => {
            const drawnLine = lines.get(id);
            return (
              <li key={id} className={styles.chip}>
                <svg width="18" height="8" aria-hidden="true" className={styles.swatch}>
                  <line
                    x1="0"
                    x2="18"
                    y1="4"
                    y2="4"
                    className={drawnLine === undefined ? undefined : styles[charts.length > 1 ? "tone0" : strokeName(drawnLine)]}
                  />
                </svg>
                <a href={tickerHref(symbol)}>{label}</a> <span className={styles.name}>{shortName === label ? "" : shortName}</span>
                <a href={withLine(subject, view, id, false)} data-view={`off:${id}`} className={styles.off} aria-label={`Take ${shortName} off the chart`}>
                  ×
                </a>
              </li>
            );
          })}
        {faint > 0 && <li className={styles.chip}>faint: its {faint} members</li>}
        {missing.length > 0 && <li className={styles.missing}>Not drawn: {missing.map(({ id, why }) => `${id} (${why.replace(/\.$/, "")})`).join("; ")}</li>}
        {partly.length > 0 && <li className={styles.missing}>Held in part: {partly.map(({ id, why }) => `${id} (${why})`).join("; ")}</li>}
      </ul>
      <form method="get" action={subject.path} data-view="add:form" className={styles.form} role="search" aria-label="Add to the chart">
        <HiddenViewInputs view={view} without={["add"]} />
        <LineSearch article={subject.article} />
        <button type="submit" data-view="add:go">
          Add
        </button>
        {(view.lines !== null || view.claim !== null) && (
          <a href={viewHref(subject.path, view, { lines: null, claim: null })} data-view="lines:own" className={styles.back}>
            {subject.own.length === 0 ? "Clear all" : "Back to this page’s own lines"}
          </a>
        )}
      </form>
    </div>
  );
}

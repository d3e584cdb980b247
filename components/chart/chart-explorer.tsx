import type { ReactNode } from "react";
import type { Edition } from "../../lib/domain/edition.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { chartTitle, liveNote, sourceText } from "../../lib/view/chart/chart-words.ts";
import type { ChartView } from "../../lib/view/chart/chart-view.ts";
import { isMinutes } from "../../lib/view/chart/view-constraints.ts";
import { layoutChoices, viewChoices } from "../../lib/view/chart/view-choices.ts";
import type { ViewProblem } from "../../lib/view/chart/view-state.ts";
import { viewHref } from "../../lib/view/chart/view-state.ts";
import styles from "./chart-explorer.module.css";
import { ChartFiles } from "./chart-files.tsx";
import { ChartTable } from "./chart-table.tsx";
import { LineChart } from "./line-chart.tsx";
import { LineChips } from "./line-chips.tsx";
import { MarkerList } from "./marker-list.tsx";
import { InteractiveChart } from "./interactive-chart.tsx";
import { ViewControls } from "./view-controls.tsx";

interface Props {
  subject: ChartSubject;
  seen: ChartView;
  /** What of the address could not be used. */
  problems: ViewProblem[];
  days: { first: string; last: string };
  edition: Edition;
  /** Given by the browser, which draws rows only once they are asked for, and keeps open what was open. */
  opened?: { table: boolean; rows: boolean; days: boolean; toggleTable: (open: boolean) => void };
}

const TOGETHER = 320;
const APART = 120;

/**
 * A chart with everything that changes it, drawn from a view. The server draws it for the view in the
 * address; the browser draws the same component again when a reader changes the view.
 */
export function ChartExplorer({ subject, seen, problems, days, edition, opened }: Props) {
  const { view, charts, apart, drawn, missing, partly, baseLabel } = seen;
  const lines = drawn.map(({ line }) => line);
  const count = drawn.filter(({ role }) => role !== "faint").length;
  const groups = [...viewChoices(subject, view, lines), ...(count > 1 ? [layoutChoices(subject, view, apart, count)] : [])];
  const [first] = charts;
  const height = apart ? APART : TOGETHER;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h2 className={styles.title}>{chartTitle(subject, seen)}</h2>
        <p className={styles.note}>
          <strong className={styles.base}>{baseLabel}.</strong> {first?.publication == null ? "" : "The dotted line is the publication."}
          {isMinutes(view) &&
            " Closes of 5-minute bars, hours outside the session shaded; highs and lows are left out, since single prints there can be wrong, and the closing auction falls outside the bars."}
        </p>
      </figcaption>
      <ViewControls path={subject.path} view={view} groups={groups} days={days} daysOpen={opened?.days ?? false} />
      {problems.map(({ parameter, value, instead }) => (
        <p key={`${parameter} ${value}`} role="note" className={styles.problem}>
          The address asks for {parameter} “{value}”: {instead}.
        </p>
      ))}
      {first === undefined ? (
        <Nothing>
          {drawn.length === 0 && missing.length === 0
            ? "Nothing is drawn yet. Add an instrument, a basket or a benchmark below."
            : "Nothing here can be drawn this way; the reasons are below."}
        </Nothing>
      ) : (
        <InteractiveChart
          key={apart ? "apart" : "together"}
          title={apart ? subject.title : first.title}
          charts={charts}
          height={height}
          drawings={charts.map((chart) => (
            <LineChart key={chart.lines[0]?.id} model={chart} height={height} small={apart} />
          ))}
        />
      )}
      {first !== undefined && subject.markers === null && !apart && first.markers.length > 0 && (
        <MarkerList markers={first.markers} subject={subject} view={view} />
      )}
      <LineChips subject={subject} view={view} drawn={drawn} charts={charts} missing={missing} partly={partly} />
      {first !== undefined && (
        <details
          className={styles.table}
          data-kept="table"
          open={opened?.table ?? view.sort !== null}
          onToggle={opened === undefined ? undefined : (event) => opened.toggleTable(event.currentTarget.open)}
        >
          <summary>Table of what the chart shows</summary>
          {opened?.rows !== false && (
            <ChartTable
              path={subject.path}
              view={view}
              charts={charts}
              caption={[`${first.title}. ${baseLabel}.`, liveNote(seen)].filter((part) => part !== "").join(" ")}
            />
          )}
        </details>
      )}
      {first !== undefined && <ChartFiles subject={subject} seen={seen} edition={edition} />}
      <Sources seen={seen} edition={edition} href={viewHref(subject.path, view)} />
    </figure>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className={styles.nothing}>{children}</p>;
}

/** Where the lines come from; and on paper, the address of the view. */
function Sources({ seen, edition, href }: { seen: ChartView; edition: Edition; href: string }) {
  const source = sourceText(seen, edition.method);
  if (source === "") return null;
  return (
    <p className={styles.source}>
      {source} <a href="/changes">What changed</a>
      <span className={styles.address}> Address of this view: {href}</span>
    </p>
  );
}

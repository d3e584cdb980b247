import type { Edition } from "../../lib/domain/edition.ts";
import type { Line } from "../../lib/domain/report/line.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import { describeView } from "../../lib/view/chart/chart-words.ts";
import { buildChartView } from "../../lib/view/chart/chart-view.ts";
import type { ViewProblem, ViewState } from "../../lib/view/chart/view-state.ts";
import { reachesEnd } from "../../lib/view/chart/live-line.ts";
import { ChartExplorer } from "./chart-explorer.tsx";
import { Explorer } from "./explorer.tsx";

/** What an address asks of a chart, and what there is to draw it from. */
export interface ChartInput {
  subject: ChartSubject;
  view: ViewState;
  problems: ViewProblem[];
  /** The query the view was read from. */
  query: string;
  held: Record<string, Line | Absence>;
  days: { first: string; last: string };
  edition: Edition;
}

/** A chart for the view in the address, ready to be explored. */
export function ChartSection({ subject, view, problems, query, held, days, edition }: ChartInput) {
  const seen = buildChartView(subject, view, held);
  return (
    <Explorer
      key={subject.path}
      subject={subject}
      days={days}
      edition={edition}
      query={query}
      described={describeView(seen)}
      reachesEnd={reachesEnd(seen, problems, days.last)}
    >
      <ChartExplorer subject={subject} seen={seen} problems={[...problems, ...seen.problems]} days={days} edition={edition} />
    </Explorer>
  );
}

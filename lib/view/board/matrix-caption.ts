import type { ImpactReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { baseLabels } from "../words/base-labels.ts";
import { eventMove } from "../words/event-move.ts";
import { marketEventDay } from "../../domain/report/market-event-day.ts";
import { formatDay, formatList, formatMove } from "../words/format.ts";

/** How to read the matrix, with what the market as a whole did on the day. */
export function matrixCaption(report: ImpactReport): string {
  const event = marketEventDay(report);
  const market = report.benchmarks.flatMap((symbol) => {
    const instrument = report.instruments[symbol];
    const came = instrument === undefined ? null : eventMove(instrument);
    return came?.kind === "one" ? [`${symbol} ${formatMove(came.move)}`] : [];
  });
  const to = isAbsent(event) ? "" : ` to ${formatDay(event.eventDay, "weekday")}’s`;
  return (
    `Claims down, instruments across. ▽ ▼17 reads: said to fall, fell 17 percent, from ${baseLabels(event).choice.close}${to}. ` +
    `The market that day: ${formatList(market)}. A group stands for its members; a basket without a quote shows the span of its stand-ins.`
  );
}

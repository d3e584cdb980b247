import type { ChartModel } from "../chart/chart-model.ts";
import { chartTable } from "../chart/chart-table.ts";
import type { Scale } from "../chart/measure.ts";
import type { ViewState } from "../chart/view-state.ts";

/** What the charts show as a long table: a row for every session, or bar, and line. */
export interface TidyTable {
  /** By name, what the column holds. */
  columns: [name: string, meaning: string][];
  rows: (string | number | null)[][];
}

/** The points of the table on the page, in its order, unrounded; where a line has no point there is no row. */
export function tidyTable(charts: ChartModel[], sort: ViewState["sort"]): TidyTable {
  const [first] = charts;
  if (first === undefined) return { columns: [], rows: [] };
  const minutes = first.stops[0]?.time !== undefined;
  const { columns, rows } = chartTable(charts, sort);
  const unit = unitOf(first.scale);
  const drawn = charts.flatMap(({ lines }) => lines);
  const names = new Map(drawn.map(({ id, name }) => [id, name]));
  const live = new Map(drawn.map(({ id, liveFrom }) => [id, minutes ? null : (liveFrom ?? null)]));
  const sourceOf = (id: string, day: string) => ((live.get(id) ?? null) !== null && day >= (live.get(id) ?? "") ? "yahoo" : "snapshot");
  return {
    columns: [
      minutes ? ["bar", "place of the 5-minute bar, from 0"] : ["session", "sessions from the event day, which is 0"],
      ["day", "day of the session where the line trades, YYYY-MM-DD"],
      ...(minutes ? [["time", "end of the bar, HH:MM where the first line trades"] satisfies [string, string]] : []),
      ["line", "id of the line"],
      ["name", "name of the line"],
      ["measure", "what the value is: see “measure” in the metadata"],
      ["unit", unitMeaning(first.scale)],
      ["value", "the value as drawn; the page shows it rounded"],
      ["source", "snapshot, or yahoo for a session that came from there after it"],
    ],
    rows: rows.flatMap(({ offset, time, cells }) =>
      cells.flatMap((cell, i) => {
        const id = columns[i]?.id ?? "";
        return cell === null
          ? []
          : [[offset, cell.day, ...(minutes ? [time] : []), id, names.get(id) ?? id, first.scale.measure, unit, cell.value, sourceOf(id, cell.day)]];
      }),
    ),
  };
}

/** "fraction", "points" or the currency. */
export function unitOf({ measure, currency }: Scale): string {
  if (measure === "price") return currency ?? "points";
  return measure === "index" ? "points" : "fraction";
}

function unitMeaning(scale: Scale): string {
  return { fraction: "a fraction: −0.1697 is −16.97 %", points: "points: of an index, or 100 at the base" }[unitOf(scale)] ?? "currency of the price";
}

import type { Line } from "../../domain/report/line.ts";
import type { Day, SeriesStatus } from "../../domain/market/series.ts";
import { failureWords } from "../words/failure-words.ts";
import { formatCount, formatDay, formatList, formatUtc } from "../words/format.ts";
import { splitText } from "../words/split-words.ts";
import type { Measure } from "./view-state.ts";

/** A line as far as a drawing shows it. */
export interface ShownLine {
  line: Pick<Line, "id" | "label" | "days" | "live">;
  /** The last day drawn. */
  last: Day;
}

/**
 * What stands under a drawing of its live part: since when each line is live and when Yahoo was asked;
 * where it differs; and why a line ends with the snapshot. Empty where nothing was asked, and of what a
 * range does not reach.
 */
export function liveText(shown: ShownLine[], measure: Measure): string {
  return [liveFrom(shown), measure === "price" ? splitSince(shown) : "", differing(shown), withoutNewer(shown)].filter((part) => part !== "").join(" ");
}

/** "From 18 May 2026 live from Yahoo Finance (PEG from 19 February 2026), asked 30 November 2026, 14:20 UTC." */
function liveFrom(shown: ShownLine[]): string {
  const live = shown.flatMap(({ line, last }) =>
    line.live?.from != null && line.live.from <= last ? [{ label: line.label, from: line.live.from, live: line.live }] : [],
  );
  const froms = [...new Set(live.map(({ from }) => from))].toSorted();
  if (froms.length === 0) return "";
  const asked = live.flatMap((one) => answersOf(one.live.statuses)).toSorted()[0];
  const all = live.length === shown.length;
  const when = froms.map((from) => {
    const labels = live.filter((one) => one.from === from).map(({ label }) => label);
    return `from ${formatDay(from)}${froms.length === 1 && all ? "" : ` (${formatList(labels)})`}`;
  });
  return `Live from Yahoo Finance ${formatList(when)}${asked === undefined ? "" : `, asked ${formatUtc(asked)}`}.`;
}

/** After a split the newer prices are on another scale and cannot be drawn beside the older ones. */
function splitSince(shown: ShownLine[]): string {
  return shown.flatMap(({ line }) => splitText(line.id, line.live?.statuses[line.id]) ?? []).join(" ");
}

/** The snapshot's figure stands on a day on which the vendor says another: told, since a reader may have seen the other. */
function differing(shown: ShownLine[]): string {
  const days = new Map<string, Day[]>();
  for (const { line } of shown) {
    for (const [symbol, status] of Object.entries(line.live?.statuses ?? {})) if (status.kind === "yahoo-differs") days.set(symbol, status.days);
  }
  if (days.size === 0) return "";
  const named = [...days].map(
    ([symbol, list]) => `${symbol} on ${formatDay(list[0] ?? "")}${list.length > 1 ? ` and ${formatCount(list.length - 1, "other day")}` : ""}`,
  );
  return `Yahoo says otherwise of ${formatList(named)}; the snapshot’s figures are shown.`;
}

/** Lines drawn to their last day, whose newer sessions could not be had. */
function withoutNewer(shown: ShownLine[]): string {
  const why = new Map<string, string>();
  for (const { line, last } of shown) {
    if (line.live === null || last !== line.days.at(-1)) continue;
    for (const [symbol, status] of Object.entries(line.live.statuses)) if (status.kind === "yahoo-unreachable") why.set(symbol, failureWords[status.reason]);
  }
  const reasons = [...new Set(why.values())];
  const said = reasons.map((reason) => `Yahoo ${reason} (${shortList([...why].flatMap(([symbol, one]) => (one === reason ? [symbol] : [])))})`);
  return said.length === 0 ? "" : `No newer sessions: ${said.join("; ")}.`;
}

function shortList(names: string[]): string {
  return names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} others` : formatList(names);
}

/** When a vendor gave what stands behind a line. */
export function answersOf(statuses: Record<string, SeriesStatus>): string[] {
  return Object.values(statuses).flatMap((status) => ("cached" in status ? [status.asOf] : []));
}

import type { EventDay } from "../../domain/market/event-day.ts";
import type { Absence, SeriesStatus } from "../../domain/market/series.ts";
import type { LatestPoint, SinceRow } from "../../domain/report/since-article.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { baseLabels } from "../words/base-labels.ts";
import { describeAge, describeStatus } from "./describe-status.ts";
import { barePoints, formatCount, formatDay, formatInstant, formatList, formatMove, formatPrice } from "../words/format.ts";
import type { SinceAnswer } from "../../domain/report/since-answer.ts";
import { splitText } from "../words/split-words.ts";

/** What does not change while a page is open. */
export interface SinceFrame {
  /** Its name in addresses: the bases are its own. */
  article: string;
  symbol: string;
  /** The currency in which the level is a price; null for a plain number. */
  currency: string | null;
  benchmark: string;
  timeZone: string;
  eventDay: EventDay;
}

/** "Since the article", ready to be drawn: every text whole, so that a renewed one takes the place of the one before. */
export interface SinceTable {
  latest: string;
  benchmark: string;
  rows: { key: string; label: string; move: string; excess: string; until: string | null }[];
  /** Always three, so that what changes in one moves nothing. The last: what is missing, and why a number is. */
  notes: [source: string, market: string, missing: string];
}

/** The table from the answer of our API, or from the snapshot's rows before there is one. `nowMs` by the reader's clock. */
export function sinceTable(rows: SinceRow[], frame: SinceFrame, answer: SinceAnswer | null, snapshotAsOf: string | null, nowMs: number): SinceTable {
  const labels = baseLabels(frame.eventDay);
  const several = new Set(rows.map(({ id }) => id)).size > 1;
  // Each reason once: three rows often lack the same thing.
  const whys = [...new Set(rows.flatMap((row) => whyOf(row) ?? []))].join(" ");
  return {
    latest: latestOf(rows, frame),
    benchmark: frame.benchmark,
    rows: rows.map((row) => ({
      key: `${row.id} ${row.base}`,
      label: several ? `${row.id}, ${labels.choice[row.base]}` : labels.choice[row.base],
      move: isAbsent(row.move) ? "—" : formatMove(row.move),
      excess: isAbsent(row.excess) ? "—" : barePoints(row.excess),
      until: several && !isAbsent(row.latest) ? `to ${formatDay(row.latest.day)}` : null,
    })),
    notes:
      answer === null
        ? [snapshotAsOf === null ? "" : `Snapshot of ${formatDay(snapshotAsOf)}.`, "", whys]
        : [
            sourceOf(answer, nowMs),
            marketOf(answer),
            [splitText(answer.symbol, answer.statuses[answer.symbol]) ?? "", missingOf(answer), whys].filter((part) => part !== "").join(" "),
          ],
  };
}

function latestOf(rows: SinceRow[], { currency, timeZone }: SinceFrame): string {
  const points = rows.flatMap(({ latest }) => (isAbsent(latest) ? [] : [latest]));
  const [newest] = points.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (newest === undefined) return "No price since.";
  return `${priceOf(newest, currency)}${newest.at === null ? `${newest.price === null ? "Close" : "close"} of ${formatDay(newest.day, "full")}` : `${formatDay(newest.day, "full")}, ${formatInstant(newest.at, timeZone)}, session running`}`;
}

function priceOf({ price }: LatestPoint, currency: string | null): string {
  return price === null ? "" : `${formatPrice(price, currency)}, `;
}

/** Absences of a move before those of its excess: where nothing moved nothing can exceed. */
function whyOf({ move, excess }: SinceRow): string | null {
  return [move, excess].find((one): one is Absence => isAbsent(one))?.why ?? null;
}

/** The instrument's own series; of several, how many are live. */
function sourceOf({ symbol, statuses }: SinceAnswer, nowMs: number): string {
  const own = statuses[symbol];
  if (own !== undefined) return `${symbol}${isLive(own) ? `, asked ${describeAge(own.asOf, nowMs)}` : ""}: ${describeStatus(own, nowMs)}.`;
  const all = Object.values(statuses);
  const live = all.filter(isLive);
  if (live.length === 0) return `None of the ${formatCount(all.length, "series", "series")} is live.`;
  const oldest = live.map(({ asOf }) => asOf).toSorted()[0] ?? "";
  const asked = `asked ${describeAge(oldest, nowMs)}`;
  return live.length === all.length
    ? `All ${formatCount(all.length, "series", "series")}, ${asked}: Yahoo, live.`
    : `${live.length} of ${all.length} series, ${asked}: Yahoo, live.`;
}

/** Series that are not live, by name: a number made of several is as old as the oldest. */
function missingOf({ symbol, statuses }: SinceAnswer): string {
  const cached = named(statuses, (name, status) => name !== symbol && !isLive(status) && "cached" in status);
  const snapshot = named(statuses, (name, status) => name !== symbol && !("cached" in status));
  const awaited = named(statuses, (name, status) => name !== symbol && isAwaited(status));
  const parts = [
    awaited.length > 0 ? `Without the last session’s figures: ${shortList(awaited)}.` : "",
    cached.length > 0 ? `Cached: ${shortList(cached)}.` : "",
    snapshot.length > 0 ? `From the snapshot: ${shortList(snapshot)}.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function named(statuses: Record<string, SeriesStatus>, is: (name: string, status: SeriesStatus) => boolean): string[] {
  return Object.entries(statuses).flatMap(([name, status]) => (is(name, status) ? [name] : []));
}

function shortList(names: string[]): string {
  return names.length > 8 ? `${names.slice(0, 7).join(", ")} and ${formatCount(names.length - 7, "other")}` : formatList(names);
}

function marketOf({ market }: SinceAnswer): string {
  if (market === null) return "";
  const { phase, next, timeZone, why, listed } = market;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(next));
  if (phase === "open") return `Market open until ${formatInstant(next, timeZone)}${why === null ? "" : `, early for ${why}`}.`;
  return `Market closed${why === null ? "" : ` for ${why}`} until ${formatDay(day, "short")}, ${formatInstant(next, timeZone)}${listed ? "" : ", unless a holiday"}.`;
}

function isLive(status: SeriesStatus): boolean {
  return "cached" in status && (status.cached === null || isAwaited(status));
}

/** As new as Yahoo has it, which is not all there should be. */
function isAwaited(status: SeriesStatus): boolean {
  return "cached" in status && status.cached?.reason === "awaited";
}

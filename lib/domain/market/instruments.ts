import type { TradingCalendar } from "./trading-calendar.ts";

/**
 * Instruments: everything a claim can be about. An instrument has one code, its `symbol`,
 * used in every file, URL and report. Whether it has a price is a separate question.
 */

/** An exchange’s code, as data/instruments.json lists it. */
export type ExchangeId = string;

/** Where an instrument trades. Session hours are wall-clock times in the exchange's own time zone. */
export interface Exchange {
  id: ExchangeId;
  name: string;
  /** IANA time zone. */
  timeZone: string;
  /** `HH:MM` */
  open: string;
  /** `HH:MM` */
  close: string;
  /**
   * The instrument whose days in the data define this exchange's sessions: a day on which it
   * traded is a session. New York uses SPY; Tokyo and Hong Kong use the one instrument we hold.
   */
  sessionsOf: string;
  /** Holidays and early closes as the exchange has published them, where a list is held. */
  calendar?: TradingCalendar | undefined;
}

export type InstrumentKind = "equity" | "etf" | "index" | "basket" | "group" | "private";

/** What a level in the price files means. */
export type LevelKind =
  /** `close` is the price printed that day. */
  | "market"
  /** `close` was divided by a split that came later; returns are right, the level is not the one printed. */
  | "split-adjusted"
  /** only dividend-adjusted closes exist; the level must never be shown as a market price. */
  | "adjusted-only";

interface ListedBacker {
  symbol: string;
  reason: string;
}

export interface Instrument {
  symbol: string;
  name: string;
  /** How a sentence or a narrow column calls it: "Nvidia", "Power Up America". */
  shortName: string;
  kind: InstrumentKind;
  /** The vendor's symbol, and its time zone where it dates rows in another than the exchange's; or why there is none. */
  yahoo: { symbol: string; timeZone?: string } | { none: string };
  exchange: ExchangeId | null;
  /** ISO 4217, or null where nothing is quoted. */
  currency: string | null;
  levels: LevelKind;
  /** One or two plain sentences: what it is and why it is here. */
  about: string;
  /** `true` for SPY and RSP, the two market benchmarks of every study. */
  benchmark?: boolean;
  /** `true` for an index of expected volatility: its change is no return, and nothing is set against a market. */
  volatilityIndex?: boolean;
  /** A split after the event, already applied to `close`: "5:1". */
  laterSplit?: string;
  /** For private companies: who is listed and holds a stake. */
  backers?: ListedBacker[];
}

/** A member of a group or of a proxy list. Weights are fractions, all equal: what is computed is their equal-weight portfolio. */
export interface Member {
  symbol: string;
  weight: number;
  reason: string;
}

/** A listed stand-in for a basket that has no public quote: one fund, or a list of ours. */
export interface Proxy {
  /** Unique: the fund's symbol, or `<BASKET>-LIST`. */
  id: string;
  name: string;
  kind: "fund" | "list";
  /** One member with weight 1 for a fund. */
  members: Member[];
  /** Why it was chosen: by theme; nothing was fitted. */
  reason: string;
  /** `judged` proxies give a word each; `shown` ones stand beside, with the reason why they are not judged. */
  role: "judged" | "shown";
  note?: string;
}

/** A way to weigh the members of a list or group: equal is what is computed; another says what is missing for it. */
export type Weighting = { id: "equal" } | { id: "capitalisation"; missing: string };

/** A figure somebody published about a basket. Never enters a computation. */
export interface ReportedMove {
  day: string;
  /** Fraction: −0.137 for −13.7 %. */
  move: number;
  publisher: string;
  document: string;
  url: string | null;
}

/**
 * What stands behind an instrument of kind `basket` or `group`.
 * A basket's members are private, so it is shown and judged through disclosed proxies.
 * A group's members are public, so it is their equal-weight portfolio.
 */
export type Composition =
  | {
      symbol: string;
      kind: "basket";
      publisher: string;
      /** What is publicly said of it. */
      known: string;
      /** What we conclude from that, and nobody has said. */
      inferred: string;
      weightings: Weighting[];
      proxies: Proxy[];
      reported: ReportedMove[];
    }
  | {
      symbol: string;
      kind: "group";
      weightings: Weighting[];
      members: Member[];
      /** Listed elsewhere, so shown apart and never inside the portfolio, with the reason. */
      apart: { symbol: string; reason: string }[];
      reason: string;
    };

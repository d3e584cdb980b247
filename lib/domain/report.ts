import type { Article } from "./article.ts";
import type { EventDay } from "./event-day.ts";
import type { Composition, ExchangeId, Instrument, LevelKind } from "./instruments.ts";
import type { Moves, Path } from "./moves.ts";
import type { Absence, Day, Instant } from "./series.ts";

/** Where an instrument's numbers come from. */
export interface Provenance {
  source: "snapshot" | "yahoo";
  asOf: Day | Instant;
  origin: string;
  levels: LevelKind;
  first: Day;
  last: Day;
}

/** One stand-in of a basket, or one member of a group. */
export interface PartReport {
  /** A proxy's id or a member's symbol. */
  id: string;
  name: string;
  role: "judged" | "shown" | "member" | "apart";
  reason: string;
  note?: string;
  /** Symbols behind it: one for a fund or member, many for a list. */
  symbols: string[];
  moves: Moves | Absence;
  path: Path | Absence;
}

/** Everything a screen needs about one instrument, before any judgement. */
export interface InstrumentReport {
  instrument: Instrument;
  composition: Composition | null;
  eventDay: EventDay | Absence;
  /** For a group: its portfolio. For a basket: absent (`no-public-quote`); see `parts`. */
  moves: Moves | Absence;
  path: Path | Absence;
  parts: PartReport[];
  /** Null for what has no series of its own; a group or list lists its members' in `parts`. */
  provenance: Provenance | null;
  /** Ids of the claims that name it, in article order. */
  claims: string[];
}

/** What has to be loaded for an article: pure data, made by `planReport`. */
export interface ReportPlan {
  slug: string;
  /** Symbols with a series of their own, benchmarks and constituents included, sorted. */
  symbols: string[];
  intraday: string[];
  benchmarks: string[];
  from: Day;
  to: Day;
}

/** The whole article beside the whole tape. JSON-safe: it is also what the API sends. */
export interface ImpactReport {
  article: Article;
  benchmarks: string[];
  /** One per exchange that an exposed instrument trades on; New York first. */
  eventDays: Record<ExchangeId, EventDay | Absence>;
  /** By symbol: every instrument of data/instruments.json. */
  instruments: Record<string, InstrumentReport>;
}

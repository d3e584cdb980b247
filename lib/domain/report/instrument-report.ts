import type { Article } from "../article/article.ts";
import type { EventDay } from "../market/event-day.ts";
import type { Composition, Instrument, LevelKind, Proxy } from "../market/instruments.ts";
import type { Moves, Path } from "../moves/moves.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, Instant, PriceSeries } from "../market/series.ts";
import { trackOf, trackOfPortfolio } from "../moves/market-data.ts";
import type { MarketData, Track } from "../moves/market-data.ts";

/** Where an instrument's numbers come from. */
export interface Provenance {
  source: "snapshot" | "yahoo";
  asOf: Day | Instant;
  origin: string;
  levels: LevelKind;
  /** First and last day in use; the source may go back further. */
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
  /** Claims about a group or basket it is part of, and not about itself, in article order. */
  claimsThroughGroup: { claim: string; group: string }[];
  /** Groups it belongs to and basket proxies it is, or is in: `part` is the id among that one's parts. */
  memberOf: { symbol: string; part: string }[];
}

interface Facts {
  article: Article;
  instruments: Record<string, Instrument>;
  compositions: Record<string, Composition>;
}

/** One instrument beside the tape: its moves or why there are none, what stands behind it, who spoke of it. */
export function instrumentReport(instrument: Instrument, facts: Facts, data: MarketData): InstrumentReport {
  const { symbol } = instrument;
  const composition = facts.compositions[symbol] ?? null;
  const parts = composition === null ? [] : partReports(composition, facts.instruments, data);
  const series = data.series[symbol];
  const memberOf = membershipsOf(symbol, facts.compositions);
  return {
    instrument,
    composition,
    ...compact(ownTrack(instrument, composition, data)),
    parts,
    provenance: series === undefined ? null : provenanceOf(series),
    claims: facts.article.claims.filter((claim) => claim.exposures.some((e) => e.symbol === symbol)).map(({ id }) => id),
    claimsThroughGroup: claimsThrough(symbol, memberOf, facts.article),
    memberOf,
  };
}

function ownTrack(instrument: Instrument, composition: Composition | null, data: MarketData): Track {
  if (composition?.kind === "group") return trackOfPortfolio(data, instrument.symbol, composition.members);
  if (composition?.kind === "basket") {
    const why = absence("no-public-quote", `${instrument.name} is private to ${composition.publisher}: it has no public quote.`);
    // Its proxies trade, so it has an event day though it has no move.
    const [first] = composition.proxies;
    const eventDay = first === undefined ? why : proxyTrack(first, data).eventDay;
    return { eventDay, moves: why, path: why };
  }
  if (instrument.kind === "private") {
    const why = absence("not-listed", `${instrument.name} is a private company: no exchange quotes it.`);
    return { eventDay: why, moves: why, path: why };
  }
  return trackOf(data, instrument.symbol);
}

function partReports(composition: Composition, instruments: Record<string, Instrument>, data: MarketData): PartReport[] {
  if (composition.kind === "basket") {
    return composition.proxies.map((proxy) => ({
      id: proxy.id,
      name: proxy.name,
      role: proxy.role,
      reason: proxy.reason,
      ...(proxy.note === undefined ? {} : { note: proxy.note }),
      symbols: proxy.members.map(({ symbol }) => symbol),
      ...movesAndPath(proxyTrack(proxy, data)),
    }));
  }
  const rows = [
    ...composition.members.map(({ symbol, reason }) => ({ symbol, reason, role: "member" as const })),
    ...composition.apart.map(({ symbol, reason }) => ({ symbol, reason, role: "apart" as const })),
  ];
  return rows.map(({ symbol, reason, role }) => ({
    id: symbol,
    name: instruments[symbol]?.name ?? symbol,
    role,
    reason,
    symbols: [symbol],
    ...movesAndPath(trackOf(data, symbol)),
  }));
}

function proxyTrack(proxy: Proxy, data: MarketData): Track {
  const [only] = proxy.members;
  return proxy.kind === "fund" && only !== undefined ? trackOf(data, only.symbol) : trackOfPortfolio(data, proxy.id, proxy.members);
}

function movesAndPath(track: Track): Pick<PartReport, "moves" | "path"> {
  const { moves, path } = compact(track);
  return { moves, path };
}

/** A path is drawn, never computed with: a ten-thousandth of a percent is enough, and a third of the bytes. Adding 0 turns −0, which JSON does not know, into 0. */
function compact(track: Track): Track {
  const { path } = track;
  if (isAbsent(path)) return track;
  return { ...track, path: { ...path, change: path.change.map((change) => Number(change.toFixed(6)) + 0) } };
}

function provenanceOf(series: PriceSeries): Provenance | null {
  const [first, last] = [series.days[0], series.days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { source: series.source, asOf: series.asOf, origin: series.origin, levels: series.levels, first, last };
}

function membershipsOf(symbol: string, compositions: Record<string, Composition>): InstrumentReport["memberOf"] {
  return Object.values(compositions).flatMap((composition) => {
    const parts =
      composition.kind === "group"
        ? [...composition.members, ...composition.apart].filter((m) => m.symbol === symbol).map(() => symbol)
        : composition.proxies.filter(({ members }) => members.some((m) => m.symbol === symbol)).map(({ id }) => id);
    return parts.map((part) => ({ symbol: composition.symbol, part }));
  });
}

function claimsThrough(symbol: string, memberOf: InstrumentReport["memberOf"], article: Article): InstrumentReport["claimsThroughGroup"] {
  const groups = [...new Set(memberOf.map((membership) => membership.symbol))];
  return article.claims
    .filter((claim) => !claim.exposures.some((e) => e.symbol === symbol))
    .flatMap((claim) => groups.filter((group) => claim.exposures.some((e) => e.symbol === group)).map((group) => ({ claim: claim.id, group })));
}

import type { Capex } from "../../domain/article/capex.ts";
import type { Composition, Exchange, Instrument, Member } from "../../domain/market/instruments.ts";
import type { IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { DataError } from "./data-error.ts";

export type Instruments = Record<string, Instrument>;
export type Path = PropertyKey[];

/** The instrument a file names, or a `DataError` about the name. */
export function instrumentAt(file: string, path: Path, symbol: string, instruments: Instruments): Instrument {
  const found = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (found === undefined) throw new DataError(file, path, symbol, "an instrument of data/instruments.json");
  return found;
}

/** The same, where only an instrument with prices will do. */
export function quotedAt(file: string, path: Path, symbol: string, instruments: Instruments): void {
  const { yahoo } = instrumentAt(file, path, symbol, instruments);
  if ("none" in yahoo) throw new DataError(file, path, symbol, "an instrument that is quoted");
}

/** Names are told apart by `key`; a second one of the same would never be found. */
export function unique(file: string, path: Path, values: string[], key: string): void {
  const at = values.findIndex((value, i) => values.indexOf(value) !== i);
  if (at !== -1) throw new DataError(file, [...path, at, key], values[at], "something not given before");
}

/** What no schema of one file can see: that instruments, baskets, capital spending and prices speak of the same things. */
export function checkInstruments(file: string, exchanges: Exchange[], instruments: Instrument[], hasPrices: (symbol: string) => boolean): void {
  unique(
    file,
    ["exchanges"],
    exchanges.map(({ id }) => id),
    "id",
  );
  unique(
    file,
    ["instruments"],
    instruments.map(({ symbol }) => symbol),
    "symbol",
  );
  const bySymbol = Object.fromEntries(instruments.map((one) => [one.symbol, one]));
  const ids = new Set(exchanges.map(({ id }) => id));
  for (const [at, { sessionsOf }] of exchanges.entries()) {
    quotedAt(file, ["exchanges", at, "sessionsOf"], sessionsOf, bySymbol);
  }
  for (const [at, { symbol, kind, yahoo, exchange, currency, benchmark, volatilityIndex, backers = [] }] of instruments.entries()) {
    const path = (...rest: Path): Path => ["instruments", at, ...rest];
    if ("symbol" in yahoo) {
      if (exchange === null || !ids.has(exchange)) throw new DataError(file, path("exchange"), exchange, "an exchange of this file, for what is quoted");
      if (currency === null) throw new DataError(file, path("currency"), currency, "a currency, for what is quoted");
      if (!hasPrices(symbol)) throw new DataError(file, path("symbol"), symbol, `a file data/prices/${symbol}.json, or in yahoo a reason why there is none`);
    } else if (exchange !== null && !ids.has(exchange)) {
      throw new DataError(file, path("exchange"), exchange, "an exchange of this file");
    } else if (benchmark === true) {
      throw new DataError(file, path("benchmark"), true, "a benchmark that is quoted");
    }
    if (volatilityIndex === true && kind !== "index") throw new DataError(file, path("volatilityIndex"), true, `an index; ${symbol} is of kind ${kind}`);
    for (const [i, backer] of backers.entries()) quotedAt(file, path("backers", i, "symbol"), backer.symbol, bySymbol);
  }
  if (!instruments.some(({ benchmark }) => benchmark === true)) {
    throw new DataError(file, ["instruments"], undefined, "at least one benchmark");
  }
}

export function checkCompositions(file: string, compositions: Composition[], instruments: Instruments): void {
  unique(
    file,
    [],
    compositions.map(({ symbol }) => symbol),
    "symbol",
  );
  for (const [at, composition] of compositions.entries()) {
    const { symbol, kind } = composition;
    if (instrumentAt(file, [at, "symbol"], symbol, instruments).kind !== kind)
      throw new DataError(file, [at, "kind"], kind, `the kind ${symbol} has in data/instruments.json`);
    const weightings = composition.weightings.map(({ id }) => id);
    unique(file, [at, "weightings"], weightings, "id");
    if (!weightings.includes("equal")) throw new DataError(file, [at, "weightings"], weightings, "equal among them: it is what is computed");
    if (composition.kind === "group") {
      checkMembers(file, [at, "members"], composition.members, instruments);
      for (const [i, one] of composition.apart.entries()) quotedAt(file, [at, "apart", i, "symbol"], one.symbol, instruments);
      continue;
    }
    unique(
      file,
      [at, "proxies"],
      composition.proxies.map(({ id }) => id),
      "id",
    );
    for (const [i, proxy] of composition.proxies.entries()) {
      const path = [at, "proxies", i];
      checkMembers(file, [...path, "members"], proxy.members, instruments);
      if (proxy.kind === "fund" && (proxy.members.length !== 1 || proxy.members[0]?.symbol !== proxy.id)) {
        throw new DataError(file, [...path, "id"], proxy.id, "the symbol of its one member, for a fund");
      }
      if (proxy.kind === "list" && Object.hasOwn(instruments, proxy.id))
        throw new DataError(file, [...path, "id"], proxy.id, "no instrument's symbol, for a list");
    }
  }
  for (const { symbol, kind } of Object.values(instruments)) {
    if ((kind === "basket" || kind === "group") && !compositions.some((one) => one.symbol === symbol)) {
      throw new DataError(file, [], undefined, `what stands behind ${symbol}`);
    }
  }
}

function checkMembers(file: string, path: Path, members: Member[], instruments: Instruments): void {
  unique(
    file,
    path,
    members.map(({ symbol }) => symbol),
    "symbol",
  );
  for (const [i, member] of members.entries()) quotedAt(file, [...path, i, "symbol"], member.symbol, instruments);
  // Portfolios are computed as equal weights: another weight would be shown and never used.
  const equal = 1 / members.length;
  for (const [i, { weight }] of members.entries()) {
    if (Math.abs(weight - equal) > 1e-9) throw new DataError(file, [...path, i, "weight"], weight, `1/${members.length}, ${equal}: members have equal weights`);
  }
}

export function checkCapex(file: string, capex: Capex, instruments: Instruments): void {
  const { asOf, companies, orders } = capex;
  unique(
    file,
    ["companies"],
    companies.map(({ symbol }) => symbol),
    "symbol",
  );
  unique(
    file,
    ["orders"],
    orders.map(({ id }) => id),
    "id",
  );
  for (const [at, { symbol, known, later }] of companies.entries()) {
    quotedAt(file, ["companies", at, "symbol"], symbol, instruments);
    if (known.kind !== "rank-only" && known.madePublic > asOf)
      throw new DataError(file, ["companies", at, "known", "madePublic"], known.madePublic, `no day after ${asOf}: that would be look-ahead`);
    for (const [i, { madePublic }] of later.entries()) {
      if (madePublic <= asOf) throw new DataError(file, ["companies", at, "later", i, "madePublic"], madePublic, `a day after ${asOf}`);
    }
  }
  const primary = orders.filter(({ role }) => role === "primary");
  if (primary.length !== 1)
    throw new DataError(
      file,
      ["orders"],
      primary.map(({ id }) => id),
      "one primary order",
    );
  for (const [at, order] of orders.entries()) {
    const path = ["orders", at, "fromMost"];
    unique(file, path, order.fromMost, "symbol");
    const amounts = order.fromMost.map((symbol, i) => {
      const company = companies.find((one) => one.symbol === symbol);
      if (company === undefined) throw new DataError(file, [...path, i], symbol, "one of the companies of this file");
      return company.known.kind === "rank-only" ? 0 : company.known.pointUsdBn;
    });
    const risingAt = amounts.findIndex((amount, i) => amount > (amounts[i - 1] ?? Infinity));
    const [upper, lower] = [order.fromMost[risingAt - 1], order.fromMost[risingAt]];
    if (risingAt !== -1 && !(order.swapped?.[0] === upper && order.swapped?.[1] === lower)) {
      throw new DataError(file, [...path, risingAt], lower, `no larger amount than ${upper} before it has, or the two in swapped`);
    }
  }
}

export function checkSeries(file: string, series: PriceSeries | IntradaySeries, instrument: Instrument, exchanges: Exchange[]): void {
  const timeZone = exchanges.find(({ id }) => id === instrument.exchange)?.timeZone ?? null;
  const wanted = { symbol: instrument.symbol, currency: instrument.currency, timeZone };
  for (const key of ["symbol", "currency", "timeZone"] as const) {
    if (series[key] !== wanted[key]) throw new DataError(file, [key], series[key], `${JSON.stringify(wanted[key])}, as in data/instruments.json`);
  }
  if ("levels" in series && series.levels !== instrument.levels) {
    throw new DataError(file, ["levels"], series.levels, `"${instrument.levels}", as in data/instruments.json`);
  }
}

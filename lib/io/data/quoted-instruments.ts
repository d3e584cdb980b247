import type { Exchange, Instrument, InstrumentKind, LevelKind } from "../../domain/market/instruments.ts";
import type { TradingCalendar } from "../../domain/market/trading-calendar.ts";

/** An instrument somebody quotes, with all an adapter needs to ask for it. */
export interface Quoted {
  symbol: string;
  vendorSymbol: string;
  kind: InstrumentKind;
  currency: string;
  timeZone: string;
  /** Where the vendor dates its rows in another zone than the exchange's. */
  vendorTimeZone?: string;
  /** The symbol whose days are this exchange's sessions. */
  sessionsOf: string;
  /** `HH:MM`, the exchange's wall clock. */
  sessionOpen: string;
  sessionClose: string;
  /** Its exchange's holidays and early closes, where a list is held. */
  calendar?: TradingCalendar | undefined;
  levels: LevelKind;
}

/** By symbol. This is the allow-list: nothing outside it is ever asked of a vendor or read from disk. */
export type QuotedInstruments = ReadonlyMap<string, Quoted>;

export function quotedInstruments(facts: { exchanges: Exchange[]; instruments: Instrument[] }): QuotedInstruments {
  const exchanges = new Map(facts.exchanges.map((exchange) => [exchange.id, exchange]));
  const quoted = new Map<string, Quoted>();
  for (const instrument of facts.instruments) {
    const exchange = instrument.exchange === null ? undefined : exchanges.get(instrument.exchange);
    if (!("symbol" in instrument.yahoo) || !exchange || instrument.currency === null) continue;
    quoted.set(instrument.symbol, {
      symbol: instrument.symbol,
      vendorSymbol: instrument.yahoo.symbol,
      kind: instrument.kind,
      currency: instrument.currency,
      timeZone: exchange.timeZone,
      ...(instrument.yahoo.timeZone === undefined ? {} : { vendorTimeZone: instrument.yahoo.timeZone }),
      sessionsOf: exchange.sessionsOf,
      sessionOpen: exchange.open,
      sessionClose: exchange.close,
      calendar: exchange.calendar,
      levels: instrument.levels,
    });
  }
  return quoted;
}

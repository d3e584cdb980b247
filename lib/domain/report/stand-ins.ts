import type { Composition, Instrument } from "../market/instruments.ts";

/** Why an instrument has no prices of its own, and the symbols that have some in its place. */
export interface StandIns {
  reason: "no-public-quote" | "not-listed";
  detail: string;
  /** A basket's disclosed proxies, a group's members, a private company's listed backers. */
  proxies: { id: string; name: string; symbols: string[] }[];
}

export function standIns(instrument: Instrument, composition: Composition | undefined): StandIns {
  const detail = "none" in instrument.yahoo ? instrument.yahoo.none : "";
  if (instrument.kind === "private") {
    const proxies = (instrument.backers ?? []).map(({ symbol, reason }) => ({ id: symbol, name: reason, symbols: [symbol] }));
    return { reason: "not-listed", detail, proxies };
  }
  if (composition?.kind === "basket") {
    const proxies = composition.proxies.map(({ id, name, members }) => ({ id, name, symbols: members.map(({ symbol }) => symbol) }));
    return { reason: "no-public-quote", detail, proxies };
  }
  const members = composition?.members ?? [];
  return {
    reason: "no-public-quote",
    detail,
    proxies: members.map(({ symbol, reason }) => ({ id: symbol, name: reason, symbols: [symbol] })),
  };
}

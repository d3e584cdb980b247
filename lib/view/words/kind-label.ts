import type { InstrumentKind } from "../../domain/market/instruments.ts";

/** What kind of thing an instrument is, at the head of its page and on its card. */
export const kindLabels: Record<InstrumentKind, string> = {
  equity: "Listed company",
  etf: "Exchange-traded fund",
  index: "Index",
  basket: "Private basket, no public quote",
  group: "Group, as an equal-weight portfolio",
  private: "Private company, not listed",
};

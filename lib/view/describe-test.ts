import type { ClaimTest, Figure } from "../domain/claim-test.ts";
import type { Instrument } from "../domain/instruments.ts";
import { formatList } from "./format.ts";

type Names = Record<string, Instrument>;

/** What a claim is held to, as a reader would say it; no outcome in it. */
export function describeTest(test: ClaimTest, names: Names): string {
  switch (test.kind) {
    case "direction":
      return `Direction: ${expectations(test.expected, names)}, beyond what the market explains, on the event day`;
    case "ranking":
      return `Rank: ${nameOf(test.symbol, names)} moved ${test.claimed === "highest" ? "best" : "worst"} of the seven in ${nameOf(test.among, names)}`;
    case "relation":
      return `Relation: the more capital spending was announced, the ${test.claimedSign === "negative" ? "lower" : "higher"} the move, inside ${nameOf(test.among, names)}${without(test.without, names)}`;
    case "volatility":
      return `Volatility: ${nameOf(test.index, names)}, the spread inside ${nameOf(test.group, names)} and its variance all rose`;
    case "horizon":
      return `Horizons: ${expectations(test.expected, names)} against SPY after ${formatList(test.horizons.map(String))} sessions`;
    case "figure":
      return `${test.figures.length === 1 ? "Figure" : "Figures"}: ${test.figures.map(statedFigure).join("; ")}`;
    case "none":
      return `Not judged (${reasons[test.reason]}): ${test.note}`;
  }
}

export const reasons = {
  "no-direction": "no direction given",
  "no-date": "no date given",
  "no-price": "no price exists",
  "condition-not-met": "its condition is not met",
} as const;

function statedFigure(figure: Figure): string {
  return `${figure.what}, stated as ${figure.stated.text}`;
}

function expectations(expected: { symbol: string; direction: "up" | "down" }[], names: Names): string {
  const by = (direction: "up" | "down") => expected.filter((e) => e.direction === direction).map((e) => nameOf(e.symbol, names));
  return (["up", "down"] as const)
    .filter((direction) => by(direction).length > 0)
    .map((direction) => `${formatList(by(direction))} ${direction}`)
    .join(", ");
}

function without(symbols: string[], names: Names): string {
  return symbols.length === 0 ? "" : ` without ${formatList(symbols.map((s) => nameOf(s, names)))}`;
}

function nameOf(symbol: string, names: Names): string {
  return names[symbol]?.shortName ?? symbol;
}

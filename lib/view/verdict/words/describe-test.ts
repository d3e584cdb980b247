import type { ClaimTest, Figure } from "../../../domain/article/claim-test.ts";
import { formatList } from "../../words/format.ts";
import { groupName } from "../../words/names.ts";
import type { Names } from "../../words/names.ts";

/** What a claim is held to, as a reader would say it; no outcome in it. */
export function describeTest(test: ClaimTest, names: Names): string {
  switch (test.kind) {
    case "direction":
      return `Direction: ${expectations(test.expected, names)}, beyond what the market explains, on the event day`;
    case "ranking":
      return `Rank: ${groupName(test.symbol, names)} comes ${test.claimed === "highest" ? "first" : "last"} of ${setName(test.among, names)}${test.by === "size" ? " by the size of its move" : ""}`;
    case "pair":
      return `One above another: ${test.expected.map(({ higher, lower }) => `${groupName(higher, names)} above ${groupName(lower, names)}`).join(", ")}, beyond what the market explains, on the event day`;
    case "relation":
      return `Relation: the more capital spending was announced, the ${test.claimedSign === "negative" ? "lower" : "higher"} the move, inside ${groupName(test.among, names)}${without(test.without, names)}`;
    case "volatility":
      return `Volatility: ${groupName(test.index, names)}, the spread inside ${groupName(test.group, names)} and the variance of their portfolio all rose`;
    case "horizon":
      return `Horizons: ${expectations(test.expected, names)} against SPY after ${formatList(test.horizons.map(String))} sessions`;
    case "figure":
      return `${test.figures.length === 1 ? "Figure" : "Figures"}: ${test.figures.map(statedFigure).join("; ")}`;
    case "none":
      return test.note;
  }
}

/** A group by its name, a set of the claim's own by those in it. */
function setName(among: string | string[], names: Names): string {
  return typeof among === "string" ? groupName(among, names) : formatList(among.map((symbol) => groupName(symbol, names)));
}

function statedFigure(figure: Figure): string {
  return `${figure.what}, stated as ${figure.stated.text}`;
}

function expectations(expected: { symbol: string; direction: "up" | "down" }[], names: Names): string {
  const by = (direction: "up" | "down") => expected.filter((e) => e.direction === direction).map((e) => groupName(e.symbol, names));
  return (["up", "down"] as const)
    .filter((direction) => by(direction).length > 0)
    .map((direction) => `${formatList(by(direction))} ${direction}`)
    .join(", ");
}

function without(symbols: string[], names: Names): string {
  return symbols.length === 0 ? "" : ` without ${formatList(symbols.map((s) => groupName(s, names)))}`;
}

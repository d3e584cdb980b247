import type { ImpactReport } from "../../domain/report/report.ts";
import { instrumentLines, memberLines } from "./claim-lines.ts";
import { compareHref } from "../words/links.ts";

/** Somewhere to start from: sets of lines that answer a question each. */
export function compareStarts(report: ImpactReport): { title: string; ids: string[]; href: string }[] {
  const { instruments, benchmarks } = report;
  const groups = Object.values(instruments).filter(({ instrument }) => instrument.kind === "group");
  const baskets = Object.values(instruments).filter(({ instrument }) => instrument.kind === "basket");
  const named = Object.values(instruments)
    .filter(({ instrument }) => instrument.kind === "equity")
    .toSorted((a, b) => b.claims.length - a.claims.length)
    .slice(0, 4)
    .map(({ instrument }) => instrument.symbol);
  const starts = [
    { title: "The most named, against the market", ids: [...named, ...benchmarks.slice(0, 1)] },
    ...groups.map((group) => ({
      title: `${group.instrument.name}, each beside its portfolio`,
      ids: [group.instrument.symbol, ...memberLines(group).map(({ id }) => id)],
    })),
    ...baskets.map((basket) => ({
      title: `What stands in for ${basket.instrument.symbol}, against the market`,
      ids: [...instrumentLines(basket).own.map(({ id }) => id), ...benchmarks.slice(0, 1)],
    })),
    { title: "The market by size and in equal weight", ids: benchmarks },
  ];
  return starts.map((start) => ({ ...start, href: compareHref(start.ids) }));
}

import type { Line } from "../../domain/report/line.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { formatDay } from "../words/format.ts";
import type { ViewProblem, ViewState } from "./view-state.ts";

/**
 * A view made possible: what its parts forbid each other falls back and is reported. The words of an
 * address were read before (`readView`); this needs the lines.
 *
 * @param lines what is drawn, benchmarks included
 */
export function applyConstraints(view: ViewState, lines: Line[]): { view: ViewState; problems: ViewProblem[] } {
  const problems: ViewProblem[] = [];
  let allowed = view;
  const fallBack = (change: Partial<ViewState>, parameter: string, value: string, instead: string) => {
    allowed = { ...allowed, ...change };
    problems.push({ parameter, value, instead });
  };

  if (isMinutes(allowed) && lines.length > 0 && lines.every(({ minutes }) => isAbsent(minutes))) {
    fallBack({ range: { preset: "event" } }, "range", "day", "no 5-minute prices are held of anything drawn; the event window is shown");
  }
  const why = forbidden(allowed, lines);
  if (why.measure[allowed.measure] !== undefined) {
    fallBack({ measure: "change" }, "measure", allowed.measure, `${why.measure[allowed.measure]}; the change from the base is shown`);
  }
  if (allowed.measure === "abnormal" && (allowed.base === "publication" || allowed.base === "open")) {
    fallBack({ base: "close" }, "base", allowed.base, "abnormal returns are daily and count from closes; the last close before publication is used");
  }
  if (allowed.log && forbidden(allowed, lines).log !== undefined) fallBack({ log: false }, "log", "1", `${forbidden(allowed, lines).log}; the scale is linear`);
  const day = /^\d/.test(allowed.base) ? sessionOf(allowed.base, lines) : null;
  if (day !== null && day !== allowed.base) {
    if (day === undefined) fallBack({ base: "close" }, "base", allowed.base, "nothing drawn has a price that early; the last close before publication is used");
    else fallBack({ base: day }, "base", allowed.base, `no session on that day; the close before it is used, ${formatDay(day)}`);
  }
  return { view: allowed, problems };
}

/** Why a measure or a logarithmic scale cannot be had here, for the controls and for addresses alike. */
export function forbidden(view: ViewState, lines: Line[]): { measure: Partial<Record<ViewState["measure"], string>>; log?: string } {
  const measure: Partial<Record<ViewState["measure"], string>> = {};
  const priced = lines.filter(({ close }) => !isAbsent(close));
  if (priced.length === 0 && lines.length > 0) measure.price = "nothing drawn has a quoted price here";
  else if (new Set(priced.map(({ currency }) => currency)).size > 1) measure.price = "prices in several currencies share no axis";
  if (isMinutes(view)) measure.abnormal = "the model behind abnormal returns is daily";
  else if (lines.length > 0 && lines.every(({ abnormal }) => isAbsent(abnormal[view.against] ?? null)))
    measure.abnormal = `nothing drawn can be set against ${view.against}`;
  const signed = view.measure === "change" || view.measure === "abnormal";
  return { measure, ...(signed ? { log: "changes go below zero" } : {}) };
}

export function isMinutes({ range }: Pick<ViewState, "range">): boolean {
  return "preset" in range && range.preset === "day";
}

/** The last session on or before a day, of whatever is drawn; undefined where all begin later. */
function sessionOf(day: string, lines: Line[]): string | undefined {
  return lines
    .flatMap(({ days }) => days.findLast((session) => session <= day) ?? [])
    .toSorted()
    .at(-1);
}

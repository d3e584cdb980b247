/**
 * The words of every test of the article once more, by other means: this file reads the data files itself and
 * uses nothing of the code under test. Regression through sums of products instead of
 * deviations, Student's t through a continued fraction, permutations by recursion, no shared types.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";

export const SLUG = "deepseek-sputnik";
export const EVENT = "2025-01-27";
export const FRIDAY = "2025-01-24";
export const BENCHMARKS = ["SPY", "RSP"];
const DATA = new URL("../../../data/", import.meta.url);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- raw files, read without the project's types on purpose
export type Raw = any;
const json = (path: string): Raw => JSON.parse(readFileSync(new URL(path, DATA), "utf8"));
export const article: Raw = json(`articles/${SLUG}.json`);
const baskets: Raw[] = json("baskets.json");
const capex: Raw = json("capex.json");
export const prices: Record<string, { days: string[]; open: (number | null)[]; close: (number | null)[]; adjclose: number[]; zone: string }> =
  Object.fromEntries(
    readdirSync(new URL("prices/", DATA)).map((file) => {
      const raw = json(`prices/${encodeURIComponent(file)}`);
      return [raw.symbol, { days: raw.days, open: raw.open, close: raw.close, adjclose: raw.adjclose, zone: raw.timeZone }];
    }),
  );

// ---- arithmetic -------------------------------------------------------------------------------

/** ln Γ by Lanczos' series with Press et al.'s six coefficients; good to about 2e-10. */
function lnGamma(x: number): number {
  const c = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
  let sum = 1.000000000190015;
  c.forEach((value, i) => (sum += value / (x + 1 + i)));
  return -(x + 5.5) + (x + 0.5) * Math.log(x + 5.5) + Math.log((2.5066282746310005 * sum) / x);
}

/** Regularised incomplete beta by its continued fraction (Press et al., Numerical Recipes, 6.4). */
function beta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(b, a, 1 - x);
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= d * c;
  }
  return (front * h) / a;
}
const twoSided = (t: number, df: number) => beta(df / 2, 0.5, df / (df + t * t));

function stepDown(p: number[]): number[] {
  // Each is rejected at level q if it and every smaller one pass their own step; the adjusted p is the smallest such q.
  return p.map((own) => Math.min(1, Math.max(...p.filter((other) => other <= own).map((other) => other * p.filter((x) => x >= other).length))));
}
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const average = (values: number[]) => sum(values) / values.length;
const deviation = (values: number[]) => Math.sqrt(sum(values.map((v) => (v - average(values)) ** 2)) / (values.length - 1));

// ---- prices -----------------------------------------------------------------------------------

const sessions = prices.SPY!.days;
const zero = sessions.indexOf(EVENT);
export const at = (offset: number) => sessions[zero + offset]!;
const priceOn = (symbol: string, day: string) => prices[symbol]!.adjclose[prices[symbol]!.days.indexOf(day)];

/** Return of an equal-weight group at an offset, or undefined where a member lacks either day. */
export function returnAt(symbols: string[], offset: number): number | undefined {
  const each = symbols.map((symbol) => (priceOn(symbol, at(offset)) ?? NaN) / (priceOn(symbol, at(offset - 1)) ?? NaN) - 1);
  return each.some(Number.isNaN) ? undefined : average(each);
}
export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

interface Unit {
  id: string;
  symbols: string[];
  role: string;
}
export function speakers(symbol: string): Unit[] {
  const found = baskets.find((entry) => entry.symbol === symbol);
  if (found === undefined) return [{ id: symbol, symbols: [symbol], role: "judged" }];
  if (found.kind === "group") return [{ id: symbol, symbols: found.members.map((m: Raw) => m.symbol), role: "judged" }];
  return found.proxies.map((proxy: Raw) => ({ id: proxy.id, symbols: proxy.members.map((m: Raw) => m.symbol), role: proxy.role }));
}
const members = (group: string): string[] => speakers(group)[0]!.symbols;

// ---- the market model -------------------------------------------------------------------------

type Series = (offset: number) => number | undefined;
export function study(own: Series, benchmark: string, to: number): { car: number; t: number; p: number; residuals: Map<number, number> } {
  const days = range(-260, -11).filter((o) => own(o) !== undefined);
  const y = days.map((o) => own(o)!);
  const x = days.map((o) => returnAt([benchmark], o)!);
  const n = days.length;
  const determinant = n * sum(x.map((v) => v * v)) - sum(x) ** 2;
  const slope = (n * sum(x.map((v, i) => v * y[i]!)) - sum(x) * sum(y)) / determinant;
  const level = (sum(y) - slope * sum(x)) / n;
  const rest = days.map((_, i) => y[i]! - level - slope * x[i]!);
  const s2 = sum(rest.map((v) => v * v)) / (n - 2);
  const window = range(0, to);
  const length = window.length;
  const car = sum(window.map((o) => own(o)! - level - slope * returnAt([benchmark], o)!));
  const gap = sum(window.map((o) => returnAt([benchmark], o)!)) - length * average(x);
  const t = car / Math.sqrt(s2 * (length + length ** 2 / n + gap ** 2 / (determinant / n)));
  return { car, t, p: twoSided(t, n - 2), residuals: new Map(days.map((o, i) => [o, rest[i]!])) };
}
function both(own: Series, to: number) {
  const each = BENCHMARKS.map((benchmark) => study(own, benchmark, to));
  return pair(each.map(({ car, p }) => [car, p]));
}
function pair(each: [number, number][]) {
  const agree = each.every(([value]) => value > 0) || each.every(([value]) => value < 0);
  return { sign: agree ? Math.sign(each[0]![0]) : 0, p: agree ? Math.max(...each.map(([, p]) => p)) : 1, raw: each.map(([, p]) => p) };
}
function spoken(found: ReturnType<typeof pair>, adjusted: number, wanted: number): string {
  if (found.sign !== 0 && adjusted <= 0.05) return found.sign === wanted ? "consistent" : "opposite";
  const low = found.raw.filter((p) => p <= 0.05).length;
  if (found.sign === 0 || (low === 1 && found.raw.length === 2)) return "not-detectable: benchmark";
  return low === 0 ? "not-detectable: size" : "not-detectable: multiplicity";
}
const together = (words: string[], otherwise: string) => {
  const heard = words.filter((word) => !word.startsWith("not-testable") && !word.startsWith("no-price"));
  const distinct = [...new Set((heard.length > 0 ? heard : words).map((word) => word.split(":")[0]))];
  return distinct.length === 1 ? distinct[0]! : otherwise;
};
export const wantedSign = (direction: string) => (direction === "up" ? 1 : -1);

// ---- one word per kind of test ----------------------------------------------------------------

export const directionUnits = [
  ...new Map(
    article.claims.flatMap((claim: Raw) =>
      claim.tests
        .filter((test: Raw) => test.kind === "direction")
        .flatMap((test: Raw) =>
          test.expected.flatMap((e: Raw) =>
            speakers(e.symbol)
              .filter((u) => u.role === "judged")
              .map((u) => [u.id, u] as const),
          ),
        ),
    ) as [string, Unit][],
  ).values(),
];
export const families = [0, 1].map((to) => {
  const found = directionUnits.map((unit) => both((o) => returnAt(unit.symbols, o), to));
  const adjusted = stepDown(found.map(({ p }) => p));
  return new Map(directionUnits.map((unit, i) => [unit.id, { pair: found[i]!, adjusted: adjusted[i]! }]));
});
export const directionOf = (unit: string, to: number, direction: string) => {
  const entry = families[to]!.get(unit)!;
  return spoken(entry.pair, entry.adjusted, wantedSign(direction));
};
export function direction(test: Raw, to: number): string {
  return together(
    test.expected.map((e: Raw) =>
      together(
        speakers(e.symbol)
          .filter((u) => u.role === "judged")
          .map((u) => directionOf(u.id, to, e.direction)),
        "split",
      ),
    ),
    "mixed",
  );
}

function ranking(test: Raw): string {
  const wanted = test.claimed === "highest" ? 1 : -1;
  const found = members(test.among)
    .filter((symbol) => symbol !== test.symbol)
    .map((symbol) => both((o) => returnAt([test.symbol], o)! - returnAt([symbol], o)!, 0));
  if (found.every(({ sign, p }) => sign === wanted && p <= 0.05)) return "consistent";
  const adjusted = stepDown(found.map(({ p }) => p));
  return found.some(({ sign }, i) => sign === -wanted && adjusted[i]! <= 0.05) ? "opposite" : "not-detectable";
}

function orders(values: number[]): number[][] {
  return values.length <= 1 ? [values] : values.flatMap((value, i) => orders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]));
}
function relation(test: Raw): string {
  const order: string[] = capex.orders.find((entry: Raw) => entry.role === "primary").fromMost;
  expect([...order].sort()).toEqual(
    members(test.among)
      .filter((symbol) => !test.without.includes(symbol))
      .sort(),
  );
  const n = order.length;
  const found = BENCHMARKS.map((benchmark): [number, number] => {
    const moves = order.map((symbol) => study((o) => returnAt([symbol], o), benchmark, 0).car);
    const ranks = moves.map((move) => moves.filter((other) => other <= move).length);
    const rho = (places: number[]) => 1 - (6 * sum(places.map((place, i) => (n - i - place) ** 2))) / (n ** 3 - n);
    const all = orders(ranks);
    return [rho(ranks), all.filter((places) => Math.abs(rho(places)) > Math.abs(rho(ranks)) - 1e-9).length / all.length];
  });
  return spoken(pair(found), pair(found).p, test.claimedSign === "negative" ? -1 : 1).split(":")[0]!;
}

function volatility(test: Raw): string {
  const among = (value: (offset: number) => number) => (1 + range(-260, -11).filter((o) => value(o) >= value(0)).length) / 251;
  const index = among((o) => Math.log(priceOn(test.index, at(o))! / priceOn(test.index, at(o - 1))!));
  const seven = members(test.group);
  const apart = among((o) => deviation(seven.map((symbol) => returnAt([symbol], o)!)));
  const samples = [range(-260, -11), range(1, 20)].map((days) => {
    const values = days.map((o) => returnAt(seven, o)!).sort((a, b) => a - b);
    const middle = (values[Math.ceil(values.length / 2) - 1]! + values[Math.floor(values.length / 2)]!) / 2;
    return values.map((value) => Math.abs(value - middle));
  });
  const [before, after] = samples as [number[], number[]];
  const df = before.length + after.length - 2;
  const within = sum(samples.map((sample) => sum(sample.map((v) => (v - average(sample)) ** 2)))) / df;
  const grand = average([...before, ...after]);
  const f = sum(samples.map((sample) => sample.length * (average(sample) - grand) ** 2)) / within;
  const half = twoSided(Math.sqrt(f), df) / 2;
  const adjusted = stepDown([index, apart, average(after) > average(before) ? half : 1 - half]);
  return together(
    adjusted.map((p) => (p <= 0.05 ? "consistent" : "not-detectable")),
    "mixed",
  );
}

/** The chip's ladder: from Monday's open against SPY, one word per unit and horizon. */
export function rungs(unit: Unit, horizons: number[], wanted: number): string[] {
  const open = (symbol: string) => {
    const i = prices[symbol]!.days.indexOf(EVENT);
    const [o, c] = [prices[symbol]!.open[i], prices[symbol]!.close[i]];
    return o && c ? (o * prices[symbol]!.adjclose[i]!) / c : undefined;
  };
  if (unit.symbols.some((symbol) => open(symbol) === undefined)) return horizons.map(() => "not-testable");
  const past = range(-260, -11).flatMap((o) => {
    const own = returnAt(unit.symbols, o);
    return own === undefined ? [] : [Math.log((1 + own) / (1 + returnAt(["SPY"], o)!))];
  });
  const found = horizons.map((h) => {
    const grown = average(unit.symbols.map((symbol) => priceOn(symbol, at(h - 1))! / open(symbol)!));
    const z = Math.log(grown / (priceOn("SPY", at(h - 1))! / open("SPY")!));
    return { z, p: twoSided(z / (deviation(past) * Math.sqrt(h)), past.length - 1) };
  });
  const adjusted = stepDown(found.map(({ p }) => p));
  return found.map(({ z, p }, i) =>
    adjusted[i]! <= 0.05 ? (Math.sign(z) === wanted ? "consistent" : "opposite") : p <= 0.05 ? "not-detectable: multiplicity" : "not-detectable: size",
  );
}
function horizon(test: Raw): string {
  return together(
    test.expected.map((e: Raw) => {
      const each = speakers(e.symbol)
        .filter((u) => u.role === "judged")
        .map((u) => rungs(u, test.horizons, wantedSign(e.direction)));
      return together(
        test.horizons.map((_: number, i: number) =>
          together(
            each.map((words) => words[i]!),
            "split",
          ),
        ),
        "mixed",
      );
    }),
    "mixed",
  );
}

export function figureWord(figure: Raw): string {
  const value = (input: Raw): number =>
    "value" in input
      ? input.value
      : "date" in input
        ? Date.parse(input.date) / 86_400_000
        : prices[input.price.symbol]!.close[prices[input.price.symbol]!.days.indexOf(input.price.day)]!;
  const ends = (reference: Raw): [number, number] => {
    const v: number[] = reference.inputs.map(value);
    const one: Record<string, () => number> = {
      value: () => v[0]!,
      product: () => v.reduce((a, b) => a * b),
      share: () => v[0]! / v[1]!,
      "per-year": () => v[0]! / v[1]!,
      reduction: () => (v[0]! - v[1]!) / v[0]!,
      mean: () => average(v),
      "mean-share": () => v[0]! / average(v.slice(1)),
      "days-between": () => v[1]! - v[0]!,
    };
    return reference.rule === "range" ? [Math.min(...v), Math.max(...v)] : [one[reference.rule]!(), one[reference.rule]!()];
  };
  const { value: said, bound, digits } = figure.stated;
  const against = (reference: Raw): string => {
    const [low, high] = ends(reference);
    if ((bound === "at-least" && high >= said) || (bound === "less-than" && low < said) || (low <= said && said <= high)) return "matches";
    const nearest = said > high ? high : low;
    const rounded = (v: number) => Math.round(v * 10 ** digits) / 10 ** digits;
    if (Math.abs(said / nearest - 1) <= 0.1 || (digits !== undefined && rounded(nearest) === rounded(said))) return "matches";
    return said > nearest ? "overstated" : "understated";
  };
  const sourced = (figure.reference?.inputs ?? []).filter((input: Raw) => input.source.standing !== "computed");
  if (figure.reference === null || (sourced.length > 0 && sourced.every((input: Raw) => input.source.standing === "remembered"))) return "unsourced";
  const word = against(figure.reference);
  return figure.alternative !== undefined && against(figure.alternative) !== word ? "disputed" : word;
}

export function wordOf(test: Raw): string {
  switch (test.kind) {
    case "direction":
      return direction(test, 0);
    case "ranking":
      return ranking(test);
    case "relation":
      return relation(test);
    case "volatility":
      return volatility(test);
    case "horizon":
      return horizon(test);
    case "figure":
      return together(test.figures.map(figureWord), "mixed");
    default:
      return test.reason === "no-price" ? "no-price" : "not-testable";
  }
}

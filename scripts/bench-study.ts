/**
 * `npm run bench:study`: the article's studies against the same regressions by bare arithmetic in one
 * loop, in one process, taken in turns. Both start from the price columns and end with α, β, s, the
 * abnormal return of 31 days and five sums with error, t and p, and the ranks. Prints ratios, because
 * times do not travel; fails above the limit.
 */
import { fitStudy, reportStudy, WINDOWS } from "../lib/domain/study/event-study.ts";
import { judgeArticle } from "../lib/domain/judgement/judge.ts";
import { equalWeightIndex, levelOf } from "../lib/domain/market/portfolio.ts";
import type { IndexSeries } from "../lib/domain/market/portfolio.ts";
import { isAbsent } from "../lib/domain/market/series.ts";
import type { PriceSeries } from "../lib/domain/market/series.ts";
import { tQuantile, tTwoSided } from "../lib/domain/study/stats.ts";
import { impactOf } from "../lib/impact.ts";
import { loadArticle, loadCapex, loadCompositions, loadInstruments, readPriceSeries } from "../lib/io/data/data-files.ts";
import { leaveRows } from "./bench/table.ts";

const SLUG = "deepseek-sputnik";
const LIMIT = 3;

const report = await impactOf(SLUG);
const event = report.eventDays.NASDAQ;
if (event === undefined || isAbsent(event)) throw new Error(event?.why ?? "no such exchange");
const { eventDay } = event;
const instruments = loadInstruments();
const compositions = loadCompositions();
const groups = Object.values(compositions).flatMap((c) =>
  c.kind === "group" ? [{ id: c.symbol, members: c.members }] : c.proxies.filter((p) => p.kind === "list"),
);
const symbols = [...new Set([...Object.keys(instruments), ...groups.flatMap(({ members }) => members.map((m) => m.symbol))])];
const series: Record<string, PriceSeries> = Object.fromEntries(
  symbols.flatMap((symbol) => {
    const found = readPriceSeries(symbol);
    return found === null ? [] : [[symbol, found]];
  }),
);
const traded = Object.values(series)
  .filter(({ timeZone }) => timeZone === event.timeZone)
  .map(levelOf);
const portfolios = groups.flatMap(({ id, members }) => {
  const index = equalWeightIndex(id, members, series);
  return isAbsent(index) ? [] : [index];
});
const benchmarks = ["SPY", "RSP"].flatMap((symbol) => (series[symbol] === undefined ? [] : [levelOf(series[symbol])]));
const pairs = [...traded, ...portfolios].flatMap((own) => benchmarks.filter((b) => b.symbol !== own.symbol).map((benchmark) => ({ own, benchmark })));

/** Keeps results alive, so that nothing is optimised away. */
let sink = 0;

function studies(p: boolean): void {
  for (const { own, benchmark } of pairs) {
    const fit = fitStudy(own, benchmark, eventDay);
    if (isAbsent(fit)) continue;
    sink += p ? reportStudy(fit).rank.p : fit.model.beta;
  }
}

/** The same with no function of ours but Student's t: indices, sums and one loop a step. */
function bare(own: IndexSeries, benchmark: IndexSeries, p: boolean): void {
  const zero = benchmark.days.indexOf(eventDay);
  const x: number[] = [];
  const y: number[] = [];
  const offsets: number[] = [];
  let i = own.days.indexOf(benchmark.days[zero - 261] ?? "");
  let base = i;
  let baseB = zero - 261;
  if (i < 0) {
    i = 0;
    base = -1;
  }
  for (let b = zero - 260; b <= zero + 20; b += 1) {
    const day = benchmark.days[b] ?? "";
    while (i < own.days.length && (own.days[i] ?? "") < day) i += 1;
    if (own.days[i] !== day) continue;
    if (base >= 0) {
      offsets.push(b - zero);
      y.push((own.level[i] ?? NaN) / (own.level[base] ?? NaN) - 1);
      x.push((benchmark.level[b] ?? NaN) / (benchmark.level[baseB] ?? NaN) - 1);
    }
    base = i;
    baseB = b;
  }
  let n = 0;
  let sx = 0;
  let sy = 0;
  while ((offsets[n] ?? 0) <= -11 && n < offsets.length) {
    sx += x[n] ?? NaN;
    sy += y[n] ?? NaN;
    n += 1;
  }
  if (n < 120) return;
  const mx = sx / n;
  let sxx = 0;
  let sxy = 0;
  for (let k = 0; k < n; k += 1) {
    const d = (x[k] ?? NaN) - mx;
    sxx += d * d;
    sxy += d * (y[k] ?? NaN);
  }
  const beta = sxy / sxx;
  const alpha = sy / n - beta * mx;
  const rest: number[] = [];
  let sse = 0;
  for (let k = 0; k < n; k += 1) {
    const e = (y[k] ?? NaN) - alpha - beta * (x[k] ?? NaN);
    rest.push(e);
    sse += e * e;
  }
  const s = Math.sqrt(sse / (n - 2));
  sink += beta + s;
  if (!p) return;
  for (let k = n; k < offsets.length; k += 1) {
    const d = (x[k] ?? NaN) - mx;
    const t = ((y[k] ?? NaN) - alpha - beta * (x[k] ?? NaN)) / (s * Math.sqrt(1 + 1 / n + (d * d) / sxx));
    sink += tTwoSided(t, n - 2);
  }
  const reach = tQuantile(0.975, n - 2);
  for (const { from, to } of WINDOWS) {
    const length = to - from + 1;
    const start = offsets.indexOf(from);
    let car = 0;
    let market = 0;
    for (let k = start; k < start + length; k += 1) {
      car += (y[k] ?? NaN) - alpha - beta * (x[k] ?? NaN);
      market += x[k] ?? NaN;
    }
    const d = market - length * mx;
    const se = s * Math.sqrt(length + length ** 2 / n + (d * d) / sxx);
    sink += tTwoSided(car / se, n - 2) + reach * se;
    let sum = 0;
    let far = 0;
    for (let k = 0; k < n; k += 1) {
      sum += rest[k] ?? NaN;
      if (k >= length) sum -= rest[k - length] ?? NaN;
      if (k >= length - 1 && Math.abs(sum) >= Math.abs(car)) far += 1;
    }
    sink += far;
  }
}

function bareAll(p: boolean): void {
  for (const { own, benchmark } of pairs) bare(own, benchmark, p);
}

interface Race {
  ours: number;
  theirs: number;
  ratio: number;
}

/** Medians of rounds taken in turns, in ms; the ratio is the median of the rounds' ratios, which a busy neighbour disturbs least. */
function race(ours: () => void, theirs: () => void, repeats = 1, rounds = 31): Race {
  const times: Race[] = [];
  const time = (run: () => void) => {
    const start = performance.now();
    for (let i = 0; i < repeats; i += 1) run();
    return performance.now() - start;
  };
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [time(ours), time(theirs)];
    times.push({ ours: a, theirs: b, ratio: a / b });
  }
  const middle = (pick: (one: Race) => number) => times.map(pick).toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
  return { ours: middle((one) => one.ours), theirs: middle((one) => one.theirs), ratio: middle((one) => one.ratio) };
}

/** What the limit is about. */
const limited = "regressions, 31 days, 5 windows, errors, p, ranks";
const line = (what: string, { ours, theirs, ratio }: Race) => {
  leaveRows([
    {
      what,
      ours: `${ours.toFixed(1)} ms`,
      against: `${theirs.toFixed(1)} ms`,
      ratio: `${ratio.toFixed(2)}×`,
      target: what === limited ? `≤ ${LIMIT}×` : "",
      met: what === limited ? ratio <= LIMIT : null,
    },
  ]);
  console.log(`${what.padEnd(58)} ${ours.toFixed(1).padStart(8)} ms ${theirs.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(6)}×`);
};

console.log(`${pairs.length} studies: ${traded.length} instruments and ${portfolios.length} portfolios on ${benchmarks.map((b) => b.symbol).join(" and ")}`);
console.log(`${"".padEnd(58)} ${"ours".padStart(11)} ${"bare".padStart(11)} ${"ratio".padStart(7)}`);
// The compiler needs a few hundred studies before it is done with either side.
race(
  () => studies(true),
  () => bareAll(true),
);
const whole = race(
  () => studies(true),
  () => bareAll(true),
);
line(limited, whole);
const fits = race(
  () => studies(false),
  () => bareAll(false),
  5,
);
line("regressions alone, ×5", fits);
const ten = race(
  () => studies(true),
  () => bareAll(true),
  10,
  7,
);
line("all, ×10", ten);
const hundred = race(
  () => studies(true),
  () => bareAll(true),
  100,
  3,
);
line("all, ×100", hundred);

const facts = { article: loadArticle(SLUG), instruments, compositions, capex: loadCapex(), series, benchmarks: benchmarks.map((b) => b.symbol), event };
const judging = race(
  () => (sink += judgeArticle(facts).family.length),
  () => bareAll(true),
);
line("every verdict of the article (other tests included)", judging);

const [tenfold, hundredfold] = [ten.ours / whole.ours, hundred.ours / whole.ours];
console.log(
  `limit ${LIMIT}×; 10 and 100 times the work take ${tenfold.toFixed(1)} and ${hundredfold.toFixed(0)} times as long${sink === 0 ? " (nothing was computed)" : ""}`,
);
if (!(whole.ratio <= LIMIT) || !(tenfold < 20) || !(hundredfold < 200)) process.exitCode = 1;

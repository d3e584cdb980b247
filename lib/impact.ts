import { withGroups } from "./domain/article/article-groups.ts";
import { STUDY_OPTIONS, studyOf } from "./domain/study/event-study.ts";
import type { Study, StudyOptions } from "./domain/study/event-study.ts";
import { studyFitter } from "./domain/study/study-fitter.ts";
import type { StudyFitter } from "./domain/study/study-fitter.ts";
import { judgeArticle } from "./domain/judgement/judge.ts";
import type { ArticleVerdicts } from "./domain/judgement/judge.ts";
import { lineNames, lineOf, symbolsOfLine, withLiveTail } from "./domain/report/line.ts";
import type { Line, LineFacts, LineName } from "./domain/report/line.ts";
import { levelOf } from "./domain/market/portfolio.ts";
import { concludeReport, planReport, marketDataOf } from "./domain/report/report.ts";
import type { ImpactReport, Loaded, ReportFacts, ReportPlan } from "./domain/report/report.ts";
import { absence, isAbsent } from "./domain/market/series.ts";
import type { Absence, Day, PriceSeries, SeriesStatus } from "./domain/market/series.ts";
import { sinceArticle, symbolsSince } from "./domain/report/since-article.ts";
import type { SinceRow } from "./domain/report/since-article.ts";
import { articleStrips } from "./domain/judgement/strip.ts";
import type { Strip } from "./domain/judgement/strip.ts";
import type { MarketData } from "./domain/moves/market-data.ts";
import { unitLevels, unitsOf } from "./domain/market/units.ts";
import { loadArticle, loadCapex, loadCompositions, loadExchanges, loadInstruments, readIntradaySeries, readPriceSeries } from "./io/data/data-files.ts";
import { isPriceFailure } from "./io/prices/price-provider.ts";
import { quotedInstruments } from "./io/data/quoted-instruments.ts";
import { snapshotProvider } from "./io/prices/snapshot.ts";
import { liveMarket, livePatience } from "./io/prices/live-market.ts";
import type { LiveMarket } from "./io/prices/live-market.ts";
import { seriesStore } from "./io/prices/series-store.ts";

/** Verdicts, and the ordinary days behind them that only pictures need. */
export interface Judgement {
  verdicts: ArticleVerdicts;
  strips: Record<string, Strip[]>;
}

interface Impact {
  report: ImpactReport;
  judgement: Judgement | Absence;
  facts: ReportFacts;
  data: MarketData;
  /** One for the article: verdicts, strips and lines read the same market models. */
  fitStudy: StudyFitter;
  /** Filled as they are asked for: there are only as many as `drawable` lists. */
  lines: Map<string, Line | Absence>;
}

/** The files do not change while a process lives, so one reading serves it. */
const impacts = new Map<string, Promise<Impact>>();

/** An article beside the tape. Always from the snapshot: a page's first HTML never waits for a vendor. */
export async function impactOf(slug: string): Promise<ImpactReport> {
  return (await memoised(slug)).report;
}

/** The same article judged: every claim held to its test. Absent only where New York holds no event day. */
export async function judgementOf(slug: string): Promise<Judgement | Absence> {
  return (await memoised(slug)).judgement;
}

/** The word on every claim; null where there is no judgement. */
export async function verdictsOf(slug: string): Promise<ArticleVerdicts | null> {
  const judgement = await judgementOf(slug);
  return isAbsent(judgement) ? null : judgement.verdicts;
}

/**
 * The study of one instrument around any day the data hold.
 *
 * @returns `no-public-quote` for a basket (it has stand-ins, not a series), or a reason of the study itself
 */
export function studyAround(symbol: string, benchmark: string, event: Day, options: Partial<StudyOptions>): Study | Absence {
  const [unit, ...others] = unitsOf(symbol, loadCompositions());
  const market = readPriceSeries(benchmark);
  if (market === null) return absence("no-price", `There are no prices of ${benchmark} in the data.`);
  if (unit === undefined || others.length > 0) return absence("no-public-quote", `${symbol} has no public quote; ask for one of its stand-ins.`);
  const series = Object.fromEntries(unit.members.flatMap((m) => readPriceSeries(m.symbol) ?? []).map((one) => [one.symbol, one]));
  const levels = unitLevels(unit, loadInstruments(), series, market.timeZone);
  return isAbsent(levels) ? levels : studyOf(levels, levelOf(market), event, options);
}

/** Everything a chart can draw, by name. */
export function drawable(): LineName[] {
  return lineNames({ instruments: loadInstruments(), compositions: loadCompositions() });
}

/**
 * Lines over all days held, by id. An id that `drawable` does not list is left out; what has no price
 * is an absence.
 */
export async function linesFor(slug: string, ids: string[]): Promise<Record<string, Line | Absence>> {
  const { facts, data, fitStudy, lines } = await memoised(slug);
  const names = drawable().filter(({ id }) => ids.includes(id));
  for (const name of names) {
    if (!lines.has(name.id)) lines.set(name.id, lineOf(name, { ...facts, options: { ...STUDY_OPTIONS, ...facts.article.study }, fitStudy }, data));
  }
  return Object.fromEntries([...lines].filter(([id]) => ids.includes(id)));
}

/**
 * The same lines with what a vendor has added since, as far as `PRICES` allows and an answer comes in
 * time, which is shorter for a chart than for a file. Figures up to the snapshot's last day are the snapshot's: only later sessions are added.
 */
export async function liveLinesFor(slug: string, ids: string[], made: keyof typeof livePatience): Promise<Record<string, Line | Absence>> {
  const kept = await linesFor(slug, ids);
  const store = seriesStore();
  if (store.mode === "snapshot") return kept;
  const { facts, data } = await memoised(slug);
  const names = drawable().filter(({ id }) => Object.hasOwn(kept, id));
  const symbols = new Map(names.map((name) => [name.id, symbolsOfLine(name, facts, data)]));
  const market = await liveMarket(store, data, [...symbols.values()].flat(), livePatience[made]);
  const lineFacts = { ...facts, options: { ...STUDY_OPTIONS, ...facts.article.study }, fitStudy: studyFitter() };
  return Object.fromEntries(names.map((name) => [name.id, liveLine(name, symbols.get(name.id) ?? [], kept[name.id], lineFacts, market)]));
}

function liveLine(
  name: LineName,
  symbols: string[],
  kept: Line | Absence | undefined,
  facts: LineFacts,
  { data, statuses, failures }: LiveMarket,
): Line | Absence {
  const [failure] = symbols.flatMap((symbol) => (data.benchmarks.includes(symbol) && symbol !== name.id ? [] : (failures[symbol] ?? [])));
  if (failure !== undefined) return absence("no-price", `Yahoo has no answer for ${failure.symbol}: ${failure.detail}`);
  const own = Object.fromEntries(symbols.flatMap((symbol) => (statuses[symbol] === undefined ? [] : [[symbol, statuses[symbol]]])));
  const joined = lineOf(name, facts, data);
  // Nothing but Yahoo was asked: then no part of the line is the snapshot's.
  const isYahooAlone = Object.values(own).some(({ kind }) => kind === "yahoo");
  return withLiveTail(isYahooAlone ? absence("no-price", "") : (kept ?? absence("no-price", "")), joined, own);
}

/** First and last session a live line can hold, and what the series is that tells. */
export async function liveDaysHeld(
  slug: string,
  made: keyof typeof livePatience,
): Promise<{ days: { first: Day; last: Day }; statuses: Record<string, SeriesStatus> }> {
  const { data, report } = await memoised(slug);
  const symbol = report.benchmarks[0] ?? "";
  const market = await liveMarket(seriesStore(), data, [symbol], livePatience[made]);
  const held = (market.data.series[symbol] ?? data.series[symbol])?.days ?? [];
  return { days: { first: held[0] ?? "", last: held.at(-1) ?? "" }, statuses: market.statuses };
}

/** First and last session that a line can hold. */
export async function daysHeld(slug: string): Promise<{ first: Day; last: Day }> {
  const { data, report } = await memoised(slug);
  const days = data.series[report.benchmarks[0] ?? ""]?.days ?? [];
  return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/**
 * From the article to the latest price of each base, on the files' series.
 *
 * @param live takes the place of the files', by symbol
 * @param lost symbols of which nothing may be shown, the files' series included
 */
export async function sinceArticleOf(slug: string, symbol: string, live: Record<string, PriceSeries> = {}, lost: string[] = []): Promise<SinceRow[]> {
  const { report, data } = await memoised(slug);
  const instrument = Object.hasOwn(report.instruments, symbol) ? report.instruments[symbol] : undefined;
  const benchmark = report.benchmarks[0];
  if (instrument === undefined || benchmark === undefined) return [];
  const series = Object.entries({ ...data.series, ...live }).filter(([name]) => !lost.includes(name));
  return sinceArticle(instrument, benchmark, Object.fromEntries(series));
}

/** The series `sinceArticleOf` reads: the instrument's own or those behind it, and the benchmark's. */
export async function symbolsSinceArticle(slug: string, symbol: string): Promise<string[]> {
  const { report } = await memoised(slug);
  const instrument = Object.hasOwn(report.instruments, symbol) ? report.instruments[symbol] : undefined;
  const benchmark = report.benchmarks[0];
  return instrument === undefined || benchmark === undefined ? [] : symbolsSince(instrument, benchmark);
}

function memoised(slug: string): Promise<Impact> {
  const known = impacts.get(slug);
  if (known !== undefined) return known;
  const fresh = impact(slug);
  impacts.set(slug, fresh);
  // A file that could not be read may be mended while the development server runs.
  fresh.catch(() => impacts.delete(slug));
  return fresh;
}

/** Plan, load, conclude, judge: one reading of the files behind all of it. */
async function impact(slug: string): Promise<Impact> {
  const article = loadArticle(slug);
  const known = withGroups(article, { instruments: loadInstruments(), compositions: loadCompositions() });
  const facts: ReportFacts = { article, ...known, exchanges: loadExchanges() };
  const plan = planReport(facts);
  const loaded = await load(plan, facts);
  const report = concludeReport(plan, facts, loaded);
  const fitStudy = studyFitter();
  return { report, judgement: judge(report, facts, loaded, fitStudy), facts, fitStudy, data: marketDataOf(plan, facts, loaded), lines: new Map() };
}

function judge({ benchmarks, eventDays }: ImpactReport, facts: ReportFacts, { series }: Loaded, fitStudy: StudyFitter): Judgement | Absence {
  const exchange = facts.instruments[benchmarks[0] ?? ""]?.exchange;
  const event = exchange === null || exchange === undefined ? undefined : eventDays[exchange];
  if (event === undefined) return absence("no-benchmark", "No benchmark is among the instruments.");
  if (isAbsent(event)) return event;
  const judgeFacts = { ...facts, capex: loadCapex(), series, benchmarks, event, fitStudy, ...(facts.article.study && { options: facts.article.study }) };
  const verdicts = judgeArticle(judgeFacts);
  return { verdicts, strips: articleStrips(verdicts, judgeFacts) };
}

async function load(plan: ReportPlan, facts: ReportFacts): Promise<Loaded> {
  const quoted = quotedInstruments({ exchanges: facts.exchanges, instruments: Object.values(facts.instruments) });
  const snapshot = snapshotProvider({ quoted, load: readPriceSeries });
  const answers = await Promise.all(plan.symbols.map((symbol) => snapshot(symbol, { from: plan.from })));
  const series = answers.flatMap((answer) => (isPriceFailure(answer) ? [] : [answer]));
  const intraday = plan.intraday.flatMap((symbol) => readIntradaySeries(symbol) ?? []);
  return {
    series: Object.fromEntries(series.map((one) => [one.symbol, one])),
    intraday: Object.fromEntries(intraday.map((one) => [one.symbol, one])),
  };
}

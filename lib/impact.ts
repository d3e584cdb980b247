import { wholePath } from "./domain/instrument-report.ts";
import type { Path } from "./domain/moves.ts";
import { concludeReport, planReport, tapeOf } from "./domain/report.ts";
import type { ImpactReport, Loaded, ReportFacts, ReportPlan } from "./domain/report.ts";
import type { Absence } from "./domain/series.ts";
import type { Tape } from "./domain/tape.ts";
import { loadArticle, loadCompositions, loadExchanges, loadInstruments, readIntradaySeries, readPriceSeries } from "./io/data-files.ts";
import { isPriceFailure } from "./io/price-provider.ts";
import { quotedInstruments } from "./io/quoted-instruments.ts";
import { snapshotProvider } from "./io/snapshot.ts";

interface Impact {
  report: ImpactReport;
  facts: ReportFacts;
  tape: Tape;
}

/** The files do not change while a process lives, so one reading serves it. */
const impacts = new Map<string, Promise<Impact>>();

/** An article beside the tape. Always from the snapshot: a page's first HTML never waits for a vendor. */
export async function impactOf(slug: string): Promise<ImpactReport> {
  return (await memoised(slug)).report;
}

/** The path of one instrument, or of one part of it, over all days held: for the long chart. */
export async function wholePathOf(slug: string, symbol: string, part?: string): Promise<Path | Absence> {
  const { facts, tape } = await memoised(slug);
  return wholePath(facts.compositions[symbol] ?? null, part ?? symbol, tape);
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

/** Plan, load, conclude. Verdicts are concluded here too once there are any, from the same facts and tape. */
async function impact(slug: string): Promise<Impact> {
  const facts: ReportFacts = {
    article: loadArticle(slug),
    instruments: loadInstruments(),
    compositions: loadCompositions(),
    exchanges: loadExchanges(),
  };
  const plan = planReport(facts);
  const loaded = await load(plan, facts);
  return { report: concludeReport(plan, facts, loaded), facts, tape: tapeOf(plan, facts, loaded) };
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

/** What the cards of the site’s pages hold, read from the report. */
import type { Claim } from "../../domain/article/article.ts";
import type { Base } from "../../domain/moves/moves.ts";
import type { ArticleVerdicts } from "../../domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { eventMove } from "../words/event-move.ts";
import type { ChartView } from "../chart/chart-view.ts";
import { wordCounts } from "../verdict/words/finding.ts";
import { formatDay, formatInstant, formatList, formatMove, formatMoveRange } from "../words/format.ts";
import { kindLabels, reasonText, testLabels, wordLabels, saidText } from "../words/labels.ts";
import type { ShareCard } from "./share-card-svg.ts";
import { tickerClaims } from "../words/ticker-claims.ts";
import { namedBase } from "../chart/view-state.ts";

interface CardInput {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  seen: ChartView;
}

export function claimCard(claim: Claim, { report, verdicts, seen }: CardInput): ShareCard {
  const speaker = report.article.speakers.find(({ id }) => id === claim.speaker);
  const outcomes = verdicts?.claims[claim.id]?.outcomes ?? [];
  const reports = claim.exposures.flatMap(({ symbol }) => report.instruments[symbol] ?? []);
  return {
    kicker: `${speaker?.name ?? ""}, ${claim.locator}`,
    heading: claim.wording,
    note: "The claim in our words",
    words: outcomes.map(({ judged, kind }) => ({
      word: judged.word,
      text: `${outcomes.length > 1 || kind === "figure" ? `${testLabels[kind]}: ` : ""}${wordLabels[judged.word]}`,
      why: reasonText(judged),
    })),
    ...whatTheyDid(reports, seen),
    instead:
      claim.exposures.length === 0
        ? "It names nothing that has a price."
        : `About ${formatList(reports.map(({ instrument }) => instrument.shortName))}: no price to show.`,
  };
}

export function tickerCard(instrument: InstrumentReport, { report, seen }: CardInput): ShareCard {
  const { symbol, name, kind } = instrument.instrument;
  const claims = tickerClaims(report, instrument);
  const said = claims
    .slice(0, 2)
    .map(({ claim, speaker, grade, direction, through }) => `${speaker.name}: ${saidText({ grade, direction }, through)} (${claim.label})`);
  const more = claims.length - said.length;
  return {
    kicker: `${kindLabels[kind]} · ${symbol}`,
    heading: name,
    note: claims.length === 0 ? instrument.instrument.about : `${said.join(". ")}${more > 0 ? `. And ${more} more.` : "."}`,
    words: [],
    ...whatTheyDid([instrument], seen),
    instead: kind === "private" ? "No exchange quotes it, so there is no price to show." : "There is no price to show.",
  };
}

export function articleCard({ report, verdicts, seen }: CardInput): ShareCard {
  const { article, eventDays } = report;
  const [zone] = Object.values(eventDays).flatMap((event) => (isAbsent(event) ? [] : [event.timeZone]));
  const named = seen.drawn.flatMap(({ line, role }) => (role === "main" ? (report.instruments[line.symbol] ?? []) : []));
  const counts = verdicts === null ? [] : wordCounts(verdicts).filter(({ word }) => word !== "not-testable" && word !== "no-price");
  const most = counts.toSorted((a, b) => b.count - a.count).slice(0, 4);
  return {
    kicker: `${article.publisher}, ${formatDay(article.publishedAt.slice(0, 10))}${zone === undefined ? "" : `, ${formatInstant(article.publishedAt, zone)}`}`,
    heading: article.title,
    note: `${article.claims.length} claims of ${formatList(article.speakers.map(({ name }) => name))}. The verdicts given most often:`,
    words: most.map(({ word, count }) => ({ word, text: `${count} ${wordLabels[word]}`, why: null })),
    ...whatTheyDid(named.slice(0, 3), seen),
    instead: article.summary,
  };
}

export function compareCard({ report, seen }: CardInput): ShareCard {
  const named = seen.drawn.flatMap(({ line }) => (Object.hasOwn(report.instruments, line.symbol) ? (report.instruments[line.symbol] ?? []) : []));
  return {
    kicker: "Side by side",
    heading:
      seen.drawn.length === 0
        ? "Any instruments side by side, from any base"
        : formatList(seen.drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName)),
    note: `Around the article of ${formatDay(report.article.publishedAt.slice(0, 10))}`,
    words: [],
    ...whatTheyDid([...new Set(named)].slice(0, 3), seen),
    instead: "Choose what to draw; the choice is in the address.",
  };
}

/** The moves that a card can hold, counted from the base that its chart shows. */
function whatTheyDid(reports: InstrumentReport[], seen: ChartView): Pick<ShareCard, "moves" | "span" | "seen"> {
  const base = namedBase(seen.view.base);
  const spans = reports.map((one) => spanOf(one, base));
  const [span = null] = spans.filter((one) => one !== null);
  const moves = reports.flatMap((one, i): ShareCard["moves"] => {
    const event = eventMove(one, base);
    if (event.kind === "none") return [];
    const note = spans[i] === span || isAbsent(one.eventDay) ? null : `(${formatDay(one.eventDay.eventDay, "plain")})`;
    const { symbol, shortName } = one.instrument;
    const name = reports.length > 1 || shortName === symbol ? symbol : `${shortName}, ${symbol}`;
    return [
      event.kind === "one"
        ? { name, move: formatMove(event.move), note }
        : { name: `${name}, stand-ins`, move: formatMoveRange(event.low, event.high, 1), note },
    ];
  });
  return { moves, span: moves.length === 0 ? null : span, seen: seen.charts.length === 0 ? null : seen };
}

function spanOf({ eventDay }: InstrumentReport, base: Base): string | null {
  if (isAbsent(eventDay)) return null;
  const [from, to] = [formatDay(eventDay.baseDay, "plain"), formatDay(eventDay.eventDay, "plain")];
  const start = { close: `${from} close`, publication: `${to} ${eventDay.publishedTime}`, open: `${to} open` }[base];
  return `${start} → ${to} close`;
}

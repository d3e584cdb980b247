import type { Claim } from "../../domain/article/article.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { baseLabels } from "../words/base-labels.ts";
import type { ChartSubject } from "./chart-subject.ts";
import { claimLines, instrumentLines, memberLines } from "./claim-lines.ts";
import { formatMove } from "../words/format.ts";
import { claimHref, compareHref, tickerHref } from "../words/links.ts";
import { marketEventDay } from "../../domain/report/market-event-day.ts";
import { tickerClaims } from "../words/ticker-claims.ts";

/** A claim's chart: the instruments it is about. */
export function claimSubject(report: ImpactReport, claim: Claim): ChartSubject {
  return {
    ...onClock(report),
    path: claimHref(report.article.slug, claim.id),
    title: claim.label,
    ...claimLines(report, claim),
    markers: [],
    claims: [],
    references: [],
  };
}

/** An instrument's chart, with a marker for every claim about it. */
export function tickerSubject(report: ImpactReport, instrument: InstrumentReport): ChartSubject {
  const { own, without } = instrumentLines(instrument);
  const claims = tickerClaims(report, instrument);
  const labels = baseLabels(instrument.eventDay);
  const { symbol, name, kind } = instrument.instrument;
  return {
    ...onClock(report),
    baseLabels: labels,
    publicationMark: labels.publicationMark,
    path: tickerHref(symbol),
    title: name,
    own: kind === "group" ? [...own, ...memberLines(instrument)] : own,
    without,
    markers: claims.map(({ number, claim }) => ({ number, label: claim.label, claim: claim.id, href: `#said-${claim.id}` })),
    claims: claims.flatMap(({ claim }) => chosenBy(report, claim)),
    references: reportedMoves(instrument),
  };
}

/** A reader's own choice of lines; every claim about one of them is marked. */
export function compareSubject(report: ImpactReport): ChartSubject {
  return {
    ...onClock(report),
    path: compareHref(),
    title: "Side by side",
    own: [],
    without: [],
    markers: null,
    claims: report.article.claims.flatMap((claim) => chosenBy(report, claim)),
    references: [],
  };
}

function chosenBy(report: ImpactReport, claim: Claim): ChartSubject["claims"] {
  const lines = claimLines(report, claim).own.map(({ id }) => id);
  return lines.length === 0 ? [] : [{ id: claim.id, label: claim.label, lines, href: claimHref(report.article.slug, claim.id) }];
}

function onClock(report: ImpactReport): Pick<ChartSubject, "article" | "publishedAt" | "publicationMark" | "baseLabels"> {
  const labels = baseLabels(marketEventDay(report));
  return { article: report.article.slug, publishedAt: report.article.publishedAt, publicationMark: labels.publicationMark, baseLabels: labels };
}

/** What the publisher of a basket said it did on the event day. */
function reportedMoves({ composition, eventDay }: InstrumentReport): ChartSubject["references"] {
  if (composition?.kind !== "basket" || isAbsent(eventDay)) return [];
  return composition.reported
    .filter(({ day }) => day === eventDay.eventDay)
    .map(({ move, publisher }) => ({ change: move, label: `${publisher}: ${formatMove(move, 1)}` }));
}

/** What a page found, in a sentence that can stand alone: what moved, by how much, and the word. Never why. */
import type { Claim } from "../../../domain/article/article.ts";
import type { ArticleVerdicts } from "../../../domain/judgement/judge.ts";
import type { ClaimVerdict } from "../../../domain/judgement/outcome.ts";
import type { ImpactReport, InstrumentReport } from "../../../domain/report/report.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Day } from "../../../domain/market/series.ts";
import { moveWords } from "./describe-direction.ts";
import { eventMove } from "../../words/event-move.ts";
import { countWord, formatCount, formatDay, formatList, formatMoveRange } from "../../words/format.ts";
import { capitalised, namesIn, subjectName } from "../../words/names.ts";
import { reasonText, testLabels, wordLabels } from "../../words/labels.ts";

/** More than this is a list, not a sentence. */
const MOST_NAMED = 3;

/** "Nvidia fell 16.97 % on 27 January 2025, close to close; the verdict on Morgan Brown’s claim: consistent." */
export function claimFinding(report: ImpactReport, verdicts: ArticleVerdicts | null, claim: Claim): string {
  const speaker = report.article.speakers.find(({ id }) => id === claim.speaker)?.name ?? "the article";
  const verdict = verdicts?.claims[claim.id];
  const moved = movesSentence(
    claim.exposures.flatMap(({ symbol }) => report.instruments[symbol] ?? []),
    report,
  );
  const word = verdict === undefined ? "not judged" : verdictText(verdict);
  return `${moved ?? "Nothing it names has a price of its own"}; the verdict on ${possessive(speaker)} claim: ${word}.`;
}

/** "Nvidia fell 16.97 % on 27 January 2025, close to close; seven claims name it." */
export function tickerFinding(report: ImpactReport, instrument: InstrumentReport): string {
  const moved = movesSentence([instrument], report);
  const said = instrument.claims.length + instrument.claimsThroughGroup.length;
  const named = said === 0 ? "no claim is about it" : `${formatCount(said, "claim")} ${said === 1 ? "is" : "are"} about it`;
  return `${moved ?? `${instrument.instrument.name} has no price of its own`}; ${named}.`;
}

/** "32 claims of four speakers, held to prices: ten consistent, …" The words in the order a list of them keeps. */
export function articleFinding(report: ImpactReport, verdicts: ArticleVerdicts | null): string {
  const { claims, speakers } = report.article;
  const opening = `${capitalised(formatCount(claims.length, "claim"))} of ${formatCount(speakers.length, "speaker")} beside what the market did`;
  return verdicts === null
    ? `${opening}.`
    : `${opening}: ${formatList(wordCounts(verdicts).map(({ word, count }) => `${countWord(count)} ${wordLabels[word]}`))}.`;
}

/** How often each word was given as a claim’s first. */
export function wordCounts({ claims }: ArticleVerdicts): { word: ClaimVerdict["word"]; count: number }[] {
  const words = Object.values(claims).map(({ word }) => word);
  return Object.keys(wordLabels).flatMap((label) => {
    const given = words.filter((word) => word === label);
    const [word] = given;
    return word === undefined ? [] : [{ word, count: given.length }];
  });
}

/** Every word of a claim: "consistent", "not detectable (too small to tell)", "direction consistent, figure unsourced". */
export function verdictText({ outcomes }: ClaimVerdict): string {
  return outcomes
    .map(({ judged, kind }) => {
      const why = reasonText(judged);
      const label = outcomes.length > 1 || kind === "figure" ? `${testLabels[kind]} ` : "";
      return `${label}${wordLabels[judged.word]}${why === null ? "" : ` (${why})`}`;
    })
    .join(", ");
}

/** Of those that have a price, each on its own exchange's day; null where none has. */
function movesSentence(reports: InstrumentReport[], report: ImpactReport): string | null {
  const names = namesIn(report.instruments);
  const moved = reports.flatMap((one): { day: Day; words: string }[] => {
    const event = eventMove(one);
    if (event.kind === "none" || isAbsent(one.eventDay)) return [];
    const name = subjectName(one.instrument.symbol, names);
    const words = event.kind === "one" ? `${name} ${moveWords(event.move, 2)}` : `the stand-ins of ${name} moved ${formatMoveRange(event.low, event.high)}`;
    return [{ day: one.eventDay.eventDay, words }];
  });
  if (moved.length === 0) return null;
  const shown = moved.slice(0, MOST_NAMED);
  const days = [...new Set(shown.map(({ day }) => day))].map(
    (day) => `${formatList(shown.filter((one) => one.day === day).map(({ words }) => words))} on ${formatDay(day)}`,
  );
  const more = moved.length - shown.length;
  return capitalised(`${formatList(days)}, close to close${more === 0 ? "" : ` (${more} more on the page)`}`);
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

import type { Claim } from "../../domain/article/article.ts";
import type { ArticleVerdicts } from "../../domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { eventMove } from "../words/event-move.ts";
import { formatDay, formatMove, formatMoveRange } from "../words/format.ts";
import { wordLabels } from "../words/labels.ts";

/** "Scary for Nvidia (Morgan Brown): consistent" */
export function claimTitle(report: ImpactReport, verdicts: ArticleVerdicts | null, claim: Claim): string {
  const speaker = report.article.speakers.find(({ id }) => id === claim.speaker);
  const words = verdicts?.claims[claim.id]?.outcomes.map(({ judged }) => wordLabels[judged.word]) ?? [];
  return `${claim.label} (${speaker?.name ?? ""})${words.length === 0 ? "" : `: ${[...new Set(words)].join(", ")}`}`;
}

/** "Nvidia (NVDA): −16.97 % on 27 January 2025" */
export function tickerTitle(instrument: InstrumentReport): string {
  const { name, shortName, symbol } = instrument.instrument;
  const move = eventMove(instrument);
  if (move.kind === "none" || isAbsent(instrument.eventDay)) return `${name} (${symbol})`;
  const moved = move.kind === "one" ? formatMove(move.move) : `stand-ins ${formatMoveRange(move.low, move.high)}`;
  return `${shortName} (${symbol}): ${moved} on ${formatDay(instrument.eventDay.eventDay)}`;
}

export function articleTitle({ article }: ImpactReport): string {
  return article.title;
}

import type { HeldRank } from "../../../domain/judgement/held-rank.ts";
import type { RankingOutcome } from "../../../domain/judgement/ranking.ts";
import { estimateCells } from "./direction-table.ts";
import { bareP, formatOrdinal, formatShare } from "../../words/format.ts";
import type { NumberTable } from "../../words/number-table.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** The differences to the others, and the ranks, which are shown and never judged. */
export function rankingTables(outcome: RankingOutcome, names: Names): NumberTable[] {
  const own = unitName(outcome.symbol, names);
  return [
    {
      caption: `${own} minus each of the others, event day [0,0]: points beyond what each benchmark explains, unadjusted 95\u202F% interval; ${outcome.by === "size" ? "pair p of the difference and the sum; " : ""}Holm over the ${outcome.differences.length}.`,
      columns: [
        { label: "Beyond", to: "benchmarks" },
        { label: "Points", to: "ranking" },
        { label: "95\u202F% interval", to: "abnormal" },
        { label: "Error", to: "abnormal" },
        { label: "t", to: "abnormal" },
        { label: "p", to: "abnormal" },
        { label: "As far, rank p", to: "rank" },
        { label: "Pair p", to: "direction" },
        { label: "Holm p", to: "holm" },
        { label: "Way", to: "ranking" },
      ],
      rows: outcome.differences.flatMap(({ other, estimates, pair, adjusted, claimedWay }) =>
        estimates.map((found, at) => ({
          id: `${other}-${found.benchmark}`,
          name: `minus ${unitName(other, names)}`,
          under: at > 0,
          cells: [...estimateCells(found), ...(at === 0 ? [bareP(pair.p), bareP(adjusted), way(claimedWay, pair.sign)] : ["", "", ""])],
        })),
      ),
    },
    {
      caption: `Where ${own} stood, and on what share of ordinary days it stood there: shown, never judged.`,
      columns: [
        { label: "Rank", to: "ranking" },
        { label: "Held it on", to: "ranking" },
        { label: "By size of move", to: "ranking" },
        { label: "Held it on", to: "ranking" },
        { label: `Was ${outcome.claimed === "highest" ? "first" : "last"} on`, to: "ranking" },
      ],
      rows: outcome.ranks.map((rank) => ({ id: rank.measure, name: measureName(rank), cells: rankCells(rank) })),
    },
  ];
}

function way(claimedWay: boolean, sign: number): string {
  if (sign === 0) return "neither way";
  return claimedWay ? "the claim’s way" : "the other way";
}

function measureName({ measure }: HeldRank): string {
  return measure === "raw" ? "Raw move" : `Beyond ${measure}`;
}

function rankCells({ signed, absolute, of, heldSigned, heldAbsolute, heldClaimed }: HeldRank): string[] {
  return [
    `${formatOrdinal(signed)} of ${of}`,
    formatShare(heldSigned, 0),
    `${formatOrdinal(absolute)} of ${of}`,
    formatShare(heldAbsolute, 0),
    formatShare(heldClaimed, 0),
  ];
}

import type { RankingTest } from "../article/claim-test.ts";
import { residualsOf } from "../study/event-study.ts";
import type { Fitted } from "./evidence.ts";
import { abnormalReturn } from "../study/market-model.ts";
import { isAbsent } from "../market/series.ts";

/** Where the instrument stood by one measure. Shown, never judged. */
export interface HeldRank {
  /** `raw`, or the benchmark of the abnormal return. */
  measure: string;
  /** 1 is the highest return of the group. */
  signed: number;
  /** 1 is the largest move either way. */
  absolute: number;
  of: number;
  /** The share of estimation days on which it held that signed rank: what luck would give *this* instrument. */
  heldSigned: number;
  heldAbsolute: number;
  /** The share on which it was at the claimed end, by sign or by size as the claim is read. */
  heldClaimed: number;
}

/**
 * Ranks by raw return and by abnormal return on each benchmark, and how often each was held on the
 * estimation days. One in seven is not every member's luck: the most volatile one is last far more often.
 *
 * @param members all of the set, `own` among them; a measure that a member lacks is left out
 */
export function heldRanks(own: Fitted, members: Fitted[], { claimed, by = "sign" }: Pick<RankingTest, "claimed" | "by">): HeldRank[] {
  const benchmarks = Object.keys(own.fits);
  const measures = [
    ...benchmarks.slice(0, 1).map((benchmark) => ({ measure: "raw", columns: columnsOn(benchmark, members, false) })),
    ...benchmarks.map((benchmark) => ({ measure: benchmark, columns: columnsOn(benchmark, members, true) })),
  ];
  return measures.flatMap(({ measure, columns }) => {
    const at = members.indexOf(own);
    const ranked = columns === null ? null : rankColumns(columns.event, columns.estimation, at, claimed, by);
    return ranked === null ? [] : [{ measure, of: members.length, ...ranked }];
  });
}

/** Per member: its move on the event day, and its moves on estimation days; null where one has none. */
function columnsOn(benchmark: string, members: Fitted[], abnormal: boolean): { event: number[]; estimation: Map<number, number>[] } | null {
  const event: number[] = [];
  const estimation: Map<number, number>[] = [];
  for (const { fits } of members) {
    const fit = fits[benchmark];
    if (fit === undefined || isAbsent(fit)) return null;
    const zero = fit.event.offsets.indexOf(0);
    const own = fit.event.own[zero] ?? NaN;
    event.push(abnormal ? abnormalReturn(fit.model, own, fit.event.market[zero] ?? NaN) : own);
    const moves = abnormal ? residualsOf(fit) : fit.estimation.own;
    estimation.push(new Map(fit.estimation.offsets.map((offset, i) => [offset, moves[i] ?? NaN])));
  }
  return { event, estimation };
}

function rankColumns(
  event: number[],
  estimation: Map<number, number>[],
  at: number,
  claimed: RankingTest["claimed"],
  by: "sign" | "size",
): Omit<HeldRank, "measure" | "of"> | null {
  const rankOf = (moves: number[]) => 1 + moves.filter((move) => move > (moves[at] ?? NaN)).length;
  const sizeOf = (moves: number[]) => rankOf(moves.map(Math.abs));
  const days = [...(estimation[0]?.keys() ?? [])].filter((offset) => estimation.every((column) => column.has(offset)));
  if (days.length === 0) return null;
  const past = days.map((offset) => estimation.map((column) => column.get(offset) ?? NaN));
  const share = (held: (moves: number[]) => boolean) => past.filter(held).length / past.length;
  const signed = rankOf(event);
  const absolute = sizeOf(event);
  const end = claimed === "highest" ? 1 : event.length;
  return {
    signed,
    absolute,
    heldSigned: share((moves) => rankOf(moves) === signed),
    heldAbsolute: share((moves) => sizeOf(moves) === absolute),
    heldClaimed: share((moves) => (by === "size" ? sizeOf(moves) : rankOf(moves)) === end),
  };
}

import type { AbsentRung, HorizonOutcome, Ladder, Rung } from "../../../domain/judgement/horizon.ts";
import type { Holding } from "../../../domain/judgement/ladder.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { bareP, formatDay, formatMove, formatMoveRange, formatNumber, formatSigned } from "../../words/format.ts";
import type { NumberRow, NumberTable } from "../../words/number-table.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** One table per unit and ladder: the one from the open that gives the word, then the one from the close before. */
export function horizonTables({ fromOpen, fromClose }: HorizonOutcome, names: Names): { open: NumberTable[]; close: NumberTable[] } {
  return { open: fromOpen.map((ladder) => ladderTable(ladder, names)), close: fromClose.map((ladder) => ladderTable(ladder, names)) };
}

export const rungColumns: NumberTable["columns"] = [
  { label: "Against", to: "benchmarks" },
  { label: "Return", to: "horizon" },
  { label: "Benchmark’s", to: "horizon" },
  { label: "Relative", to: "horizon" },
  { label: "Range without skill", to: "horizon" },
  { label: "t", to: "horizon" },
  { label: "p", to: "horizon" },
  { label: "Holm p", to: "holm" },
  { label: "Word", to: "words" },
];

function ladderTable(ladder: Ladder, names: Names): NumberTable {
  const base = ladder.base === "open" ? "from the event day’s open" : "from the close before";
  const nowhere = onNoRung(ladder);
  return {
    caption: `${unitName(ladder.unit, names)}, ${unitName(ladder.symbol, names)}: ${base}, equal amounts held and never rebalanced${ladder.role === "shown" ? "; shown, not judged" : ""}.${nowhere === null ? " — where nothing is tested or judged." : ""}`,
    columns: rungColumns,
    rows: nowhere === null ? [...ladder.rungs.flatMap((rung) => rungRows(rung, ladder.role)), ...latestRows(ladder)] : [nowhere],
  };
}

/** Absent on every rung: one row says it once. */
function onNoRung({ rungs }: Ladder): NumberRow | null {
  const missing = rungs.flatMap((rung) => (isAbsent(rung) ? [rung.why] : []));
  const [why] = missing;
  return why === undefined || missing.length < rungs.length ? null : { id: "none", name: "At no horizon", cells: [], why: why };
}

export function rungRows(rung: Rung | AbsentRung, role: Ladder["role"]): NumberRow[] {
  const name = `${formatNumber(rung.horizon)} ${rung.horizon === 1 ? "session" : "sessions"}`;
  if (isAbsent(rung)) return [{ id: name, name, cells: [], why: rung.why }];
  return rung.against.map((against, at) => ({
    id: `${name}-${against.benchmark}`,
    name,
    under: at > 0,
    cells: [
      ...holdingCells(against),
      ...(isAbsent(against.test)
        ? ["—", "—", "—"]
        : [formatMoveRange(against.test.band[0], against.test.band[1], 1), formatSigned(against.test.t), bareP(against.test.p)]),
      at > 0 ? "" : isAbsent(rung.pair) ? "—" : bareP(rung.adjusted),
      at > 0 ? "" : role === "shown" ? "—" : { judged: rung.judged },
    ],
  }));
}

function latestRows({ latest }: Ladder): NumberRow[] {
  if (isAbsent(latest)) return [];
  const name = `To the latest price, ${formatDay(latest.day)}: never judged`;
  return latest.against.map((against, at) => ({
    id: `latest-${against.benchmark}`,
    name,
    under: at > 0,
    cells: [...holdingCells(against), "—", "—", "—", ...(at > 0 ? ["", ""] : ["—", "—"])],
  }));
}

function holdingCells({ benchmark, return: own, benchmarkReturn, relative }: Holding): string[] {
  return [benchmark, formatMove(own, 1), formatMove(benchmarkReturn, 1), formatMove(relative, 1)];
}

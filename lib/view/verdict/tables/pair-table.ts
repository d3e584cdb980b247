import type { PairFinding, PairOutcome } from "../../../domain/judgement/pairwise.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { estimateCells, windowName } from "./direction-table.ts";
import { bareP, formatCount } from "../../words/format.ts";
import { rungColumns, rungRows } from "./horizon-table.ts";
import type { NumberRow, NumberTable } from "../../words/number-table.ts";
import type { Names } from "../../words/names.ts";
import { pairName, unitName } from "../../words/names.ts";

const estimateColumns: NumberTable["columns"] = [
  { label: "Beyond", to: "benchmarks" },
  { label: "Points", to: "pair" },
  { label: "95\u202F% interval", to: "abnormal" },
  { label: "Error", to: "abnormal" },
  { label: "t", to: "abnormal" },
  { label: "p", to: "abnormal" },
  { label: "As far, rank p", to: "rank" },
  { label: "Pair p", to: "direction" },
];

/** One table per window that carries a word, [0,0] first; then groups without each member; then the holdings. */
export function pairTables({ windows, findings }: PairOutcome, names: Names): NumberTable[] {
  const worded = windows.map(({ from, to }, i): NumberTable => ({
    caption: `${windowName(from, to)}: one return less the other, points beyond what each benchmark explains, unadjusted 95\u202F% interval; Holm over ${formatCount(findings.length, "pair")}.`,
    columns: [...estimateColumns, { label: "Holm p", to: "holm" }, { label: "Word", to: "words" }],
    rows: findings.flatMap((finding) => windowRows(finding, i, names)),
  }));
  return [...worded, ...findings.flatMap((finding) => [...withoutTable(finding, names), ...heldTable(finding, names)])];
}

function windowRows(finding: PairFinding, i: number, names: Names): NumberRow[] {
  const window = finding.windows[i];
  if (window === undefined) return [];
  const name = pairName(finding, names);
  const { estimate, judged } = window;
  if (isAbsent(estimate)) return [{ id: name, name, cells: [], why: estimate.why }];
  return estimate.estimates.map((found, at) => ({
    id: `${name}-${found.benchmark}`,
    name,
    under: at > 0,
    cells: [...estimateCells(found), ...(at === 0 ? [bareP(estimate.pair.p), bareP(estimate.adjusted), { judged }] : ["", "", ""])],
  }));
}

function withoutTable(finding: PairFinding, names: Names): NumberTable[] {
  if (finding.dropOne.length === 0) return [];
  return [
    {
      caption: `${pairName(finding, names)}, event day, with each member left out in turn: unadjusted; shown, never judged.`,
      columns: estimateColumns,
      rows: finding.dropOne.flatMap(({ without, estimates, pair }) =>
        estimates.map((found, at) => ({
          id: `${without}-${found.benchmark}`,
          name: `without ${unitName(without, names)}`,
          under: at > 0,
          cells: [...estimateCells(found), at === 0 ? bareP(pair.p) : ""],
        })),
      ),
    },
  ];
}

function heldTable(finding: PairFinding, names: Names): NumberTable[] {
  if (finding.held.length === 0) return [];
  return [
    {
      caption: `${unitName(finding.higher, names)} held against ${unitName(finding.lower, names)} from the close before: beside the word, never the chip.`,
      columns: rungColumns,
      rows: finding.held.flatMap((rung) => rungRows(rung, "judged")),
    },
  ];
}

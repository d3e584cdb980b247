import type { RelationOutcome, RelationVariant } from "../../../domain/judgement/relation.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { bareP, formatDay, formatNumber, formatSigned, barePoints } from "../../words/format.ts";
import type { NumberRow, NumberTable } from "../../words/number-table.ts";
import { amountText } from "../../words/quantity.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** The points of the scatter, then the order that is judged with the others that stand beside it. */
export function relationTables(outcome: RelationOutcome, names: Names): NumberTable[] {
  const benchmarks = outcome.points[0]?.abnormal.map(({ benchmark }) => benchmark) ?? [];
  return [
    {
      caption: `Announced capital spending, known on ${formatDay(outcome.asOf)}, and the points of the event day beyond what each benchmark explains. — where no figure was known: placed by rank only.`,
      columns: [
        { label: "A year", to: "relation" },
        { label: "For", to: "relation" },
        ...benchmarks.map((benchmark) => ({ label: `Beyond ${benchmark}`, to: "abnormal" as const })),
      ],
      rows: outcome.points.map(({ symbol, known, abnormal, primary }) => ({
        id: symbol,
        name: `${unitName(symbol, names)}${primary ? "" : ", left out"}`,
        cells: [
          known.kind === "rank-only" ? "—" : amountText(known),
          known.kind === "rank-only" ? "—" : known.period,
          ...abnormal.map(({ value }) => barePoints(value)),
        ],
      })),
    },
    {
      caption:
        "Rank correlation in the order that is judged, and in others written down beforehand: shown, never judged. — where no ρ, however strong, reaches the 5\u202F% level.",
      columns: [
        { label: "n", to: "relation" },
        ...benchmarks.flatMap((benchmark) => [
          { label: `ρ, ${benchmark}`, to: "relation" as const },
          { label: "p", to: "relation" as const },
        ]),
        { label: "Pair p", to: "relation" },
        { label: "Takes |ρ| ≥", to: "relation" },
      ],
      rows: [
        ...(isAbsent(outcome.primary) ? [] : [variantRow(outcome.primary, `${outcome.primary.order.label}, judged`)]),
        ...outcome.variants.map((variant) => variantRow(variant, variant.order.label)),
        ...outcome.leaveOneOut.map(({ without, variant }) => variantRow(variant, `The judged order without ${unitName(without, names)}`)),
      ],
    },
  ];
}

function variantRow({ order, estimates, pair, critical }: RelationVariant, name: string): NumberRow {
  return {
    id: order.id,
    name,
    cells: [
      formatNumber(order.fromMost.length),
      ...estimates.flatMap(({ rho, p }) => [formatSigned(rho), bareP(p)]),
      bareP(pair.p),
      critical === null ? "—" : formatNumber(critical, 3),
    ],
  };
}

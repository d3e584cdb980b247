import type { AmongDays, SpreadChange, VolatilityFinding, VolatilityOutcome, VolatilityPart } from "../../../domain/judgement/volatility.ts";
import { bareP, formatMove, formatNumber, formatPoints, formatSigned } from "../../words/format.ts";
import type { NumberTable } from "../../words/number-table.ts";

/** The three parts; each may only point up. */
export function volatilityTables({ findings, absent }: VolatilityOutcome): NumberTable[] {
  return [
    {
      caption: "Did it rise? Each part beside 250 ordinary days, one-sided upward, corrected over the three. — where days are counted and no t is formed.",
      columns: [
        { label: "Value", to: "volatility" },
        { label: "Beside", to: "volatility" },
        { label: "t", to: "volatility" },
        { label: "p", to: "volatility" },
        { label: "Holm p", to: "holm" },
        { label: "Word", to: "words" },
      ],
      rows: [
        ...findings.map((finding) => ({
          id: finding.part,
          name: partNames[finding.part],
          cells: [...basisCells(finding), bareP(finding.p), bareP(finding.adjusted), { judged: finding.judged }],
        })),
        ...absent.map(({ part, absence }) => ({ id: part, name: partNames[part], cells: [], why: absence.why })),
      ],
    },
  ];
}

const partNames: Record<VolatilityPart, string> = {
  index: "VIX, change that day",
  dispersion: "Spread of the seven, that day",
  variance: "Spread of their portfolio, next 20 sessions",
};

function basisCells({ part, basis }: VolatilityFinding): string[] {
  if ("before" in basis) return spreadCells(basis);
  return [part === "index" ? logChange(basis.value) : formatPoints(basis.value, 2), amongText(basis), "—"];
}

function spreadCells({ before, after, t, df }: SpreadChange): string[] {
  return [formatPoints(after, 2), `${formatPoints(before, 2)} before`, `${formatSigned(t)} (${formatNumber(df)} df)`];
}

function amongText({ asHigh, n }: AmongDays): string {
  return asHigh === 0 ? `none of ${n} as high` : `${asHigh} of ${n} as high`;
}

/** "+20.5 %" for a log change of 0.187. */
function logChange(value: number): string {
  return formatMove(Math.expm1(value), 1);
}

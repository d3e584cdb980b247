import type { AmongDays, SpreadChange, VolatilityFinding, VolatilityOutcome, VolatilityPart } from "../../../domain/judgement/volatility.ts";
import { bareP, countWord, formatCount, formatMove, formatNumber, formatPoints, formatSigned } from "../../words/format.ts";
import type { VolatilityTest } from "../../../domain/article/claim-test.ts";
import { groupName, unitName } from "../../words/names.ts";
import type { Names } from "../../words/names.ts";
import type { NumberTable } from "../../words/number-table.ts";

/** Each part of the test; each may only point up. */
export function volatilityTables({ findings, absent }: VolatilityOutcome, test: VolatilityTest, names: Names): NumberTable[] {
  const parts = partNames(test, findings, names);
  return [
    {
      caption: `Did it rise? Each part beside ${ordinaryDays(findings)}, one-sided upward, corrected over the ${countWord(findings.length + absent.length)}. — where days are counted and no t is formed.`,
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
          name: parts[finding.part],
          cells: [...basisCells(finding), bareP(finding.p), bareP(finding.adjusted), { judged: finding.judged }],
        })),
        ...absent.map(({ part, absence }) => ({ id: part, name: parts[part], cells: [], why: absence.why })),
      ],
    },
  ];
}

function partNames({ index, group }: VolatilityTest, findings: VolatilityFinding[], names: Names): Record<VolatilityPart, string> {
  const after = findings.flatMap(({ basis }) => ("nAfter" in basis ? [basis.nAfter] : []))[0];
  return {
    index: `${unitName(index, names)}, change that day`,
    dispersion: `Spread of ${groupName(group, names)}, that day`,
    variance: `Spread of their portfolio, ${after === undefined ? "the sessions after" : `next ${formatCount(after, "session")}`}`,
  };
}

/** "250 ordinary days"; parts may hold more or fewer of them. */
function ordinaryDays(findings: VolatilityFinding[]): string {
  const counts = findings.map(({ basis }) => ("nBefore" in basis ? basis.nBefore : basis.n));
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (counts.length === 0) return "ordinary days";
  return fewest === most ? formatCount(most, "ordinary day") : `${fewest} to ${most} ordinary days`;
}

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

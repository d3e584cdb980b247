import type { ClaimTest, Figure } from "../domain/claim-test.ts";
import type { FigureFinding, FigureOutcome } from "../domain/figure.ts";
import type { Referred } from "../domain/reference.ts";
import { isAbsent } from "../domain/series.ts";
import { formatCount, formatList, formatNumber, formatShare } from "./format.ts";
import { wordLabels } from "./verdict-word.ts";

/** Each stated number beside its reference. */
export function describeFigures(outcome: FigureOutcome, test: ClaimTest | undefined): string {
  const figures = test?.kind === "figure" ? test.figures : [];
  const said = outcome.findings.flatMap((finding) => {
    const figure = figures.find(({ id }) => id === finding.figure);
    return figure === undefined ? [] : [describeFigure(figure, finding)];
  });
  const [only] = said;
  if (only !== undefined && said.length === 1) return `${only}.`;
  const words = [...new Set(outcome.findings.map(({ judged }) => judged.word))];
  const counts = words.map((word) => {
    const label = word === "matches" ? "matching" : wordLabels[word];
    return formatCount(outcome.findings.filter(({ judged }) => judged.word === word).length, label, label);
  });
  return `Of ${formatCount(said.length, "figure")}, ${formatList(counts)}: ${said.join("; ")}.`;
}

/** "Nvidia's market value, stated as $2T: $3.49tn by the reference, understated". */
export function describeFigure({ what, stated }: Figure, { judged, reference, alternative }: FigureFinding): string {
  const said = `${what}, stated as ${stated.text}`;
  if (judged.word === "unsourced") return `${said}: unsourced, nothing but memory to set beside it`;
  if (isAbsent(reference)) return `${said}: ${reference.why.replace(/\.$/, "")}`;
  const second = alternative === null || isAbsent(alternative) ? "" : `, ${quantityOf(alternative)} by another`;
  return `${said}: ${quantityOf(reference)} by the reference${second}, ${wordLabels[judged.word]}`;
}

function quantityOf({ low, high, unit }: Referred): string {
  return low === high ? formatQuantity(low, unit) : `${formatQuantity(low, unit)} to ${formatQuantity(high, unit)}`;
}

const SCALES: [number, string][] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "M"],
];

/** A reference in the unit it is kept in: "$3.49tn", "1.31 %", "54 days", "671bn parameters". */
export function formatQuantity(value: number, unit: string): string {
  if (unit === "fraction") return formatShare(value, Math.abs(value) < 0.1 ? 2 : 1);
  const number = scaled(value);
  return unit === "USD" ? `$${number}` : `${number} ${unit}`;
}

/** Three significant digits, whole numbers below ten thousand as they are. */
function scaled(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  const [size, suffix] = scale ?? [1, ""];
  const shown = value / size;
  const digits = Number.isInteger(shown) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown))));
  return `${trimmed(formatNumber(shown, digits))}${suffix}`;
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

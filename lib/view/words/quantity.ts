import type { KnownCapex } from "../../domain/article/capex.ts";
import { barePointSize, formatNumber, formatShare, formatUpTo } from "./format.ts";

const SCALES: [number, string][] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "M"],
];
/** "$2T" and "671B": what stands beside it is written the same way. */
const LETTERS: Record<string, string> = { tn: "T", bn: "B" };

/**
 * A reference in the unit it is kept in: "$3.49tn", "1.31 %", "54 days", "671bn parameters".
 *
 * @param like a number as it was stated: "$2T" makes it "$3.49T"
 */
export function formatQuantity(value: number, unit: string, like = ""): string {
  if (unit === "fraction") return formatShare(value, shareDigits(value));
  const number = scaled(value, /\d[TBMK]\b/.test(like));
  return unit === "USD" ? `$${number}` : `${number} ${unit}`;
}

/** Two ends of a range; a unit that follows the number is said once: "11 to 14 times", "$50bn to $80bn". */
export function formatQuantityRange(low: number, high: number, unit: string, like = ""): string {
  const to = formatQuantity(high, unit, like);
  if (low === high) return to;
  if (unit === "fraction") return `${barePointSize(low, shareDigits(low))} to ${to}`;
  return `${unit === "USD" ? formatQuantity(low, unit, like) : scaled(low, /\d[TBMK]\b/.test(like))} to ${to}`;
}

function shareDigits(fraction: number): number {
  return Math.abs(fraction) < 0.1 ? 2 : 1;
}

/** Three significant digits, whole numbers below ten thousand as they are. */
function scaled(value: number, letters: boolean): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  const [size, suffix] = scale ?? [1, ""];
  const shown = value / size;
  const digits = Number.isInteger(shown) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown))));
  return `${formatUpTo(shown, digits)}${letters ? (LETTERS[suffix] ?? suffix) : suffix}`;
}

/** Announced capital spending: "$60–65bn", "$80bn or more". */
export function amountText(known: KnownCapex): string {
  if (known.kind === "rank-only") return "placed lowest by rank only";
  const { lowUsdBn, highUsdBn } = known;
  if (highUsdBn === null) return `$${formatNumber(lowUsdBn, decimals(lowUsdBn))}bn or more`;
  const low = formatNumber(lowUsdBn, decimals(lowUsdBn));
  return highUsdBn > lowUsdBn ? `$${low}–${formatNumber(highUsdBn, decimals(highUsdBn))}bn` : `$${low}bn`;
}

function decimals(amount: number): number {
  return Number.isInteger(amount) ? 0 : 1;
}

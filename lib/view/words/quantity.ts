import { formatNumber, formatShare } from "./format.ts";

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
  if (unit === "fraction") return formatShare(value, Math.abs(value) < 0.1 ? 2 : 1);
  const number = scaled(value, /\d[TBMK]\b/.test(like));
  return unit === "USD" ? `$${number}` : `${number} ${unit}`;
}

/** Three significant digits, whole numbers below ten thousand as they are. */
function scaled(value: number, letters: boolean): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  const [size, suffix] = scale ?? [1, ""];
  const shown = value / size;
  const digits = Number.isInteger(shown) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(shown))));
  return `${trimmed(formatNumber(shown, digits))}${letters ? (LETTERS[suffix] ?? suffix) : suffix}`;
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

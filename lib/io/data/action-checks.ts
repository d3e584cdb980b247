import type { CorporateAction, Day, PriceSeries } from "../../domain/market/series.ts";

/** Splits and dividends that an answer tells and its own figures do not follow. */
export interface ActionDoubt {
  day: Day;
  /** A clause about the day, in words for a person. */
  why: string;
}

type Rows = Pick<PriceSeries, "days" | "close" | "adjclose">;

/** A split of fewer shares than this on top is smaller than an ordinary day's move: figures cannot tell. */
const smallestSplit = 1.02;
/** Below this part of the price, 0.05 points, a dividend is as small as what takings of one history may differ by. */
const smallestDividend = 0.0005;
/** What a told dividend and the one in the adjusted closes may differ by: a fifth of it, and never more than 0.3 points. */
const dividendShare = 0.2;
const dividendPoints = 0.003;

/**
 * Yahoo divides all closes before a split, and takes a dividend out of all adjusted closes before it. It
 * tells of both at once and does the sums later, sometimes days later: until then the return of that
 * day is the split or the dividend itself.
 *
 * @param rows `close` with the source's own levels even where we keep none
 */
export function* actionDoubts(rows: Rows, actions: readonly CorporateAction[]): Iterable<ActionDoubt> {
  for (const [at, ratio] of perRow(
    rows.days,
    actions,
    (action) => (action.kind === "split" ? action.ratio : null),
    (a, b) => a * b,
  )) {
    const why = splitDoubt(rows, at, ratio);
    if (why !== null) yield { day: dayAt(rows, at), why };
  }
  for (const [at, amount] of perRow(
    rows.days,
    actions,
    (action) => (action.kind === "dividend" ? action.amount : null),
    (a, b) => a + b,
  )) {
    const why = dividendDoubt(rows, at, amount);
    if (why !== null) yield { day: dayAt(rows, at), why };
  }
}

/** What the adjusted closes say was paid out on a row, as a part of the close before; null where a level is missing. */
export function paidOut({ close, adjclose }: Rows, at: number): number | null {
  const [before, now] = [close[at - 1] ?? null, close[at] ?? null];
  const [adjustedBefore, adjustedNow] = [adjclose[at - 1], adjclose[at]];
  if (before === null || now === null || adjustedBefore === undefined || adjustedNow === undefined) return null;
  return 1 - adjustedBefore / before / (adjustedNow / now);
}

function splitDoubt({ close, adjclose }: Rows, at: number, ratio: number): string | null {
  const told = Math.log(ratio);
  if (Math.abs(told) < Math.log(smallestSplit)) return null;
  for (const column of [close, adjclose]) {
    const [before, now] = [column[at - 1] ?? null, column[at] ?? null];
    if (before === null || now === null) continue;
    const move = Math.log(now / before);
    if (isNear(move, -told)) return `a split of ${ratioText(ratio)} is told, and the closes before it are not divided by it`;
    if (isNear(move, told)) return `a split of ${ratioText(ratio)} is told, and the closes before it are divided by it twice`;
  }
  return null;
}

/** Nearer to the split than to no move; of a small split, which an ordinary day can look like, within a quarter of it. */
function isNear(move: number, split: number): boolean {
  const within = Math.abs(split) < Math.log(1.25) ? Math.abs(split) / 4 : Math.abs(move) / 2;
  return Math.abs(move - split) < within;
}

function dividendDoubt(rows: Rows, at: number, amount: number): string | null {
  const before = rows.close[at - 1] ?? null;
  const found = paidOut(rows, at);
  if (before === null || found === null) return null;
  const told = amount / before;
  // Four decimals are kept of an adjusted close: of a low one that is much.
  const rounding = 2e-4 / (rows.adjclose[at - 1] ?? before);
  if (told < smallestDividend + rounding) return null;
  if (Math.abs(found - told) <= rounding + Math.max(smallestDividend / 2, Math.min(dividendShare * told, dividendPoints))) return null;
  const said = `a dividend of ${percent(told)} is told, and adjusted closes`;
  if (found < told / 2) return `${said} do not take it out`;
  return found > told * 1.5 ? `${said} take out ${percent(found)}, as if it were paid more than once` : `${said} take out ${percent(found)}`;
}

/** By the first row on or after the day; several of one row are put together. A row nothing is before cannot be checked. */
function perRow(
  days: readonly Day[],
  actions: readonly CorporateAction[],
  valueOf: (action: CorporateAction) => number | null,
  together: (a: number, b: number) => number,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const action of actions) {
    const value = valueOf(action);
    const at = value === null ? -1 : days.findIndex((day) => day >= action.day);
    if (value === null || at < 1) continue;
    const held = found.get(at);
    found.set(at, held === undefined ? value : together(held, value));
  }
  return found;
}

const dayAt = ({ days }: Rows, at: number): Day => days[at] ?? "";

function ratioText(ratio: number): string {
  return ratio >= 1 ? `${plain(ratio)} for 1` : `1 for ${plain(1 / ratio)}`;
}

const plain = (value: number): string => String(Math.round(value * 1000) / 1000);

const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)} %`;

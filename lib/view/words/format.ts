/**
 * How numbers, days and times are written, in one place. Percent exists only here: everywhere else
 * a return is a fraction. The locale is fixed, so that a page reads the same wherever it is drawn.
 */
import type { Instrument } from "../../domain/market/instruments.ts";
import type { Day, Instant } from "../../domain/market/series.ts";

const LOCALE = "en-GB";
/** A true minus, as wide as the plus: columns of moves line up. */
const MINUS = "\u2212";
/** Narrow and no-break: between a number and its unit. */
const UNIT_SPACE = "\u202F";

/** `-0.16968` -> "−16.97 %". Zero, and what rounds to zero, carries no sign. */
export function formatMove(fraction: number, digits = 2): string {
  return `${signed(fraction * 100, digits)}${UNIT_SPACE}%`;
}

/** The size of a move where a shape beside it carries the sign, in a narrow cell: "4.2", "17". */
export function formatSize(fraction: number): string {
  const percent = Math.abs(fraction) * 100;
  return formatNumber(percent, percent < 9.95 ? 1 : 0);
}

/** The sizes of a span of moves: "5–15"; with signs where it lies on both sides of zero: "−2 to +3". */
export function formatSizeRange(low: number, high: number): string {
  if (low < 0 && high > 0) return `${signed(low * 100, 0)} to ${signed(high * 100, 0)}`;
  const [small = 0, large = 0] = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b);
  return `${formatNumber(small * 100)}–${formatNumber(large * 100)}`;
}

/** A share or a level that has no direction: `0.746` -> "74.6 %". */
export function formatShare(fraction: number, digits = 1): string {
  return `${formatNumber(fraction * 100, digits)}${UNIT_SPACE}%`;
}

/** An interval with one unit: "−22.10 to −11.84 %". */
export function formatMoveRange(low: number, high: number, digits = 2): string {
  return `${signed(low * 100, digits)} to ${formatMove(high, digits)}`;
}

/** A label on an axis of moves, with the digits that the step between ticks needs and no more. */
export function formatAxisMove(fraction: number, step: number): string {
  return formatMove(fraction, axisDigits(step));
}

function axisDigits(step: number): number {
  const percentStep = Math.abs(step) * 100;
  return percentStep > 0 ? Math.max(0, Math.ceil(-Math.log10(percentStep) - 1e-9)) : 0;
}

/** A difference between two percentages: `0.134` -> "13.4 points". */
export function formatPoints(fraction: number, digits = 1): string {
  return `${barePointSize(fraction, digits)} points`;
}

/** The same with its sign shown: "+13.4 points". */
export function formatSignedPoints(fraction: number, digits = 1): string {
  return `${barePoints(fraction, digits)} points`;
}

/** A difference where the unit stands beside it already, in a column's head or earlier in the sentence: "−13.4". */
export function barePoints(fraction: number, digits = 2): string {
  return signed(fraction * 100, digits);
}

/** The same on an axis, with the digits that the step between ticks needs and no more. */
export function bareAxisPoints(fraction: number, step: number): string {
  return barePoints(fraction, axisDigits(step));
}

/** Two ends of an interval, the unit beside them: "−17.9 to −8.8". */
export function pointRange(low: number, high: number): string {
  return `${barePoints(low, 1)} to ${barePoints(high, 1)}`;
}

/** The size of a difference where the unit stands beside it: a standard error of "3.40". */
export function barePointSize(fraction: number, digits = 2): string {
  return formatNumber(fraction * 100, digits);
}

/** A plain number with thousands separated and a true minus. */
export function formatNumber(value: number, digits = 0): string {
  return unsignedZero(value, digits).replace("-", MINUS);
}

/** The same without digits that are zero at the end, at most so many: "1.5", "2". */
export function formatUpTo(value: number, digits: number): string {
  return numbers({ maximumFractionDigits: digits, signDisplay: "negative" }).format(value).replace("-", MINUS);
}

/** A plain number with its sign always shown, for statistics: "+1.30". */
export function formatSigned(value: number, digits = 2): string {
  return signed(value, digits);
}

/** A quoted price: "$142.62", "HK$398.52", "¥2,282". A level without currency, such as an index, is a plain number. `digits`: else as many as the currency has. */
export function formatPrice(value: number, currency: string | null, digits?: number): string {
  if (currency === null) return formatNumber(value, digits ?? 2);
  // Short where it cannot be mistaken; several currencies call themselves dollar.
  const currencyDisplay = ["USD", "EUR", "GBP", "JPY"].includes(currency) ? "narrowSymbol" : "symbol";
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numbers({ style: "currency", currency, currencyDisplay, ...fixed })
    .format(value)
    .replace("-", MINUS);
}

/** The currency in which an instrument's level is a price; null for an index, whose level is a plain number. */
export function quoteCurrency({ kind, currency }: Pick<Instrument, "kind" | "currency">): string | null {
  return kind === "index" ? null : currency;
}

export type DayStyle = "long" | "short" | "plain" | "weekday" | "full" | "spoken" | "month" | "month-year";

/**
 * long "27 January 2025" · short "Mon 27 Jan" · plain "27 Jan" · weekday "Monday" · full "Monday 27 January 2025" ·
 * spoken "Monday 27 January" · month "Jan" · month-year "Jan 2025"
 */
export function formatDay(day: Day, style: DayStyle = "long"): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const parts = (options: Intl.DateTimeFormatOptions) => dates({ ...options, timeZone: "UTC" }).format(at);
  switch (style) {
    case "long":
      return parts({ day: "numeric", month: "long", year: "numeric" });
    case "short":
      // Cut to three letters: some versions of the locale write "Sept".
      return `${parts({ weekday: "short" })} ${parts({ day: "numeric" })} ${parts({ month: "long" }).slice(0, 3)}`;
    case "plain":
      return `${parts({ day: "numeric" })} ${parts({ month: "long" }).slice(0, 3)}`;
    case "weekday":
      return parts({ weekday: "long" });
    case "full":
      return `${parts({ weekday: "long" })} ${parts({ day: "numeric", month: "long", year: "numeric" })}`;
    case "spoken":
      return `${parts({ weekday: "long" })} ${parts({ day: "numeric", month: "long" })}`;
    case "month":
      return parts({ month: "long" }).slice(0, 3);
    case "month-year":
      return `${parts({ month: "long" }).slice(0, 3)} ${parts({ year: "numeric" })}`;
  }
}

/** From one day to another without their year, the month once where it is one: "24 to 29 January", "30 January to 2 February". */
export function formatDays(first: Day, last: Day): string {
  const written = (day: Day, options: Intl.DateTimeFormatOptions) => dates({ ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  const until = written(last, { day: "numeric", month: "long" });
  if (first === last) return until;
  return `${written(first, first.slice(0, 7) === last.slice(0, 7) ? { day: "numeric" } : { day: "numeric", month: "long" })} to ${until}`;
}

/** The city that names a time zone: "America/New_York" -> "New York". */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** A wall-clock time and where it was on the wall: "06:10 in New York". */
export function formatTime(time: string, timeZone: string): string {
  return `${time} in ${cityOf(timeZone)}`;
}

/** An instant on the wall clock of one place: "06:10 in New York". */
export function formatInstant(instant: Instant, timeZone: string): string {
  const time = dates({ timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return formatTime(time.format(new Date(instant)), timeZone);
}

/** An instant where no place is meant: "30 November 2026, 14:20 UTC". */
export function formatUtc(instant: Instant): string {
  const at = new Date(instant).toISOString();
  return `${formatDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

/** Minutes as hours and minutes: 200 -> "3 h 20 min". */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours}${UNIT_SPACE}h`);
  if (rest > 0 || hours === 0) parts.push(`${rest}${UNIT_SPACE}min`);
  return parts.join(" ");
}

/** A p-value with its name: "p = 0.023", "p < 0.001". */
export function formatP(p: number): string {
  const number = bareP(p);
  return /^[<>]/.test(number) ? `p ${number}` : `p = ${number}`;
}

/**
 * For a column whose header already says p: two digits, three below 0.01, "< 0.001" at the bottom. More
 * digits where fewer would print the 5 % line itself for a value beside it.
 */
export function bareP(p: number): string {
  if (p < 0.001) return "< 0.001";
  if (p === 1) return "1";
  if (p > 0.99) return "> 0.99";
  let digits = p < 0.01 ? 3 : 2;
  while (digits < 6 && p !== 0.05 && Number(p.toFixed(digits)) === 0.05) digits += 1;
  return p.toFixed(digits);
}

const ORDINAL_ENDINGS: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };

/** 1 -> "1st", 22 -> "22nd". */
export function formatOrdinal(n: number): string {
  return `${n}${ORDINAL_ENDINGS[new Intl.PluralRules(LOCALE, { type: "ordinal" }).select(n)] ?? "th"}`;
}

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The size of a file: "1.4 MB", "12 kB". */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${formatNumber(Math.max(1, bytes / 1e3))}${UNIT_SPACE}kB` : `${formatNumber(bytes / 1e6, 1)}${UNIT_SPACE}MB`;
}

/** A count in words up to twelve, digits above: "four claims", "no claims", "13 claims". */
export function formatCount(n: number, one: string, many = `${one}s`): string {
  return `${countWord(n)} ${n === 1 ? one : many}`;
}

/** The count alone, where what is counted was named before: "four", "13". */
export function countWord(n: number): string {
  return WORDS[n] ?? formatNumber(n);
}

/** Several names as a sentence lists them: "Nvidia, Meta and Tesla". */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(items);
}

function signed(value: number, digits: number): string {
  const text = unsignedZero(value, digits);
  if (text.startsWith("-")) return text.replace("-", MINUS);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

function unsignedZero(value: number, digits: number): string {
  return numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }).format(value);
}

/** A formatter takes a hundred times longer to make than to use, and a cursor writes a dozen texts a move. */
const numbers = oncePerOptions((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(LOCALE, options));
const dates = oncePerOptions((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, options));

/** The options are the handful written in this file, so what is kept stays small. */
function oncePerOptions<Options, Formatter>(make: (options: Options) => Formatter): (options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}

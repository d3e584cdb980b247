import { z } from "zod";
import { isDay } from "../../domain/market/days.ts";
import type { Day } from "../../domain/market/series.ts";
import { STUDY_OPTIONS } from "../../domain/study/event-study.ts";

/** What a wrong question is answered with: which part, what it was, what it could be. */
interface BadParameter {
  parameter: string;
  value: string;
  allowed: string[];
}

/** The names, defaults and values that an address takes. */
export type QuerySchema = z.ZodObject;
export type QueryOf<S extends QuerySchema> = z.output<S>;

/** A day as a reader writes it in an address. */
const dayParameter = z.string().refine(isDay, "one day YYYY-MM-DD").meta({ format: "date" });

/** Digits alone: `2.5e2` and ` 250` are no whole numbers here. */
function wholeNumber(low: number, high: number) {
  const allowed = `a whole number from ${low} to ${high}`;
  return z.string().regex(/^\d+$/, allowed).transform(Number).pipe(z.int(allowed).min(low, allowed).max(high, allowed));
}

/** For addresses that take no parameter. */
export const noQuery = z.strictObject({});

/** @param slugs of all articles; the first is the default */
export function articleQuery(slugs: string[]) {
  return z.strictObject({
    article: z
      .enum(slugs)
      .default(slugs[0] ?? "")
      .describe("The article whose claims and event day are meant."),
  });
}

export const pricesQuery = z
  .strictObject({
    from: dayParameter.optional().describe("First day; without it, as far back as prices are held."),
    to: dayParameter.optional().describe("Last day; without it, the latest there is."),
    base: dayParameter.optional().describe("The session whose close changes are counted from; without it, the first one shown. It may lie outside the range."),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: (issue) => `a day not before from, ${fromOf(issue.input)}`,
  });

/** @param benchmarks symbols, the first is the default, as is the article's event day */
export function studyQuery({ benchmarks, eventDay }: { benchmarks: string[]; eventDay: Day }) {
  return z.strictObject({
    benchmark: z
      .enum(benchmarks)
      .default(benchmarks[0] ?? "")
      .describe("What the market is."),
    event: dayParameter.default(eventDay).describe("Any session that the data hold with enough days around it."),
    estimation: wholeNumber(40, 500).default(STUDY_OPTIONS.estimation).describe("Sessions the market model is fitted over."),
    gap: wholeNumber(1, 60).default(STUDY_OPTIONS.gap).describe("Sessions left out between them and the event."),
  });
}

/** Returns a study asked for in an address must have: who asks for a shorter sample than usual needs all of it. */
export function fewestReturns({ estimation }: { estimation: number }): number {
  return Math.min(estimation, STUDY_OPTIONS.minimum);
}

const oembedPixels = wholeNumber(1, 99_999).optional();

/** As oembed.com has it. */
export const oembedQuery = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "the whole address of a page of this site" }).describe("The whole address of a page of this site."),
  maxwidth: oembedPixels.describe("Pixels that there is room for."),
  maxheight: oembedPixels.describe("Pixels that there is room for."),
  format: z.string().default("json").describe("json alone; another gets a 501, as oEmbed has it."),
});

/** Reads a query with the schema that documents it: every name known, each given once, each value allowed. */
export function readQuery<S extends QuerySchema>(schema: S, request: Request): { query: QueryOf<S> } | { bad: BadParameter } {
  const search = new URL(request.url).searchParams;
  const bad = badName(search, Object.keys(schema.shape));
  if (bad !== null) return { bad };
  const parsed = schema.safeParse(Object.fromEntries(search));
  if (parsed.success) return { query: parsed.data };
  const [issue] = parsed.error.issues;
  const parameter = String(issue?.path[0] ?? "");
  const allowed = issue?.code === "invalid_value" ? issue.values.map(String) : [issue?.message ?? ""];
  return { bad: { parameter, value: search.get(parameter) ?? "", allowed } };
}

/** The first parameter that is not of these, or is given twice; or null. */
export function badName(search: URLSearchParams, names: string[]): BadParameter | null {
  for (const [parameter, value] of search) {
    if (!names.includes(parameter)) return { parameter, value, allowed: names };
    if (search.getAll(parameter).length > 1) return { parameter, value, allowed: ["one value"] };
  }
  return null;
}

function fromOf(input: unknown): string {
  return typeof input === "object" && input !== null && "from" in input ? String(input.from) : "";
}

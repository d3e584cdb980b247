import { z } from "zod";
import type { Change } from "../../domain/edition.ts";
import { problems } from "./data-error.ts";
import type { Problem } from "./data-error.ts";
import { daySchema } from "./series-schema.ts";

const changeSchema: z.ZodType<Change> = z.strictObject({
  day: daySchema,
  of: z.enum(["method", "data"]),
  version: z.string().regex(/^\d+\.\d+$/, "a version such as 1.2"),
  what: z.string().min(20, "a sentence"),
});

/** `data/changes.json`: newest first, versions of either kind falling, one of each at least. */
export const changesSchema: z.ZodType<Change[]> = z.array(changeSchema).check(problems(disorder));

function* disorder(changes: Change[]): Iterable<Problem> {
  for (const [i, { day }] of changes.entries()) {
    if (day > (changes[i - 1]?.day ?? day)) yield { path: [i, "day"], expected: "a day not after the one above it" };
  }
  for (const kind of ["method", "data"]) {
    const own = changes.flatMap((change, i) => (change.of === kind ? [{ i, at: numberOf(change.version) }] : []));
    if (own.length === 0) yield { path: [], expected: `an entry of ${kind}` };
    for (const [n, { i, at }] of own.entries()) {
      if (at >= (own[n - 1]?.at ?? Infinity)) yield { path: [i, "version"], expected: "a version below the one above it" };
    }
  }
}

function numberOf(version: string): number {
  const [whole = 0, part = 0] = version.split(".").map(Number);
  return whole * 1000 + part;
}

import { z } from "zod";
import type { AmongDays, SpreadChange, VolatilityFinding, VolatilityOutcome } from "../../domain/judgement/volatility.ts";
import { absence } from "./move-schema.ts";
import { fraction, named, pValue } from "./named-schema.ts";
import { judged } from "./word-schema.ts";

const part = z.enum(["index", "dispersion", "variance"]);

const amongDays = named<AmongDays>()(
  "AmongDays",
  "A value of the event day among those of the estimation days.",
  z.strictObject({ value: z.number(), n: z.int(), asHigh: z.int(), p: pValue.describe("One-sided: (1 + asHigh)/(n + 1).") }),
);

const spreadChange = named<SpreadChange>()(
  "SpreadChange",
  "The spread of a group’s returns before and after, and Brown and Forsythe’s test that they differ.",
  z.strictObject({
    f: z.number(),
    t: z.number(),
    df: z.int(),
    pTwoSided: pValue,
    pUp: pValue.describe("One-sided: the second sample is more spread out."),
    before: fraction.describe("Standard deviation per day."),
    after: fraction.describe("Standard deviation per day."),
    nBefore: z.int(),
    nAfter: z.int(),
  }),
);

const finding = named<VolatilityFinding>()(
  "VolatilityFinding",
  "One part of the question whether volatility rose.",
  z.strictObject({
    part,
    judged,
    p: pValue.describe("One-sided, up."),
    adjusted: pValue.describe("After Holm over the parts."),
    basis: z.union([amongDays, spreadChange]),
  }),
);

export const volatilityOutcome = named<VolatilityOutcome>()(
  "VolatilityOutcome",
  "Did volatility rise?",
  z.strictObject({
    kind: z.literal("volatility"),
    judged,
    findings: z.array(finding),
    absent: z.array(z.strictObject({ part, absence })),
  }),
);

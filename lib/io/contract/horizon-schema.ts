import { z } from "zod";
import type { AbsentRung, HorizonOutcome, Ladder, Rung } from "../../domain/judgement/horizon.ts";
import type { Holding, RelativeTest } from "../../domain/judgement/ladder.ts";
import { absence, absenceReason } from "./move-schema.ts";
import { benchmark, day, fraction, named, pValue, symbol, text } from "./named-schema.ts";
import { direction, judged, pair } from "./word-schema.ts";

const horizon = z.int().describe("Sessions held; its last close is that of offset horizon − 1.");

const holdingFields = {
  benchmark,
  return: fraction,
  benchmarkReturn: fraction,
  excess: fraction.describe("Simple difference of the two."),
  relative: fraction.describe("(1 + return)/(1 + benchmarkReturn) − 1."),
};

const holding = named<Holding>()("Holding", "A buy-and-hold return beside the benchmark’s.", z.strictObject(holdingFields));

const relativeTest = named<RelativeTest>()(
  "RelativeTest",
  "Whether a holding beat its benchmark by more than the noise of that many days.",
  z.strictObject({
    z: z.number().describe("Natural logarithm of the relative growth."),
    s: z.number().describe("Standard deviation of daily log relative returns."),
    t: z.number(),
    df: z.int(),
    p: pValue,
    band: z.tuple([fraction, fraction]).describe("Where the relative return would lie on 95 of 100 such stretches with no drift."),
  }),
);

export const rung = named<Rung>()(
  "Rung",
  "The holding after so many sessions.",
  z.strictObject({
    horizon,
    day,
    against: z.array(z.strictObject({ ...holdingFields, test: z.union([relativeTest, absence]) })),
    pair: z.union([pair, absence]),
    adjusted: pValue.describe("The pair’s p after Holm over the horizons."),
    judged,
  }),
);

export const absentRung = named<AbsentRung>()(
  "AbsentRung",
  "A horizon the data do not hold, and why.",
  z.strictObject({ horizon, judged, absent: absenceReason, why: text }),
);

const ladder = named<Ladder>()(
  "Ladder",
  "One unit’s holdings from one base.",
  z.strictObject({
    symbol,
    unit: text,
    role: z.enum(["judged", "shown"]),
    claimed: direction,
    base: z.enum(["open", "close"]),
    benchmarks: z.array(benchmark),
    rungs: z.array(z.union([rung, absentRung])),
    latest: z.union([z.strictObject({ day, against: z.array(holding) }), absence]).describe("To the last day held: shown, never judged."),
  }),
);

export const horizonOutcome = named<HorizonOutcome>()(
  "HorizonOutcome",
  "Did following the claim pay, at every horizon?",
  z.strictObject({
    kind: z.literal("horizon"),
    judged,
    words: z.array(z.strictObject({ symbol, horizon, judged })),
    fromOpen: z.array(ladder).describe("From the event day’s open: the one that is judged."),
    fromClose: z.array(ladder).describe("From the close before."),
  }),
);

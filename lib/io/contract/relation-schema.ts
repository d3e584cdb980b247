import { z } from "zod";
import type { RelationOutcome, RelationPoint, RelationVariant } from "../../domain/judgement/relation.ts";
import { knownCapexSchema } from "../data/instrument-schema.ts";
import { absence } from "./move-schema.ts";
import { benchmark, registerSchema, fraction, named, pValue, symbol, text } from "./named-schema.ts";
import { judged, pair } from "./word-schema.ts";

registerSchema("KnownCapex", "Capital spending as it was public when the article appeared, in billions of dollars.", knownCapexSchema);

const variant = named<RelationVariant>()(
  "RelationVariant",
  "One choice of companies and order, with what came of it.",
  z.strictObject({
    order: z.strictObject({ id: text, label: text, reason: text, fromMost: z.array(symbol) }),
    estimates: z.array(z.strictObject({ benchmark, rho: z.number().describe("Spearman’s rank correlation."), p: pValue.describe("Exact, two-sided.") })),
    pair,
    critical: z.number().nullable().describe("The smallest correlation that reaches 5 % with this many."),
    smallestP: pValue.describe("The smallest p this many can reach."),
  }),
);

const point = named<RelationPoint>()(
  "RelationPoint",
  "One company of the relation.",
  z.strictObject({
    symbol,
    known: knownCapexSchema,
    primary: z.boolean().describe("In the order that is judged."),
    abnormal: z.array(z.strictObject({ benchmark, value: fraction })),
  }),
);

export const relationOutcome = named<RelationOutcome>()(
  "RelationOutcome",
  "Does larger announced spending go with a lower or higher abnormal return?",
  z.strictObject({
    kind: z.literal("relation"),
    judged,
    claimedSign: z.enum(["negative", "positive"]),
    primary: z.union([variant, absence]),
    variants: z.array(variant).describe("Other orders written down beforehand: shown, never judged."),
    leaveOneOut: z.array(z.strictObject({ without: symbol, variant })),
    points: z.array(point),
  }),
);

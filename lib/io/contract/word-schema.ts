import { z } from "zod";
import type { Pair } from "../../domain/judgement/pair.ts";
import { WORDS } from "../../domain/judgement/verdict.ts";
import type { Judged, Reason, Word } from "../../domain/judgement/verdict.ts";
import { absenceReason } from "./move-schema.ts";
import { named, pValue } from "./named-schema.ts";

export const word = named<Word>()("Word", "What a test says of a claim. The last five belong to figures.", z.enum(WORDS));

export const reason = named<Reason>()(
  "Reason",
  "Why a word is no plain yes or no.",
  z.union([z.enum(["benchmark", "multiplicity", "size", "no-direction", "no-date", "condition-not-met", "memory-only"]), absenceReason]),
);

export const judged = named<Judged>()("Judged", "A word, with reasons where it is no plain yes or no.", z.strictObject({ word, reasons: z.array(reason) }));

export const direction = z.enum(["up", "down"]);

export const pair = named<Pair>()(
  "Pair",
  "One question asked with both benchmarks: a word needs both.",
  z.strictObject({
    sign: z.literal([-1, 0, 1]).describe("The estimates’ common sign; 0 where they disagree."),
    p: pValue.describe("The larger of the two where the signs agree, else 1."),
    raw: z.array(pValue).describe("Each benchmark’s own."),
  }),
);

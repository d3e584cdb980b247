import { z } from "zod";
import type { BenchmarkEstimate, DirectionEstimate, DirectionFamily, DirectionOutcome } from "../../domain/judgement/direction.ts";
import type { FigureFinding, FigureOutcome, Referred } from "../../domain/judgement/figure.ts";
import type { NoOutcome, TestOutcome } from "../../domain/judgement/outcome.ts";
import type { PairFinding, PairOutcome, PairWithout } from "../../domain/judgement/pairwise.ts";
import type { DifferenceFinding, RankingOutcome } from "../../domain/judgement/ranking.ts";
import type { HeldRank } from "../../domain/judgement/held-rank.ts";
import { figureInputSchema, statedSchema } from "../data/article-schema.ts";
import { horizonOutcome, rung, absentRung } from "./horizon-schema.ts";
import { absence } from "./move-schema.ts";
import { benchmark, fraction, named, offset, pValue, symbol, text } from "./named-schema.ts";
import { relationOutcome } from "./relation-schema.ts";
import { windowFields } from "./study-schema.ts";
import { volatilityOutcome } from "./volatility-schema.ts";
import { direction, judged, pair } from "./word-schema.ts";

const benchmarkEstimate = named<BenchmarkEstimate>()(
  "BenchmarkEstimate",
  "A cumulative abnormal return on one benchmark.",
  z.strictObject({ ...windowFields, benchmark }),
);

const directionEstimate = named<DirectionEstimate>()(
  "DirectionEstimate",
  "One unit over one window, on every benchmark, with the family’s correction.",
  z.strictObject({
    from: offset,
    to: offset,
    estimates: z.array(benchmarkEstimate),
    pair,
    adjusted: pValue.describe("The pair’s p after Holm over the family."),
    rankDisagrees: z.array(benchmark).describe("Benchmarks on which rank and Student’s t fall on different sides of 5 %."),
  }),
);

export const directionFamily = named<DirectionFamily>()(
  "DirectionFamily",
  "Every unit whose direction the claims are held to, each once.",
  z.array(z.strictObject({ unit: text, windows: z.array(z.union([directionEstimate, absence])) })),
);

const wordedWindow = { from: offset, to: offset, judged };

const directionOutcome = named<DirectionOutcome>()(
  "DirectionOutcome",
  "Did the abnormal return have the claimed sign?",
  z.strictObject({
    kind: z.literal("direction"),
    judged,
    windows: z.array(z.strictObject(wordedWindow)),
    family: z.int().describe("How many tests were corrected together."),
    findings: z.array(
      z.strictObject({
        symbol,
        unit: text,
        claimed: direction,
        windows: z.array(z.strictObject({ ...wordedWindow, estimate: z.union([directionEstimate, absence]) })),
      }),
    ),
  }),
);

const difference = named<DifferenceFinding>()(
  "DifferenceFinding",
  "The instrument’s return less another member’s, on every benchmark.",
  z.strictObject({
    other: symbol,
    estimates: z.array(benchmarkEstimate),
    sums: z.array(benchmarkEstimate).exactOptional().describe("By size only: the two returns added up, which must differ from zero as well."),
    pair,
    adjusted: pValue.describe("After Holm over the differences."),
    claimedWay: z.boolean(),
  }),
);

const heldRank = named<HeldRank>()(
  "HeldRank",
  "Where the instrument stood by one measure, and how often it stands there. Shown, never judged.",
  z.strictObject({
    measure: text.describe("`raw`, or the benchmark of the abnormal return."),
    signed: z.int().describe("1 is the highest return of the group."),
    absolute: z.int().describe("1 is the largest move either way."),
    of: z.int(),
    heldSigned: fraction.describe("Share of estimation days on which it held that rank."),
    heldAbsolute: fraction,
    heldClaimed: fraction,
  }),
);

const rankingOutcome = named<RankingOutcome>()(
  "RankingOutcome",
  "Was the instrument at one end of its group?",
  z.strictObject({
    kind: z.literal("ranking"),
    judged,
    symbol,
    among: z.union([text, z.array(symbol)]).describe("A group’s symbol, or the set the claim names."),
    claimed: z.enum(["highest", "lowest"]),
    by: z.enum(["sign", "size"]),
    differences: z.array(difference),
    ranks: z.array(heldRank),
  }),
);

const pairWithout = named<PairWithout>()(
  "PairWithout",
  "The difference on the event day with one member of a group left out. Shown, never judged.",
  z.strictObject({ without: symbol, estimates: z.array(benchmarkEstimate), pair }),
);

const pairFinding = named<PairFinding>()(
  "PairFinding",
  "One that should come out above another, with what the difference of their returns did.",
  z.strictObject({
    higher: symbol,
    lower: symbol,
    windows: z.array(z.strictObject({ ...wordedWindow, estimate: z.union([directionEstimate, absence]) })).describe("Corrected over the claim’s pairs."),
    dropOne: z.array(pairWithout),
    held: z.array(z.union([rung, absentRung])).describe("The one held against the other from the close before; beside the word."),
  }),
);

const pairOutcome = named<PairOutcome>()(
  "PairOutcome",
  "Did one come out above another?",
  z.strictObject({ kind: z.literal("pair"), judged, windows: z.array(z.strictObject(wordedWindow)), findings: z.array(pairFinding) }),
);

const referred = named<Referred>()(
  "Referred",
  "A reference worked out of its inputs: a number, or a range of them.",
  z.strictObject({
    low: z.number(),
    high: z.number(),
    unit: text,
    remembered: z.boolean().describe("Nothing but memory stands behind it."),
    inputs: z.array(z.strictObject({ label: text, value: z.number(), from: figureInputSchema })),
  }),
);

const figureFinding = named<FigureFinding>()(
  "FigureFinding",
  "One stated number beside its reference.",
  z.strictObject({
    figure: text,
    judged,
    stated: statedSchema,
    reference: z.union([referred, absence]),
    alternative: z.union([referred, absence]).nullable(),
    off: fraction.nullable().describe("Stated over the nearest end of the reference, less 1."),
  }),
);

const figureOutcome = named<FigureOutcome>()(
  "FigureOutcome",
  "Are stated numbers what sources say?",
  z.strictObject({ kind: z.literal("figure"), judged, findings: z.array(figureFinding) }),
);

const noOutcome = named<NoOutcome>()(
  "NoOutcome",
  "Nothing was judged, and this is why.",
  z.strictObject({
    kind: z.literal("none"),
    judged,
    reason: z.enum(["no-direction", "no-date", "no-price", "condition-not-met"]),
    note: text,
  }),
);

export const testOutcome = named<TestOutcome>()(
  "TestOutcome",
  "One test’s word and everything it was given for; `kind` tells them apart.",
  z.union([directionOutcome, rankingOutcome, pairOutcome, relationOutcome, volatilityOutcome, horizonOutcome, figureOutcome, noOutcome]),
);

import { z } from "zod";
import type { CrossSection, Tested } from "../../domain/study/cross-section.ts";
import type { DropOne, Evidence, MarketAdjusted } from "../../domain/judgement/evidence.ts";
import type { ArticleVerdicts, Score } from "../../domain/judgement/judge.ts";
import type { ClaimVerdict } from "../../domain/judgement/outcome.ts";
import type { Unit } from "../../domain/market/units.ts";
import { absence } from "./move-schema.ts";
import { benchmark, day, fraction, named, offset, pValue, symbol, text } from "./named-schema.ts";
import { directionFamily, testOutcome } from "./outcome-schema.ts";
import { absentWindow, studyOptions, studySummary, windowStudy } from "./study-schema.ts";
import { reason, word } from "./word-schema.ts";

const claimVerdict = named<ClaimVerdict>()(
  "ClaimVerdict",
  "What the tests say of one claim.",
  z.strictObject({
    claim: text,
    word: word.describe("The word of the claim’s first test."),
    reasons: z.array(reason),
    rule: z
      .enum(["direction", "ranking", "pair", "relation", "volatility", "horizon", "figure", "none"])
      .describe("The kind of test that gave it; its rule is at /method."),
    outcomes: z.array(testOutcome).describe("In the order of the claim’s tests."),
    units: z.array(text).describe("Keys into `evidence`."),
    restsOn: z.array(text).describe("Keys of the distinct tests the word rests on."),
  }),
);

const unit = named<Unit>()(
  "Unit",
  "What a test is run on: an instrument, a stand-in of a basket, or a group as one portfolio.",
  z.strictObject({
    id: text,
    symbol: symbol.describe("The exposure it speaks for."),
    kind: z.enum(["instrument", "fund", "list", "group"]),
    role: z.enum(["judged", "shown"]),
    members: z.array(z.strictObject({ symbol, weight: fraction, reason: text })),
  }),
);

const tested = named<Tested>()("Tested", "A statistic with its p.", z.strictObject({ statistic: z.number(), p: pValue }));

const crossSection = named<CrossSection>()(
  "CrossSection",
  "What the members of a group did together over one window. Shown, never a verdict.",
  z.strictObject({
    from: offset,
    to: offset,
    members: z.int(),
    mean: fraction.describe("Mean cumulative abnormal return."),
    crossSectional: tested,
    patell: tested,
    adjustedPatell: tested,
    bmp: tested,
    kolariPynnonen: tested,
    meanCorrelation: z.number().describe("Mean pairwise correlation of the estimation residuals."),
  }),
);

const marketAdjusted = named<MarketAdjusted>()(
  "MarketAdjusted",
  "A return less the benchmark’s own, where no model could be fitted.",
  z.strictObject({ from: offset, to: offset, benchmark, return: fraction, excess: fraction }),
);

const dropOne = named<DropOne>()(
  "DropOne",
  "A group’s abnormal return with one member left out.",
  z.strictObject({ without: symbol, benchmark, windows: z.array(z.union([windowStudy, absentWindow])) }),
);

const evidence = named<Evidence>()(
  "Evidence",
  "The numbers on one unit. Intervals and p-values are unadjusted for multiplicity.",
  z.strictObject({
    unit,
    studies: z.record(benchmark, z.union([studySummary, absence])).describe("By benchmark."),
    marketAdjusted: z.array(marketAdjusted),
    crossSections: z.record(benchmark, z.array(z.union([crossSection, absence]))).describe("By benchmark; for lists and groups."),
    dropOne: z.array(dropOne).describe("For groups."),
  }),
);

const score = named<Score>()(
  "Score",
  "One speaker’s words. It scores a few days of one article, not a person.",
  z.strictObject({
    speaker: text,
    claims: z.int(),
    words: z.array(z.strictObject({ word, claims: z.array(text) })),
    tests: z.int().describe("How many distinct tests those words rest on."),
  }),
);

export const articleVerdicts = named<ArticleVerdicts>()(
  "ArticleVerdicts",
  "Every claim’s verdict and the numbers on every unit.",
  z.strictObject({
    eventDay: day,
    baseDay: day,
    benchmarks: z.array(symbol),
    options: studyOptions,
    claims: z.record(text, claimVerdict).describe("By claim id."),
    family: directionFamily.describe("The direction tests of the article, corrected together."),
    evidence: z.record(text, evidence).describe("By unit id."),
    scoreboard: z.array(score),
  }),
);

import { z } from "zod";
import type { AbsentWindow, StudyDay, StudyOptions, StudySummary, WindowStudy } from "../../domain/study/event-study.ts";
import type { RankTest } from "../../domain/study/rank-test.ts";
import { absenceReason } from "./move-schema.ts";
import { benchmark, day, registerSchema, fraction, named, offset, pValue, text } from "./named-schema.ts";

const rankTest = named<RankTest>()(
  "RankTest",
  "How unusual a move is among the days the model was fitted on. No distribution is assumed.",
  z.strictObject({
    n: z.int().describe("Sums of the window’s length among the estimation residuals."),
    overlapping: z.boolean(),
    asLow: z.int(),
    asHigh: z.int(),
    asFar: z.int().describe("How many were at least as far from zero."),
    p: pValue.describe("Two-sided: (1 + asFar)/(n + 1)."),
  }),
);

const studyDay = named<StudyDay>()(
  "StudyDay",
  "One abnormal return with its error.",
  z.strictObject({
    offset,
    day,
    return: fraction,
    benchmarkReturn: fraction,
    abnormal: fraction,
    se: fraction.describe("Standard error of the abnormal return."),
    t: z.number(),
    p: pValue,
  }),
);

/** Shared with estimates that name their benchmark. */
export const windowFields = {
  from: offset,
  to: offset,
  return: fraction.describe("Compounded over the window."),
  benchmarkReturn: fraction.describe("Compounded over the window."),
  car: fraction.describe("Cumulative abnormal return: a sum."),
  se: fraction,
  t: z.number(),
  p: pValue,
  ci95: z.tuple([fraction, fraction]).describe("Low and high end, unadjusted for multiplicity."),
  rank: rankTest,
};

export const windowStudy = named<WindowStudy>()("WindowStudy", "A cumulative abnormal return over one event window.", z.strictObject(windowFields));

export const absentWindow = named<AbsentWindow>()(
  "AbsentWindow",
  "A window the data do not hold, and why.",
  z.strictObject({ from: offset, to: offset, absent: absenceReason, why: text }),
);

const summary = {
  symbol: text.describe("A symbol, or the id of a stand-in or group."),
  benchmark,
  eventDay: day,
  estimation: z.strictObject({ from: day, to: day, sessions: z.int() }),
  alpha: fraction.describe("Per session."),
  beta: z.number(),
  sigma: fraction.describe("Residual standard deviation per session."),
  windows: z.array(z.union([windowStudy, absentWindow])),
  rank: rankTest.describe("That of the event day alone."),
};

export const studySummary = named<StudySummary>()("StudySummary", "A study without its days.", z.strictObject(summary));

/** What `…/study` sends. */
export const studyAnswer = z.strictObject({
  ...summary,
  days: z.array(studyDay),
  note: text.describe("What the p-values and intervals do not take into account."),
});
registerSchema("StudyAnswer", "The event study of one instrument on one benchmark around one day.", studyAnswer);
export type StudyAnswer = z.output<typeof studyAnswer>;

export const studyOptions = named<StudyOptions>()(
  "StudyOptions",
  "Lengths in sessions.",
  z.strictObject({
    estimation: z.int(),
    gap: z.int().describe("Sessions left out between the estimation window and the event day."),
    minimum: z.int().describe("Fewer estimation returns than this refuse the study."),
  }),
);

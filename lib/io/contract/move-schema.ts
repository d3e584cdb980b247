import { z } from "zod";
import type { EventDay } from "../../domain/market/event-day.ts";
import type { ExchangeId } from "../../domain/market/instruments.ts";
import type { BaseMove, Moves, Path, Versus } from "../../domain/moves/moves.ts";
import { ABSENCE_REASONS } from "../../domain/market/series.ts";
import type { Absence, AbsenceReason } from "../../domain/market/series.ts";
import { exchangeIdSchema } from "../data/instrument-schema.ts";
import { benchmark, day, fraction, instant, named, offset, text } from "./named-schema.ts";

export const absenceReason = named<AbsenceReason>()("AbsenceReason", "Why a number is not there.", z.enum(ABSENCE_REASONS));

export const absence = named<Absence>()(
  "Absence",
  "Stands where a number would be, and says why there is none.",
  z.strictObject({ absent: absenceReason, why: text.describe("One plain sentence.") }),
);

export const exchangeId = named<ExchangeId>()("ExchangeId", "Where an instrument trades: an exchange’s code.", exchangeIdSchema);

export const eventDay = named<EventDay>()(
  "EventDay",
  "The first session of one exchange that could react to a publication, and the close before it.",
  z.strictObject({
    exchange: exchangeId,
    timeZone: text.describe("IANA time zone of the exchange."),
    publishedDay: day.describe("Publication as the exchange’s wall clock saw it."),
    publishedTime: text.describe("HH:MM, on the same clock."),
    phase: z.enum(["before-open", "in-session", "after-close", "no-session-that-day"]),
    minutesToOpen: z.int().nullable().describe("Minutes from publication to the open, where it came before that day’s open; else null."),
    eventDay: day,
    baseDay: day.describe("The last session that had closed before publication: the default base."),
  }),
);

const versus = named<Versus>()(
  "Versus",
  "The same stretch measured on a benchmark, and the plain difference in returns.",
  z.strictObject({ benchmark, move: fraction, excess: fraction }),
);

const baseMove = named<BaseMove>()(
  "BaseMove",
  "A move from one base to the close of the event day.",
  z.strictObject({
    base: z.enum(["close", "publication", "open"]),
    baseDay: day,
    baseAt: instant.exactOptional().describe("For the base `publication`, the instant at which its price stood."),
    eventDay: day,
    basePrice: z.number().nullable().describe("In the instrument’s currency; null where no market price is held."),
    eventPrice: z.number().nullable().describe("In the instrument’s currency; null where no market price is held."),
    move: fraction,
    versus: z.array(versus).describe("One per benchmark that has the same base."),
    withoutBenchmark: z.array(z.strictObject({ benchmark, absence })),
  }),
);

export const moves = named<Moves>()(
  "Moves",
  "The event day’s move from each of the three bases, or why there is none.",
  z.strictObject({
    close: z.union([baseMove, absence]),
    publication: z.union([baseMove, absence]),
    open: z.union([baseMove, absence]),
  }),
);

/** Columns of equal length, which a longer answer may carry too. */
export const pathColumns = { offsets: z.array(offset), days: z.array(day), change: z.array(fraction) };

export const path = named<Path>()("Path", "Change since the base day’s close, session by session, in columns of equal length.", z.strictObject(pathColumns));

import { z } from "zod";
import type { LineCatalogue } from "../../domain/report/line-catalogue.ts";
import type { Line, LineName, LiveTail, Minutes } from "../../domain/report/line.ts";
import type { Absence } from "../../domain/market/series.ts";
import { absence, pathColumns } from "./move-schema.ts";
import { benchmark, day, fraction, instant, named, symbol, text } from "./named-schema.ts";
import { levelKindSchema } from "../data/series-schema.ts";
import { seriesStatus } from "./prices-schema.ts";

const nameFields = {
  id: text.describe("An instrument’s symbol or a stand-in’s id; unique."),
  symbol: symbol.describe("Whose page tells about it."),
  name: text,
  shortName: text,
  label: text.describe("As short as the end of a line allows."),
  benchmark: z.boolean(),
};

const lineName = named<LineName>()(
  "LineName",
  "What can be drawn: an instrument, a group as its portfolio, or a stand-in of a basket.",
  z.strictObject(nameFields),
);

const minutes = named<Minutes>()(
  "Minutes",
  "5-minute closes around the event, in columns of equal length.",
  z.strictObject({
    start: z.array(instant).describe("Starts of the bars, UTC."),
    session: z.array(z.enum(["pre", "regular", "post"])),
    close: z.array(z.number()).describe("In the instrument’s currency."),
    change: z.array(fraction).describe("From the base close."),
  }),
);

const liveTail = named<LiveTail>()(
  "LiveTail",
  "The sessions of a line that came from Yahoo after the snapshot.",
  z.strictObject({
    from: day.nullable().describe("The first of them; null where there is none."),
    statuses: z.record(symbol, seriesStatus).describe("By symbol, what every series behind the line is, and when Yahoo was asked."),
  }),
);

const perDay = z.array(z.number().nullable());

const line = named<Line>()(
  "Line",
  "One line over all days held, in columns of equal length, ready for every base, measure and range.",
  z.strictObject({
    ...nameFields,
    ...pathColumns,
    eventDay: day.describe("The first session that could react."),
    baseDay: day.describe("The default base, the session before."),
    timeZone: text,
    currency: text.nullable().describe("ISO 4217; null for the level of an index and for portfolios."),
    levels: levelKindSchema,
    origin: text,
    asOf: z.union([day, instant]),
    close: z.union([perDay, absence]).describe("Prices as quoted, one per day of the path."),
    bases: z
      .strictObject({ publication: z.union([z.number(), absence]), open: z.union([z.number(), absence]) })
      .describe("Level of the other bases where the base close is 1."),
    abnormal: z.record(benchmark, z.union([perDay, absence])).describe("Abnormal returns summed from the base close, by benchmark; fractions."),
    minutes: z.union([minutes, absence]),
    live: liveTail.nullable().describe("What of it goes beyond the snapshot; null where the snapshot alone was read. Figures before it are the snapshot’s."),
  }),
);

export const lineAnswer = named<Line | Absence>()("LineAnswer", "A line, or the reason why there is none.", z.union([line, absence]));

export const lineCatalogue = named<LineCatalogue>()(
  "LineCatalogue",
  "Everything a chart can draw, and the baskets that are drawn by their stand-ins.",
  z.strictObject({
    names: z.array(lineName),
    baskets: z.record(symbol, z.strictObject({ shortName: text, ids: z.array(text) })).describe("By symbol, the ids of judged stand-ins."),
    first: day.describe("First session held."),
    last: day.describe("Last session held."),
  }),
);

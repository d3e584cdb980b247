import { z } from "zod";
import type { Absence } from "../../../lib/domain/market/series.ts";
import type { LineCatalogue } from "../../../lib/domain/report/line-catalogue.ts";
import type { OembedAnswer } from "../../../lib/view/export/oembed.ts";
import type { PricesAnswer } from "../../../lib/domain/report/prices-answer.ts";
import type { SinceAnswer } from "../../../lib/domain/report/since-answer.ts";
import type { StandIns } from "../../../lib/domain/report/stand-ins.ts";
import { lineCatalogue } from "../../../lib/io/contract/line-schema.ts";
import { absenceReason } from "../../../lib/io/contract/move-schema.ts";
import { named, text } from "../../../lib/io/contract/named-schema.ts";
import { oembedAnswer } from "../../../lib/io/contract/oembed-schema.ts";
import { pricesAnswer, sinceAnswer } from "../../../lib/io/contract/prices-schema.ts";
import type { Problem } from "../../../lib/io/contract/problem-schema.ts";

// Held by the type check alone: nothing here runs.

/** Planted, so that the compiler is seen to catch a schema that is not its type. Each line fails the type check once the error is gone. */
export const planted = () => [
  named<Absence>()("Planted", "", z.strictObject({ absent: absenceReason, why: text })),
  // @ts-expect-error a reason may be any text
  named<Absence>()("Planted", "", z.strictObject({ absent: text, why: text })),
  // @ts-expect-error a field is missing
  named<Absence>()("Planted", "", z.strictObject({ absent: absenceReason })),
  // @ts-expect-error a field is one too many, though nobody need send it
  named<Absence>()("Planted", "", z.strictObject({ absent: absenceReason, why: text, more: text.exactOptional() })),
  // @ts-expect-error a field that may be absent is asked for
  named<{ why?: string }>()("Planted", "", z.strictObject({ why: text })),
  // @ts-expect-error a field that may be absent is left out
  named<{ why?: string }>()("Planted", "", z.strictObject({})),
  // @ts-expect-error undefined is not absent
  named<{ why?: string }>()("Planted", "", z.strictObject({ why: text.optional() })),
];

/** Types of the views, which `lib/io` may not import: the same check, made here. */
export const ofViews = () => [
  named<LineCatalogue>()("Planted", "", lineCatalogue),
  named<PricesAnswer>()("Planted", "", pricesAnswer),
  named<SinceAnswer>()("Planted", "", sinceAnswer),
  named<OembedAnswer>()("Planted", "", oembedAnswer),
  named<StandIns["proxies"]>()("Planted", "", z.custom<NonNullable<Problem["error"]["proxies"]>>()),
];

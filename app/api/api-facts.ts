import { isAbsent } from "../../lib/domain/market/series.ts";
import { impactOf } from "../../lib/impact.ts";
import type { ApiFacts } from "../../lib/io/contract/api-operations.ts";
import { articleSlugs } from "../../lib/io/data/data-files.ts";
import { marketEventDay } from "../../lib/domain/report/market-event-day.ts";
import { SITE_URL } from "../site-url.ts";

/** What queries allow and default to, out of the data. */
export async function apiFacts(): Promise<ApiFacts> {
  const slugs = articleSlugs();
  const report = await impactOf(slugs[0] ?? "");
  const event = marketEventDay(report);
  return { site: SITE_URL.origin, slugs, benchmarks: report.benchmarks, eventDay: isAbsent(event) ? "" : event.eventDay };
}

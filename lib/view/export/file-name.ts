import type { ChartSubject } from "../chart/chart-subject.ts";
import type { Explored } from "../chart/chart-view.ts";

/** A download named for what it holds: "claimtape-nvda-change-2025-01-17-to-2025-02-25", no ending. */
export function fileName({ path }: Pick<ChartSubject, "path">, { view, charts, drawn }: Pick<Explored, "view" | "charts" | "drawn">): string {
  const stops = charts[0]?.stops ?? [];
  const lines = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.id);
  const page = decodeURIComponent(path.split("/").at(-1) ?? "");
  const own = view.lines === null && view.claim === null && page !== "compare";
  const about = own ? page : [...lines.slice(0, 3), ...(lines.length > 3 ? [`and-${lines.length - 3}-more`] : [])].join("-");
  const days = [stops[0]?.day, stops.at(-1)?.day].flatMap((day) => day ?? []).join("-to-");
  const base = view.base === "close" || view.measure === "price" ? "" : `from-${view.base}`;
  return ["claimtape", about, view.measure, base, days]
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, ""))
    .filter((part) => part !== "")
    .join("-")
    .slice(0, 120);
}

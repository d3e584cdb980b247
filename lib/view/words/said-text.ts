import type { Exposure } from "../../domain/article/article.ts";

/**
 * What was said of an instrument, without putting words into a mouth: "said down" only where the text
 * names it, "read as down" where the link is our own reading, "said of MAG7: down" through a group.
 */
export function saidText({ grade, direction }: Pick<Exposure, "grade" | "direction">, through: string | null = null): string {
  const way = direction ?? "no direction";
  if (through !== null) return `${grade === "implied" ? "read" : "said"} of ${through}: ${way}`;
  if (grade !== "implied") return direction === null ? "named, no direction" : `said ${direction}`;
  return direction === null ? "our reading, no direction" : `read as ${direction}`;
}

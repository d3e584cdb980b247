import type { ChartLine } from "./chart-model.ts";

/** The class of a line: five are told apart by colour, those after them are grey, a benchmark is dashed. */
export function strokeName({ role, tone }: Pick<ChartLine, "role" | "tone">): "tone0" | "tone1" | "tone2" | "tone3" | "tone4" | "grey" | "benchmark" | "faint" {
  if (role !== "main") return role;
  const tones = ["tone0", "tone1", "tone2", "tone3", "tone4"] as const;
  return tones[tone] ?? "grey";
}

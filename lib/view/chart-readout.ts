import type { ChartModel } from "./chart-model.ts";
import { formatDay, formatMove } from "./format.ts";

/**
 * What the cursor stands on, as the eye reads it and the screen reader hears it: the session, then
 * every line's change, or only the chosen line's.
 */
export function readout(model: ChartModel, session: number, chosen: number | null): { id: string; text: string }[] {
  const here = model.sessions[session];
  if (here === undefined) return [];
  const lines = model.lines.filter((line, i) => (chosen === null ? !line.faint : i === chosen));
  return [
    { id: "session", text: here.label },
    ...lines.map((line) => {
      const point = line.points.find((p) => p.offset === here.offset);
      if (point === undefined) return { id: line.id, text: `${line.label} no session` };
      // Tokyo and Hong Kong count the same sessions on other days.
      const day = formatDay(point.day, "short");
      return { id: line.id, text: `${line.label} ${formatMove(point.change)}${day === here.label ? "" : ` (${day})`}` };
    }),
  ];
}

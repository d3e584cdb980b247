import type { IncomingHttpHeaders } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/** What Next and our pages read. All else is left outside: Next has internal headers that change what it does. */
const kept = new Set(["host", "accept", "if-none-match", "rsc", "next-url", "next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"]);

/** Of a request's headers those that are meant for us. */
export function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const ours: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && kept.has(name)) ours[name] = String(value);
  }
  const tree = ours["next-router-state-tree"];
  if (tree !== undefined && !isTree(tree)) delete ours["next-router-state-tree"];
  return ours;
}

/** Longer than any route of ours makes it. */
const longestTree = 8192;

/** As Next reads it: it answers 500 to a tree that it cannot read. Without one it sends the whole page. */
function isTree(tree: string): boolean {
  try {
    return tree.length <= longestTree && parseAndValidateFlightRouterState(tree) !== undefined;
  } catch {
    return false;
  }
}

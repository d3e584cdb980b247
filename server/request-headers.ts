import type { IncomingHttpHeaders } from "node:http";

/** What Next and our pages read. All else is left outside: Next has internal headers that change what it does. */
const kept = new Set([
  "host",
  "connection",
  "accept",
  "accept-encoding",
  "accept-language",
  "user-agent",
  "if-none-match",
  "if-modified-since",
  "if-range",
  "range",
  "sec-fetch-dest",
  "rsc",
  "next-url",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
]);

/** Longer than any route of ours makes it. */
const longestTree = 8192;

/** Takes out of a request's headers everything but what is meant for us. Changes them in place, as Next reads them from there. */
export function keepOwnHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (!kept.has(name)) delete headers[name];
  }
  const tree = headers["next-router-state-tree"];
  if (tree !== undefined && !isTree(tree)) delete headers["next-router-state-tree"];
}

/** Next answers 500 to a tree that it cannot read. Without one it sends the whole page. */
function isTree(value: string | string[]): boolean {
  if (typeof value !== "string" || value.length > longestTree) return false;
  try {
    return isNode(JSON.parse(decodeURIComponent(value)), 0);
  } catch {
    return false;
  }
}

/** `[segment, { slot: node }, …]`, as deep as an address can be. */
function isNode(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || depth > 20) return false;
  const [segment, slots] = value;
  const named = typeof segment === "string" || (Array.isArray(segment) && segment.every((part) => typeof part === "string" || part === null));
  return named && typeof slots === "object" && slots !== null && Object.values(slots).every((slot) => isNode(slot, depth + 1));
}

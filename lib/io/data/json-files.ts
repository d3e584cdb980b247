import { readdirSync } from "node:fs";

/**
 * The names, without their ending, of a folder's JSON files in order. What a system leaves beside them
 * (`.DS_Store`, `Thumbs.db`, `._name.json`) is none.
 */
export function jsonNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith("."))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
}

const ending = ".json";

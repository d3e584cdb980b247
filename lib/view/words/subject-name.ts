import { unitName } from "./unit-name.ts";
import type { Names } from "./unit-name.ts";

/** A unit as the subject of a sentence: "Nvidia", "the GSTMTAIP list", "the Magnificent Seven portfolio". */
export function subjectName(id: string, names: Names): string {
  const name = unitName(id, names);
  if (names[id]?.kind === "group") return `the ${name} portfolio`;
  return names[id] === undefined ? `the ${name}` : name;
}

/** What a claim is about, inside a sentence: a group by its members, "the Magnificent Seven". */
export function groupName(id: string, names: Names): string {
  const own = names[id];
  if (own === undefined) return subjectName(id, names);
  return own.kind === "group" ? `the ${own.shortName}` : own.shortName;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { unitName } from "./unit-name.ts";
import type { Names } from "./unit-name.ts";

/** A unit as the subject of a sentence: "Nvidia", "the GSTMTAIP list", "the Magnificent Seven portfolio". */
export function subjectName(id: string, names: Names): string {
  const name = unitName(id, names);
  if (names[id]?.kind === "group") return `the ${name} portfolio`;
  return names[id] === undefined ? `the ${name}` : name;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The stroke of a line by its place in the order: the first alone has the accent, five are told apart
 * by weight and dash, and those after them take turns in the two quietest.
 */
export function strokeName(tone: number): "tone0" | "tone1" | "tone2" | "tone3" | "tone4" {
  const first = ["tone0", "tone1", "tone2"] as const;
  return first[tone] ?? (tone % 2 === 1 ? "tone3" : "tone4");
}

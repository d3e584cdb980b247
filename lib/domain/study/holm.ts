/**
 * Holm's step-down adjustment (Holm 1979): with p₍₁₎ ≤ … ≤ p₍ₘ₎ the adjusted p₍ᵢ₎ is the largest of
 * (m − j + 1)·p₍ⱼ₎ over j ≤ i, capped at 1. Rejecting where it is at most 5 % keeps the chance of one
 * false rejection in the family at 5 % whatever the dependence between the tests.
 *
 * @param p raw p-values in any order
 * @returns adjusted p-values in the same order
 */
export function holm(p: number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
  const adjusted: number[] = p.map(() => 1);
  let largest = 0;
  order.forEach((index, position) => {
    largest = Math.max(largest, Math.min(1, (p.length - position) * (p[index] ?? 1)));
    adjusted[index] = largest;
  });
  return adjusted;
}

import { correlation, SIGNIFICANCE } from "./stats.ts";

/** What counts as equally extreme, so that rounding in the last digit does not lose a tie. */
const TIE = 1e-12;

/** 8! = 40,320 orders; beyond that an exact p is slow and no group here is larger. */
const LARGEST = 8;

/**
 * Exact two-sided permutation p-value of Spearman's ρ: the share of all n! orders of `y` whose |ρ|
 * is at least the observed one (Fisher 1935; for ρ: Kendall & Gibbons 1990, ch. 4). Exact because
 * with n = 6 no normal or t approximation holds.
 *
 * @returns null for n < 2 or n > 8, or where a column is all ties
 */
export function spearmanExact(x: number[], y: number[]): { rho: number; p: number } | null {
  if (x.length < 2 || x.length > LARGEST) return null;
  const ranksX = midRanks(x);
  const ranksY = midRanks(y);
  const rho = correlation(ranksX, ranksY);
  if (rho === null) return null;
  const centre = (x.length + 1) / 2;
  const a = ranksX.map((rank) => rank - centre);
  const b = ranksY.map((rank) => rank - centre);
  const scale = Math.sqrt(dot(a, a) * dot(b, b));
  let orders = 0;
  let asExtreme = 0;
  eachOrder(b, (order) => {
    orders += 1;
    if (Math.abs(dot(a, order)) / scale >= Math.abs(rho) - TIE) asExtreme += 1;
  });
  return { rho, p: asExtreme / orders };
}

/** The smallest |ρ| whose exact p is at most 5 % with n distinct values on both sides; null where even ρ = 1 is not enough. */
export function criticalRho(n: number): number | null {
  if (n < 2 || n > LARGEST) return null;
  const known = criticalRhos.get(n) ?? findCriticalRho(n);
  criticalRhos.set(n, known);
  return known;
}

/** Depends on n alone, and takes n! orders to find. */
const criticalRhos = new Map<number, number | null>();

function findCriticalRho(n: number): number | null {
  const a = Array.from({ length: n }, (_, i) => i + 1 - (n + 1) / 2);
  const scale = dot(a, a);
  const sizes: number[] = [];
  eachOrder(a, (order) => sizes.push(Math.abs(dot(a, order)) / scale));
  sizes.sort((one, other) => other - one);
  let critical: number | null = null;
  for (const [i, size] of sizes.entries()) {
    const next = sizes[i + 1];
    if (next !== undefined && next > size - TIE) continue;
    if ((i + 1) / sizes.length > SIGNIFICANCE) break;
    critical = size;
  }
  return critical;
}

/** Visits every order of `values` once, in place (Heap 1963). The visitor must not keep the array. */
function eachOrder(values: number[], visit: (order: number[]) => void): void {
  const order = [...values];
  const permute = (length: number): void => {
    if (length <= 1) {
      visit(order);
      return;
    }
    for (let i = 0; i < length; i += 1) {
      permute(length - 1);
      if (i < length - 1) swap(order, length % 2 === 0 ? i : 0, length - 1);
    }
  };
  permute(order.length);
}

function swap(values: number[], i: number, j: number): void {
  const saved = values[i] ?? NaN;
  values[i] = values[j] ?? NaN;
  values[j] = saved;
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? NaN) * (b[i] ?? NaN);
  return sum;
}

/** Ranks from 1 for the smallest; ties share the mean of the ranks they take up (mid-ranks). */
export function midRanks(values: number[]): number[] {
  return values.map((value) => {
    let below = 0;
    let equal = 0;
    for (const other of values) {
      if (other < value) below += 1;
      else if (other === value) equal += 1;
    }
    return below + (equal + 1) / 2;
  });
}

/** Dots of one size packed upward from a floor, each at its true x, none touching another. */
export interface SwarmDot {
  /** Fraction of the width, 0 to 1. */
  x: number;
  /** Rows above the floor. */
  level: number;
}

/**
 * Places each dot on the lowest row that is free at its x. Taken in the order given (time, for returns),
 * which looks like a heap of sand rather than the ramps that sorted values make.
 *
 * @param xs fractions of the width
 * @param gap the least distance on one row, as a fraction of the *narrowest* width: wider only loosens it
 * @param kept what stands there already, such as the mark of the event day
 */
export function swarm(xs: number[], gap: number, kept: { x: number; levels: number; gap: number }[] = []): SwarmDot[] {
  const rows: number[][] = [];
  return xs.map((x) => {
    let level = 0;
    while (!free(x, level)) level += 1;
    (rows[level] ??= []).push(x);
    return { x, level };
  });

  function free(x: number, level: number): boolean {
    if (kept.some((mark) => level < mark.levels && Math.abs(mark.x - x) < mark.gap)) return false;
    return (rows[level] ?? []).every((other) => Math.abs(other - x) >= gap);
  }
}

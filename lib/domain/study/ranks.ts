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

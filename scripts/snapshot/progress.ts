/** How far a long run is: "12 of 68, about 3 min left". The estimate is the mean of those done, so it is silent before the first. */
export function progress(total: number, now: () => number): { at(): string; done(): void } {
  const start = now();
  let finished = 0;
  return {
    at() {
      const place = `${String(finished + 1).padStart(String(total).length)} of ${total}`;
      return `${place}${finished === 0 ? "" : `, ${left(((now() - start) / finished) * (total - finished))}`}`;
    },
    done: () => void (finished += 1),
  };
}

function left(ms: number): string {
  if (ms < 1000) return "a moment left";
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}

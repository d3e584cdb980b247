/**
 * How far a long run is: "12 of 68, about 3 min left". The estimate is the mean of those that had to be
 * asked for, and there is none before the first.
 */
export function progress(total: number, now: () => number): { at(): string; done(asked: boolean): void } {
  let finished = 0;
  const asking = { count: 0, ms: 0 };
  let since = now();
  return {
    at() {
      const place = `${String(finished + 1).padStart(String(total).length)} of ${total}`;
      return asking.count === 0 ? place : `${place}, ${left((asking.ms / asking.count) * (total - finished))}`;
    },
    done(asked) {
      finished += 1;
      if (asked) {
        asking.count += 1;
        asking.ms += now() - since;
      }
      since = now();
    },
  };
}

function left(ms: number): string {
  if (ms < 1000) return "a moment left";
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}

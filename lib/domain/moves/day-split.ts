import type { EventDay } from "../market/event-day.ts";
import type { Moves } from "./moves.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";
import { mean } from "../study/stats.ts";

/**
 * The parts of an event day, in order of time: from the base close to the publication, from there to
 * the open, from the open to the close. `overnight` is the first two in one.
 */
export type DayPart = "before" | "to-open" | "overnight" | "session";

export interface DayStep {
  part: DayPart;
  /** Simple return of this part alone. Fraction. */
  move: number;
  /** Where it ends: the change since the base day's close. Fraction. */
  reached: number;
  /** What the day still did after it: (1 + reached)(1 + rest) = 1 + day. Fraction. */
  rest: number;
}

/** The event day's move in parts that compound: the product of all (1 + move) is 1 + day. */
export interface DaySplit {
  baseDay: Day;
  eventDay: Day;
  /** Three, or two where no price at publication is held. */
  steps: DayStep[];
  /** Base day's close to event day's close. Fraction. */
  day: number;
  /** Why the night is one step; null where it is two. */
  undivided: Absence | null;
}

/**
 * An instrument's split, from the moves measured from its three bases: the price at publication is the
 * last 5-minute close that had ended, the open is the day's official one. No price is read again here,
 * so a split cannot part from the moves beside it.
 *
 * @param event its event day: in a session already open, the publication lies in no night to divide
 * @returns the reason of what is missing, where there is no move from the close or from the open
 */
export function daySplit(moves: Moves | Absence, event: EventDay | Absence): DaySplit | Absence {
  if (isAbsent(moves)) return moves;
  if (isAbsent(event)) return event;
  const { close, publication, open } = moves;
  if (isAbsent(close)) return close;
  if (isAbsent(open)) return open;
  const published = event.phase === "in-session" ? absence("no-session", "The article appeared while the session was open.") : publication;
  return split(close, isAbsent(published) ? published : remainder(close.move, published.move), remainder(close.move, open.move), close.move);
}

/**
 * The split of a portfolio that holds its members in equal parts from the base close through the day:
 * what it has reached at each instant is the mean of what they have. It needs every member; the night
 * is divided where every member's is. Note that the portfolio's own move from publication or open
 * starts from equal parts at *that* instant, and so differs a little from the steps here.
 */
export function portfolioSplit(members: (DaySplit | Absence)[]): DaySplit | Absence {
  const found: DaySplit[] = [];
  for (const member of members) {
    if (isAbsent(member)) return member;
    found.push(member);
  }
  const [first] = found;
  if (first === undefined) return absence("no-price", "A portfolio without members has no price.");
  const reached = (parts: DayPart[]) => mean(found.flatMap(({ steps }) => steps.filter(({ part }) => parts.includes(part)).map((step) => step.reached)));
  const undivided = found.find((member) => member.undivided !== null)?.undivided ?? null;
  return split(first, undivided ?? reached(["before"]), reached(["to-open", "overnight"]), reached(["session"]));
}

/** The step of a part; undefined where the split has no such one. */
export function stepAt({ steps }: DaySplit, part: DayPart): DayStep | undefined {
  return steps.find((step) => step.part === part);
}

/** What must compound with `part` to make `whole`. Fractions. */
function remainder(whole: number, part: number): number {
  return (1 + whole) / (1 + part) - 1;
}

function split({ baseDay, eventDay }: { baseDay: Day; eventDay: Day }, published: number | Absence, open: number, day: number): DaySplit {
  const night: [DayPart, number][] = isAbsent(published)
    ? [["overnight", open]]
    : [
        ["before", published],
        ["to-open", open],
      ];
  const cuts: [DayPart, number][] = [...night, ["session", day]];
  return {
    baseDay,
    eventDay,
    steps: cuts.map(([part, reached], i) => ({ part, move: remainder(reached, cuts[i - 1]?.[1] ?? 0), reached, rest: remainder(day, reached) })),
    day,
    undivided: isAbsent(published) ? published : null,
  };
}

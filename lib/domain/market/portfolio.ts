import type { Member } from "./instruments.ts";
import { absence, isAbsent } from "./series.ts";
import type { Absence, Day, PriceSeries } from "./series.ts";

/** A total-return level by day: an instrument's adjusted close, or a portfolio's index. Columns of equal length, levels positive. */
export interface IndexSeries {
  symbol: string;
  days: Day[];
  level: number[];
}

/**
 * The total-return level of one instrument: its adjusted close on full sessions. A stub session is
 * shown elsewhere and never tested, so it is no day here and the next return spans it.
 */
export function levelOf(series: PriceSeries): IndexSeries {
  if (series.stubs.length === 0) return { symbol: series.symbol, days: series.days, level: series.adjclose };
  const stubs = new Set(series.stubs.map((stub) => stub.day));
  const kept = series.days.map((day, i) => ({ day, level: series.adjclose[i] ?? NaN })).filter(({ day }) => !stubs.has(day));
  return { symbol: series.symbol, days: kept.map(({ day }) => day), level: kept.map(({ level }) => level) };
}

/**
 * The equal-weight portfolio of `members`, rebalanced to equal weights at every close, as an index
 * that starts at 100. Its return between two days is the plain mean of the members' simple returns
 * (Brown & Warner 1985, eq. 3), which is what a cross-sectional mean abnormal return refers to. A
 * day counts only when every member traded; returns run between consecutive such days. Stated
 * weights are not read: every portfolio of ours is equal-weight.
 *
 * @param series by symbol; only the members' are read
 * @returns `no-price` where a member has no series, `too-few-days` where fewer than two days are common
 */
export function equalWeightIndex(symbol: string, members: Member[], series: Record<string, PriceSeries>): IndexSeries | Absence {
  const memberLevels = levelsOfMembers(symbol, members, series);
  if (isAbsent(memberLevels)) return memberLevels;
  const { days, columns } = onCommonDays(memberLevels);
  if (days.length < 2) return absence("too-few-days", `The members of ${symbol} traded together on fewer than two days.`);
  const level = [100];
  for (let d = 1; d < days.length; d += 1) {
    let growth = 0;
    for (const column of columns) growth += (column[d] ?? NaN) / (column[d - 1] ?? NaN);
    level.push((level[d - 1] ?? NaN) * (growth / columns.length));
  }
  return { symbol, days, level };
}

/** The days on which every one has a level, ascending, and each one's levels on them. */
function onCommonDays(memberLevels: IndexSeries[]): { days: Day[]; columns: number[][] } {
  const days: Day[] = [];
  const columns = memberLevels.map((): number[] => []);
  const at = memberLevels.map(() => 0);
  for (const day of memberLevels[0]?.days ?? []) {
    let shared = true;
    for (let m = 0; m < memberLevels.length; m += 1) {
      const own = memberLevels[m]?.days ?? [];
      let i = at[m] ?? 0;
      while (i < own.length && (own[i] ?? "") < day) i += 1;
      at[m] = i;
      if (own[i] !== day) shared = false;
    }
    if (!shared) continue;
    days.push(day);
    columns.forEach((column, m) => column.push(memberLevels[m]?.level[at[m] ?? 0] ?? NaN));
  }
  return { days, columns };
}

function levelsOfMembers(symbol: string, members: Member[], series: Record<string, PriceSeries>): IndexSeries[] | Absence {
  if (members.length === 0) return absence("no-price", `${symbol} has no members.`);
  const memberLevels: IndexSeries[] = [];
  for (const member of members) {
    const found = series[member.symbol];
    if (found === undefined || found.days.length === 0) {
      return absence("no-price", `${symbol} needs ${member.symbol}, which has no prices here.`);
    }
    memberLevels.push(levelOf(found));
  }
  return memberLevels;
}

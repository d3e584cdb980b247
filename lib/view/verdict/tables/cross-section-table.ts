import type { CrossSection, Tested } from "../../../domain/study/cross-section.ts";
import type { Evidence } from "../../../domain/judgement/evidence.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { windowName } from "./direction-table.ts";
import { bareP, formatNumber, formatSigned, formatSignedPoints, barePoints } from "../../words/format.ts";
import type { NumberTable } from "../../words/number-table.ts";
import { capitalised, groupName, unitName } from "../../words/names.ts";
import type { Names } from "../../words/names.ts";

/** What a group's members did together; null for a unit that is no group or list. Shown, never a verdict. */
export function crossSectionTable({ unit, crossSections }: Evidence, names: Names): NumberTable | null {
  const rows = Object.entries(crossSections).flatMap(([benchmark, windows]) =>
    windows.flatMap((found) =>
      isAbsent(found) ? [] : [{ id: `${benchmark}-${found.to}`, name: `${windowName(found.from, found.to)}, ${benchmark}`, cells: cellsOf(found) }],
    ),
  );
  if (rows.length === 0) return null;
  const mean = { label: "Mean, points", to: "cross-section" as const };
  const tests = ["Across members", "Patell", "Adjusted Patell", "BMP", "KP"].map((label) => ({ label, to: "cross-section" as const }));
  return {
    caption: `${capitalised(groupName(unit.id, names))}, its members: BMP and KP ask whether they moved alike, the portfolio above asks whether the group moved. Statistic and p; shown, never a verdict.`,
    columns: [{ label: "Members", to: "groups" }, mean, ...tests, { label: "Mean r", to: "cross-section" }],
    rows,
  };
}

function cellsOf(found: CrossSection): string[] {
  const { members, mean, crossSectional, patell, adjustedPatell, bmp, kolariPynnonen, meanCorrelation } = found;
  const tests = [crossSectional, patell, adjustedPatell, bmp, kolariPynnonen].map(testText);
  return [formatNumber(members), barePoints(mean), ...tests, formatSigned(meanCorrelation)];
}

function testText({ statistic, p }: Tested): string {
  return `${formatSigned(statistic)} (${bareP(p)})`;
}

/** The range of a group's abnormal return on the event day when one member is left out at a time; null for other units. */
export function dropOneText({ unit, dropOne }: Evidence, names: Names): string | null {
  const benchmarks = [...new Set(dropOne.map(({ benchmark }) => benchmark))];
  const ranges = benchmarks.flatMap((benchmark) => {
    const cars = dropOne.flatMap((drop) => {
      const [first] = drop.benchmark === benchmark ? drop.windows : [];
      return first === undefined || isAbsent(first) ? [] : [{ without: drop.without, car: first.car }];
    });
    const sorted = cars.toSorted((a, b) => a.car - b.car);
    const [low, high] = [sorted[0], sorted.at(-1)];
    if (low === undefined || high === undefined) return [];
    return [
      `${formatSignedPoints(low.car)} (without ${unitName(low.without, names)}) to ${formatSignedPoints(high.car)} (without ${unitName(high.without, names)}) beyond ${benchmark}`,
    ];
  });
  return ranges.length === 0 ? null : `Leaving one member of ${groupName(unit.id, names)} out at a time: ${ranges.join("; ")}.`;
}

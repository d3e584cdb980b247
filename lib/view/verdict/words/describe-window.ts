import type { DirectionOutcome } from "../../../domain/judgement/direction.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { formatList } from "../../words/format.ts";
import { subjectName, capitalised } from "../../words/subject-name.ts";
import type { Names } from "../../words/unit-name.ts";

/** Where the rank among the ordinary days and Student's t do not agree about 5 %, a sentence each. */
export function describeRankDisagreements(outcome: DirectionOutcome, names: Names): string[] {
  return outcome.findings.flatMap(({ unit, windows }) =>
    windows.flatMap(({ to, estimate }) => {
      if (isAbsent(estimate) || estimate.rankDisagrees.length === 0) return [];
      const when = to === 0 ? "On the event day" : "With the next session added";
      const which = estimate.estimates
        .filter(({ benchmark }) => estimate.rankDisagrees.includes(benchmark))
        .map(({ benchmark, p }) => `${p <= 0.05 ? "t but not the rank" : "the rank but not t"} against ${benchmark}`);
      return [`${capitalised(when)}, ${formatList(which)} passes 5 % for ${subjectName(unit, names)}.`];
    }),
  );
}

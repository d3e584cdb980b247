import type { Figure, FigureTest, ReferenceRule, Source } from "../../../domain/article/claim-test.ts";
import type { FigureFinding, FigureOutcome, Referred } from "../../../domain/judgement/figure.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Absence } from "../../../domain/market/series.ts";
import type { Judged } from "../../../domain/judgement/verdict.ts";
import { quantityOf } from "../words/describe-figures.ts";
import { formatDay, formatList, formatMove, formatPrice } from "../../words/format.ts";
import { formatQuantity } from "../../words/quantity.ts";

/** A stated number beside its reference, with the arithmetic shown and every input sourced. */
export interface FigureRow {
  id: string;
  what: string;
  stated: string;
  judged: Judged;
  /** Stated against the nearest end of the reference: "+20.0 %". */
  off: string | null;
  references: ReferenceShown[];
  notes: string[];
}

export interface ReferenceShown {
  title: "Reference" | "Second reference";
  /** "$3.49tn", or why there is none. */
  value: string;
  /** "$142.62 × 24.5bn shares"; null where the input is the reference. */
  arithmetic: string | null;
  inputs: { label: string; value: string; source: Source }[];
}

/** In the order of the test. */
export function figureRows({ findings }: FigureOutcome, test: FigureTest): FigureRow[] {
  return test.figures.flatMap((figure) => {
    const finding = findings.find((one) => one.figure === figure.id);
    return finding === undefined ? [] : [figureRow(figure, finding)];
  });
}

function figureRow(figure: Figure, { judged, reference, alternative, off }: FigureFinding): FigureRow {
  const first = referenceShown("Reference", reference, figure.reference?.rule, figure.stated.text);
  const second = alternative === null ? [] : [referenceShown("Second reference", alternative, figure.alternative?.rule, figure.stated.text)];
  return {
    id: figure.id,
    what: figure.what,
    stated: figure.stated.text,
    judged,
    off: off === null || off === 0 || figure.stated.bound !== "exact" ? null : formatMove(off, 1),
    references: [first, ...second],
    notes: [figure.note, figure.reference?.note, figure.alternative?.note].flatMap((note) => note ?? []),
  };
}

function referenceShown(title: ReferenceShown["title"], referred: Referred | Absence, rule: ReferenceRule | undefined, like: string): ReferenceShown {
  if (isAbsent(referred)) return { title, value: referred.why, arithmetic: null, inputs: [] };
  const inputs = referred.inputs.map(({ label, value, from }) => ({ label, value: inputText(value, from, like), source: from.source }));
  return {
    title,
    value: quantityOf(referred, like),
    arithmetic:
      rule === undefined
        ? null
        : arithmetic(
            rule,
            inputs.map(({ value }) => value),
          ),
    inputs,
  };
}

function inputText(value: number, from: Referred["inputs"][number]["from"], like: string): string {
  if ("date" in from) return formatDay(from.date);
  if ("price" in from) return formatPrice(value, "USD");
  // Small sums of money keep their cents.
  return from.unit === "USD" && !Number.isInteger(value) ? formatPrice(value, "USD") : formatQuantity(value, from.unit, like);
}

/** How the inputs make the reference, as one would write it down. */
function arithmetic(rule: ReferenceRule, values: string[]): string | null {
  const [first = "", second = "", ...rest] = values;
  switch (rule) {
    case "value":
      return null;
    case "range":
      return "lowest to highest of these";
    case "product":
      return values.join(" × ");
    case "share":
    case "per-year":
      return `${first} / ${second}`;
    case "reduction":
      return `1 − ${second} / ${first}`;
    case "mean":
      return `mean of ${formatList(values)}`;
    case "mean-share":
      return `${first} / mean of ${formatList([second, ...rest])}`;
    case "days-between":
      return `from ${first} to ${second}`;
  }
}

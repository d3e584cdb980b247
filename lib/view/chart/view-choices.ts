import { AROUND } from "../../domain/moves/path.ts";
import type { Line } from "../../domain/report/line.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { ChartSubject } from "./chart-subject.ts";
import { linesOf } from "./chart-subject.ts";
import { forbidden } from "./view-constraints.ts";
import { AGAINST, MEASURES, MOST_LINES, NAMED_BASES, PRESETS, viewHref, viewSet } from "./view-state.ts";
import type { Measure, RangePreset, ViewState } from "./view-state.ts";

/** One thing a reader can choose: an address, or the reason why not here. */
interface Choice {
  id: string;
  label: string;
  href: string;
  /** The same as a change of whatever the address is by then. */
  set: string;
  current: boolean;
  disabled: string | null;
}

export interface ChoiceGroup {
  id: string;
  label: string;
  choices: Choice[];
}

const MEASURE_LABELS: Record<Measure, string> = { change: "% from base", price: "Price", index: "Index 100", abnormal: "Abnormal" };
const RANGE_LABELS: Record<RangePreset, string> = {
  day: "The day, by 5 minutes",
  event: `−${AROUND.before}…+${AROUND.after} sessions`,
  "3m": "3 months",
  "1y": "1 year",
  all: "All",
};

/** Everything that can be chosen from here, each as the address that shows it. */
export function viewChoices(subject: ChartSubject, view: ViewState, lines: Line[]): ChoiceGroup[] {
  const to = (change: Partial<ViewState>) => changed(subject, view, change);
  const why = forbidden(view, lines);
  const isNamedBase = NAMED_BASES.find((base) => base === view.base) !== undefined;
  const daily = view.measure === "abnormal";
  const groups: ChoiceGroup[] = [
    {
      id: "measure",
      label: "Show",
      choices: MEASURES.map((measure) => ({
        id: measure,
        label: MEASURE_LABELS[measure],
        ...to({
          measure,
          ...(measure === "abnormal" && (view.base === "open" || view.base === "publication") ? { base: "close" } : {}),
          ...(measure === "price" || measure === "index" ? {} : { log: false }),
        }),
        current: view.measure === measure,
        disabled: why.measure[measure] ?? null,
      })),
    },
    {
      id: "range",
      label: "Range",
      choices: PRESETS.map((preset) => ({
        id: preset,
        label: RANGE_LABELS[preset],
        ...to({ range: { preset } }),
        current: "preset" in view.range && view.range.preset === preset,
        disabled: preset === "day" ? whyNoMinutes(view, lines) : null,
      })),
    },
    {
      id: "base",
      label: "Measured from",
      choices: NAMED_BASES.map((base) => ({
        id: base,
        label: subject.baseLabels.choice[base],
        ...to({ base }),
        current: view.base === base && isNamedBase,
        disabled: daily && base !== "close" ? "abnormal returns count from closes" : whyNoBase(base, view, lines),
      })),
    },
    {
      id: "log",
      label: "Scale",
      choices: [
        { id: "0", label: "Linear", ...to({ log: false }), current: !view.log, disabled: null },
        { id: "1", label: "Log", ...to({ log: true }), current: view.log, disabled: why.log ?? null },
      ],
    },
  ];
  if (daily) {
    groups.push({
      id: "against",
      label: "Benchmark",
      choices: AGAINST.map((against) => ({ id: against, label: against, ...to({ against }), current: view.against === against, disabled: null })),
    });
  }
  return groups;
}

function changed({ path }: ChartSubject, view: ViewState, change: Partial<ViewState>): Pick<Choice, "href" | "set"> {
  return { href: viewHref(path, view, change), set: viewSet(change) };
}

/** One chart for all lines, or one each. */
export function layoutChoices(subject: ChartSubject, view: ViewState, apart: boolean, count: number): ChoiceGroup {
  const to = (change: Partial<ViewState>) => changed(subject, view, change);
  return {
    id: "layout",
    label: "Lines",
    choices: [
      { id: "together", label: "In one chart", ...to({ layout: "together" }), current: !apart, disabled: null },
      {
        id: "apart",
        label: "One chart each",
        ...to({ layout: "apart" }),
        current: apart,
        disabled: count < 2 && !apart ? "there is one line" : null,
      },
    ],
  };
}

/** The address with one line more or less. Lines that are the page's own again leave the address. */
export function withLine(subject: ChartSubject, view: ViewState, id: string, present: boolean): string {
  const now = linesOf(subject, view).map((line) => line.id);
  const lines = present ? [...now.filter((one) => one !== id), id].slice(-MOST_LINES) : now.filter((one) => one !== id);
  const own = subject.own.map((line) => line.id);
  const same = lines.length === own.length && lines.every((one, i) => one === own[i]);
  return viewHref(subject.path, view, { lines: same && view.claim === null ? null : lines });
}

function whyNoMinutes(view: ViewState, lines: Line[]): string | null {
  if (view.measure === "abnormal") return "the model behind abnormal returns is daily";
  return lines.length > 0 && lines.every(({ minutes }) => isAbsent(minutes)) ? "no 5-minute prices are held of anything drawn" : null;
}

function whyNoBase(base: ViewState["base"], view: ViewState, lines: Line[]): string | null {
  if (view.measure === "price") return "prices have no common base";
  if (base !== "open" && base !== "publication") return null;
  const reasons = lines.flatMap(({ bases }) => {
    const level = bases[base];
    return isAbsent(level) ? [level.why] : [];
  });
  return lines.length > 0 && reasons.length === lines.length ? (reasons[0] ?? null) : null;
}

import type { ChoiceGroup } from "../../lib/view/chart/view-choices.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";
import { viewPairs } from "../../lib/view/chart/view-state.ts";
import styles from "./view-controls.module.css";

interface Props {
  path: string;
  view: ViewState;
  groups: ChoiceGroup[];
  /** First and last session, for the date fields. */
  days: { first: string; last: string };
  /** Whether the day fields stand open; a view that has days opens them itself. */
  daysOpen?: boolean;
}

/**
 * How the chart is looked at: every choice a link to the view it gives, the days two plain forms.
 * `data-view` names each one, so that a script can answer in place and keep the focus.
 */
export function ViewControls({ path, view, groups, days, daysOpen = false }: Props) {
  return (
    <div className={styles.controls}>
      {groups.map((group) => (
        <Choices key={group.id} group={group} />
      ))}
      <DayForms path={path} view={view} days={days} daysOpen={daysOpen} />
    </div>
  );
}

/** A reason that several choices share is said once, after the last of them. */
function Choices({ group }: { group: ChoiceGroup }) {
  const last = (reason: string, id: string) => group.choices.findLast(({ disabled, current }) => disabled === reason && !current)?.id === id;
  return (
    <div role="group" aria-label={group.label} className={styles.group}>
      <span className={styles.word} aria-hidden="true">
        {group.label}
      </span>
      {group.choices.map(({ id, label, href, set, current, disabled }) =>
        disabled !== null && !current ? (
          <span key={id} className={styles.off}>
            <s>{label}</s> {last(disabled, id) && <span className={styles.reason}>{disabled}</span>}
          </span>
        ) : (
          <a
            key={id}
            href={href}
            data-view={`${group.id}:${id}`}
            data-set={set}
            aria-current={current ? "true" : undefined}
            className={current ? styles.current : styles.other}
          >
            {label}
          </a>
        ),
      )}
    </div>
  );
}

/** Two days make a range, one day a base; an empty field is the first or the last day held. */
function DayForms({ path, view, days, daysOpen }: Omit<Props, "groups">) {
  const dated = "from" in view.range ? view.range : null;
  const baseDay = /^\d/.test(view.base) ? view.base : "";
  return (
    <details className={styles.days} data-kept="days" open={daysOpen || dated !== null || baseDay !== ""}>
      <summary data-view="days:open">Any days</summary>
      <div className={styles.forms}>
        <form method="get" action={path} data-view="range:days" className={styles.form} key={`range ${dated?.from ?? ""} ${dated?.to ?? ""}`}>
          <HiddenViewInputs view={view} without={["range", "from", "to"]} />
          <label>
            Range from <input type="date" name="from" min={days.first} max={days.last} defaultValue={dated?.from} />
          </label>
          <label>
            to <input type="date" name="to" min={days.first} max={days.last} defaultValue={dated?.to} />
          </label>
          <button type="submit" data-view="range:go">
            Show
          </button>
        </form>
        <form method="get" action={path} data-view="base:day" className={styles.form} key={`base ${baseDay}`}>
          <HiddenViewInputs view={view} without={["base"]} />
          <label>
            Measured from the close of <input type="date" name="base" min={days.first} max={days.last} defaultValue={baseDay} />
          </label>
          <button type="submit" data-view="base:go">
            Measure
          </button>
        </form>
      </div>
    </details>
  );
}

/** The rest of the view, carried along by a form. */
export function HiddenViewInputs({ view, without }: { view: ViewState; without: string[] }) {
  return viewPairs(view)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

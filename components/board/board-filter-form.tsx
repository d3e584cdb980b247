import type { BoardFilter, FilterChoice } from "../../lib/view/board/board-filter.ts";
import { FilterButton } from "../ui/filter-button.tsx";
import styles from "./board-filter-form.module.css";

interface Props {
  action: string;
  filter: BoardFilter;
  choices: Record<keyof BoardFilter, FilterChoice[]>;
  shown: number;
  total: number;
}

const labels: Record<keyof BoardFilter, [label: string, all: string]> = {
  speaker: ["Speaker", "everybody"],
  instrument: ["Instrument", "every instrument"],
  type: ["Type", "every type"],
};

/** A plain GET form: the filter lives in the URL, and works without a script. */
export function BoardFilterForm({ action, filter, choices, shown, total }: Props) {
  return (
    <form action={action} method="get" className={styles.form} role="search" aria-label="Filter the claims">
      {(["speaker", "instrument", "type"] as const).map((name) => (
        <div key={name} className={styles.field}>
          <label htmlFor={`filter-${name}`}>{labels[name][0]}</label>
          <select id={`filter-${name}`} name={name} defaultValue={filter[name]}>
            <option value="">{labels[name][1]}</option>
            {choices[name].map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <FilterButton>Show</FilterButton>
      <p className={styles.count} role="status">
        {shown === total ? `All ${total} claims` : `${shown} of ${total} claims`}
        {shown !== total && (
          <>
            {" · "}
            <a href={action}>show all</a>
          </>
        )}
      </p>
    </form>
  );
}

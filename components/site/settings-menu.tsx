"use client";

import { type ReactNode, useId } from "react";
import { readChoice, type ReadingChoice, type ReadingSetting } from "../../lib/view/site/reader-preferences.ts";
import { choose, useReadingChoice } from "./use-reading-choice.ts";
import styles from "./settings-menu.module.css";

/** How one wants to read. The popover is the browser's own: it opens, closes and gives the focus back by itself. */
export function SettingsMenu({ onKeys }: { onKeys: () => void }) {
  const id = useId();
  return (
    <div className={styles.settings}>
      <button type="button" popoverTarget={id} className={styles.button} aria-label="Reading settings">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="7.25" className={styles.ring} />
          <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" className={styles.half} />
        </svg>
      </button>
      <div id={id} popover="auto" className={styles.menu} role="group" aria-label="Reading settings">
        <Choice
          setting="theme"
          title="Theme"
          choices={[
            ["system", "As the system"],
            ["light", "Light"],
            ["dark", "Dark"],
          ]}
        />
        <Choice
          setting="rise"
          title="Colours of a move"
          choices={[
            ["blue", <Rise key="blue" up="blue" down="orange" />],
            ["red", <Rise key="red" up="red" down="blue" />],
          ]}
        />
        <Choice
          setting="keys"
          title="Keys of one letter"
          choices={[
            ["on", "On: j, k, / and ?"],
            ["off", "Off"],
          ]}
        />
        <button
          type="button"
          className={styles.keys}
          onClick={(event) => {
            // First back to the menu's own button, where the focus is to be when the list of keys is closed.
            event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
            onKeys();
          }}
        >
          All keys
        </button>
        <p className={styles.note}>Kept in this browser only.</p>
      </div>
    </div>
  );
}

/** Colour is never alone: a triangle points the way, and a number has its sign. */
function Rise({ up, down }: { up: "blue" | "red"; down: "blue" | "orange" }) {
  return (
    <>
      <span className={styles[up]} aria-hidden="true">
        ▲
      </span>{" "}
      {up === "blue" ? "Blue" : "Red"} up,{" "}
      <span className={styles[down]} aria-hidden="true">
        ▼
      </span>{" "}
      {down} down
    </>
  );
}

interface ChoiceProps<S extends ReadingSetting> {
  setting: S;
  title: string;
  choices: [ReadingChoice<S>, ReactNode][];
}

function Choice<S extends ReadingSetting>({ setting, title, choices }: ChoiceProps<S>) {
  const chosen = useReadingChoice(setting);
  return (
    <fieldset className={styles.set}>
      <legend>{title}</legend>
      {choices.map(([choice, label]) => (
        <label key={choice} className={styles.choice}>
          <input
            type="radio"
            name={setting}
            value={choice}
            checked={choice === chosen}
            onChange={(event) => choose(setting, readChoice(setting, event.target.value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

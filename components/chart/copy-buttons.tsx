"use client";

import { useState, useSyncExternalStore } from "react";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import type { ViewState } from "../../lib/view/chart/view-state.ts";
import styles from "./copy-buttons.module.css";

interface Props {
  charts: ChartModel[];
  sort: ViewState["sort"];
  /** Address of the picture. */
  png: string;
}

const load = () => import("./copying.ts");
const never = () => () => {};

/** Only where there is a script, so that no button does nothing. What copies comes when a button is reached for. */
export function CopyButtons({ charts, sort, png }: Props) {
  const [said, setSaid] = useState("");
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return null;
  const copy = (what: "picture" | "table") => {
    setSaid("");
    load()
      .then(({ copyPicture, copyTable }) => (what === "picture" ? copyPicture(png) : copyTable(charts, sort)))
      .then(
        () => setSaid(what === "picture" ? "The picture is copied." : "The table is copied."),
        () =>
          setSaid(
            what === "picture"
              ? "The browser would not copy it; the PNG above can be saved instead."
              : "The browser would not copy it; the CSV above can be saved instead.",
          ),
      );
  };
  // Loaded before the click: some browsers let only the click itself write to the clipboard.
  const ready = () => void load().catch(() => {});
  return (
    <p className={styles.buttons} onPointerEnter={ready} onFocus={ready}>
      <button type="button" onClick={() => copy("picture")}>
        Copy picture
      </button>
      <button type="button" onClick={() => copy("table")}>
        Copy table
      </button>
      <span role="status">{said}</span>
    </p>
  );
}

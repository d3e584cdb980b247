"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import styles from "./share-box.module.css";
import type { ShareSheetProps } from "./share-sheet.tsx";

/** What a reader sends on. */
export interface ShareText {
  /** Of the page, without a query. */
  path: string;
  /** The whole address of the view that the server drew. */
  address: string;
  title: string;
  /** What the page found, in a sentence. */
  text: string;
  /** Whether there is a chart that another site could show. */
  embeds: boolean;
}

/** The address and the finding, folded; what can be done with them comes when it is opened. */
export function ShareBox({ share }: { share: ShareText }) {
  const [Sheet, setSheet] = useState<ComponentType<ShareSheetProps> | null>(null);
  const box = useRef<HTMLDetailsElement>(null);
  const load = () => {
    if (box.current?.open !== true) return;
    import("./share-sheet.tsx").then(
      (module) => setSheet(() => module.ShareSheet),
      () => {}, // no code: the address and the text stand there all the same
    );
  };
  // It may have been opened before this ran.
  useEffect(load, []);
  return (
    <details className={styles.box} ref={box} onToggle={load}>
      <summary>Share this view</summary>
      <div className={styles.sheet}>
        <p className={styles.text}>{share.text}</p>
        {Sheet === null ? (
          <p className={styles.address}>
            <a href={share.address}>{share.address}</a>
          </p>
        ) : (
          <Sheet share={share} />
        )}
      </div>
    </details>
  );
}

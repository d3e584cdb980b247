"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import styles from "./share-box.module.css";
import type { ShareSheetProps, ShareText } from "./share-sheet.tsx";

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

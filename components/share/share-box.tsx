"use client";

import { useCallback, useEffect, useRef } from "react";
import { useLate } from "../ui/late.ts";
import styles from "./share-box.module.css";
import type { ShareText } from "./share-sheet.tsx";

const loadSheet = () => import("./share-sheet.tsx");

/** The address and the finding, folded; what can be done with them comes when it is opened. */
export function ShareBox({ share }: { share: ShareText }) {
  const [late, ask] = useLate(loadSheet);
  const box = useRef<HTMLDetailsElement>(null);
  // Without the code the address and the text stand there all the same.
  const opened = useCallback(() => {
    if (box.current?.open === true) ask();
  }, [ask]);
  // It may have been opened before this ran.
  useEffect(opened, [opened]);
  return (
    <details className={styles.box} ref={box} onToggle={opened}>
      <summary>Share this view</summary>
      <div className={styles.sheet}>
        <p className={styles.text}>{share.text}</p>
        {late === null ? (
          <p className={styles.address}>
            <a href={share.address}>{share.address}</a>
          </p>
        ) : (
          <late.ShareSheet share={share} />
        )}
      </div>
    </details>
  );
}

"use client";

import { type ReactNode, useState } from "react";
import styles from "./copy-link.module.css";

/** Copies a link to this site; where the browser does not let it, the link stands there to be copied by hand. */
export function CopyLink({ address, children }: { address: string; children: ReactNode }) {
  const [given, setGiven] = useState<{ link: string; copied: boolean } | null>(null);
  const copy = async () => {
    const link = `${location.origin}${address}`;
    const copied = await toClipboard(link);
    setGiven({ link, copied });
  };
  // A link given before the last change no longer is the one to share.
  const shown = given !== null && given.link.endsWith(address) ? given : null;
  return (
    <p className={styles.copy}>
      <button type="button" onClick={() => void copy()}>
        {children}
      </button>{" "}
      <output className={styles.given}>
        {shown !== null && (
          <>
            {shown.copied ? "Copied: " : "Copy it from here: "}
            <a href={shown.link}>{shown.link}</a>
          </>
        )}
      </output>
    </p>
  );
}

/** False where there is no clipboard (a page that is not on https) or it is refused. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

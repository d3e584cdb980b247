"use client";

import { readStances, stanceOn } from "../../lib/view/arguments/stances.ts";
import styles from "./sender-stance-note.module.css";
import { UseAsMine } from "./use-as-mine.tsx";

/** The sender's stance on one claim, or what of the link cannot be read. Drawn in a browser alone: it reads the address. */
export function SenderStanceNote({ slug, claim }: { slug: string; claim: string }) {
  const { stances, bad } = readStances(new URLSearchParams(location.search).getAll("stance"), () => true);
  const stance = stanceOn(stances, claim);
  return (
    <div className={styles.note}>
      {stance !== null && (
        <>
          <p>
            The sender’s stance: <strong>{stance}</strong>. It is not yours, and nothing of yours has been changed.
          </p>
          <UseAsMine slug={slug} stances={{ [claim]: stance }} />
        </>
      )}
      {bad.length > 0 && <p role="alert">The link holds a stance that cannot be read: {bad.map((item) => `“${item.slice(0, 40)}”`).join(", ")}.</p>}
    </div>
  );
}

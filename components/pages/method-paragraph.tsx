import type { ReactNode } from "react";
import { methodTitles } from "../../lib/view/words/method-anchor.ts";
import type { MethodAnchor } from "../../lib/view/words/method-anchor.ts";
import styles from "./method-page.module.css";

/** One paragraph of the method, with the anchor that statistics link to. */
export function Paragraph({ id, children }: { id: MethodAnchor; children: ReactNode }) {
  return (
    <section id={id} className={styles.paragraph} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <a href={`#${id}`}>{methodTitles[id]}</a>
      </h3>
      {children}
    </section>
  );
}

export function Formula({ children }: { children: ReactNode }) {
  return <p className={styles.formula}>{children}</p>;
}

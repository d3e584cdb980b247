import Link from "next/link";
import type { Base } from "../lib/domain/moves.ts";
import styles from "./base-choice.module.css";

/** The three bases a move can be measured from: three answers to one claim, so the reader chooses. */
export function BaseChoice({ base, href, labels }: { base: Base; href: (base: Base) => string; labels: Record<Base, string> }) {
  return (
    <nav aria-label="Base of every move" className={styles.choice}>
      <span className={styles.word}>Measured from</span>
      {(["close", "publication", "open"] as const).map((choice) => (
        <Link
          key={choice}
          href={href(choice)}
          prefetch={false}
          scroll={false}
          aria-current={choice === base ? "true" : undefined}
          className={choice === base ? styles.current : styles.other}
        >
          {labels[choice]}
        </Link>
      ))}
    </nav>
  );
}

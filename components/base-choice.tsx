import Link from "next/link";
import type { Base } from "../lib/domain/moves.ts";
import styles from "./base-choice.module.css";

interface Props {
  base: Base;
  /** Those from which something here can be measured. */
  offered: Base[];
  href: (base: Base) => string;
  labels: Record<Base, string>;
}

/** The bases a move can be measured from: several answers to one claim, so the reader chooses. */
export function BaseChoice({ base, offered, href, labels }: Props) {
  return (
    <nav aria-label="Base of every move" className={styles.choice}>
      <span className={styles.word}>Measured from</span>
      {offered.map((choice) => (
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

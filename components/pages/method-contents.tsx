import { methodParts } from "../../lib/view/words/method-anchor.ts";
import styles from "./method-page.module.css";

/** Every paragraph of the page, in its order. */
export function MethodContents() {
  return (
    <nav className={styles.contents} aria-label="Contents">
      {methodParts.map(({ title, paragraphs }) => (
        <p key={title}>
          <strong>{title}</strong>{" "}
          {paragraphs.map(({ id, title }, i) => (
            <span key={id}>
              {i > 0 && " · "}
              <a href={`#${id}`}>{title}</a>
            </span>
          ))}
        </p>
      ))}
      <p>
        <a href="#references">
          <strong>References</strong>
        </a>
      </p>
    </nav>
  );
}

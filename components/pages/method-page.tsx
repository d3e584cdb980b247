import { MethodContents } from "./method-contents.tsx";
import { MethodReferences } from "./method-references.tsx";
import { MethodStudy } from "./method-study.tsx";
import { MethodTests } from "./method-tests.tsx";
import styles from "./method-page.module.css";

/** The whole method on one page; every statistic elsewhere links to its paragraph here. */
export function MethodPage() {
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <h1>Method</h1>
        <p className={styles.lead}>
          A claim is written down with the test it is held to. Prices are then read, and the test gives a word. This page states
          every convention between the two, so that anybody can compute the same numbers and disagree with the choices.
        </p>
        <p>
          The tests were written in November 2026, when the outcome was known. They were fixed before our code computed a number,
          but nobody who writes a test in 2026 about January 2025 is blind, and the page says so rather than pretend. Two entries
          were corrected after words had been seen: Palihapitiya’s conditional forecast bore the word of its figure, and Brown’s
          claim on OpenAI and Anthropic was called without price though listed backers are shown. Both are now not testable.
        </p>
        <MethodContents />
      </header>
      <MethodStudy />
      <MethodTests />
      <MethodReferences />
    </main>
  );
}

import { methodParts } from "../../lib/view/words/method-anchor.ts";
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
          A claim is written down with the test it is held to. Prices are then read, and the test gives a word. This page states every convention between the
          two, so that anybody can compute the same numbers and disagree with the choices.
        </p>
        <p>
          The tests were written in November 2026, when the outcome was known. They were fixed before our code computed a number, but nobody who writes a test
          in 2026 about January 2025 is blind, and the page says so rather than pretend. Two entries were corrected after words had been seen: Palihapitiya’s
          conditional forecast bore the word of its figure, and Brown’s claim on OpenAI and Anthropic was called without price though listed backers are shown.
          Both are now not testable.
        </p>
        <MethodContents />
      </header>
      <MethodStudy />
      <MethodTests />
      <MethodReferences />
    </main>
  );
}

/** Every paragraph of the page, in its order. */
function MethodContents() {
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

const references = [
  "MacKinlay, A. C. (1997). Event studies in economics and finance. Journal of Economic Literature 35(1), 13–39.",
  "Brown, S. J. and Warner, J. B. (1985). Using daily stock returns: the case of event studies. Journal of Financial Economics 14, 3–31.",
  "Campbell, J. Y., Lo, A. W. and MacKinlay, A. C. (1997). The Econometrics of Financial Markets, chapter 4. Princeton University Press.",
  "Patell, J. M. (1976). Corporate forecasts of earnings per share and stock price behavior. Journal of Accounting Research 14(2), 246–276.",
  "Boehmer, E., Musumeci, J. and Poulsen, A. B. (1991). Event-study methodology under conditions of event-induced variance. Journal of Financial Economics 30, 253–272.",
  "Kolari, J. W. and Pynnönen, S. (2010). Event study testing with cross-sectional correlation of abnormal returns. Review of Financial Studies 23(11), 3996–4025.",
  "Salinger, M. (1992). Standard errors in event studies. Journal of Financial and Quantitative Analysis 27(1), 39–53.",
  "Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and their Application, chapter 4. Cambridge University Press.",
  "Berger, R. L. (1982). Multiparameter hypothesis testing and acceptance sampling. Technometrics 24(4), 295–300.",
  "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2), 65–70.",
  "Brown, M. B. and Forsythe, A. B. (1974). Robust tests for the equality of variances. Journal of the American Statistical Association 69, 364–367.",
  "Spearman, C. (1904). The proof and measurement of association between two things. American Journal of Psychology 15, 72–101.",
  "Kendall, M. and Gibbons, J. D. (1990). Rank Correlation Methods, fifth edition, chapter 4. Edward Arnold.",
  "Fisher, R. A. (1935). The Design of Experiments. Oliver and Boyd.",
  "Heap, B. R. (1963). Permutations by interchanges. The Computer Journal 6(3), 293–298.",
];

function MethodReferences() {
  return (
    <section aria-labelledby="references">
      <h2 id="references">References</h2>
      <ul className={styles.references}>
        {references.map((reference) => (
          <li key={reference}>{reference}</li>
        ))}
      </ul>
    </section>
  );
}

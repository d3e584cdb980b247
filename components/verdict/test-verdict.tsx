import Link from "next/link";
import type { Claim } from "../../lib/domain/article/article.ts";
import type { ClaimTest } from "../../lib/domain/article/claim-test.ts";
import type { ClaimVerdict, TestOutcome } from "../../lib/domain/judgement/outcome.ts";
import type { Strip } from "../../lib/domain/judgement/strip.ts";
import { describeRule } from "../../lib/view/verdict/words/describe-rule.ts";
import { describeTest } from "../../lib/view/verdict/words/describe-test.ts";
import { describeOutcome } from "../../lib/view/verdict/words/describe-verdict.ts";
import type { SentenceContext } from "../../lib/view/verdict/words/sentence-context.ts";
import { describeRankDisagreements } from "../../lib/view/verdict/words/describe-direction.ts";
import { figureRows } from "../../lib/view/verdict/tables/figure-rows.ts";
import { methodHref, testAnchor } from "../../lib/view/words/method-anchor.ts";
import { testPictures } from "../../lib/view/verdict/plots/test-pictures.ts";
import { testTables } from "../../lib/view/verdict/tables/test-tables.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { FigureList } from "./figure-list.tsx";
import { NumberTable } from "../ui/number-table.tsx";
import { TestPictures } from "./test-pictures.tsx";
import { VerdictChip } from "../ui/verdict-chip.tsx";
import styles from "./test-verdict.module.css";

interface Props {
  outcome: TestOutcome;
  /** As it was written down with the claim. */
  test: ClaimTest | undefined;
  claim: Claim;
  verdict: ClaimVerdict;
  telling: SentenceContext;
  strips: Record<string, Strip[]>;
  /** The claim's first test, which gives its chip. */
  first: boolean;
}

/** One test of a claim, said on the left, shown on the right, the numbers folded below. */
export function TestVerdict({ outcome, test, claim, verdict, telling, strips, first }: Props) {
  const { verdicts, names } = telling;
  const sentence = describeOutcome(outcome, test, claim, telling);
  const { tables, notes } = testTables(outcome, test, verdict, verdicts, names);
  const open = outcome.kind === "volatility";
  const pictures = <TestPictures pictures={testPictures(outcome, verdict, verdicts, strips, names)} />;
  // Ladders and panels stand side by side: they take the whole width, and the facts stand beside the sentence.
  const wide = outcome.kind === "horizon" || outcome.kind === "relation";
  const facts = (
    <dl className={wide ? styles.facts : `${styles.facts} ${styles.under}`}>
      {test !== undefined && (
        <div>
          <dt>The test, as written down</dt>
          <dd>{writtenDown(test, names, sentence)}</dd>
        </div>
      )}
      <div>
        <dt>
          <Link href={methodHref(testAnchor(outcome.kind))} prefetch={false}>
            The rule
          </Link>
        </dt>
        <dd>{describeRule(outcome, verdicts)}</dd>
      </div>
      {outcome.kind === "direction" && <Beside outcome={outcome} sayings={describeRankDisagreements(outcome, names)} />}
    </dl>
  );
  return (
    <article className={first ? styles.test : `${styles.test} ${styles.further}`}>
      <div className={styles.spread}>
        <div className={styles.words}>
          {!first && <h3 className={styles.also}>Also held to</h3>}
          <VerdictChip judged={outcome.judged} kind={outcome.kind} size="full" />
          <p className={first ? styles.sentence : styles.lesser}>{sentence}</p>
          {!wide && facts}
        </div>
        <div className={styles.shown}>
          {wide ? facts : pictures}
          {outcome.kind === "figure" && test?.kind === "figure" && <FigureList rows={figureRows(outcome, test)} />}
          {open && tables.map((model) => <NumberTable key={model.caption} model={model} />)}
        </div>
      </div>
      {wide && <div className={styles.wide}>{pictures}</div>}
      {!open && tables.length > 0 && (
        <div className={styles.numbers}>
          <Disclosure summary="All the numbers">
            {tables.map((model) => (
              <NumberTable key={model.caption} model={model} />
            ))}
            {notes.map((note) => (
              <p key={note} className={styles.note}>
                {note}
              </p>
            ))}
          </Disclosure>
        </div>
      )}
    </article>
  );
}

/** Where nothing is judged and nothing moved, the sentence is the note: it is said once. */
function writtenDown(test: ClaimTest, names: SentenceContext["names"], sentence: string): string {
  if (test.kind !== "none") return `${describeTest(test, names)}.`;
  return test.note === sentence ? "No test." : `No test. ${test.note}`;
}

/** The windows after the one that gives the word, each with its own. */
function Beside({ outcome, sayings }: { outcome: Extract<TestOutcome, { kind: "direction" }>; sayings: string[] }) {
  return (
    <div>
      <dt>
        <Link href={methodHref("windows")} prefetch={false}>
          Beside it
        </Link>
      </dt>
      {outcome.windows.slice(1).map(({ to, judged }) => (
        <dd key={to}>
          With the next session added: <VerdictChip judged={judged} kind="direction" />
        </dd>
      ))}
      {sayings.map((saying) => (
        <dd key={saying}>{saying}</dd>
      ))}
    </div>
  );
}

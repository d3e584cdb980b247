import { Formula, Paragraph } from "./method-paragraph.tsx";

/** From a study to a word. */
export function MethodTests() {
  return (
    <>
      <h2>The tests</h2>
      <Paragraph id="direction" title="Direction">
        <p>
          The claim gives an instrument a direction; the abnormal return has one. Two-sided, wherever the opposite is possible. The
          two benchmarks give one <em>pair p</em>: the larger of their p-values if both estimates share a sign, else 1.
        </p>
        <p>
          Nine distinct tests are made in each window (NVDA, META, MU, Mag7, SMH, CHAT, the GSTMTAIP list, DTCR, the GSTMTDAT list);
          identical ones count once. Holm’s step-down corrects the pair p over the nine. <em>Consistent</em> or <em>opposite</em> at
          5 % after it; else <em>not detectable</em>, with the cause named:
        </p>
        <ul>
          <li>
            <strong>benchmark</strong>: the signs differ, or only one raw p is at most 5 %;
          </li>
          <li>
            <strong>multiplicity</strong>: both raw p are at most 5 %, the corrected one is not;
          </li>
          <li>
            <strong>size</strong>: neither is.
          </li>
        </ul>
      </Paragraph>
      <Paragraph id="holm" title="Holm’s correction">
        <p>
          Order the m p-values; multiply the smallest by m, the next by m − 1 and so on, never letting one fall below the one before
          it, none above 1. It holds the chance of any false word in the family at 5 % whatever the dependence between tests.
        </p>
      </Paragraph>
      <Paragraph id="ranking" title="Ranking">
        <p>
          A claim that one is the least or the most exposed is six comparisons: its return less each other member’s, put through the
          market model on the event day. <em>Consistent</em> when all six point the claim’s way and the largest pair p is at most 5
          %. <em>Opposite</em> when one points the other way after Holm over the six. Else <em>not detectable</em>.
        </p>
        <p>
          The rank itself, and how often the instrument held it on ordinary days, is shown only. One in seven is not its luck:
          Nvidia, the most volatile of them, is last far more often than that.
        </p>
      </Paragraph>
      <Paragraph id="relation" title="Relation">
        <p>
          Announced capital spending against abnormal return, as a rank correlation (Spearman, mid-ranks) with the exact p over every
          permutation, two-sided, both benchmarks, pair p. What counts is what was public on 27 January 2025. The primary test has
          six: Microsoft, Amazon, Meta, Alphabet as announced, Apple by its last actual figure, Nvidia by rank alone, lowest. Other
          sets, swapped near-ties and leave-one-out stand beside it.
        </p>
        <p>With six companies nothing short of |ρ| = 0.886 can reach 5 %; with seven, 0.786; with four, nothing can.</p>
      </Paragraph>
      <Paragraph id="volatility" title="Volatility">
        <p>
          Three parts, each one-sided upward, Holm over the three: the log change of the VIX and the standard deviation of the seven
          returns on the event day, each by its rank among 250 ordinary days; and the spread of the group’s returns over sessions +1
          to +20 against the 250, by Brown and Forsythe’s test.
        </p>
        <Formula>p = (1 + days at or above) / 251</Formula>
        <p>Upward only, so <em>opposite</em> cannot come out.</p>
      </Paragraph>
      <Paragraph id="horizon" title="Horizons">
        <p>
          Advice without an end date is read at 1, 5, 20, 60, 120 and 250 sessions; horizon h ends at the close of offset h − 1. Equal
          amounts bought once and never rebalanced. The ladder that gives the word starts at Monday’s open, the first official price
          a reader could trade at, against SPY; a second starts at Friday’s close, against SPY and RSP. Both legs share their base;
          a proxy without opens has no place on the first ladder.
        </p>
        <Formula>
          z = ln((1 + R) / (1 + R<sub>b</sub>)), t = z / (s √h)
        </Formula>
        <p>
          s is the standard deviation of daily log relative returns over the estimation window, n − 1 degrees, drift taken as zero:
          no α is carried forward. The band is exp(±t<sub>0.975</sub> s √h) − 1; since volatility clusters it is if anything too
          narrow. Holm over the six horizons of a proxy. Past a few days much else happened. “To the latest price” is shown and never
          judged.
        </p>
      </Paragraph>
      <Paragraph id="figure" title="Figures">
        <p>
          A number is held to one reference named beforehand. It <em>matches</em> within the reference’s range, within 10 %, or when
          equal at the digits stated; else it is <em>overstated</em> or <em>understated</em>. “100+” and “&lt;200” are bounds.{" "}
          <em>Disputed</em> only where a second admissible reference is listed and disagrees; <em>unsourced</em> where nothing but
          memory stands behind the reference.
        </p>
      </Paragraph>
      <Paragraph id="words" title="From tests to one word">
        <p>
          A claim’s first test gives its chip. Proxies of one basket: one word, or <em>split</em>. Exposures, horizons, parts or
          figures of one claim: one word, or <em>mixed</em>. Where nothing is judged the reason stands in its place:{" "}
          <em>no direction</em>, <em>no date</em>, <em>no price</em>, <em>condition not met</em>.
        </p>
        <p>
          The scoreboard counts words per speaker and says on how many distinct tests they rest. It scores a few days, not a person.
        </p>
      </Paragraph>
      <h2>Limits</h2>
      <Paragraph id="limits" title="What none of this shows">
        <ul>
          <li>That anything happened <em>on account of</em> the article, or of DeepSeek. A return has no label saying what moved it.</li>
          <li>That an argument is right. A claim about the years ahead is not settled by a day.</li>
          <li>What the baskets did. Proxies are stand-ins; members and weights are private.</li>
          <li>Independence. Everything here fell or rose on the same day; nine tests are far fewer than nine pieces of evidence.</li>
          <li>A blind test. The outcome was known when the tests were written.</li>
          <li>Normality. t assumes it, the rank beside it does not; where they disagree, trust neither alone.</li>
        </ul>
      </Paragraph>
    </>
  );
}

import { Formula, Paragraph } from "./method-paragraph.tsx";

/** From a study to a word. */
export function MethodTests() {
  return (
    <>
      <h2>The tests</h2>
      <Paragraph id="direction">
        <p>
          The claim gives an instrument a direction; the abnormal return has one. Two-sided, wherever the opposite is possible. The two benchmarks give one{" "}
          <em>pair p</em>: the larger of their p-values if both estimates share a sign, else 1. It needs no correction for being two, since both must reject: an
          intersection-union test (Berger).
        </p>
        <p>
          Nine distinct tests are made in each window (NVDA, META, MU, Mag7, SMH, CHAT, the GSTMTAIP list, DTCR, the GSTMTDAT list); identical ones count once.
          Holm’s step-down corrects the pair p over the nine. <em>Consistent</em> or <em>opposite</em> at 5 % after it; else <em>not detectable</em>, with the
          cause named:
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
      <Paragraph id="holm">
        <p>
          Order the m p-values; multiply the smallest by m, the next by m − 1 and so on, never letting one fall below the one before it, none above 1. It holds
          the chance of any false word in the family at 5 % whatever the dependence between tests.
        </p>
      </Paragraph>
      <Paragraph id="ranking">
        <p>
          A claim that one is the least or the most exposed is a comparison with each other member of a set: a group of ours, or the companies the claim itself
          names. In the Mag7 that makes six. The instrument’s return less the other’s is put through the market model on the event day. <em>Consistent</em> when
          all differences point the claim’s way and the largest pair p is at most 5 %: all must reject, so nothing is corrected (Berger again).{" "}
          <em>Opposite</em> when one points the other way after Holm over all of them. Else <em>not detectable</em>, named by what stands in the way:{" "}
          <strong>multiplicity</strong> where one points the other way and only the correction keeps it from a word; else <strong>size</strong> where a
          difference on which the benchmarks share a sign is too small on both; else <strong>benchmark</strong>.
        </p>
        <p>
          Words about harm or gain (“hit hardest”) are read by sign: who has the lowest or the highest abnormal return. Words about how much one moves (“most at
          risk”) can be read by size: who has the largest or the smallest abnormal return, up or down. One return is larger in size than another exactly when
          their difference and their sum share a sign. So both are put through the market model, both must be told from zero, and the larger of their two
          p-values counts; differences and sums of opposite signs say that the other one is larger. The rest is as above. The claim says which reading it is
          held to.
        </p>
        <p>
          The rank itself, and how often the instrument held it on ordinary days, is shown only. One in seven is not its luck: Nvidia, the most volatile of the
          Mag7, is last far more often than that.
        </p>
      </Paragraph>
      <Paragraph id="pair">
        <p>
          A claim that one company or group does better than another names pairs, each with the one that should come out above. The return of the one less that
          of the other, day by day, is treated as one portfolio: it has its own market model on each benchmark, and its abnormal return is what the one gained
          on the other beyond what their different ties to the market explain. A group enters as its equal-weight portfolio.
        </p>
        <p>
          Two-sided. The two benchmarks give one pair p as for a direction, and Holm’s step-down corrects it over the pairs of the claim; a pair that could not
          be tested keeps its place with p = 1. <em>Consistent</em> where the one named is above the other, <em>opposite</em> where it is below, at 5 % after
          the correction; else <em>not detectable</em>, with the causes of a direction. The event day gives the word. The event day and the next together stand
          beside it, corrected on their own.
        </p>
        <p>
          Where the claim looks further ahead, the one is also held against the other for a stated number of sessions, bought at the close before the event,
          with z, t and band as for horizons and the other in the benchmark’s place; Holm over the horizons of a pair. Those words stand beside and never give
          the chip. Where a side is a group, its members are left out in turn: shown, never judged.
        </p>
      </Paragraph>
      <Paragraph id="relation">
        <p>
          Announced capital spending against abnormal return, as a rank correlation (Spearman, mid-ranks) with the exact p over every permutation, two-sided,
          both benchmarks, pair p. What counts is what was public on 27 January 2025. The primary test has six: Microsoft, Amazon, Meta, Alphabet as announced,
          Apple by its last actual figure, Nvidia by rank alone, lowest. Other sets, swapped near-ties and leave-one-out stand beside it.
        </p>
        <p>
          With six companies nothing short of |ρ| = 0.886 can reach 5 %; with seven, 0.786; with four, nothing can. One test, so no correction: its causes are{" "}
          <strong>benchmark</strong> and <strong>size</strong>.
        </p>
      </Paragraph>
      <Paragraph id="volatility">
        <p>
          Three parts, each one-sided upward, Holm over the three: the log change of the VIX and the standard deviation of the seven raw returns on the event
          day (divisor 7 − 1), each by its rank among 250 ordinary days; and the spread of the group’s raw returns over sessions +1 to +20 against the 250, by
          Brown and Forsythe’s test.
        </p>
        <Formula>p = (1 + days at or above) / 251</Formula>
        <p>
          Brown and Forsythe compare how far returns lie from the median of their own sample: the mean distance after, less the mean before, over a pooled error
          with 250 + 20 − 2 = 268 degrees of freedom. With two samples that t is the root of their F, so its upper tail is the one-sided p.
        </p>
        <p>
          Upward only, so <em>opposite</em> cannot come out. Causes are <strong>multiplicity</strong>, where only the correction keeps a part from a word, and{" "}
          <strong>size</strong>.
        </p>
      </Paragraph>
      <Paragraph id="horizon">
        <p>
          Advice without an end date is read at 1, 5, 20, 60, 120 and 250 sessions; horizon h ends at the close of offset h − 1. Equal amounts bought once and
          never rebalanced. The ladder that gives the word starts at Monday’s open, the first official price a reader could trade at, against SPY alone: RSP has
          no opening price in our data. A second starts at Friday’s close, against SPY and RSP, pair p. Both legs share their base. CHAT has no opens either, so
          it takes no side on the first ladder.
        </p>
        <Formula>
          z = ln((1 + R) / (1 + R<sub>b</sub>)), t = z / (s √h)
        </Formula>
        <p>
          s is the standard deviation of daily log relative returns over the estimation window, n − 1 degrees, drift taken as zero: no α is carried forward. A
          list’s s is that of its equal-weight portfolio rebalanced daily, while the holding it is set beside is not rebalanced: at the longer horizons the two
          grow apart. The band is exp(±t<sub>0.975</sub> s √h) − 1; since volatility clusters it is if anything too narrow.
        </p>
        <p>
          At h = 1 it is, if anything, too wide: from Monday’s open to its close is less than a day, and s is measured from close to close. With an s of opens
          to closes SMH would have p = 0.007 there, 0.041 after Holm: <em>opposite</em>, where the word is not detectable. Nvidia would have p = 0.010, 0.061
          after Holm: still no word. The rule was kept as it was written.
        </p>
        <p>
          Holm over the six horizons of a stand-in, those past its data too. Causes as for a direction; on the first ladder, with one benchmark, only{" "}
          <strong>multiplicity</strong> and <strong>size</strong>. Past a few days much else happened. “To the latest price” is shown and never judged.
        </p>
      </Paragraph>
      <Paragraph id="figure">
        <p>
          A number is held to one reference named beforehand. It <em>matches</em> within the reference’s range, within 10 % of its nearest end, or when equal at
          the digits stated; else it is <em>overstated</em> or <em>understated</em>. “100+” and “&lt;200” are bounds. <em>Disputed</em> only where a second
          admissible reference is listed and gives another word; <em>unsourced</em> where no source measures the number, or where its reference rests on memory
          alone: the reason says which.
        </p>
        <p>
          A percentage carries the digits it is written with, and so does a multiple such as “2x”. Amounts, counts and durations carry none, since their round
          zeros do not say how exact they are. Once it decides: a gain of 1.8 rounds to the “2x” stated and matches, where 10 % alone would call it overstated.
        </p>
      </Paragraph>
      <Paragraph id="words">
        <p>
          A claim’s first test gives its chip. Stand-ins of one basket: one word, or <em>split</em>. Exposures, horizons, parts or figures of one claim: one
          word, or <em>mixed</em>. What could not be tested takes no side as long as something could: the AI basket’s word on the first ladder is that of SMH
          and the list, without CHAT. Where nothing is judged the reason stands in its place: <em>no direction</em>, <em>no date</em>, <em>no price</em>,{" "}
          <em>condition not met</em>.
        </p>
        <p>
          The scoreboard counts words per speaker and says on how many distinct tests they rest, those that gave a word. It scores a few days, not a person.
        </p>
      </Paragraph>
      <h2>Limits</h2>
      <Paragraph id="limits">
        <ul>
          <li>
            That anything happened <em>on account of</em> the article, or of DeepSeek. A return has no label saying what moved it.
          </li>
          <li>That an argument is right. A claim about the years ahead is not settled by a day.</li>
          <li>What the baskets did. Stand-ins are not the basket; its members and weights are private.</li>
          <li>Independence. Everything here fell or rose on the same day; nine tests are far fewer than nine pieces of evidence.</li>
          <li>A blind test. The outcome was known when the tests were written.</li>
          <li>Normality. t assumes it, the rank beside it does not; where they disagree, trust neither alone.</li>
        </ul>
      </Paragraph>
    </>
  );
}

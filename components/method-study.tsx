import { Formula, Paragraph } from "./method-paragraph.tsx";

/** From a publication to an abnormal return. */
export function MethodStudy() {
  return (
    <>
      <h2>The study</h2>
      <Paragraph id="event-day" title="Event day">
        <p>
          The publication instant is put on each exchange’s own clock. The event day is the first session whose open came after it;
          if it fell inside a session, that session. Sessions come from the data: a day on which the benchmark traded. So 9 January
          2025, when New York was closed for a funeral, is no session. In New York the article appeared 3 h 20 min before the open
          of 27 January; Tokyo and Hong Kong had closed, and their event day is the 28th.
        </p>
      </Paragraph>
      <Paragraph id="base" title="Base">
        <p>
          A move needs a start. The default is the last close before publication, Friday 24 January. Two others can be chosen: the
          last 5-minute price that had been formed when the article appeared (only where we hold pre-market prices), and Monday's
          official open. They can give one claim three answers: by the time the article appeared, part of the day’s move had
          already happened.
        </p>
      </Paragraph>
      <Paragraph id="returns" title="Returns">
        <p>
          Simple returns of closes adjusted for splits and dividends, between consecutive days on which both the instrument and its
          benchmark traded. Offset 0 is the event day, −1 the session before it.
        </p>
        <Formula>
          R<sub>t</sub> = P<sub>t</sub> / P<sub>t−1</sub> − 1
        </Formula>
      </Paragraph>
      <Paragraph id="market-model" title="Market model">
        <p>
          Least squares of the instrument’s return on the benchmark’s, over the 250 returns at offsets −260 to −11: 11 January 2024
          to 8 January 2025. The ten sessions before the event stay out, so that what leaked early does not colour what is called
          normal. At least 120 returns are needed; with fewer, no study and no word (<em>too few days</em>).
        </p>
        <Formula>
          R<sub>t</sub> = α + β R<sub>m,t</sub> + ε<sub>t</sub>, s² = Σ ε<sub>t</sub>² / (n − 2)
        </Formula>
        <p>
          An instrument regressed on itself, a benchmark that never moves or a fit without any residual gives a reason instead of a
          number. VOLT had traded 35 sessions before the event: its return less the market’s is shown, without error or word.
        </p>
      </Paragraph>
      <Paragraph id="benchmarks" title="Two benchmarks">
        <p>
          Always both SPY, which weighs companies by their value and so holds the very shares under study, and RSP, which holds the
          same companies in equal parts. On 27 January SPY fell and RSP did not: which market is meant decides some answers, so no
          word rests on one alone.
        </p>
      </Paragraph>
      <Paragraph id="abnormal" title="Abnormal return">
        <p>What came less what the market model predicts for that day, with the error of a prediction outside the sample:</p>
        <Formula>
          AR<sub>t</sub> = R<sub>t</sub> − (α + β R<sub>m,t</sub>)
        </Formula>
        <Formula>
          se(AR<sub>t</sub>) = s √(1 + 1/n + (R<sub>m,t</sub> − R̄<sub>m</sub>)² / S<sub>xx</sub>)
        </Formula>
        <p>Student’s t with n − 2 degrees of freedom. Intervals are 95 % and unadjusted for how many there are.</p>
      </Paragraph>
      <Paragraph id="windows" title="Windows">
        <p>
          Over L days abnormal returns add up to a cumulative abnormal return. Its days share one estimated α and β, so its
          variance is not the sum of theirs:
        </p>
        <Formula>
          var(CAR) = s² (L + L²/n + (Σ(R<sub>m,t</sub> − R̄<sub>m</sub>))² / S<sub>xx</sub>)
        </Formula>
        <p>
          [0,0] is primary and gives the word: the instant is known and came before the open. [0,+1] stands beside it with a word of
          its own. [−1,+1] holds a day before publication; [0,+4] and [0,+20] are context without a word, since Microsoft, Meta and
          Tesla reported earnings that reach session +3, Apple’s reach +4, and Alphabet’s and Amazon’s fall inside [0,+20].
        </p>
      </Paragraph>
      <Paragraph id="rank" title="Rank among ordinary days">
        <p>
          Residuals have fat tails, so beside each t stands a count: how many of the n estimation residuals were at least as
          extreme in the same sense.
        </p>
        <Formula>p = (1 + k) / (n + 1)</Formula>
        <p>Over more than one day the sums overlap and the count is only a guide. Where rank and t disagree about 5 %, the page says so.</p>
      </Paragraph>
      <Paragraph id="abroad" title="Tokyo and Hong Kong">
        <p>
          Their day ends before New York’s begins and no local index is held here, so only raw moves are shown (<em>no benchmark</em>
          ). The row of 0700.HK for 28 January 2025 is a half-day stub without volume: nothing is tested on it.
        </p>
      </Paragraph>
      <Paragraph id="groups" title="Groups and proxies">
        <p>
          A group is its members in equal weight, rebalanced daily; a day counts when every member traded. A basket of Goldman’s has
          no public quote, member or weight. It is shown and judged through proxies chosen by theme before any fit: funds, and a
          fixed list. Each proxy gives its own word; where they differ, the basket’s word is <em>split</em>. What Goldman reported
          for a day stands beside as a line and enters nothing.
        </p>
      </Paragraph>
      <Paragraph id="cross-section" title="Across a group">
        <p>
          Shown and never a verdict. Each member’s CAR over its exact error is a standardised SCAR. Patell sums them as if members
          were independent; the adjusted Patell divides by √(1 + (N−1) r̄), with r̄ the mean correlation of the members’ estimation
          residuals. Boehmer, Musumeci and Poulsen divide the mean by the members’ own spread, and Kolari and Pynnönen correct that
          for r̄; both against t with N − 1 degrees.
        </p>
        <p>
          BMP and KP ask whether the members moved <em>alike</em>; the portfolio asks whether the group <em>moved</em>. On a day when
          one member falls 17 % and another rises 3 %, the two questions have different answers.
        </p>
      </Paragraph>
    </>
  );
}

import { Formula, Paragraph } from "./method-paragraph.tsx";

/** From a publication to an abnormal return. */
export function MethodStudy() {
  return (
    <>
      <h2>The study</h2>
      <Paragraph id="event-day">
        <p>
          The publication instant is put on each exchange’s own clock. The event day is the first session whose open came after it; if it fell inside a session,
          that session. Sessions come from the data: a day on which the benchmark traded. So 9 January 2025, when New York was closed for a funeral, is no
          session. In New York the article appeared 3 h 20 min before the open of 27 January; Tokyo and Hong Kong had closed, and their event day is the 28th.
        </p>
      </Paragraph>
      <Paragraph id="base">
        <p>
          A move needs a start. The default is the last close before publication, Friday 24 January. Two others can be chosen: the last 5-minute price that had
          been formed when the article appeared (only where we hold pre-market prices), and Monday’s official open. They can give one claim three answers: by
          the time the article appeared, part of the day’s move had already happened.
        </p>
        <p>
          So the day itself is split at both instants. Its parts are simple returns that compound; a portfolio’s are the mean of what its members had reached
          since the close before.
        </p>
      </Paragraph>
      <Paragraph id="returns">
        <p>
          Simple returns of closes adjusted for splits and dividends, between consecutive days on which both the instrument and its benchmark traded. Offset 0
          is the event day, −1 the session before it. A session on which one of them did not trade makes one longer return on both sides, from the last day they
          share, and none of its own.
        </p>
        <Formula>
          R<sub>t</sub> = P<sub>t</sub> / P<sub>t−1</sub> − 1
        </Formula>
      </Paragraph>
      <Paragraph id="market-model">
        <p>
          Least squares of the instrument’s return on the benchmark’s, over the 250 returns at offsets −260 to −11: 11 January 2024 to 8 January 2025. The ten
          sessions before the event stay out, so that what leaked early does not colour what is called normal. At least 120 returns are needed; with fewer, no
          study and no word (<em>too few days</em>).
        </p>
        <Formula>
          R<sub>t</sub> = α + β R<sub>m,t</sub> + ε<sub>t</sub>, s² = Σ ε<sub>t</sub>² / (n − 2)
        </Formula>
        <p>
          An instrument regressed on itself, a benchmark that never moves or a fit without any residual gives a reason instead of a number. The prices of VOLT
          hold 33 sessions before the event: its return less the market’s is shown, without error or word.
        </p>
      </Paragraph>
      <Paragraph id="benchmarks">
        <p>
          Always both SPY, which weighs companies by their value and so holds the very shares under study, and RSP, which holds the same companies in equal
          parts. On 27 January SPY fell and RSP did not: which market is meant decides some answers. So a word on a direction, a rank or a relation needs both.
        </p>
        <p>
          Three kinds of word do not. The horizon ladder that gives the word is against SPY alone: it starts at an opening price, and of RSP only adjusted
          closes are at hand. Volatility sets days beside other days; SPY is only its calendar. Figures are held to references, not to markets.
        </p>
      </Paragraph>
      <Paragraph id="abnormal">
        <p>What came less what the market model predicts for that day, with the error of a prediction outside the sample:</p>
        <Formula>
          AR<sub>t</sub> = R<sub>t</sub> − (α + β R<sub>m,t</sub>)
        </Formula>
        <Formula>
          se(AR<sub>t</sub>) = s √(1 + 1/n + (R<sub>m,t</sub> − R̄<sub>m</sub>)² / S<sub>xx</sub>)
        </Formula>
        <p>Student’s t with n − 2 degrees of freedom, two-sided. Intervals are 95 % and unadjusted for how many there are.</p>
      </Paragraph>
      <Paragraph id="windows">
        <p>
          Over L days abnormal returns add up to a cumulative abnormal return. Its days share one estimated α and β, so its variance is not the sum of theirs:
        </p>
        <Formula>
          var(CAR) = s² (L + L²/n + (Σ(R<sub>m,t</sub> − R̄<sub>m</sub>))² / S<sub>xx</sub>)
        </Formula>
        <p>
          [0,0] is primary and gives the word: the instant is known and came before the open. [0,+1] stands beside it with a word of its own. [−1,+1] holds a
          day before publication; [0,+4] and [0,+20] are context without a word, since Microsoft, Meta and Tesla reported earnings that reach session +3,
          Apple’s reach +4, and Alphabet’s and Amazon’s fall inside [0,+20].
        </p>
        <p>A return shown over several days compounds, as a holder saw it, while the CAR beside it adds up: the two differ by more than α and β.</p>
      </Paragraph>
      <Paragraph id="rank">
        <p>
          Residuals have fat tails, so beside each t stands a count that assumes no distribution: k of the n estimation residuals were at least as far from
          zero, on either side. It is two-sided, as the t beside it is; the day itself counts among its equals (Davison and Hinkley).
        </p>
        <Formula>p = (1 + k) / (n + 1)</Formula>
        <p>
          Over more than one day the sums overlap and the count is only a guide. Where rank and t disagree about 5 %, the page says so. The strip and a claim’s
          first sentence give a plainer count, of days as low or as high: one-sided, and no p is taken from it.
        </p>
      </Paragraph>
      <Paragraph id="abroad">
        <p>
          Their day ends before New York’s begins and no local index is held here, so only raw moves are shown (<em>no benchmark</em>
          ). The row of 0700.HK for 28 January 2025 is a half-day stub without volume: nothing is tested on it.
        </p>
      </Paragraph>
      <Paragraph id="groups">
        <p>
          A group is its members in equal weight, rebalanced daily; a day counts when every member traded. A basket of Goldman’s has no public quote, member or
          weight. It is shown and judged through stand-ins: funds, and a list of companies. They were chosen by theme in November 2026, when the day’s moves
          were public; nothing was fitted, and the lists hold only companies still quoted in 2026, which leaves out those that failed since. Each stand-in gives
          its own word; where they differ, the basket’s word is <em>split</em>. What Goldman reported for a day stands beside as a line and enters nothing.
        </p>
        <p>Each member is left out in turn, the rest in equal parts: the range shows how far a list or group hangs on one of them. It enters no word.</p>
      </Paragraph>
      <Paragraph id="cross-section">
        <p>
          Shown and never a verdict. <em>Across members</em> is the mean CAR over its own standard error, the members’ spread over √N: it knows neither
          estimation error nor correlation. Each member’s CAR over its exact error is a standardised SCAR. Patell sums them as if members were independent:
        </p>
        <Formula>
          z = Σ SCAR<sub>i</sub> / √(Σ (n<sub>i</sub> − 2) / (n<sub>i</sub> − 4))
        </Formula>
        <p>
          The adjusted Patell divides z by √(1 + (N−1) r̄), with r̄ the mean correlation of the members’ estimation residuals; both are held to the normal law.
          Boehmer, Musumeci and Poulsen (BMP) divide the mean SCAR by the members’ own spread over √N, and Kolari and Pynnönen (KP) correct that for r̄; these
          two and <em>Across members</em> against t with N − 1 degrees.
        </p>
        <p>
          BMP and KP ask whether the members moved <em>alike</em>; the portfolio asks whether the group <em>moved</em>. On a day when one member falls 17 % and
          another rises 3 %, the two questions have different answers.
        </p>
      </Paragraph>
    </>
  );
}

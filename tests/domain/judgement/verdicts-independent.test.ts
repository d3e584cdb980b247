/** Every verdict of the article against the words `independent-words` comes to by other means. */
import { beforeAll, describe, expect, it } from "vitest";
import { judgeArticle } from "../../../lib/domain/judgement/judge.ts";
import type { ArticleVerdicts } from "../../../lib/domain/judgement/judge.ts";
import type { ClaimVerdict } from "../../../lib/domain/judgement/outcome.ts";
import { impactOf } from "../../../lib/impact.ts";
import { loadArticle, loadCapex, loadCompositions, loadInstruments, readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import {
  SLUG,
  EVENT,
  FRIDAY,
  BENCHMARKS,
  article,
  prices,
  at,
  returnAt,
  range,
  speakers,
  study,
  wantedSign,
  directionUnits,
  families,
  directionOf,
  direction,
  rungs,
  figureWord,
  wordOf,
} from "./independent-words.ts";
import type { Raw } from "./independent-words.ts";

let verdicts: ArticleVerdicts;
beforeAll(async () => {
  const { eventDays } = await impactOf(SLUG);
  const event = eventDays.NASDAQ;
  if (event === undefined || isAbsent(event)) throw new Error(event?.why ?? "no such exchange");
  const series = Object.fromEntries(Object.keys(prices).flatMap((symbol) => (readPriceSeries(symbol) === null ? [] : [[symbol, readPriceSeries(symbol)!]])));
  const facts = { article: loadArticle(SLUG), instruments: loadInstruments(), compositions: loadCompositions(), capex: loadCapex() };
  verdicts = judgeArticle({ ...facts, series, benchmarks: BENCHMARKS, event });
});

const claim = (id: string): ClaimVerdict => verdicts.claims[id]!;
const words = (judged: { word: string; reasons: string[] }) => [judged.word, ...judged.reasons].join(": ");

describe("every verdict follows from its rule and its numbers", () => {
  it("stands on the sessions the method names", () => {
    expect([at(-260), at(-11), at(-1), at(0)]).toEqual(["2024-01-11", "2025-01-08", FRIDAY, EVENT]);
    expect(range(-260, -11)).toHaveLength(250);
    expect([verdicts.eventDay, verdicts.baseDay]).toEqual([EVENT, FRIDAY]);
  });

  it.each<[string, Raw]>(article.claims.map((entry: Raw) => [entry.id, entry]))("%s", (id, entry) => {
    const expected = entry.tests.map(wordOf);
    expect(claim(id).outcomes.map((outcome) => outcome.judged.word)).toEqual(expected);
    expect(claim(id).word).toBe(expected[0]);
    expect(claim(id).outcomes.map(({ kind }) => kind)).toEqual(entry.tests.map((test: Raw) => test.kind));
    if (["not-detectable", "not-testable", "no-price"].includes(claim(id).word)) expect(claim(id).reasons.length).toBeGreaterThan(0);
  });

  it("corrects nine direction tests together, each with its word in both windows", () => {
    expect(directionUnits.map(({ id }) => id).sort()).toEqual(["CHAT", "DTCR", "GSTMTAIP-LIST", "GSTMTDAT-LIST", "MAG7", "META", "MU", "NVDA", "SMH"]);
    for (const { outcomes } of Object.values(verdicts.claims)) {
      for (const outcome of outcomes) {
        if (outcome.kind !== "direction") continue;
        expect(outcome.family).toBe(9);
        for (const { unit, claimed, windows } of outcome.findings) {
          windows.forEach(({ judged, estimate }, to) => {
            expect(words(judged)).toBe(directionOf(unit, to, claimed));
            if (isAbsent(estimate)) throw new Error(estimate.why);
            expect(estimate.adjusted).toBeCloseTo(families[to]!.get(unit)!.adjusted, 8);
          });
        }
      }
    }
  });

  it("second windows", () => {
    for (const entry of article.claims) {
      entry.tests.forEach((test: Raw, i: number) => {
        const outcome = claim(entry.id).outcomes[i]!;
        if (outcome.kind === "direction") expect(outcome.windows.map(({ judged }) => judged.word)).toEqual([direction(test, 0), direction(test, 1)]);
      });
    }
  });

  it("every rung of the chip's ladder", () => {
    for (const { outcomes } of Object.values(verdicts.claims)) {
      for (const outcome of outcomes) {
        if (outcome.kind !== "horizon") continue;
        for (const ladder of outcome.fromOpen) {
          const unit = speakers(ladder.symbol).find(({ id }) => id === ladder.unit)!;
          const horizons = ladder.rungs.map(({ horizon: h }) => h);
          expect(horizons).toEqual([1, 5, 20, 60, 120, 250]);
          const expected = rungs(unit, horizons, wantedSign(ladder.claimed));
          expect(ladder.rungs.map(({ judged }) => (judged.word === "not-testable" ? judged.word : words(judged)))).toEqual(expected);
        }
      }
    }
  });

  it("every figure", () => {
    for (const entry of article.claims) {
      entry.tests.forEach((test: Raw, i: number) => {
        const outcome = claim(entry.id).outcomes[i]!;
        if (outcome.kind === "figure") expect(outcome.findings.map(({ judged }) => judged.word)).toEqual(test.figures.map(figureWord));
      });
    }
  });

  it("Nvidia on the event day, against SPY: the number everything else hangs on", () => {
    const found = study((o) => returnAt(["NVDA"], o), "SPY", 0);
    expect(found.car).toBeCloseTo(-0.1337, 4);
    expect([...found.residuals.values()].filter((value) => value <= found.car)).toHaveLength(0);
    const studied = verdicts.evidence.NVDA?.studies.SPY;
    if (studied === undefined || isAbsent(studied)) throw new Error("no study of NVDA");
    expect(studied.windows[0]).toMatchObject({ car: expect.closeTo(found.car, 10), t: expect.closeTo(found.t, 8), p: expect.closeTo(found.p, 9) });
    expect(studied.rank).toMatchObject({ n: 250, asLow: 0, p: 1 / 251 });
  });
});

describe("the answer as a whole", () => {
  it("survives the wire unchanged and holds no number that is none", () => {
    expect(JSON.parse(JSON.stringify(verdicts))).toEqual(verdicts);
  });

  it("the scoreboard counts every claim once", () => {
    for (const { speaker, claims, words: counts } of verdicts.scoreboard) {
      const ids = counts.flatMap((count) => count.claims);
      expect(ids.sort()).toEqual(
        article.claims
          .filter((entry: Raw) => entry.speaker === speaker)
          .map((entry: Raw) => entry.id)
          .sort(),
      );
      expect(claims).toBe(ids.length);
    }
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimTest } from "../../../lib/domain/article/claim-test.ts";
import type { ArticleVerdicts, JudgeFacts } from "../../../lib/domain/judgement/judge.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { dayAt } from "../study/synthetic.ts";
import { instrument } from "../study/synthetic-prices.ts";
import { EVENT, world, group, compositions, order, capex, down, held, judge, outcome } from "./judged-world.ts";

describe("direction", () => {
  it("finds the planted shocks, with their sign", () => {
    const { claims } = judge({ a: [down("A")], b: [down("D")], c: [down("C")] });
    expect(Object.values(claims).map(({ word, reasons }) => [word, ...reasons])).toEqual([["consistent"], ["opposite"], ["not-detectable", "size"]]);
  });

  it("stand-ins that disagree are split, exposures that do are mixed, shown ones are not heard", () => {
    const { claims, family } = judge({ split: [down("AD")], heard: [down("AC")], mixed: [down("A", "D")] });
    expect([claims.split?.word, claims.heard?.word, claims.mixed?.word]).toEqual(["split", "consistent", "mixed"]);
    expect(family.map(({ unit }) => unit)).toEqual(["A", "D"]);
  });

  it("counts a unit once however many claims ask", () => {
    const one = judge({ a: [down("A")], again: [down("A")], basket: [down("AC")] });
    expect(one.family).toHaveLength(1);
    expect(one.scoreboard).toEqual([{ speaker: "s", claims: 3, words: [{ word: "consistent", claims: ["a", "again", "basket"] }], tests: 1 }]);
  });

  it("keeps the place of a unit that could not be tested", () => {
    const { claims, family } = judge({ a: [down("A")], p: [down("P")], z: [down("Z")] });
    expect(family).toHaveLength(3);
    expect([claims.p?.word, claims.p?.reasons, claims.z?.word]).toEqual(["no-price", ["not-listed"], "no-price"]);
    const alone = judge({ a: [down("A")] });
    const adjusted = (v: ArticleVerdicts) => {
      const found = v.family.find(({ unit }) => unit === "A")?.windows[1];
      if (found === undefined || isAbsent(found)) throw new Error("no estimate");
      return found.adjusted / found.pair.p;
    };
    expect(adjusted(alone)).toBeCloseTo(1, 12);
    expect(adjusted(judge({ a: [down("A")], p: [down("P")], z: [down("Z")] }))).toBeCloseTo(3, 9);
  });

  it("the chip is the first test's", () => {
    const { claims } = judge({ c: [down("D"), down("A")], none: [{ kind: "none", reason: "no-date", note: "" }, down("A")], nothing: [] });
    expect(claims.c?.outcomes.map(({ judged }) => judged.word)).toEqual(["opposite", "consistent"]);
    expect([claims.c?.word, claims.c?.rule]).toEqual(["opposite", "direction"]);
    expect([claims.none?.word, claims.none?.reasons, claims.none?.rule, claims.none?.restsOn]).toEqual(["not-testable", ["no-date"], "none", []]);
    expect([claims.nothing?.word, claims.nothing?.rule]).toEqual(["not-testable", "none"]);
  });
});

describe("order changes nothing", () => {
  it("permuting instruments, claims and members permutes the answer", () => {
    const tests: Record<string, ClaimTest[]> = {
      a: [down("A", "D")],
      b: [down("AD")],
      r: [{ kind: "ranking", symbol: "A", among: "G", claimed: "lowest" }],
      h: [held("AD")],
    };
    const one = judge(tests);
    const shuffled = Object.fromEntries(Object.entries(world()).toReversed());
    const other = judge(Object.fromEntries(Object.entries(tests).toReversed()), {
      series: shuffled,
      compositions: { ...compositions, G: { ...group, members: group.members.toReversed() } },
    });
    for (const id of Object.keys(tests)) expect([other.claims[id]?.word, other.claims[id]?.reasons]).toEqual([one.claims[id]?.word, one.claims[id]?.reasons]);
    for (const id of Object.keys(one.evidence).filter((unit) => unit !== "G")) expect(other.evidence[id]).toEqual(one.evidence[id]);
    const adjusted = (v: ArticleVerdicts) => Object.fromEntries(v.family.map(({ unit, windows }) => [unit, windows]));
    expect(adjusted(other)).toEqual(adjusted(one));
  });
});

describe("ranking", () => {
  const rank = (symbol: string, claimed: "highest" | "lowest") => outcome("ranking", { kind: "ranking", symbol, among: "G", claimed });
  it("consistent where all gaps are clear, opposite where one is clear the other way", () => {
    expect(rank("A", "lowest").judged.word).toBe("consistent");
    expect(rank("D", "lowest").judged.word).toBe("opposite");
    expect(rank("A", "highest").judged.word).toBe("opposite");
    expect(rank("C", "lowest").judged.word).toBe("opposite");
  });

  it("not detectable where the claimed end is not clear", () => {
    const close = world();
    close.D = { ...(close.B as PriceSeries), symbol: "D", adjclose: (close.B as PriceSeries).adjclose.map((v, i) => v * (1 + 0.004 * Math.sin(7 * i))) };
    const found = outcome("ranking", { kind: "ranking", symbol: "D", among: "G", claimed: "highest" }, { series: close });
    expect(found.judged.word).toBe("not-detectable");
    expect(found.judged.reasons).toHaveLength(1);
  });

  it("shows ranks and how often they were held", () => {
    const { ranks, differences } = rank("A", "lowest");
    expect(ranks.map(({ measure, signed, absolute, of }) => [measure, signed, absolute, of])).toEqual([
      ["raw", 4, 1, 4],
      ["M1", 4, 1, 4],
      ["M2", 4, 1, 4],
    ]);
    for (const { heldSigned, heldClaimed, heldAbsolute } of ranks) {
      expect(heldSigned).toBe(heldClaimed);
      expect(heldSigned).toBeGreaterThan(0.15);
      expect(heldAbsolute).toBeLessThan(0.4);
    }
    expect(differences.map(({ other, claimedWay }) => [other, claimedWay])).toEqual([
      ["B", true],
      ["C", true],
      ["D", true],
    ]);
    // The market model is linear: the difference's abnormal return is the difference of the abnormal returns.
    const { evidence } = judge({ c: [down("A", "B")] });
    const car = (symbol: string) => {
      const study = evidence[symbol]?.studies.M1;
      const window = study === undefined || isAbsent(study) ? undefined : study.windows[0];
      return window === undefined || isAbsent(window) ? NaN : window.car;
    };
    expect(differences[0]?.estimates[0]?.car).toBeCloseTo(car("A") - car("B"), 12);
  });

  it("says why where it cannot", () => {
    expect(rank("M1", "lowest").judged).toEqual({ word: "not-testable", reasons: ["not-judged"] });
    const { C: _gone, ...rest } = world();
    expect(outcome("ranking", { kind: "ranking", symbol: "A", among: "G", claimed: "lowest" }, { series: rest }).judged).toEqual({
      word: "no-price",
      reasons: ["no-price"],
    });
  });
});

describe("relation", () => {
  const relation = (more: Partial<JudgeFacts> = {}, without: string[] = [], claimedSign: "negative" | "positive" = "negative") =>
    outcome("relation", { kind: "relation", among: "G", without, variable: "announced-capex", claimedSign }, more);
  it("has the sign of more spending, lower return, and cannot speak with four", () => {
    const found = relation();
    if (isAbsent(found.primary)) throw new Error(found.primary.why);
    expect(found.primary.estimates.map(({ rho }) => rho)).toEqual([-1, -1]);
    expect(found.primary.estimates[0]?.p).toBeCloseTo(2 / 24, 12);
    expect(found.primary.critical).toBeNull();
    expect(found.primary.smallestP).toBeCloseTo(2 / 24, 12);
    expect(found.judged).toEqual({ word: "not-detectable", reasons: ["size"] });
    expect(found.variants.map(({ order: { id } }) => id)).toEqual(["three"]);
    expect(found.leaveOneOut.map(({ without }) => without)).toEqual(["A", "C", "B", "D"]);
    expect(found.points.map(({ symbol, primary }) => [symbol, primary])).toEqual([
      ["A", true],
      ["B", true],
      ["C", true],
      ["D", true],
    ]);
  });

  it("refuses an order that leaves somebody out or lets somebody in", () => {
    expect(relation({}, ["A"]).judged).toEqual({ word: "not-testable", reasons: ["no-amount"] });
    const short = { ...capex, orders: [order("three", "primary", "A", "C", "B")] };
    expect(relation({ capex: short }).judged.reasons).toEqual(["no-amount"]);
    expect(relation({ capex: short }, ["D"]).judged.word).toBe("not-detectable");
    expect(relation({ capex: { ...capex, orders: [] } }).judged.reasons).toEqual(["no-amount"]);
  });
});

describe("volatility", () => {
  const test: ClaimTest = { kind: "volatility", index: "VIX", group: "G" };
  it("hears what jumped and not what did not", () => {
    const found = outcome("volatility", test);
    expect(found.findings.map(({ part, judged }) => [part, judged.word])).toEqual([
      ["index", "consistent"],
      ["dispersion", "consistent"],
      ["variance", "not-detectable"],
    ]);
    expect(found.findings[0]?.p).toBe(1 / 251);
    expect(found.findings[0]?.adjusted).toBeCloseTo(3 / 251, 12);
    expect(found.judged).toEqual({ word: "mixed", reasons: [] });
  });

  it("hears a group that varies more afterwards", () => {
    const wild = world();
    for (const symbol of ["A", "B", "C", "D"]) {
      const one = wild[symbol] as PriceSeries;
      const adjclose = one.adjclose.map((level, i) => (i > EVENT && i <= EVENT + 20 && i % 2 === 0 ? level * 1.1 : level));
      wild[symbol] = { ...one, adjclose };
    }
    const variance = outcome("volatility", test, { series: wild }).findings[2];
    expect(variance?.judged.word).toBe("consistent");
    expect(variance?.basis).toMatchObject({ nBefore: 250, nAfter: 20 });
  });

  it("names a part that could not be measured", () => {
    const { VIX: _gone, ...rest } = world();
    const found = outcome("volatility", test, { series: rest });
    expect(found.absent.map(({ part }) => part)).toEqual(["index"]);
    expect(found.findings.map(({ part }) => part)).toEqual(["dispersion", "variance"]);
    const short = Object.fromEntries(Object.entries(world()).map(([s, one]) => [s, { ...one, days: one.days.slice(0, EVENT + 10) }]));
    expect(outcome("volatility", test, { series: short }).absent.map(({ part, absence: { absent } }) => [part, absent])).toEqual([["variance", "series-ends"]]);
  });
});

describe("evidence", () => {
  let evidence: ArticleVerdicts["evidence"];
  let claims: ArticleVerdicts["claims"];
  beforeAll(() => ({ evidence, claims } = judge({ g: [down("G")], v: [down("A", "P")] })));
  it("holds the group, its members, its cross-section and each dropped member", () => {
    expect(claims.g?.units).toEqual(["G", "A", "B", "C", "D"]);
    expect(evidence.G?.dropOne.map(({ without, benchmark }) => `${without} ${benchmark}`)).toEqual(["A", "B", "C", "D"].flatMap((s) => [`${s} M1`, `${s} M2`]));
    expect(Object.keys(evidence.G?.crossSections ?? {})).toEqual(["M1", "M2"]);
    expect(evidence.A?.crossSections).toEqual({});
    expect(evidence.A?.dropOne).toEqual([]);
    expect(evidence.P?.studies.M1).toMatchObject({ absent: "not-listed" });
  });

  it("gives a market-adjusted return where the year is too short, and no error", () => {
    const young = world();
    const C = young.C as PriceSeries;
    const from = EVENT - 30;
    young.C = {
      ...C,
      days: C.days.slice(from),
      open: C.open.slice(from),
      close: C.close.slice(from),
      adjclose: C.adjclose.slice(from),
      volume: C.volume.slice(from),
    };
    const found = judge({ c: [down("C")] }, { series: young });
    expect(found.claims.c).toMatchObject({ word: "not-testable", reasons: ["too-few-days"] });
    const M1 = young.M1 as PriceSeries;
    const at = (one: PriceSeries, day: string) => one.adjclose[one.days.indexOf(day)] ?? NaN;
    const own = at(young.C, dayAt(EVENT + 1)) / at(young.C, dayAt(EVENT - 1)) - 1;
    const market = at(M1, dayAt(EVENT + 1)) / at(M1, dayAt(EVENT - 1)) - 1;
    const adjusted = found.evidence.C?.marketAdjusted ?? [];
    expect(adjusted.map(({ benchmark, from: start, to }) => [benchmark, start, to])).toEqual([
      ["M1", 0, 0],
      ["M1", 0, 1],
      ["M2", 0, 0],
      ["M2", 0, 1],
    ]);
    expect(adjusted[1]?.return).toBeCloseTo(own, 12);
    expect(adjusted[1]?.excess).toBeCloseTo(own - market, 12);
    expect(evidence.A?.marketAdjusted).toEqual([]);
  });

  it("tests nothing that trades elsewhere, and no level of expected volatility", () => {
    const series = world();
    const abroad = { ...series, A: { ...(series.A as PriceSeries), timeZone: "Asia/Tokyo" } };
    expect(judge({ c: [down("A")] }, { series: abroad }).claims.c).toMatchObject({ word: "not-testable", reasons: ["no-benchmark"] });
    const instruments = { VIX: instrument("VIX", { kind: "index", volatilityIndex: true }) };
    expect(judge({ c: [down("VIX")] }, { instruments }).claims.c).toMatchObject({ word: "not-testable", reasons: ["no-benchmark"] });
  });

  it("tests an index of shares, wherever it is computed", () => {
    const instruments = { A: instrument("A", { kind: "index", exchange: "CBOE" }) };
    expect(judge({ c: [down("A")] }, { instruments }).claims.c).toMatchObject({ word: "consistent" });
  });

  it("a benchmark is not tested on itself", () => {
    expect(judge({ c: [down("M1")] }).claims.c).toMatchObject({ word: "not-testable", reasons: ["same-as-benchmark"] });
  });

  it("without a benchmark's prices nothing has a word", () => {
    const { M2: _gone, ...series } = world();
    expect(judge({ c: [down("A")] }, { series }).claims.c).toMatchObject({ word: "no-price", reasons: ["no-price"] });
  });
});

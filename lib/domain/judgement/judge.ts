import type { Article, Claim } from "../article/article.ts";
import type { ClaimTest } from "../article/claim-test.ts";
import { directionFamily, judgeDirection } from "./direction.ts";
import type { DirectionFamily } from "./direction.ts";
import type { EventDay } from "../market/event-day.ts";
import { STUDY_OPTIONS } from "../study/event-study.ts";
import type { StudyOptions } from "../study/event-study.ts";
import { studyFitter } from "../study/study-fitter.ts";
import type { StudyFitter } from "../study/study-fitter.ts";
import { evidenceOf, fitUnit, single } from "./evidence.ts";
import type { Evidence, Fitted, TestContext } from "./evidence.ts";
import { judgeFigures } from "./figure.ts";
import { judgeHorizon } from "./horizon.ts";
import type { Composition, Instrument } from "../market/instruments.ts";
import { testsBehind } from "./outcome.ts";
import type { ClaimVerdict, TestOutcome } from "./outcome.ts";
import { judgePairs } from "./pairwise.ts";
import { judgeRanking } from "./ranking.ts";
import { judgeRelation } from "./relation.ts";
import { absence } from "../market/series.ts";
import type { Absence, Day, PriceSeries } from "../market/series.ts";
import type { Capex } from "../article/capex.ts";
import { unitsOf } from "../market/units.ts";
import type { Unit } from "../market/units.ts";
import { judged } from "./verdict.ts";
import { judgeVolatility } from "./volatility.ts";
import type { Word } from "./verdict.ts";

/** What an article is judged on. Series are by symbol; one that could not be loaded is simply not there. */
export interface JudgeFacts {
  article: Article;
  instruments: Record<string, Instrument>;
  compositions: Record<string, Composition>;
  capex: Capex;
  series: Record<string, PriceSeries>;
  /** Symbols, SPY first: the ladder from the open is against the first alone. */
  benchmarks: string[];
  /** The event day on the benchmarks' exchange. */
  event: EventDay;
  options?: Partial<StudyOptions>;
  /** What has been fitted on these series already. */
  fitStudy?: StudyFitter;
}

/** Every claim's verdict and the numbers on every unit, JSON-safe. */
export interface ArticleVerdicts {
  eventDay: Day;
  baseDay: Day;
  benchmarks: string[];
  options: StudyOptions;
  claims: Record<string, ClaimVerdict>;
  /** The direction tests of the article, corrected together. */
  family: DirectionFamily;
  evidence: Record<string, Evidence>;
  scoreboard: Score[];
}

/** Holds every claim to the tests written in it. The order of claims and of instruments changes nothing but the order of the answer. */
export function judgeArticle(facts: JudgeFacts): ArticleVerdicts {
  const { article, compositions, benchmarks, event } = facts;
  const options = { ...STUDY_OPTIONS, ...facts.options };
  const { eventDay, baseDay, timeZone } = event;
  const context: TestContext = {
    instruments: facts.instruments,
    series: facts.series,
    benchmarks,
    eventDay,
    baseDay,
    timeZone,
    options,
    fitStudy: facts.fitStudy ?? studyFitter(),
  };
  const fit = fitter(context);
  const family = directionFamily(directionUnits(article, compositions).map(fit));
  const claims = Object.fromEntries(article.claims.map((claim) => [claim.id, judgeClaim(claim, facts, context, fit, family)]));
  const units = new Map(
    article.claims
      .flatMap((claim) => unitsBehind(claim, compositions))
      .toSorted(ownLast)
      .map((unit) => [unit.id, unit]),
  );
  const evidence = Object.fromEntries([...units].map(([id, unit]) => [id, evidenceOf(fit(unit), context, fit)]));
  return { eventDay, baseDay, benchmarks, options, claims, family, evidence, scoreboard: scoreboard(article, claims) };
}

function judgeClaim(claim: Claim, facts: JudgeFacts, context: TestContext, fit: Fitter, family: DirectionFamily): ClaimVerdict {
  const outcomes = claim.tests.map((test) => judgeTest(test, facts, context, fit, family));
  const [first] = outcomes;
  const chip = first?.judged ?? judged("not-testable", "not-judged");
  return {
    claim: claim.id,
    ...chip,
    rule: first?.kind ?? "none",
    outcomes,
    units: unitsBehind(claim, facts.compositions).map(({ id }) => id),
    restsOn: first === undefined ? [] : testsBehind(claim.id, first),
  };
}

function judgeTest(test: ClaimTest, facts: JudgeFacts, context: TestContext, fit: Fitter, family: DirectionFamily): TestOutcome {
  const { compositions, series } = facts;
  const sessions = series[context.benchmarks[0] ?? ""]?.days ?? [];
  const membersOf = (symbol: string) => membersBehind(symbol, compositions).map((member) => fit(single(member)));
  switch (test.kind) {
    case "direction":
      return judgeDirection(test, (symbol) => judgedUnits(symbol, compositions).map(({ id }) => id), family);
    case "ranking":
      return judgeRanking(test, typeof test.among === "string" ? membersOf(test.among) : test.among.map((symbol) => fit(single(symbol))));
    case "pair":
      return judgePairs(test, (symbol) => oneUnit(symbol, compositions, fit), sessions, context);
    case "relation":
      return judgeRelation(test, membersOf(test.among), facts.capex);
    case "volatility": {
      const [group = single(test.group)] = unitsOf(test.group, compositions);
      return judgeVolatility(test, fit(group), membersOf(test.group), context);
    }
    case "horizon":
      return judgeHorizon(test, (symbol) => unitsOf(symbol, compositions).map(fit), sessions, context);
    case "figure":
      return judgeFigures(test, series);
    case "none": {
      const word = test.reason === "no-price" ? "no-price" : "not-testable";
      return { kind: "none", judged: judged(word, test.reason), reason: test.reason, note: test.note };
    }
  }
}

/** What a pair compares: an instrument or a group. A basket has stand-ins that need not agree, and no return of its own. */
function oneUnit(symbol: string, compositions: Record<string, Composition>, fit: Fitter): Fitted | Absence {
  const [unit] = unitsOf(symbol, compositions);
  if (unit === undefined || compositions[symbol]?.kind === "basket")
    return absence("no-public-quote", `${symbol} has no public quote: nothing of it can be set above another.`);
  return fit(unit);
}

/** Of units that share an id the instrument itself stands in the evidence, not the stand-in it also is: the order of claims must not decide. */
function ownLast(a: Unit, b: Unit): number {
  const rank = ({ id, symbol }: Unit) => (id === symbol ? "1" : "0") + symbol;
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}

type Fitter = (unit: Unit) => Fitted;

/** Fits each unit once: many claims speak of the same few. */
function fitter(context: TestContext): Fitter {
  const fitted = new Map<string, Fitted>();
  return (unit) => {
    const known = fitted.get(unit.id) ?? fitUnit(unit, context);
    fitted.set(unit.id, known);
    // The same fund may speak for a basket, shown or judged, and for itself.
    return { ...known, unit };
  };
}

function directionUnits(article: Article, compositions: Record<string, Composition>): Unit[] {
  const expected = article.claims.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "direction" ? test.expected : [])));
  return expected.flatMap(({ symbol }) => judgedUnits(symbol, compositions));
}

function judgedUnits(symbol: string, compositions: Record<string, Composition>): Unit[] {
  return unitsOf(symbol, compositions).filter(({ role }) => role === "judged");
}

/** Units for a claim's exposures and tests; a group's members too, which stand beside it. */
function unitsBehind(claim: Claim, compositions: Record<string, Composition>): Unit[] {
  const tested = claim.tests.flatMap((test) => {
    if (test.kind === "direction" || test.kind === "horizon") return test.expected.map(({ symbol }) => symbol);
    if (test.kind === "pair") return test.expected.flatMap(({ higher, lower }) => [higher, lower]);
    if (test.kind === "ranking" || test.kind === "relation") return [test.among].flat();
    return test.kind === "volatility" ? [test.group] : [];
  });
  const symbols = [...claim.exposures.map(({ symbol }) => symbol), ...tested];
  const members = symbols.flatMap((symbol) => membersBehind(symbol, compositions)).map(single);
  const units = [...symbols.flatMap((symbol) => unitsOf(symbol, compositions)), ...members];
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

/** A group's members; nothing for anything else. */
function membersBehind(symbol: string, compositions: Record<string, Composition>): string[] {
  const composition = compositions[symbol];
  return composition?.kind === "group" ? composition.members.map((member) => member.symbol) : [];
}

/** One speaker's chips. It scores a few days of one article, not a person. */
export interface Score {
  speaker: string;
  claims: number;
  /** Claims by the word of their chip; words nobody got are left out. */
  words: { word: Word; claims: string[] }[];
  /** How many distinct tests those chips rest on: several claims may ask the same of the same instrument. */
  tests: number;
}

function scoreboard(article: Article, verdicts: Record<string, ClaimVerdict>): Score[] {
  return article.speakers.flatMap(({ id }) => {
    const own = article.claims.filter((claim) => claim.speaker === id).flatMap((claim) => verdicts[claim.id] ?? []);
    if (own.length === 0) return [];
    const words = [...new Set(own.map(({ word }) => word))].map((word) => ({
      word,
      claims: own.filter((verdict) => verdict.word === word).map(({ claim }) => claim),
    }));
    return [{ speaker: id, claims: own.length, words, tests: new Set(own.flatMap(({ restsOn }) => restsOn)).size }];
  });
}

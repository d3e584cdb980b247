import { withGroups } from "../../domain/article/article-groups.ts";
import type { Article, Claim } from "../../domain/article/article.ts";
import type { ClaimTest, Figure } from "../../domain/article/claim-test.ts";
import type { Composition } from "../../domain/market/instruments.ts";
import { DataError } from "./data-error.ts";
import { instrumentAt, quotedAt, unique } from "./instrument-checks.ts";
import type { Instruments, Path } from "./instrument-checks.ts";

type Compositions = Record<string, Composition>;

/**
 * What no schema of one file can see: that an article speaks of instruments and groups that exist, and each
 * claim's tests of its exposures.
 *
 * @param instruments, compositions everybody's: the article's own groups are added here
 */
export function checkArticle(file: string, article: Article, everybodys: Instruments, known: Compositions): void {
  checkGroups(file, article, everybodys);
  const { instruments, compositions } = withGroups(article, { instruments: everybodys, compositions: known });
  for (const [at, symbol] of (article.benchmarks ?? []).entries()) quotedAt(file, ["benchmarks", at], symbol, instruments);
  unique(
    file,
    ["otherEvents"],
    (article.otherEvents ?? []).map(({ id }) => id),
    "id",
  );
  for (const [at, { concerns }] of (article.otherEvents ?? []).entries()) {
    for (const [i, symbol] of concerns.entries()) instrumentAt(file, ["otherEvents", at, "concerns", i], symbol, instruments);
  }
  unique(
    file,
    ["speakers"],
    article.speakers.map(({ id }) => id),
    "id",
  );
  unique(
    file,
    ["claims"],
    article.claims.map(({ id }) => id),
    "id",
  );
  for (const [at, { affiliationSymbol }] of article.speakers.entries()) {
    if (affiliationSymbol !== null) instrumentAt(file, ["speakers", at, "affiliationSymbol"], affiliationSymbol, instruments);
  }
  const speakers = new Set(article.speakers.map(({ id }) => id));
  for (const [at, claim] of article.claims.entries()) {
    const path = ["claims", at];
    if (!speakers.has(claim.speaker)) throw new DataError(file, [...path, "speaker"], claim.speaker, "the id of a speaker of this article");
    unique(
      file,
      [...path, "exposures"],
      claim.exposures.map(({ symbol }) => symbol),
      "symbol",
    );
    unique(
      file,
      [...path, "tests"],
      claim.tests.map(({ kind }) => kind),
      "kind",
    );
    for (const [i, { symbol }] of claim.exposures.entries()) instrumentAt(file, [...path, "exposures", i, "symbol"], symbol, instruments);
    for (const [i, test] of claim.tests.entries()) checkTest(file, [...path, "tests", i], test, claim, instruments, compositions);
  }
  checkDisagreements(file, article);
}

/** A group's symbol is its own, and its members are quoted. */
function checkGroups(file: string, { groups = [] }: Article, instruments: Instruments): void {
  unique(
    file,
    ["groups"],
    groups.map(({ symbol }) => symbol),
    "symbol",
  );
  for (const [at, { symbol, members }] of groups.entries()) {
    if (Object.hasOwn(instruments, symbol)) throw new DataError(file, ["groups", at, "symbol"], symbol, "a symbol that no instrument has");
    unique(
      file,
      ["groups", at, "members"],
      members.map((member) => member.symbol),
      "symbol",
    );
    for (const [i, member] of members.entries()) quotedAt(file, ["groups", at, "members", i, "symbol"], member.symbol, instruments);
  }
}

/** Claims of this article against another's, where that one is held: it may have been taken away. */
export function checkAcross(file: string, { slug, across = [] }: Article, others: Article[]): void {
  for (const [at, { other }] of across.entries()) {
    if (other.article === slug) throw new DataError(file, ["across", at, "other", "article"], slug, "another article");
    const held = others.find((one) => one.slug === other.article);
    if (held !== undefined && !held.claims.some(({ id }) => id === other.claim)) {
      throw new DataError(file, ["across", at, "other", "claim"], other.claim, `the id of a claim of ${other.article}`);
    }
  }
}

function checkDisagreements(file: string, { claims, disagreements, across = [] }: Article): void {
  const known = new Set(claims.map(({ id }) => id));
  unique(
    file,
    ["disagreements"],
    [...disagreements, ...across].map(({ id }) => id),
    "id",
  );
  for (const [at, { claim }] of across.entries()) {
    if (!known.has(claim)) throw new DataError(file, ["across", at, "claim"], claim, "the id of a claim of this article");
  }
  const sets = disagreements.map((one) => one.claims.toSorted().join(" "));
  for (const [at, one] of disagreements.entries()) {
    const path = ["disagreements", at, "claims"];
    for (const [i, id] of one.claims.entries()) {
      if (!known.has(id)) throw new DataError(file, [...path, i], id, "the id of a claim of this article");
      if (one.claims.indexOf(id) < i) throw new DataError(file, [...path, i], id, "a claim not given before: none disagrees with itself");
    }
    const earlier = sets.indexOf(sets[at] ?? "");
    if (earlier < at) throw new DataError(file, path, one.claims, `claims that are not those of ${disagreements[earlier]?.id}`);
  }
}

function checkTest(file: string, path: Path, test: ClaimTest, claim: Claim, instruments: Instruments, compositions: Compositions): void {
  const group = (key: string, symbol: string): Set<string> => {
    const behind = Object.hasOwn(compositions, symbol) ? compositions[symbol] : undefined;
    if (behind?.kind !== "group") throw new DataError(file, [...path, key], symbol, "a group of data/baskets.json or of the article");
    return new Set(behind.members.map((member) => member.symbol));
  };
  const comparable = (at: Path, symbol: string): void => {
    const { kind } = instrumentAt(file, at, symbol, instruments);
    if (kind !== "group" || test.kind !== "pair") quotedAt(file, at, symbol, instruments);
  };
  switch (test.kind) {
    case "direction":
    case "horizon":
      unique(
        file,
        [...path, "expected"],
        test.expected.map(({ symbol }) => symbol),
        "symbol",
      );
      for (const [i, { symbol, direction }] of test.expected.entries()) {
        const at = [...path, "expected", i];
        instrumentAt(file, [...at, "symbol"], symbol, instruments);
        const exposure = claim.exposures.find((one) => one.symbol === symbol);
        if (exposure === undefined) throw new DataError(file, [...at, "symbol"], symbol, "an instrument among the claim's exposures");
        if (exposure.direction !== direction)
          throw new DataError(file, [...at, "direction"], direction, `${exposure.direction ?? "no test"}, as the exposure to ${symbol} says`);
      }
      return;
    case "ranking":
      if (typeof test.among === "string") {
        if (!group("among", test.among).has(test.symbol)) throw new DataError(file, [...path, "symbol"], test.symbol, `a member of ${test.among}`);
        return;
      }
      unique(file, [...path, "among"], test.among, "symbol");
      for (const [i, symbol] of test.among.entries()) comparable([...path, "among", i], symbol);
      if (!test.among.includes(test.symbol)) throw new DataError(file, [...path, "symbol"], test.symbol, "one of those it is ranked among");
      return;
    case "pair":
      unique(
        file,
        [...path, "expected"],
        test.expected.map(({ higher, lower }) => [higher, lower].toSorted().join(" ")),
        "pair",
      );
      for (const [i, { higher, lower }] of test.expected.entries()) {
        const at = [...path, "expected", i];
        comparable([...at, "higher"], higher);
        comparable([...at, "lower"], lower);
        if (higher === lower) throw new DataError(file, [...at, "lower"], lower, `another than ${higher}`);
      }
      return;
    case "relation": {
      const members = group("among", test.among);
      for (const [i, symbol] of test.without.entries()) {
        if (!members.has(symbol)) throw new DataError(file, [...path, "without", i], symbol, `a member of ${test.among}`);
      }
      return;
    }
    case "volatility":
      quotedAt(file, [...path, "index"], test.index, instruments);
      group("group", test.group);
      return;
    case "figure":
      unique(
        file,
        [...path, "figures"],
        test.figures.map(({ id }) => id),
        "id",
      );
      for (const [i, figure] of test.figures.entries()) checkPrices(file, [...path, "figures", i], figure, instruments);
      return;
    case "none":
      return;
  }
}

function checkPrices(file: string, path: Path, figure: Figure, instruments: Instruments): void {
  for (const name of ["reference", "alternative"] as const) {
    for (const [i, input] of (figure[name]?.inputs ?? []).entries()) {
      if ("price" in input) quotedAt(file, [...path, name, "inputs", i, "price", "symbol"], input.price.symbol, instruments);
    }
  }
}

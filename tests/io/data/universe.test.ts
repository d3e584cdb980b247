import { rmSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { loadLeftListings, loadMarketIndex, loadUniverse } from "../../../lib/io/data/market-files.ts";
import { nameSchema } from "../../../lib/io/data/universe-schema.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";
import type { Change } from "../../fixtures/copy-of-data.ts";

const { listed, shared, ask } = loadUniverse();
const { left } = loadLeftListings();
const of = (symbol: string) => listed.find((one) => one.symbol === symbol);
const aliases = listed.flatMap((one) => one.aliases.map((alias) => [alias.toLowerCase(), one.symbol] as const));

describe("names", () => {
  test("no symbol stands twice, and nobody has left and stayed", () => {
    const symbols = [...listed, ...left].map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
  });

  test("none ends in punctuation, has an open bracket, two spaces or a class of shares cut off", () => {
    const names = [...listed, ...left].flatMap(({ name, aliases: also }) => [name, ...also]);
    expect(names.filter((name) => /[^\p{L}\p{N}.!)']$|\s{2}|^\W|\bNTS\b|\d\.\d+%|Depos/u.test(name))).toEqual([]);
    expect(names.filter((name) => name.split("(").length !== name.split(")").length)).toEqual([]);
  });

  test("an alias is of one company, and a shared one of none", () => {
    expect(new Set(aliases.map(([alias]) => alias)).size).toBe(aliases.length);
    const own = new Map(aliases);
    expect(shared.filter(({ alias }) => own.has(alias.toLowerCase()))).toEqual([]);
    for (const { symbols } of shared) expect(symbols.every((symbol) => of(symbol) !== undefined)).toBe(true);
  });

  test("only companies have aliases, and a company's classes have them once", () => {
    expect(listed.filter(({ kind, aliases: also }) => kind !== "share" && also.length > 0)).toEqual([]);
    expect(listed.filter(({ classOf, aliases: also }) => classOf !== undefined && also.length > 0)).toEqual([]);
  });

  test.each(["U.S", "Q2", "First", "Digital", "Medical", "Healthcare", "Construction", "S&P", "Nasdaq", "Dow", "MSCI"])("%s never stands alone", (word) => {
    expect(aliases.find(([alias]) => alias === word.toLowerCase())).toBeUndefined();
  });

  test.each(["apple", "visa", "target", "block", "meta", "gap", "snap", "oracle", "amazon", "ge"])("%s has to be asked about", (word) => {
    expect(ask).toContain(word);
  });

  test("every word to ask about is an alias", () => {
    const own = new Set(aliases.map(([alias]) => alias));
    expect(ask.filter((word) => !own.has(word))).toEqual([]);
  });
});

describe("the traps of the machine-made list", () => {
  test("Alphabet is two classes of one company, with a name each", () => {
    expect(of("GOOGL")).toMatchObject({ name: "Alphabet Inc. Class A", aliases: expect.arrayContaining(["Alphabet", "Google"]) });
    expect(of("GOOG")).toMatchObject({ name: "Alphabet Inc. Class C", classOf: "GOOGL", aliases: [] });
  });

  test("SQ is Block until January 2025, and XYZ since", () => {
    expect(of("SQ")).toBeUndefined();
    expect(left.find(({ symbol }) => symbol === "SQ")).toMatchObject({ became: "XYZ", on: "2025-01-21" });
    expect(of("XYZ")?.former).toEqual([
      { name: "Square", until: "2021-12-09" },
      { was: "SQ", until: "2025-01-20" },
    ]);
  });

  test("Facebook and FB are Meta's, until their days", () => {
    expect(of("META")?.former).toEqual([
      { name: "Facebook", until: "2021-10-27" },
      { was: "FB", until: "2022-06-08" },
    ]);
  });

  test("companies of one name are not taken for classes of one", () => {
    for (const symbol of ["OBDC", "OWL", "FBNC", "FBP", "VRTX", "VERX", "BSBR", "SAN"]) expect(of(symbol), symbol).not.toHaveProperty("classOf");
    expect(of("BRK-A")?.classOf).toBe("BRK-B");
  });

  test.each([
    ["TBB", "note"],
    ["CCZ", "note"],
    ["GJS", "note"],
    ["AEFC", "note"],
    ["STRF", "preferred"],
    ["FCNCN", "preferred"],
    ["PDI", "fund"],
    ["SPY", "fund"],
    ["^VIX", "index"],
    ["BNS", "share"],
    ["URI", "share"],
  ])("%s: %s", (symbol, kind) => {
    expect(of(symbol)?.kind).toBe(kind);
  });

  test("no preferred share or note has left as a company", () => {
    for (const symbol of ["HOVNP", "CDZIP", "FITBI"])
      expect(
        left.map((one) => one.symbol),
        symbol,
      ).not.toContain(symbol);
  });

  test("the members of the S&P 500 are companies, and about as many as there should be", () => {
    const members = listed.filter(({ sp500 }) => sp500);
    expect(members.filter(({ kind }) => kind !== "share")).toEqual([]);
    expect(members.length).toBeGreaterThanOrEqual(500);
    expect(members.length).toBeLessThanOrEqual(506);
  });

  test("whoever became another is followed to somebody known", () => {
    expect(left.filter(({ became }) => became !== undefined && of(became) === undefined && !left.some((one) => one.symbol === became))).toEqual([]);
  });

  test("every symbol with prices has a name and the same kind", () => {
    const gone = new Set(left.map(({ symbol }) => symbol));
    for (const { symbol, kind } of loadMarketIndex().series) if (!gone.has(symbol)) expect(of(symbol)?.kind, symbol).toBe(kind);
  });
});

describe("the schema", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  test.each(["Alphabet Inc. (", "Two  spaces", " front", "Ends,", "A Name.", "Open (bracket", "Dash -"])("refuses %j as a name", (name) => {
    expect(nameSchema.safeParse(name).success).toBe(false);
  });

  test.each(["Apple Inc.", "Eni S.p.A.", "Yahoo!", "U.S. Bancorp", "Banco Santander (Brasil) S.A.", "McDonald's", "3M"])("takes %j as a name", (name) => {
    expect(nameSchema.safeParse(name).success).toBe(true);
  });

  test.each<[string, Change, RegExp]>([
    [
      "an alias of two",
      (c) => {
        c.listed[1].aliases = [...c.listed[0].aliases];
      },
      /listed\[1\]\.aliases\[0\].*not of NVDA already/,
    ],
    [
      "a class of nobody",
      (c) => {
        c.listed[0].classOf = "ZZZZ";
      },
      /listed\[0\]\.classOf.*"ZZZZ"/,
    ],
    [
      "a symbol twice",
      (c) => {
        c.listed[1].symbol = "NVDA";
      },
      /listed\[1\]\.symbol.*"NVDA"/,
    ],
    [
      "a former entry of nothing",
      (c) => {
        c.listed[0].former = [{ until: "2020-01-01" }];
      },
      /listed\[0\]\.former\[0\].*a name or a symbol/,
    ],
  ])("refuses %s", (_, change, message) => {
    const folder = copyOfData({ "market/universe.json": change });
    folders.push(folder);
    expect(() => loadUniverse(folder)).toThrow(message);
  });
});

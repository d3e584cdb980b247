import { describe, expect, test } from "vitest";
import type { MarketCorrections } from "../../lib/io/data/market-schema.ts";
import type { Names } from "../../lib/io/data/universe-schema.ts";
import { buildUniverse } from "../../scripts/market/build-universe.ts";
import type { RawListing } from "../../scripts/market/build-universe.ts";
import { cleanName, companyKey } from "../../scripts/market/clean-name.ts";
import { cellNumber } from "../../scripts/market/csv-table.ts";
import { listingKind } from "../../scripts/market/listing-kind.ts";
import { settleSeries } from "../../scripts/market/settle-series.ts";
import type { SourceLevels, SourceSeries } from "../../scripts/market/source-figures.ts";

const nothing: MarketCorrections = {
  cuts: [],
  kinds: [],
  spinOffs: [],
  levelCuts: [],
  splits: [],
  unfinished: { day: "2026-07-14", source: "one", confirmedBy: "two", reason: "Taken early." },
  disagree: [],
};
const days = ["2026-07-10", "2026-07-13", "2026-07-14", "2026-07-15"];
const source = (over: Partial<SourceSeries> = {}): SourceSeries => ({
  symbol: "ABC",
  kind: "stock",
  sources: ["one", "two"],
  days,
  adjclose: [10, 11, 12, 13],
  ...over,
});
const levels = (over: Partial<SourceLevels> = {}): SourceLevels => ({
  days,
  open: [9, 10, 11, 12],
  close: [10, 11, 12, null],
  adjclose: [10, 11, 11.55, 13],
  volume: [1, 2, 3, 4],
  ...over,
});

describe("a series, as it is kept", () => {
  test("adjusted closes alone, where nothing else is held", () => {
    const { facts, adjclose, close } = settleSeries(source(), undefined, nothing);
    expect(facts).toEqual({
      symbol: "ABC",
      kind: "share",
      first: "2026-07-10",
      last: "2026-07-15",
      levels: "adjusted-only",
      levelsUntil: null,
      sources: ["one", "two"],
      note: null,
    });
    expect([adjclose, close]).toEqual([
      [10, 11, 12, 13],
      [null, null, null, null],
    ]);
  });

  test("levels of the second taking, as far as it has them", () => {
    const { facts, open, volume } = settleSeries(source(), levels(), nothing);
    expect(facts).toMatchObject({ levels: "market", levelsUntil: "2026-07-14" });
    expect([open, volume]).toEqual([
      [9, 10, 11, 12],
      [1, 2, 3, 4],
    ]);
  });

  test("an unfinished row ends a series of one source", () => {
    const { facts } = settleSeries(source({ sources: ["one"] }), undefined, nothing);
    expect(facts).toMatchObject({ last: "2026-07-13", note: expect.stringContaining("Ends before 14 July 2026") });
  });

  test("an unfinished row takes the return of a second taking that goes on, and later returns stay", () => {
    const { adjclose, facts } = settleSeries(source({ sources: ["one"] }), levels(), nothing);
    expect(adjclose).toEqual([10, 11, 11.55, 12.5125]);
    expect((adjclose[3] ?? 0) / (adjclose[2] ?? 0)).toBeCloseTo(13 / 12, 5);
    expect(facts.note).toContain("second taking");
  });

  test("a second taking that ends on that day is the same taking", () => {
    const short = levels({ days: days.slice(0, 3), open: [9, 10, 11], close: [10, 11, 12], adjclose: [10, 11, 12], volume: [1, 2, 3] });
    expect(settleSeries(source({ sources: ["one"] }), short, nothing).facts.last).toBe("2026-07-13");
  });

  test("rows outside a cut are not there, and the note says why", () => {
    const cuts = [{ symbol: "ABC", from: "2026-07-13", until: "2026-07-14", reason: "Why." }];
    expect(settleSeries(source(), undefined, { ...nothing, cuts }).facts).toMatchObject({ first: "2026-07-13", last: "2026-07-14", note: "Why." });
  });

  test("nothing left is an error", () => {
    expect(() => settleSeries(source(), undefined, { ...nothing, cuts: [{ symbol: "ABC", from: "2030-01-01", reason: "Why." }] })).toThrow(
      "ABC: no row is left",
    );
  });

  test("a spin-off is said with the return of its day", () => {
    const spinOffs = [{ symbol: "ABC", day: "2026-07-13", what: "Its Child" }];
    expect(settleSeries(source(), undefined, { ...nothing, spinOffs }).facts.note).toMatch(/^Traded without Its Child.*13 July 2026.*\+10\.0 %/);
    expect(() => settleSeries(source(), undefined, { ...nothing, spinOffs: [{ symbol: "ABC", day: "2026-07-12", what: "X" }] })).toThrow(
      /no return on 2026-07-12/,
    );
  });

  test("levels end where they are cut, and a later split is said", () => {
    const { facts, close } = settleSeries(source(), levels(), {
      ...nothing,
      levelCuts: [{ symbol: "ABC", until: "2026-07-13", reason: "No close." }],
      splits: [{ symbol: "ABC", reason: "2:1." }],
    });
    expect(facts).toMatchObject({ levels: "split-adjusted", levelsUntil: "2026-07-13", note: expect.stringMatching(/No close\..*2:1\./) });
    expect(close).toEqual([10, 11, null, null]);
  });

  test("a kind nobody knows is an error", () => {
    expect(() => settleSeries(source({ kind: "coin" }), undefined, nothing)).toThrow('ABC: kind "coin"');
  });
});

describe("what a listing is", () => {
  test.each([
    ["NVIDIA Corporation Common Stock", "share"],
    ["Taiwan Semiconductor Manufacturing Company Ltd American Depositary Shares", "share"],
    ["Itau Unibanco Banco Holding SA American Depositary Shares (Each repstg 500 Preferred shares)", "share"],
    ["Energy Transfer LP Common Units", "share"],
    ["Preferred Bank Common Stock", "share"],
    ["AT&T Inc. 5.350% Global Notes due 2066", "note"],
    ["AT&T Inc. 5.35% GLB NTS 66", "note"],
    ["Duke Energy Corporation 5.625% Junior Subordinated Debentures due 2078", "note"],
    ["Comcast Holdings ZONES", "note"],
    ["Entergy Louisiana, LLC COLLATERAL TR MT", "note"],
    ["Fifth Third Bancorp Depositary Shares", "preferred"],
    ["Hovnanian Enterprises Inc Dep Shr Srs A Pfd", "preferred"],
    ["Strive, Inc. Variable Rate Series A Perpetual Preferred Stock", "preferred"],
    ["Trump Media & Technology Group Corp. Warrants", "warrant"],
    ["BrightSpring Health Services Inc. Tangible Equity Unit", "unit"],
    ["PIMCO Dynamic Income Fund", "fund"],
    ["Aegon Funding Company LLC", "share"],
    ["United Rentals", "share"],
  ])("%s: %s", (name, kind) => {
    expect(listingKind(name)).toBe(kind);
  });
});

describe("a name", () => {
  test.each([
    ["Alphabet Inc. (", "Alphabet Inc."],
    ["ZTO Express  Inc.", "ZTO Express Inc."],
    ["Sunstone Hotel Investors Inc. Sunstone Hotel Investors Inc.", "Sunstone Hotel Investors Inc."],
    ["Bladex Inc. Class E", "Bladex Inc."],
    ["BRP Inc.  Common", "BRP Inc."],
    ["KANZHUN LIMITED American Depository Shares", "KANZHUN LIMITED"],
    ["Flywire Corporation Voting", "Flywire Corporation"],
    ["Eni S.p.A.", "Eni S.p.A."],
    ["Novo Nordisk A/S", "Novo Nordisk A/S"],
    ["Some Name,", "Some Name"],
    ["U.S. Bancorp", "U.S. Bancorp"],
    ["WBD Series A", "WBD"],
  ])("%s becomes %s", (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
    expect(cleanName(clean)).toBe(clean);
  });

  test("the words of its legal form do not tell companies apart", () => {
    expect(companyKey("Block, Inc.")).toBe(companyKey("Block Inc"));
    expect(companyKey("Alphabet Inc. (")).toBe("alphabet");
    expect(companyKey("GE Aerospace")).not.toBe(companyKey("GE Vernova"));
  });
});

describe("a cell", () => {
  test("is a number or blank, and else an error that names it", () => {
    expect([cellNumber("12.5", "x"), cellNumber("", "x"), cellNumber(undefined, "x"), cellNumber("1e6", "x")]).toEqual([12.5, null, null, 1_000_000]);
    expect(() => cellNumber("n/a", "file, close of 2026-01-02")).toThrow('file, close of 2026-01-02: "n/a" is not a number');
  });
});

describe("the list of who is quoted", () => {
  const names: Names = { names: [], kinds: [], missing: [], former: [], left: [], aliases: [], apart: [], never: ["First"], ask: ["Apple"] };
  const raw = (symbol: string, name: string, aliases: string[] = []): RawListing => ({ symbol, name, aliases: [name, ...aliases], sp500: false });

  test("two classes of one company share its aliases, and the larger one has them", () => {
    const { listed } = buildUniverse([raw("GOOGL", "Alphabet Inc. (", ["Alphabet"]), raw("GOOG", "Alphabet Inc. (", ["Alphabet"])], new Set(), names);
    expect(listed).toMatchObject([
      { symbol: "GOOGL", name: "Alphabet Inc.", aliases: ["Alphabet"] },
      { symbol: "GOOG", classOf: "GOOGL", aliases: [] },
    ]);
  });

  test("two companies of one name are no classes, when the hand-kept file says so", () => {
    const apart = [{ symbol: "FBNC", reason: "Another." }];
    const { listed, shared } = buildUniverse([raw("FBP", "First Bancorp", ["FB Corp"]), raw("FBNC", "First Bancorp", ["FB Corp"])], new Set(), {
      ...names,
      apart,
    });
    expect(listed.map(({ classOf }) => classOf)).toEqual([undefined, undefined]);
    expect(shared).toContainEqual({ alias: "FB Corp", symbols: ["FBP", "FBNC"] });
    expect(listed.flatMap(({ aliases }) => aliases)).not.toContain("FB Corp");
  });

  test("an alias given by hand is its company's alone", () => {
    const list = [raw("SAN", "Banco Santander, S.A.", ["Banco Santander"]), raw("BSBR", "Banco Santander Brasil", ["Banco Santander"])];
    const { listed, shared } = buildUniverse(list, new Set(), { ...names, aliases: [{ symbol: "SAN", alias: "Banco Santander", reason: "The parent." }] });
    expect(listed.find(({ symbol }) => symbol === "SAN")?.aliases).toContain("Banco Santander");
    expect(listed.find(({ symbol }) => symbol === "BSBR")?.aliases).not.toContain("Banco Santander");
    expect(shared).toEqual([]);
  });

  test("a word that must not stand alone is no alias, and one that is a word has to be asked about", () => {
    const { listed, ask } = buildUniverse(
      [raw("FBP", "First BanCorp", ["First"]), raw("AAPL", "Apple Inc.", ["Apple"]), raw("GE", "GE Aerospace", ["GE"])],
      new Set(),
      names,
    );
    expect(listed[0]?.aliases).not.toContain("First");
    expect(ask).toEqual(["apple", "ge"]);
  });

  test("who left is apart, with what it became: by hand, or by its name", () => {
    const left = [{ symbol: "OLD", on: "2025-01-21", how: "Renamed.", became: "NEW" }];
    const list = [
      raw("NEW", "Fresh Inc."),
      raw("OLD", "Stale Inc."),
      raw("SATS", "EchoStar Corporation"),
      raw("ECHO", "EchoStar Corporation"),
      raw("GONE", "Gone Inc."),
    ];
    const { left: found, listed } = buildUniverse(list, new Set(["OLD", "SATS", "GONE"]), { ...names, left });
    expect(listed.map(({ symbol }) => symbol)).toEqual(["NEW", "ECHO"]);
    expect(found).toMatchObject([{ symbol: "OLD", on: "2025-01-21", became: "NEW" }, { symbol: "SATS", became: "ECHO" }, { symbol: "GONE" }]);
    expect(found[2]).not.toHaveProperty("became");
  });

  test("a correction of what is not in the list is an error", () => {
    expect(() => buildUniverse([raw("A", "A Inc.")], new Set(), { ...names, former: [{ symbol: "ZZ", was: "YY", until: "2020-01-01" }] })).toThrow(
      "names.json, former: ZZ is no entry of the list",
    );
    expect(() => buildUniverse([raw("A", "A Inc.")], new Set(), { ...names, missing: [{ symbol: "A", name: "A Inc.", kind: "share" }] })).toThrow(
      "A is not missing",
    );
  });
});

import { rmSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { wordsIn } from "../../../lib/io/data/article-schema.ts";
import { DataError } from "../../../lib/io/data/data-error.ts";
import * as files from "../../../lib/io/data/data-files.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";
import type { Json } from "../../fixtures/copy-of-data.ts";

const SLUG = "deepseek-sputnik";

/** Every claim found in the article, in its order. A claim that goes missing here is a claim hidden. */
const CLAIMS = [
  ...["goldman-1", "goldman-2", "goldman-3", "goldman-4", "goldman-5", "goldman-6"],
  ...["brown-0a", "brown-0b", "brown-1", "brown-2", "brown-3", "brown-4", "brown-5", "brown-7", "brown-8", "brown-9"],
  ...["brown-10", "brown-11", "brown-12", "brown-13", "brown-14", "brown-15"],
  ...["chamath-1", "chamath-2", "chamath-3", "chamath-4a", "chamath-4b", "chamath-4c", "chamath-4d", "chamath-4e"],
  ...["chamath-5", "chamath-6"],
];

describe("the data of this repository", () => {
  const article = files.loadArticle(SLUG);
  const instruments = files.loadInstruments();
  const compositions = files.loadCompositions();

  test("parses and fits together", () => {
    expect(files.articleSlugs()).toEqual([SLUG]);
    expect(files.loadExchanges().map(({ id }) => id)).toEqual(expect.arrayContaining(["NASDAQ", "NYSE", "ARCA", "CBOE", "TSE", "HKEX"]));
    expect(files.loadCapex().companies).toHaveLength(7);
    for (const { symbol, yahoo } of Object.values(instruments)) {
      expect(files.readPriceSeries(symbol) === null, symbol).toBe("none" in yahoo);
    }
  });

  test("holds every claim, in the article's order", () => {
    expect(article.claims.map(({ id }) => id)).toEqual(CLAIMS);
  });

  test("quotes at most eight words, and no claim in more than its own words", () => {
    const quotes = article.claims.flatMap(({ quote }) => quote ?? []);
    expect(Math.max(...quotes.map(wordsIn))).toBeLessThanOrEqual(8);
    for (const { wording, quote } of article.claims) expect(wording).not.toContain(quote);
  });

  test("sets claims against each other in questions, each with a note", () => {
    expect(article.disagreements.map(({ id, claims }) => [id, ...claims])).toEqual([
      ["hardware", "goldman-6", "brown-13"],
      ["capex-rule", "chamath-4c", "chamath-4d", "chamath-4b"],
      ["nvidia-market", "brown-10", "chamath-2"],
      ["data-centres", "chamath-3", "brown-9"],
      ["meta", "brown-11", "chamath-4e"],
      ["incumbents", "brown-12", "brown-14"],
      ["spending", "goldman-4", "chamath-5"],
      ["catch", "brown-8", "chamath-1"],
      ["goldman-both-ways", "goldman-6", "goldman-2"],
    ]);
    for (const { note, question } of article.disagreements) {
      expect(note.length, question).toBeGreaterThan(150);
      expect(`${question} ${note}`).not.toMatch(/because/i);
    }
  });

  test("shows the interest a speaker disclosed", () => {
    expect(article.speakers.find(({ id }) => id === "chamath")?.interest).toContain("Groq");
  });

  test("gives the chip by the first test", () => {
    const kinds = Object.fromEntries(article.claims.map(({ id, tests }) => [id, tests.map(({ kind }) => kind)]));
    expect(kinds).toMatchObject({
      "goldman-6": ["horizon"],
      "brown-0b": ["direction", "horizon"],
      "brown-3": ["figure", "direction"],
      "brown-7": ["figure", "direction"],
      "brown-10": ["direction", "figure"],
      "chamath-3": ["horizon"],
      "chamath-4a": ["volatility"],
      "chamath-4b": ["ranking"],
      "chamath-4c": ["relation"],
      "chamath-4d": ["ranking"],
      "chamath-4e": ["none", "figure"],
    });
  });

  test("says why where nothing is judged", () => {
    const reasons = article.claims.flatMap(({ id, tests }) => tests.flatMap((one) => (one.kind === "none" ? [[id, one.reason]] : [])));
    expect(Object.fromEntries(reasons)).toEqual({
      "goldman-3": "no-direction",
      "goldman-5": "no-date",
      "brown-8": "no-price",
      "brown-14": "no-direction",
      "brown-15": "no-date",
      "chamath-1": "no-direction",
      "chamath-2": "no-direction",
      "chamath-4e": "condition-not-met",
      "chamath-5": "no-date",
      "chamath-6": "no-price",
    });
  });

  test("has a row for each of the nine names the article turns on", () => {
    const named = ["NVDA", "MAG7", "META", "MSFT", "GOOGL", "TSLA", "GSENEPOW", "GSTMTDAT", "GSTMTAIP"];
    expect(Object.keys(instruments)).toEqual(expect.arrayContaining(named));
    expect(files.readPriceSeries("NVDA")?.levels).toBe("market");
  });

  test("keeps the proxies to the lists fixed beforehand", () => {
    const shape = Object.values(compositions).map((one) =>
      one.kind === "group"
        ? [one.symbol, one.members.length, one.apart.map(({ symbol }) => symbol)]
        : [one.symbol, one.proxies.map(({ id, role, members }) => [id, role, members.length])],
    );
    expect(shape).toEqual([
      [
        "GSENEPOW",
        [
          ["UTES", "judged", 1],
          ["GSENEPOW-LIST", "judged", 26],
          ["VOLT", "shown", 1],
        ],
      ],
      [
        "GSTMTDAT",
        [
          ["DTCR", "judged", 1],
          ["GSTMTDAT-LIST", "judged", 6],
        ],
      ],
      [
        "GSTMTAIP",
        [
          ["CHAT", "judged", 1],
          ["SMH", "judged", 1],
          ["GSTMTAIP-LIST", "judged", 19],
        ],
      ],
      ["MAG7", 7, []],
      ["CHINANET", 5, ["0700.HK"]],
    ]);
  });

  test("knows no symbol that is not listed, whatever a URL says", () => {
    for (const symbol of ["../instruments", "nvda", "__proto__", "constructor", "NVDA.json", ""]) {
      expect(files.readPriceSeries(symbol), symbol).toBeNull();
      expect(files.readIntradaySeries(symbol), symbol).toBeNull();
    }
    expect(files.readIntradaySeries("NVDA")?.session).toContain("pre");
    expect(files.readIntradaySeries("VRT")).toBeNull();
  });
});

const claim = (id: string) => CLAIMS.indexOf(id);
const article = `articles/${SLUG}.json`;
const loadAll = (folder: string) => {
  files.loadArticle(SLUG, folder);
  files.loadCapex(folder);
  files.readPriceSeries("NVDA", folder);
  files.readPriceSeries("RSP", folder);
  files.readIntradaySeries("NVDA", folder);
};
const at = (symbol: string) => Object.keys(files.loadInstruments()).indexOf(symbol);

describe("a broken copy", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  function errorOf(file: string, change: (content: Json) => unknown): unknown {
    const folder = copyOfData({ [file]: change });
    folders.push(folder);
    try {
      loadAll(folder);
    } catch (error) {
      return error;
    }
    return null;
  }

  type Case = [what: string, file: string, change: (content: Json) => unknown, path: string, message: RegExp];
  const cases: Case[] = [
    ["text that is no JSON", "capex.json", () => "{ oops", "", /"\{ oops".*JSON/],
    ["a file that is gone", "capex.json", () => null, "", /nothing there.*can be read/],
    [
      "a field nobody knows",
      article,
      (c) => {
        c.claims[0].verdict = "true";
      },
      "claims[0].verdict",
      /"true"; expected no such field/,
    ],
    [
      "a publication without offset",
      article,
      (c) => {
        c.publishedAt = "2025-01-27T12:10:00";
      },
      "publishedAt",
      /"2025-01-27T12:10:00".*offset/,
    ],
    [
      "a slug that is not the file's",
      article,
      (c) => {
        c.slug = "other";
      },
      "slug",
      /"other".*deepseek-sputnik/,
    ],
    [
      "a quote of nine words",
      article,
      (c) => {
        c.claims[2].quote = "one two three four five six seven eight nine";
      },
      "claims[2].quote",
      /"one two .* nine".*8 words/,
    ],
    [
      "a long label",
      article,
      (c) => {
        c.claims[2].label = "one two three four five six";
      },
      "claims[2].label",
      /5 words/,
    ],
    [
      "a claim without a test",
      article,
      (c) => {
        c.claims[5].tests = [];
      },
      "claims[5].tests",
      /\[\].*at least one test/,
    ],
    [
      "a kind of test nobody knows",
      article,
      (c) => {
        c.claims[5].tests[0].kind = "vibe";
      },
      "claims[5].tests[0].kind",
      /"vibe"/,
    ],
    [
      "a claim told twice",
      article,
      (c) => {
        c.claims[1].id = "goldman-1";
      },
      "claims[1].id",
      /"goldman-1".*not given before/,
    ],
    [
      "a speaker who is not there",
      article,
      (c) => {
        c.claims[1].speaker = "nobody";
      },
      "claims[1].speaker",
      /"nobody".*speaker/,
    ],
    [
      "a speaker's firm that does not exist",
      article,
      (c) => {
        c.speakers[0].affiliationSymbol = "GSX";
      },
      "speakers[0].affiliationSymbol",
      /"GSX"/,
    ],
    [
      "an exposure to what does not exist",
      article,
      (c) => {
        c.claims[0].exposures[0].symbol = "GOOGLE";
      },
      "claims[0].exposures[0].symbol",
      /"GOOGLE".*instruments\.json/,
    ],
    [
      "an exposure to an inherited name",
      article,
      (c) => {
        c.claims[0].exposures[0].symbol = "constructor";
      },
      "claims[0].exposures[0].symbol",
      /"constructor"/,
    ],
    [
      "one exposure twice",
      article,
      (c) => {
        c.claims[5].exposures[1].symbol = "GSENEPOW";
      },
      "claims[5].exposures[1].symbol",
      /"GSENEPOW".*not given before/,
    ],
    [
      "a test of what does not exist",
      article,
      (c) => {
        c.claims[5].tests[0].expected[0].symbol = "NOPE";
      },
      "claims[5].tests[0].expected[0].symbol",
      /"NOPE".*instruments\.json/,
    ],
    [
      "a test of what the claim does not expose",
      article,
      (c) => {
        c.claims[5].tests[0].expected[0].symbol = "NVDA";
      },
      "claims[5].tests[0].expected[0].symbol",
      /"NVDA".*exposures/,
    ],
    [
      "a test against its exposure",
      article,
      (c) => {
        c.claims[5].tests[0].expected[1].direction = "down";
      },
      "claims[5].tests[0].expected[1].direction",
      /"down"; expected up.*GSTMTDAT/,
    ],
    [
      "a test where the exposure has no direction",
      article,
      (c) => {
        c.claims[5].exposures[1].direction = null;
      },
      "claims[5].tests[0].expected[1].direction",
      /"up"; expected no test/,
    ],
    [
      "a rank outside its group",
      article,
      (c) => {
        c.claims[claim("chamath-4b")].tests[0].symbol = "MU";
      },
      `claims[${claim("chamath-4b")}].tests[0].symbol`,
      /"MU".*member of MAG7/,
    ],
    [
      "a rank in what is no group",
      article,
      (c) => {
        c.claims[claim("chamath-4b")].tests[0].among = "GSTMTAIP";
      },
      `claims[${claim("chamath-4b")}].tests[0].among`,
      /"GSTMTAIP".*group/,
    ],
    [
      "a relation without a stranger",
      article,
      (c) => {
        c.claims[claim("chamath-4c")].tests[0].without = ["MU"];
      },
      `claims[${claim("chamath-4c")}].tests[0].without[0]`,
      /"MU".*member of MAG7/,
    ],
    [
      "volatility of what is not quoted",
      article,
      (c) => {
        c.claims[claim("chamath-4a")].tests[0].index = "MAG7";
      },
      `claims[${claim("chamath-4a")}].tests[0].index`,
      /"MAG7".*quoted/,
    ],
    [
      "a figure at the price of what is not quoted",
      article,
      (c) => {
        c.claims[claim("brown-0a")].tests[0].figures[0].reference.inputs[0].price.symbol = "OPENAI";
      },
      `claims[${claim("brown-0a")}].tests[0].figures[0].reference.inputs[0].price.symbol`,
      /"OPENAI".*quoted/,
    ],
    [
      "a rule with too few inputs",
      article,
      (c) => {
        c.claims[claim("brown-3")].tests[0].figures[0].reference.inputs.pop();
      },
      `claims[${claim("brown-3")}].tests[0].figures[0].reference.inputs.length`,
      /: 1; expected 2 for the rule reduction/,
    ],
    [
      "a reference in another unit",
      article,
      (c) => {
        c.claims[claim("brown-2")].tests[0].figures[0].reference.unit = "EUR";
      },
      `claims[${claim("brown-2")}].tests[0].figures[0].reference.unit`,
      /"EUR"; expected USD/,
    ],
    [
      "one symbol for two instruments",
      "instruments.json",
      (c) => {
        c.instruments[1].symbol = "SPY";
      },
      "instruments[1].symbol",
      /"SPY".*not given before/,
    ],
    [
      "a symbol that is a path",
      "instruments.json",
      (c) => {
        c.instruments[1].symbol = "../x";
      },
      "instruments[1].symbol",
      /"\.\.\/x"/,
    ],
    [
      "no benchmark",
      "instruments.json",
      (c) => {
        for (const one of c.instruments) delete one.benchmark;
      },
      "instruments",
      /at least one benchmark/,
    ],
    [
      "a benchmark nobody quotes",
      "instruments.json",
      (c) => {
        c.instruments[at("MAG7")].benchmark = true;
      },
      `instruments[${at("MAG7")}].benchmark`,
      /benchmark that is quoted/,
    ],
    [
      "a share that is called a volatility index",
      "instruments.json",
      (c) => {
        c.instruments[at("QQQ")].volatilityIndex = true;
      },
      `instruments[${at("QQQ")}].volatilityIndex`,
      /an index; QQQ is of kind etf/,
    ],
    [
      "an instrument without its price file",
      "instruments.json",
      (c) => {
        c.instruments[at("QQQ")].symbol = "QQQM";
      },
      `instruments[${at("QQQ")}].symbol`,
      /"QQQM".*data\/prices\/QQQM\.json/,
    ],
    [
      "a quoted instrument without exchange",
      "instruments.json",
      (c) => {
        c.instruments[at("QQQ")].exchange = null;
      },
      `instruments[${at("QQQ")}].exchange`,
      /null.*exchange/,
    ],
    [
      "an exchange nobody describes",
      "instruments.json",
      (c) => {
        c.instruments[at("QQQ")].exchange = "LSE";
      },
      `instruments[${at("QQQ")}].exchange`,
      /"LSE".*an exchange of this file/,
    ],
    [
      "an exchange that is a path",
      "instruments.json",
      (c) => {
        c.exchanges[0].id = "../x";
      },
      "exchanges[0].id",
      /"\.\.\/x".*code/,
    ],
    [
      "sessions of what is not quoted",
      "instruments.json",
      (c) => {
        c.exchanges[4].sessionsOf = "MAG7";
      },
      "exchanges[4].sessionsOf",
      /"MAG7".*quoted/,
    ],
    [
      "a time zone that does not exist",
      "instruments.json",
      (c) => {
        c.exchanges[4].timeZone = "Asia/Tokio";
      },
      "exchanges[4].timeZone",
      /"Asia\/Tokio".*IANA/,
    ],
    [
      "a backer nobody quotes",
      "instruments.json",
      (c) => {
        c.instruments[at("OPENAI")].backers[0].symbol = "STARGATE";
      },
      `instruments[${at("OPENAI")}].backers[0].symbol`,
      /"STARGATE".*quoted/,
    ],
    [
      "a group without members in the file",
      "baskets.json",
      (c) => {
        c.pop();
      },
      "",
      /what stands behind CHINANET/,
    ],
    [
      "a basket that is called a group",
      "instruments.json",
      (c) => {
        c.instruments[at("GSTMTDAT")].kind = "group";
      },
      "[1].kind",
      /"basket".*GSTMTDAT/,
    ],
    [
      "a member that does not exist",
      "baskets.json",
      (c) => {
        c[3].members[0].symbol = "APPL";
      },
      "[3].members[0].symbol",
      /"APPL".*instruments\.json/,
    ],
    [
      "a member without prices",
      "baskets.json",
      (c) => {
        c[1].proxies[1].members[0].symbol = "GROQ";
      },
      "[1].proxies[1].members[0].symbol",
      /"GROQ".*quoted/,
    ],
    [
      "a weight that is not the equal one",
      "baskets.json",
      (c) => {
        c[3].members[0].weight = 0.2;
      },
      "[3].members[0].weight",
      /: 0\.2; expected 1\/7/,
    ],
    [
      "weights that sum to 1 and are not equal",
      "baskets.json",
      (c) => {
        c[3].members[1].weight += 0.05;
        c[3].members[2].weight -= 0.05;
      },
      "[3].members[1].weight",
      /0\.19.*expected 1\/7, 0\.14.*equal/,
    ],
    [
      "weights other than equal alone",
      "baskets.json",
      (c) => {
        c[3].weightings.shift();
      },
      "[3].weightings",
      /capitalisation.*equal/,
    ],
    [
      "weights that say nothing is missing",
      "baskets.json",
      (c) => {
        delete c[3].weightings[1].missing;
      },
      "[3].weightings[1].missing",
      /some text|string/,
    ],
    [
      "a fund that is called otherwise",
      "baskets.json",
      (c) => {
        c[0].proxies[0].id = "UTEX";
      },
      "[0].proxies[0].id",
      /"UTEX".*one member/,
    ],
    [
      "a list with an instrument's name",
      "baskets.json",
      (c) => {
        c[1].proxies[1].id = "SMH";
      },
      "[1].proxies[1].id",
      /"SMH".*no instrument/,
    ],
    [
      "a disagreement of one claim",
      article,
      (c) => {
        c.disagreements[0].claims.pop();
      },
      "disagreements[0].claims",
      /two or three claims/,
    ],
    [
      "a disagreement of four",
      article,
      (c) => {
        c.disagreements[0].claims.push("brown-10", "brown-9");
      },
      "disagreements[0].claims",
      /two or three claims/,
    ],
    [
      "a disagreement with a claim that is not there",
      article,
      (c) => {
        c.disagreements[0].claims[1] = "brown-6";
      },
      "disagreements[0].claims[1]",
      /"brown-6".*claim of this article/,
    ],
    [
      "a claim against itself",
      article,
      (c) => {
        c.disagreements[0].claims[1] = "goldman-6";
      },
      "disagreements[0].claims[1]",
      /"goldman-6".*not given before/,
    ],
    [
      "one disagreement twice",
      article,
      (c) => {
        c.disagreements[1].claims = c.disagreements[0].claims.toReversed();
      },
      "disagreements[1].claims",
      /not those of hardware/,
    ],
    [
      "two disagreements of one name",
      article,
      (c) => {
        c.disagreements[1].id = "hardware";
      },
      "disagreements[1].id",
      /"hardware".*not given before/,
    ],
    [
      "a question that asks nothing",
      article,
      (c) => {
        c.disagreements[0].question = "Hardware.";
      },
      "disagreements[0].question",
      /a question/,
    ],
    [
      "an article without its disagreements",
      article,
      (c) => {
        delete c.disagreements;
      },
      "disagreements",
      /array/,
    ],
    [
      "a move in percent",
      "baskets.json",
      (c) => {
        c[0].reported[0].move = -13.7;
      },
      "[0].reported[0].move",
      /-13\.7.*fraction/,
    ],
    [
      "capital spending known too late",
      "capex.json",
      (c) => {
        c.companies[2].known.madePublic = "2025-01-29";
      },
      "companies[2].known.madePublic",
      /"2025-01-29".*look-ahead/,
    ],
    [
      "later spending that was known",
      "capex.json",
      (c) => {
        c.companies[0].later[0].madePublic = "2025-01-27";
      },
      "companies[0].later[0].madePublic",
      /"2025-01-27".*after/,
    ],
    [
      "an order against its amounts",
      "capex.json",
      (c) => {
        c.orders[1].fromMost.reverse();
      },
      "orders[1].fromMost[1]",
      /"META".*GOOGL/,
    ],
    [
      "two primary orders",
      "capex.json",
      (c) => {
        c.orders[1].role = "primary";
      },
      "orders",
      /announced-four.*one primary/,
    ],
    [
      "days out of order",
      "prices/NVDA.json",
      (c) => {
        c.days[7] = c.days[6];
      },
      "days[7]",
      /"2023-06-09".*later than the one before/,
    ],
    [
      "a day that is none",
      "prices/NVDA.json",
      (c) => {
        c.days[7] = "2023-06-31";
      },
      "days[7]",
      /"2023-06-31".*calendar/,
    ],
    [
      "a price of zero",
      "prices/NVDA.json",
      (c) => {
        c.adjclose[3] = 0;
      },
      "adjclose[3]",
      /: 0; expected a number above 0/,
    ],
    [
      "a price that is not finite",
      "prices/NVDA.json",
      (c) => {
        c.adjclose[3] = null;
      },
      "adjclose[3]",
      /null; expected a number/,
    ],
    [
      "a short column",
      "prices/NVDA.json",
      (c) => {
        c.volume.pop();
      },
      "volume.length",
      /741; expected 742/,
    ],
    [
      "a level that is no price",
      "prices/RSP.json",
      (c) => {
        c.close[4] = 150;
      },
      "close[4]",
      /150; expected null/,
    ],
    [
      "a level of another kind",
      "prices/NVDA.json",
      (c) => {
        c.levels = "split-adjusted";
      },
      "levels",
      /"split-adjusted".*"market"/,
    ],
    [
      "prices of another instrument",
      "prices/NVDA.json",
      (c) => {
        c.symbol = "AMD";
      },
      "symbol",
      /"AMD".*"NVDA"/,
    ],
    [
      "prices in another currency",
      "prices/NVDA.json",
      (c) => {
        c.currency = "EUR";
      },
      "currency",
      /"EUR".*"USD"/,
    ],
    [
      "a bar before the one before it",
      "intraday/NVDA.json",
      (c) => {
        c.start[1] = c.start[0];
      },
      "start[1]",
      /later than the one before/,
    ],
    [
      "a session nobody knows",
      "intraday/NVDA.json",
      (c) => {
        c.session[0] = "rth";
      },
      "session[0]",
      /"rth"/,
    ],
  ];

  test.each(cases)("%s is named with file, path and value", (_, file, change, path, message) => {
    const error = errorOf(file, change);
    expect(error).toBeInstanceOf(DataError);
    if (!(error instanceof DataError)) return;
    // A basket that is called a group shows where the two files are held together.
    expect(error.file).toBe(path === "[1].kind" ? "data/baskets.json" : `data/${file}`);
    expect(error.path).toBe(path);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(error.file)).toBe(true);
  });

  test("no break, no error: the copy itself is whole", () => {
    expect(errorOf(article, () => undefined)).toBeNull();
  });
});

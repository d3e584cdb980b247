import type { z } from "zod";
import type { Day } from "../../domain/market/series.ts";
import { articleQuery, noQuery, oembedQuery, pricesQuery, studyQuery } from "./api-query.ts";
import { health, live, ready } from "./health-schema.ts";
import { lineAnswer, lineCatalogue } from "./line-schema.ts";
import { articleList, openApi, tickerList } from "./listing-schema.ts";
import { oembedAnswer } from "./oembed-schema.ts";
import { pricesAnswer, sinceAnswer } from "./prices-schema.ts";
import { articleAnswer, tickerAnswer } from "./report-schema.ts";
import { studyAnswer } from "./study-schema.ts";

/** What the document says that only the data know. */
export interface ApiFacts {
  /** Where the site is: a scheme and a host. */
  site: string;
  /** Of all articles; the first is the default. */
  slugs: string[];
  /** Symbols; the first is the default. */
  benchmarks: string[];
  /** The first article's, on the benchmarks' exchange. */
  eventDay: Day;
}

/** One address of the API. A new route needs one of these and nothing else to be documented and tested. */
export interface ApiOperation {
  /** As OpenAPI writes it: `/api/tickers/{symbol}`. */
  path: string;
  id: string;
  summary: string;
  description: string;
  /** What each name in the path is. */
  names: Record<string, string>;
  /** The very schema its route reads the query with. */
  query: z.ZodObject;
  /** Named with `named` or `registerSchema`. */
  answer: z.ZodType;
  /** What it may say besides 200, 304, 400 and 429. */
  refusals: (404 | 422 | 501 | 503)[];
  /** Said anew each time and never kept: no ETag, no 304. */
  fleeting?: true;
  /** Questions that have an answer; the first fills the fields of the page. */
  examples: { summary: string; address: string }[];
}

const symbol = "An instrument’s code, as /api/tickers lists it. Percent-encode ^: %5EVIX.";

/** Every address, in the order of the page. */
export function apiOperations({ site, slugs, benchmarks, eventDay }: ApiFacts): ApiOperation[] {
  const [slug = ""] = slugs;
  return [
    {
      path: "/api/articles",
      id: "listArticles",
      summary: "Articles",
      description: "Every article, without its claims.",
      names: {},
      query: noQuery,
      answer: articleList,
      refusals: [],
      examples: [{ summary: "All of them", address: "/api/articles" }],
    },
    {
      path: "/api/articles/{slug}",
      id: "getArticle",
      summary: "One article beside the tape",
      description: "Every claim with its test and its verdict, every instrument with its moves, and the numbers behind each word. About 120 kB compressed.",
      names: { slug: "An article’s name in its address, as /api/articles lists it." },
      query: noQuery,
      answer: articleAnswer,
      refusals: [404],
      examples: [{ summary: "The first article", address: `/api/articles/${slug}` }],
    },
    {
      path: "/api/tickers",
      id: "listTickers",
      summary: "Instruments",
      description: "Every instrument with a page: shares, funds, indices, baskets, groups and private companies.",
      names: {},
      query: noQuery,
      answer: tickerList,
      refusals: [],
      examples: [{ summary: "All of them", address: "/api/tickers" }],
    },
    {
      path: "/api/tickers/{symbol}",
      id: "getTicker",
      summary: "One instrument",
      description: "Its moves around the article from each base, what stands behind it, and the claims about it.",
      names: { symbol },
      query: articleQuery(slugs),
      answer: tickerAnswer,
      refusals: [404],
      examples: [
        { summary: "A share", address: "/api/tickers/NVDA" },
        { summary: "A basket and its stand-ins", address: "/api/tickers/GSENEPOW" },
        { summary: "An index, encoded", address: "/api/tickers/%5EVIX" },
      ],
    },
    {
      path: "/api/tickers/{symbol}/prices",
      id: "getPrices",
      summary: "Daily prices",
      description:
        "Closes and changes from a base day, with a word on where they come from. What has no prices of its own gets a 404 that names what stands in.",
      names: { symbol },
      query: pricesQuery,
      answer: pricesAnswer,
      refusals: [404, 503],
      examples: [
        {
          summary: "Two weeks, counted from the last close before publication",
          address: "/api/tickers/NVDA/prices?from=2025-01-21&to=2025-02-03&base=2025-01-24",
        },
        { summary: "All that is held", address: "/api/tickers/SPY/prices" },
      ],
    },
    {
      path: "/api/tickers/{symbol}/since",
      id: "getSince",
      summary: "Since the article",
      description: "The move from each of the article’s bases to the latest price, the same minus SPY’s, and what every series behind it is.",
      names: { symbol },
      query: articleQuery(slugs),
      answer: sinceAnswer,
      refusals: [404, 503],
      examples: [
        { summary: "A share until today", address: "/api/tickers/NVDA/since" },
        { summary: "A basket’s stand-ins", address: "/api/tickers/GSENEPOW/since" },
      ],
    },
    {
      path: "/api/tickers/{symbol}/study",
      id: "getStudy",
      summary: "Event study",
      description: "A market model around any day the data hold: abnormal returns with their errors. Where there can be none, a 422 says why.",
      names: { symbol },
      query: studyQuery({ benchmarks, eventDay }),
      answer: studyAnswer,
      refusals: [404, 422],
      examples: [
        { summary: "The article’s event day", address: "/api/tickers/NVDA/study" },
        { summary: "Another day, sample and benchmark", address: "/api/tickers/MAG7/study?benchmark=RSP&event=2025-04-03&estimation=100&gap=5" },
      ],
    },
    {
      path: "/api/lines",
      id: "listLines",
      summary: "What a chart can draw",
      description: "Instruments, groups as portfolios and the lists that stand in for baskets, and the days held around an article.",
      names: {},
      query: articleQuery(slugs),
      answer: lineCatalogue,
      refusals: [],
      examples: [{ summary: "All of them", address: "/api/lines" }],
    },
    {
      path: "/api/lines/{id}",
      id: "getLine",
      summary: "One line of a chart",
      description:
        "Changes, prices, abnormal returns and 5-minute closes over all days held, counted from the article’s event day. What has no price gives the reason instead.",
      names: { id: "A line’s id, as /api/lines lists it." },
      query: articleQuery(slugs),
      answer: lineAnswer,
      refusals: [404],
      examples: [
        { summary: "A share", address: "/api/lines/NVDA" },
        { summary: "A group as its equal-weight portfolio", address: "/api/lines/MAG7" },
      ],
    },
    {
      path: "/api/health",
      id: "getHealth",
      summary: "Health",
      description: "What is served, from which prices, and how each vendor stands. Asks no vendor.",
      names: {},
      query: noQuery,
      answer: health,
      refusals: [],
      examples: [{ summary: "Now", address: "/api/health" }],
    },
    {
      path: "/api/health/live",
      id: "getLive",
      summary: "Alive",
      description: "The process answers. If it does not, start another.",
      names: {},
      query: noQuery,
      answer: live,
      refusals: [],
      fleeting: true,
      examples: [{ summary: "Alive now", address: "/api/health/live" }],
    },
    {
      path: "/api/health/ready",
      id: "getReady",
      summary: "Ready",
      description: "Readers may be sent here: the data are read, and the server is not stopping.",
      names: {},
      query: noQuery,
      answer: ready,
      refusals: [503],
      fleeting: true,
      examples: [{ summary: "Ready now", address: "/api/health/ready" }],
    },
    {
      path: "/api/oembed",
      id: "getOembed",
      summary: "oEmbed",
      description: "A page of this site for another: an iframe with its chart, or a link where there is no one chart.",
      names: {},
      query: oembedQuery,
      answer: oembedAnswer,
      refusals: [404, 501],
      examples: [
        { summary: "A chart", address: `/api/oembed?url=${encodeURIComponent(`${site}/tickers/NVDA`)}&maxwidth=640` },
        { summary: "A page without one chart", address: `/api/oembed?url=${encodeURIComponent(`${site}/articles/${slug}`)}` },
      ],
    },
    {
      path: "/api/openapi.json",
      id: "getDocument",
      summary: "This document",
      description: "All of the above as OpenAPI 3.1, for programs.",
      names: {},
      query: noQuery,
      answer: openApi,
      refusals: [],
      examples: [{ summary: "The document", address: "/api/openapi.json" }],
    },
  ];
}

import { links } from "../../tests/fixtures/links.ts";
import { everyAddress } from "../../tests/weather/addresses.ts";
import { FILE_FORMATS } from "../../lib/view/export/file-formats.ts";
import { argumentsHref, claimHref, tickerHref } from "../../lib/view/words/links.ts";
import { embedHref, pictureHref } from "../../lib/view/words/page-address.ts";
import { articleSlugs, loadArticle, loadInstruments } from "../../lib/io/data/data-files.ts";

export interface Question {
  address: string;
  method: "GET" | "HEAD" | "OPTIONS" | "POST";
}

const STANDING = [
  "/robots.txt",
  "/sitemap.xml",
  "/manifest.webmanifest",
  "/icon.svg",
  "/apple-icon.png",
  "/favicon.ico",
  "/search-index.json",
  "/api",
  "/data/prices.csv",
  "/data/intraday.csv",
  "/data/instruments.json",
  "/data/baskets.json",
  "/data/capex.json",
  "/data/changes.json",
  "/data/checksums.txt",
  "/data/nothing.csv",
  "/api/openapi.json",
  "/api/lines",
  "/api/health",
  "/api/health/live",
  "/api/health/ready",
];

const VIEWS = [
  "/compare?lines=NVDA,MSFT,SPY&range=3m",
  "/compare?lines=NVDA&measure=price",
  "/compare?lines=NVDA,AVGO,TSLA&measure=abnormal&against=QQQ",
  "/compare?lines=NVDA,SPY&range=day",
  "/compare?lines=NVDA,MSFT,SPY&layout=apart&log=1",
  "/tickers/NVDA?measure=index&range=6m",
  "/tickers/NVDA?measure=price&range=1m",
  "/tickers/0700.HK?range=all",
  "/tickers/MAG7?lines=MAG7,NVDA",
  "/search?q=data%20centres",
  "/search?q=zzzzzz",
];

const WRONG = [
  "/tickers/NVDA.csv?measure=volume",
  "/tickers/NVDA.csv?colour=red",
  "/tickers/NVDA.png?size=9x",
  "/tickers/NVDA?format=docx",
  "/tickers/NVDIA.csv",
  "/compare.csv",
  "/compare.csv?lines=NVDIA",
  "/articles/none/claims/brown-10.csv",
  "/api/lines/NVDIA",
  "/api/lines/NVDA?base=tomorrow",
  "/api/tickers/NVDIA",
  "/api/tickers/NVDA/study?event=2030-01-01",
  "/api/tickers/NVDA/study?estimation=5",
  "/api/tickers/OPENAI/study",
  "/api/tickers/NVDA/prices?to=2024-01-01&from=2025-01-01",
  "/api/oembed",
  "/api/oembed?url=https://example.org/",
  "/api/nothing",
  "/embed/tickers/NVDIA",
  "/embed/articles/none",
  "/share/tickers/NVDIA.png",
  "/share/nothing",
  "/%E0%A4%A",
];

/** Some 700 questions: every page, file, picture, frame and route, in views of each kind, and wrong ones. */
export function questions(): Question[] {
  const claims = articleSlugs().flatMap((slug) => loadArticle(slug).claims.map(({ id }) => claimHref(slug, id)));
  const tickers = Object.keys(loadInstruments()).map(tickerHref);
  const some = [...claims.filter((_, i) => i % 8 === 0), ...tickers.filter((_, i) => i % 12 === 0)];
  const oembed = (path: string) => `/api/oembed?url=${encodeURIComponent(`http://localhost:3000${path}`)}`;
  const gets = [
    ...links.map(({ address }) => address),
    ...Object.values(everyAddress()).flat(),
    ...STANDING,
    ...articleSlugs().map((slug) => argumentsHref(slug)),
    ...VIEWS,
    ...VIEWS.flatMap((view) => (view.startsWith("/search") ? [] : [`${view}&format=csv`, `${view}&format=svg`, embedHref(view)])),
    ...some.flatMap((page) => FILE_FORMATS.map((format) => `${page}?format=${format}`)),
    ...some.flatMap((page) => [`${page}?base=open&format=json`, `${page}?format=svg&theme=dark`, oembed(page)]),
    ...claims.map((page) => pictureHref(page)),
    ...["/", "/compare", "/method"].map((page) => pictureHref(page === "/" ? "" : page)),
    ...some.flatMap((page) => [embedHref(page), embedHref(page, "?base=open"), pictureHref(page, "?base=open")]),
    ...tickers.filter((_, i) => i % 4 === 0).flatMap((page) => [embedHref(page), pictureHref(page)]),
    ...WRONG,
  ];
  const others: Question[] = ["/", "/tickers/NVDA", "/tickers/NVDA.csv", "/api/tickers", "/api/tickers/NVDA/prices", "/api/nothing"].flatMap((address) =>
    (["HEAD", "OPTIONS", "POST"] as const).map((method) => ({ address, method })),
  );
  return [...[...new Set(gets)].map((address) => ({ address, method: "GET" as const })), ...others];
}

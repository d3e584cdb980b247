import fc from "fast-check";

/** A request as it goes over the wire. */
export interface Question {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Names and values that lead somewhere, so that not every question ends at the door. */
const known: Record<string, string[]> = {
  slug: ["deepseek-sputnik"],
  claim: ["brown-10", "goldman-1", "chamath-4d"],
  symbol: ["NVDA", "^VIX", "GSENEPOW", "OPENAI", "MAG7", "0700.HK", "nvda", "SPY"],
  base: ["open", "publication", "close"],
};
const parameters = [
  ..."from to base benchmark event estimation gap article speaker instrument type".split(" "),
  ..."q symbols symbol view format size theme range".split(" "),
  "_rsc",
];
const values = [
  "2025-01-27",
  "2025-01-24",
  "9999-99-99",
  "SPY",
  "RSP",
  "250",
  "-1",
  "1e9",
  "NaN",
  "open",
  "publication",
  "brown",
  "NVDA",
  "NVDA,SPY",
  "forecast",
  "",
  "deepseek-sputnik",
];
const nasty = [
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "..%2f..%2fpackage.json",
  "%00",
  "%E0%A4%A",
  "%25ZZ",
  "<script>alert(1)</script>",
  "//192.0.2.1/",
  "http://192.0.2.1/",
  "\u0000",
  "💥",
  "‮",
  "a".repeat(5000),
  "[object Object]",
  "%5Cx",
  ".",
  "..",
  "*",
  "null",
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 3, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
);

/** Encoded as a browser does, or left as it is as far as a request line can hold it. */
function written(text: string, encode: boolean): string {
  return encode ? encodeURIComponent(text.toWellFormed()) : text.replace(/[^\x21-\x7e]/g, "").replace(/[?#/]/g, "");
}

function segment(part: string): fc.Arbitrary<string> {
  const name = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1];
  if (name === undefined) return fc.constant(part);
  const leading = known[name];
  const junk = fc.tuple(word, fc.boolean()).map(([text, encode]) => written(text, encode));
  return leading === undefined
    ? junk
    : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...leading.map((one) => encodeURIComponent(one))) }, { weight: 1, arbitrary: junk });
}

const parameter = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parameters) }, { weight: 1, arbitrary: word }),
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: word }),
    fc.boolean(),
  )
  .map(([name, value, encode]) => `${written(name, true)}=${written(value, encode)}`);

const tree = JSON.stringify([
  "",
  { children: ["articles", { children: [["slug", "deepseek-sputnik", "d", null], { children: ["__PAGE__", {}] }] }] },
  null,
  null,
  true,
]);

/** Headers that Next, a proxy or we might take for something. Values as far as a header can hold them. */
const header = fc.tuple(
  fc.constantFrom(
    ..."host x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded-port forwarded x-real-ip x-matched-path x-invoke-path".split(" "),
    ..."x-middleware-subrequest x-middleware-rewrite x-middleware-prefetch x-nextjs-data next-action next-url rsc next-router-prefetch".split(" "),
    ..."next-router-state-tree next-router-segment-prefetch next-resume x-now-route-matches x-prerender-revalidate accept accept-encoding".split(" "),
    ..."accept-language if-none-match if-modified-since range cookie authorization origin content-type content-security-policy purpose user-agent sec-fetch-dest".split(
      " ",
    ),
  ),
  fc.oneof(
    fc.constantFrom(
      "1",
      "0",
      "https",
      "192.0.2.1:80",
      "http://192.0.2.1/",
      "/_tree",
      "/_full",
      "*",
      "bytes=0-1",
      "bytes=9-1",
      "gzip, br",
      "image",
      "empty",
      "__prerender_bypass=x",
      "'nonce-\"><script>'",
      tree,
      encodeURIComponent(tree),
      '["",{}]',
      "%",
      "{}",
    ),
    fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, "").trim()),
  ),
);

/** Any request to a route: what it takes, what it does not, and what nobody should send. */
export function questionTo(route: string): fc.Arbitrary<Question> {
  const path = fc.tuple(...route.slice(1).split("/").map(segment)).map((parts) => `/${parts.join("/")}`);
  const query = fc.oneof(
    { weight: 8, arbitrary: fc.array(parameter, { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(parameter, { minLength: 30, maxLength: 60 }) },
  );
  return fc
    .record({
      method: fc.oneof(
        { weight: 10, arbitrary: fc.constant("GET") },
        { weight: 2, arbitrary: fc.constantFrom("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "QUERY") },
      ),
      address: fc.tuple(path, query).map(([p, q]) => (q.length === 0 ? p : `${p}?${q.join("&")}`)),
      headers: fc.array(header, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
      body: fc.oneof(
        { weight: 10, arbitrary: fc.constant("") },
        { weight: 1, arbitrary: fc.string({ maxLength: 100 }) },
        { weight: 1, arbitrary: fc.constant("x".repeat(20_000)) },
      ),
    })
    .map(({ method, address, headers, body }) => ({ method, path: address, headers, body }));
}

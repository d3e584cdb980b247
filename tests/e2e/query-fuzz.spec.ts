import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { VIEW_KEYS } from "../../lib/view/chart/view-keys.ts";

const board = "/articles/deepseek-sputnik";
const SEED = 20250127;
/** At once, so that some hundred pages take seconds. */
const ABREAST = 6;

/** Values that each key knows. */
const known: Record<string, string[]> = {
  base: ["close", "publication", "open", "2025-01-02"],
  measure: ["change", "price", "index", "abnormal"],
  range: ["day", "event", "3m", "1y", "all"],
  from: ["2025-01-02", "2024-06-03"],
  to: ["2025-03-31", "2026-01-05"],
  log: ["1", "0"],
  against: ["SPY", "RSP"],
  lines: ["NVDA", "NVDA,TSLA,SPY", "GSENEPOW", "^VIX,0700.HK", ""],
  add: ["tesla", "MAG7"],
  layout: ["together", "apart"],
  claim: ["chamath-4b", "brown-10"],
  sort: ["NVDA", "-day", "nothing"],
  speaker: ["brown", "chamath"],
  instrument: ["NVDA"],
  type: ["forecast", "ranking"],
  claims: ["brown-10,goldman-2", "brown-10"],
  stance: ["brown-10.agree"],
};
/** Nothing here is a day, a name or a number, however it is read. */
const junk = fc.oneof(
  fc.constantFrom("☃", "constructor", "__proto__", "2025-02-30", "0000-00-00", "\u202Eright to left", "' OR 1=1 --", "<script>alert(1)</script>", "%", "null", "../../etc/passwd", "x".repeat(2_000), "𝟙", "a\u0000b", "\r\n"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => `☃${text}`),
);
const pair = (keys: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...keys).chain((key) => fc.constantFrom(...(known[key] ?? ["1"])).map((value) => ({ key, value, bad: false }))) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...keys), junk).map(([key, value]) => ({ key, value, bad: true })) },
    { weight: 1, arbitrary: fc.tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => `☃${text}`), junk).map(([key, value]) => ({ key, value, bad: false })) },
  );
const queries = (keys: readonly string[], seed: number, numRuns: number) => fc.sample(fc.array(pair(keys), { minLength: 1, maxLength: 6 }), { seed, numRuns });

type Pairs = ReturnType<typeof queries>[number];
const searchOf = (pairs: Pairs) => new URLSearchParams(pairs.map(({ key, value }) => [key, value])).toString();

const boardKeys = ["speaker", "instrument", "type"];
const argumentKeys = ["claims", "stance"];
const pages: { path: string; keys: readonly string[] }[] = [
  { path: "/tickers/NVDA", keys: VIEW_KEYS },
  { path: `${board}/claims/chamath-4b`, keys: VIEW_KEYS },
  { path: "/compare", keys: VIEW_KEYS },
  { path: `${board}/arguments`, keys: [...argumentKeys, ...VIEW_KEYS] },
  { path: "/", keys: [...boardKeys, ...VIEW_KEYS] },
];

for (const [i, { path, keys }] of pages.entries()) {
  test(`${path} answers any query, and names what it could not use`, async ({ request }) => {
    test.setTimeout(60_000);
    await inTurns(queries(keys, SEED + i, 45), async (pairs) => {
      const address = `${path}?${searchOf(pairs)}`;
      const answer = await request.get(address);
      const html = await answer.text();
      expect(answer.status(), address).toBe(200);
      expect(html, address).toContain("<main");
      const notes = notesOf(html);
      for (const value of mustBeNamed(path, pairs)) expect(notes, `${address} names ${JSON.stringify(value)}`).toContain(escaped(value));
    });
  });
}

const apiKeys = ["from", "to", "base", "benchmark", "event", "estimation", "gap"];
for (const [i, path] of ["/api/tickers/NVDA/prices", "/api/tickers/NVDA/study", "/api/tickers/NVDA", "/api/lines/NVDA", "/api/articles/deepseek-sputnik"].entries()) {
  test(`${path} answers any query with an answer or a 400 that names the parameter`, async ({ request }) => {
    let refused = 0;
    await inTurns(queries(apiKeys, SEED + 10 + i, 24), async (pairs) => {
      const address = `${path}?${searchOf(pairs)}`;
      const answer = await request.get(address);
      expect([200, 400], `${address}: ${answer.status()}`).toContain(answer.status());
      if (answer.status() === 400) {
        refused += 1;
        expect(pairs.map(({ key }) => key), address).toContain((await answer.json()).error.parameter);
      }
    });
    expect(refused).toBeGreaterThan(5);
  });
}

for (const folder of ["/api/tickers", "/api/lines", "/api/articles"]) {
  test(`${folder} answers any name: what is unknown is a 404`, async ({ request }) => {
    const names = fc.sample(junk.filter((name) => !/^[./]|%|\u0000/.test(name)), { seed: SEED, numRuns: 40 });
    await inTurns(names, async (name) => {
      const part = encodeURIComponent(name);
      const address = `${folder}/${part}`;
      // What no name of ours could be is not even looked up.
      const status = part.length > 200 ? 414 : part.includes("%5C") ? 400 : 404;
      expect((await request.get(address)).status(), address).toBe(status);
    });
  });
}

/**
 * Bad values of view keys are named on the pages that have a view, in the order given or as a repetition.
 * Of a range told in several ways one is named; what the table is sorted by is known only with its lines.
 */
function mustBeNamed(path: string, pairs: Pairs): string[] {
  const ranged = pairs.filter(({ key }) => ["range", "from", "to"].includes(key)).length;
  const isView = path !== "/" && !path.endsWith("/arguments");
  return pairs.flatMap(({ key, value, bad }) => {
    if (!bad || !/^[\p{L}\p{N} =<>()'☃./_-]{1,60}$/u.test(value)) return [];
    if (isView) return key === "sort" || (ranged > 1 && ["range", "from", "to"].includes(key)) || !VIEW_KEYS.some((one) => one === key) ? [] : [value.trim()];
    // Elsewhere a key is read once.
    const alone = pairs.filter((other) => other.key === key).length === 1;
    return alone && path === "/" && boardKeys.includes(key) ? [value.trim()] : [];
  });
}

/** What the page says beside its content. */
function notesOf(html: string): string {
  return [...html.replaceAll("<!-- -->", "").matchAll(/<(p|div|li|ul)[^>]*role="(?:note|alert)"[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inside]) => inside).join("\n");
}

/** As React writes text. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
}

async function inTurns<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(Array.from({ length: ABREAST }, async () => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
  }));
}

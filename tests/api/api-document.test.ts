import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiFacts } from "../../app/api/api-facts.ts";
import { type OpenApiDocument, type OpenApiOperation, openApiDocument } from "../../lib/io/contract/openapi.ts";

const root = join(import.meta.dirname, "../..");

/** A route file as a caller sees it. */
interface Route {
  GET: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
  OPTIONS?: () => Response;
}

/** Files, which have addresses of their own that `next.config.ts` leads here; the document says so in words. */
const files: Record<string, string> = { "/api/data/{file}": "/data", "/api/files/{format}/{...place}": "/tickers/NVDA.csv" };

/** Answers every address that no other route has; there is nothing to document. */
const elsewhere = "/api/{...path}";

/** Every address with a route file: `/api/tickers/{symbol}`. */
const routed = readdirSync(join(root, "app/api"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map(
    (file) =>
      `/api/${file
        .replace(/\/route\.tsx?$/, "")
        .replaceAll("[", "{")
        .replaceAll("]", "}")}`,
  )
  .filter((path) => path !== elsewhere)
  .toSorted();

const document: OpenApiDocument = openApiDocument(await apiFacts());
const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));
const cases = operations.map((operation) => [operation.path, operation] as const);

// As any program reads it: the document is plain JSON, and `#/components/…` are places in it.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "https://claimtape.test/", components: JSON.parse(JSON.stringify(document.components)) });

/** What an answer of that status has wrong, by the document; empty where nothing. */
function faults({ responses }: OpenApiOperation, status: number, body: unknown): string[] {
  const named = responses[status] as { $ref?: string; content?: Record<string, { schema: { $ref: string } }> } | undefined;
  if (named === undefined) return [`${status} is not documented`];
  const { content } = named.$ref === undefined ? named : (document.components.responses[named.$ref.split("/").at(-1) ?? ""] as typeof named);
  const schema = content?.["application/json"]?.schema.$ref;
  if (schema === undefined) return body === null ? [] : [`${status} is documented without a body`];
  const check = ajv.getSchema(`https://claimtape.test/${schema}`);
  if (check === undefined) return [`${schema} is not there`];
  return check(body) === true ? [] : (check.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

async function ask(path: string, address: string, headers: Record<string, string> = {}) {
  const url = new URL(address, "http://localhost");
  const parts = url.pathname.split("/");
  const params = Object.fromEntries(path.split("/").flatMap((part, at) => (part.startsWith("{") ? [[part.slice(1, -1), parts[at] ?? ""]] : [])));
  const { GET } = await route(path);
  const answer = await GET(new Request(url, { headers }), { params: Promise.resolve(params) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? null : (JSON.parse(text) as unknown) };
}

async function route(path: string): Promise<Route> {
  return (await import(join(root, `app${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`))) as Route;
}

beforeAll(() => vi.stubEnv("PRICES", "snapshot"));
afterAll(() => vi.unstubAllEnvs());

describe("the document", () => {
  test("is OpenAPI 3.1, by the specification's own schema, and every reference leads somewhere", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    const places = new Map(Object.entries(document.components).map(([kind, things]) => [kind, Object.keys(things)]));
    for (const [, kind = "", name = ""] of references) expect(places.get(kind), name).toContain(name);
  });

  test("has every route, and every route is in it", () => {
    expect([...operations.map(({ path }) => path), ...Object.keys(files)].toSorted()).toEqual(routed);
    for (const address of Object.values(files)) expect(document.info.description).toContain(address);
  });

  test("has no schema that nothing leads to", () => {
    const text = JSON.stringify(document);
    expect(Object.keys(document.components.schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([]);
  });

  test("explains every parameter and every shape", () => {
    for (const { parameters } of operations) for (const { name, description } of parameters) expect(description.length, name).toBeGreaterThan(10);
    for (const [name, { description }] of Object.entries(document.components.schemas)) expect(description?.length, name).toBeGreaterThan(5);
  });

  test("says what each parameter is once read", () => {
    const of = (path: string) => Object.fromEntries(document.paths[path]?.get.parameters.map(({ name, schema }) => [name, schema]) ?? []);
    expect(of("/api/tickers/{symbol}/study")).toEqual({
      symbol: { type: "string" },
      benchmark: { type: "string", enum: ["SPY", "RSP"], default: "SPY" },
      event: { type: "string", format: "date", default: "2025-01-27" },
      estimation: { type: "integer", minimum: 40, maximum: 500, default: 250 },
      gap: { type: "integer", minimum: 1, maximum: 60, default: 10 },
    });
  });

  test("is noticed to be wrong: a field more, less or of another kind does not pass", async () => {
    const { path, ...operation } = operations.find(({ operationId }) => operationId === "listTickers") ?? expect.fail("no such operation");
    const { body } = await ask(path, path);
    const [first, ...rest] = (body as { tickers: Record<string, unknown>[] }).tickers;
    const { kind: _kind, ...less } = first ?? {};
    for (const changed of [{ ...first, more: 1 }, less, { ...first, hasPrices: "yes" }]) {
      expect(faults(operation, 200, { tickers: [changed, ...rest] })).not.toEqual([]);
    }
    expect(faults(operation, 418, body)).toEqual(["418 is not documented"]);
  });
});

describe.each(cases)("GET %s", (path, operation) => {
  /** Whatever may be kept has a name; what may not is never a 304. */
  const kept = "304" in operation.responses;

  test.each(operation["x-examples"])("answers its example as documented: $summary", async ({ address }) => {
    const answer = await ask(path, address);
    expect(answer.status).toBe(200);
    expect(faults(operation, 200, answer.body)).toEqual([]);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toMatch(kept ? /^(public, max-age=\d+|no-cache)$/ : /^no-store$/);
  });

  test("is open to every origin, and asked first by a browser that holds an ETag", async () => {
    const address = operation["x-examples"][0]?.address ?? "";
    for (const { headers } of [await ask(path, address), await ask(path, `${address}${address.includes("?") ? "&" : "?"}nonsense=1`)]) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toContain("etag");
    }
    const answer = (await route(path)).OPTIONS?.();
    expect(answer?.status).toBe(204);
    expect(answer?.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer?.headers.get("access-control-allow-headers")).toBe("if-none-match");
  });

  test.runIf(kept)("is not sent again to who has it", async () => {
    const address = operation["x-examples"][0]?.address ?? "";
    const tag = (await ask(path, address)).headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    const again = await ask(path, address, { "if-none-match": `"other", ${tag}` });
    expect([again.status, again.body, again.headers.get("etag"), again.headers.get("access-control-allow-origin")]).toEqual([304, null, tag, "*"]);
    expect((await ask(path, address, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.skipIf(kept)("is said anew each time", async () => {
    const { status, headers } = await ask(path, path, { "if-none-match": "*" });
    expect([status, headers.get("etag")]).toEqual([200, null]);
  });

  test("refuses an unknown parameter, and one given twice, by name", async () => {
    const [base = ""] = (operation["x-examples"][0]?.address ?? "").split("?");
    const queries = ["nonsense=1", ...operation.parameters.filter((one) => one.in === "query").map(({ name }) => `${name}=1&${name}=2`)];
    for (const query of queries) {
      const { status, body } = await ask(path, `${base}?${query}`);
      expect([status, faults(operation, status, body)]).toEqual([400, []]);
      expect(body).toMatchObject({ error: { parameter: query.split("=")[0] } });
    }
  });

  test("answers whatever it is asked with a documented status and shape", { timeout: 120_000 }, async () => {
    const words = fc.oneof(
      fc.constantFrom(
        "NVDA",
        "MAG7",
        "GSENEPOW",
        "OPENAI",
        "^VIX",
        "SPY",
        "VOLT",
        "9984.T",
        "nvda",
        "__proto__",
        "%",
        "..",
        "",
        "deepseek-sputnik",
        "x".repeat(300),
      ),
      fc.string(),
    );
    const day = fc.date({ min: new Date("2023-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    const value = fc.oneof(day, fc.integer({ min: -5, max: 600 }).map(String), fc.constantFrom("SPY", "RSP", "deepseek-sputnik", "2025-01-27"), words);
    const names = operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
    const name = fc.oneof({ arbitrary: fc.constantFrom(...names, "nonsense"), weight: 9 }, { arbitrary: fc.string(), weight: 1 });
    const usual = (operation["x-examples"][0]?.address ?? "").split("?")[0] ?? "";
    const must: [string, string][] = operation.parameters.flatMap(({ name, required, in: place, example = "" }) =>
      place === "query" && required ? [[name, example]] : [],
    );
    const begin = fc.oneof({ arbitrary: fc.constant(must), weight: 4 }, { arbitrary: fc.constant([]), weight: 1 });
    const address = fc
      .record({
        first: begin,
        word: fc.option(words, { freq: 2 }),
        query: fc.array(fc.tuple(names.length === 0 ? fc.string() : name, value), { maxLength: names.length === 0 ? 1 : 3 }),
      })
      .map(({ first, word, query }) => {
        const place = word === null ? usual : path.replace(/\{\w+\}/g, () => encodeURIComponent(word === "." || word === ".." ? "%2E" : word));
        return `${place}?${new URLSearchParams([...first, ...query]).toString()}`;
      });
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(address, async (one) => {
        const { status, body } = await ask(path, one);
        seen.add(status);
        expect(faults(operation, status, body)).toEqual([]);
      }),
      { numRuns: path.includes("{") ? 150 : 30, seed: 27_01_2025 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(path.includes("{") ? [200, 400, 404] : [200, 400]));
  });
});

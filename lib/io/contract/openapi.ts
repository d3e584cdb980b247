import { z } from "zod";
import { apiOperations } from "./api-operations.ts";
import type { ApiFacts, ApiOperation } from "./api-operations.ts";
import { namedSchemas } from "./named-schema.ts";
import { problem } from "./problem-schema.ts";

/** A JSON Schema of draft 2020-12, as far as anybody here looks into one. */
type JsonSchema = z.core.JSONSchema.JSONSchema;

interface OpenApiParameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: JsonSchema;
  example?: string;
}

export interface OpenApiOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters: OpenApiParameter[];
  responses: Record<string, object>;
  /** Whole questions that have an answer. */
  "x-examples": { summary: string; address: string }[];
}

export interface OpenApiDocument {
  openapi: "3.1.1";
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string }[];
  paths: Record<string, { get: OpenApiOperation }>;
  components: { schemas: Record<string, JsonSchema>; responses: Record<string, object>; headers: Record<string, object> };
}

/** OpenAPI 3.1 of every operation, made of the schemas that routes read queries with and that answers are held to. */
export function openApiDocument(facts: ApiFacts): OpenApiDocument {
  return {
    openapi: "3.1.1",
    info: {
      title: "Claimtape",
      version: "1",
      summary: "What an article said, beside what the market did.",
      description:
        "Read only, for anybody: GET and HEAD from any origin, no key. Returns are fractions: −0.1697 is −16.97 %. Days are in the exchange’s time zone. " +
        "What is not there says why: an object with `absent` and `why` stands in its place. Every answer that may be kept has an ETag; sent back in If-None-Match, it gets a 304 as long as nothing has changed. " +
        "A parameter that is unknown, given twice or of no use gets a 400 that names it, its value and what is allowed. " +
        "Files have addresses of their own: a chart’s page with .csv, .json, .metadata.json, .svg or .png at its end, as /tickers/NVDA.csv, is what it shows; /data lists whole data sets. " +
        "Every error here, and of files, of pictures under /share and of what the server turns away by itself (405, 413, 414, 429, 500), has the body `Problem`; a file of prices that may not be given away gets a 403. " +
        "Nothing here is investment advice.",
    },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(apiOperations(facts).map((operation) => [operation.path, { get: described(operation) }])),
    components: {
      schemas: schemas(),
      responses: Object.fromEntries(Object.entries(refusals).map(([status, what]) => [nameOf(status), refusal(what)])),
      headers: {
        ETag: { description: "The answer’s name, for If-None-Match.", schema: { type: "string" } },
        AllowOrigin: { description: "Any page may read the answer.", schema: { const: "*" } },
        RetryAfter: { description: "Seconds to wait.", schema: { type: "string" } },
      },
    },
  };
}

/** By status; `retry` where the answer says how long to wait. */
const refusals: Record<string, { description: string; retry?: true }> = {
  400: { description: "A parameter cannot be used; the body names it, its value and what is allowed." },
  404: { description: "Nothing has that name, and the body lists near ones; or it has no prices, and the body lists what stands in for it." },
  422: { description: "Valid request, but there is no result; the body says why." },
  429: { description: "Too many requests; retry after the seconds that Retry-After gives.", retry: true },
  501: { description: "This format is not offered." },
  503: { description: "Temporarily unavailable: the vendor gave no prices, or this server is shutting down.", retry: true },
};

function refusal({ description, retry }: { description: string; retry?: true }): object {
  const headers = {
    "Access-Control-Allow-Origin": { $ref: "#/components/headers/AllowOrigin" },
    ...(retry ? { "Retry-After": { $ref: "#/components/headers/RetryAfter" } } : {}),
  };
  return { description, headers, content: { "application/json": { schema: referTo(problem) } } };
}

function described({ path, id, summary, description, names, query, answer, refusals: own, fleeting, examples }: ApiOperation): OpenApiOperation {
  const open = { "Access-Control-Allow-Origin": { $ref: "#/components/headers/AllowOrigin" } };
  const headers = fleeting === true ? open : { ETag: { $ref: "#/components/headers/ETag" }, ...open };
  return {
    operationId: id,
    summary,
    description,
    parameters: [...pathParameters(path, names, examples), ...queryParameters(query, examples)],
    responses: {
      200: { description: z.globalRegistry.get(answer)?.description ?? summary, headers, content: { "application/json": { schema: referTo(answer) } } },
      ...(fleeting === true ? {} : { 304: { description: "What If-None-Match names is still the answer.", headers } }),
      ...Object.fromEntries([400, 429, ...own].map((status) => [status, { $ref: `#/components/responses/${nameOf(`${status}`)}` }])),
    },
    "x-examples": examples,
  };
}

function pathParameters(path: string, names: ApiOperation["names"], examples: ApiOperation["examples"]): OpenApiParameter[] {
  const parts = path.split("/");
  const [first = ""] = (examples[0]?.address ?? "").split("?");
  return Object.entries(names).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
    example: decodeURIComponent(first.split("/")[parts.indexOf(`{${name}}`)] ?? ""),
  }));
}

/** A parameter is what its field is once read: a whole number, not the digits in the address. */
function queryParameters(query: z.ZodObject, examples: ApiOperation["examples"]): OpenApiParameter[] {
  const given = new URLSearchParams((examples[0]?.address ?? "").split("?")[1] ?? "");
  const { properties = {} } = z.toJSONSchema(query, { override: withoutSafeBounds });
  // Once read, a default is there; before, it need not be.
  const { required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description = "", ...schema } = typeof property === "boolean" ? {} : property;
    const example = given.get(name);
    return { name, in: "query", required: required.includes(name), description, schema, ...(example === null ? {} : { example }) };
  });
}

function schemas(): Record<string, JsonSchema> {
  const all = z.toJSONSchema(namedSchemas, { uri: reference, override: withoutSafeBounds }).schemas;
  return Object.fromEntries(
    Object.entries(all).map(([id, schema]) => {
      // Inside one document a place is a name: neither an address nor a dialect of its own.
      const { $id: _id, $schema: _dialect, ...rest } = schema;
      return [id, rest];
    }),
  );
}

/** Every whole number of JavaScript has these bounds: they say nothing of the answer. */
function withoutSafeBounds({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function referTo(schema: z.ZodType): { $ref: string } {
  const name = namedSchemas.get(schema);
  if (name === undefined) throw new Error("An answer needs a name: see lib/io/contract/named-schema.ts.");
  return { $ref: reference(name.id) };
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}

function nameOf(status: string): string {
  return { 400: "BadParameter", 404: "NotFound", 422: "NoAnswer", 429: "TooMany", 501: "NoSuchFormat", 503: "NotNow" }[status] ?? status;
}

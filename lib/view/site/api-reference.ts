import { type ReadSchema, type ReferenceField, fieldsOf, kindOf } from "./schema-words.ts";

/** As much of an OpenAPI document as the page reads. */
export interface ReadDocument {
  info: { description: string };
  paths: Record<string, { get: ReadOperation }>;
  components: { schemas: Record<string, ReadSchema>; responses: Record<string, object> };
}

interface ReadOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; description: string; schema: ReadSchema }[];
  responses: Record<string, object>;
  "x-examples": { summary: string; address: string }[];
}

/** One address of the API as a page tells it. */
export interface ReferenceSection {
  id: string;
  path: string;
  summary: string;
  description: string;
  parameters: { name: string; inPath: boolean; values: string; otherwise: string | null; description: string }[];
  examples: { summary: string; address: string; curl: string }[];
  /** The name of what it answers, and its outermost fields. */
  answer: { name: string; description: string; fields: ReferenceField[]; or: string | null };
  refusals: { status: string; description: string }[];
}

export interface Reference {
  about: string;
  sections: ReferenceSection[];
  /** Kinds that are one value, explained. */
  words: { name: string; kind: string; description: string }[];
}

/** The document as sections for a reader: nothing is said here that is not in it. `origin` is where curl asks. */
export function apiReference({ info, paths, components }: ReadDocument, origin: string): Reference {
  return {
    about: info.description,
    sections: Object.entries(paths).map(([path, { get }]) => section(path, get, components, origin)),
    words: Object.entries(components.schemas)
      .filter(
        ([, schema]) =>
          schema.properties === undefined && schema.items === undefined && (schema.type !== undefined || schema.enum !== undefined) && schema.type !== "object",
      )
      .map(([name, schema]) => ({ name, kind: schema.enum?.map(String).join(", ") ?? kindOf(schema), description: schema.description ?? "" })),
  };
}

function section(path: string, operation: ReadOperation, { schemas, responses }: ReadDocument["components"], origin: string): ReferenceSection {
  const parameters = operation.parameters.map(({ name, in: place, description, schema }) => ({
    name,
    inPath: place === "path",
    values: kindOf(schema),
    otherwise: schema.default === undefined ? null : String(schema.default),
    description,
  }));
  return {
    id: operation.operationId,
    path,
    summary: operation.summary,
    description: operation.description,
    parameters,
    examples: operation["x-examples"].map(({ summary, address }) => ({ summary, address, curl: `curl --compressed '${origin}${address}'` })),
    answer: answerOf(operation.responses["200"], schemas),
    refusals: Object.entries(operation.responses).flatMap(([status, response]) => {
      const description = descriptionOf(referredIn(response, responses));
      return Number(status) >= 400 ? [{ status, description }] : [];
    }),
  };
}

/** Of an answer that may be one of two things, the fields of the first. */
function answerOf(response: object | undefined, schemas: ReadDocument["components"]["schemas"]): ReferenceSection["answer"] {
  const name = lastName(JSON.stringify(response ?? {}).match(/"schema":\{"\$ref":"([^"]+)"/)?.[1] ?? "");
  const schema = schemas[name] ?? {};
  const [first, ...others] = (schema.anyOf ?? []).map(kindOf);
  const shown = first === undefined ? schema : (schemas[first] ?? {});
  return { name, description: schema.description ?? "", fields: fieldsOf(shown), or: others.length === 0 ? null : others.join(" or ") };
}

function referredIn(response: object, responses: Record<string, object>): object {
  return "$ref" in response && typeof response.$ref === "string" ? (responses[lastName(response.$ref)] ?? {}) : response;
}

function descriptionOf(thing: object): string {
  return "description" in thing && typeof thing.description === "string" ? thing.description : "";
}

function lastName(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}

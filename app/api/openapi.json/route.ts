import { openApiDocument } from "../../../lib/io/contract/openapi.ts";
import { apiFacts } from "../api-facts.ts";
import { unknownParameter } from "../problem.ts";
import { type TaggedText, etagResponse, taggedJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

let written: TaggedText | null = null;

/** `GET /api/openapi.json`: every address here as OpenAPI 3.1. */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  written ??= await taggedJson(openApiDocument(await apiFacts()));
  return etagResponse(request, written);
}

import { openApiDocument } from "../../../lib/io/contract/openapi.ts";
import { apiFacts } from "../api-facts.ts";
import { notFound } from "../problem.ts";

export { OPTIONS } from "../cross-origin.ts";

/** Any other address below `/api/`: a 404 that names the addresses near it. */
export async function GET(request: Request): Promise<Response> {
  return notFound("path", new URL(request.url).pathname, Object.keys(openApiDocument(await apiFacts()).paths));
}

import { type QueryOf, type QuerySchema, badName, noQuery, readQuery } from "../../lib/io/contract/api-query.ts";
import type { Problem } from "../../lib/io/contract/problem-schema.ts";
import { nearest } from "../../lib/view/words/nearest.ts";
import { corsHeaders } from "./cross-origin.ts";

/** What was asked, read with the schema that documents it; or the 400 that says which parameter is wrong. */
export function queryOf<S extends QuerySchema>(schema: S, request: Request): QueryOf<S> | Response {
  const read = readQuery(schema, request);
  return "bad" in read ? badRequest(read.bad) : read.query;
}

/** The 400 of an address that takes no parameter, or null. A misspelt one must not pass as a default. */
export function unknownParameter(request: Request): Response | null {
  const read = queryOf(noQuery, request);
  return read instanceof Response ? read : null;
}

/** The same where the names follow from the page that is shown, and its own reader judges the values. */
export function onlyParameters(request: Request, allowed: string[]): Response | null {
  const bad = badName(new URL(request.url).searchParams, allowed);
  return bad === null ? null : badRequest(bad);
}

/** Nothing has that name. Offers what is near it. */
export function notFound(parameter: string, value: string, known: string[]): Response {
  const near = nearest(value, known);
  return problem(404, { parameter, value, ...(near.length > 0 ? { nearest: near } : { allowed: known }) });
}

/** A parameter whose value cannot be used. */
export function badRequest(bad: { parameter: string; value: string; allowed: string[] }): Response {
  return problem(400, bad);
}

/**
 * Any answer that is none, as the API's document describes it.
 *
 * @param retryAfter seconds; a 503 alone says when to ask again
 */
export function problem(status: 400 | 403 | 404 | 422 | 501 | 503, error: Problem["error"], retryAfter = 60): Response {
  const cut = error.value === undefined ? error : { ...error, value: error.value.slice(0, 100) };
  const wait = status === 503 ? { "retry-after": `${retryAfter}`, "cache-control": "no-store" } : {};
  return Response.json({ error: cut } satisfies Problem, { status, headers: { ...corsHeaders, ...wait } });
}

/** More pictures are asked for than are drawn at once. */
export function tooManyPictures(): Response {
  return problem(503, { reason: "busy", detail: "Too many pictures are being drawn; retry in 3 s." }, 3);
}

import { nearest } from "../../lib/view/nearest.ts";

/** What an answer says when the question was wrong: which part, what it was, what it could be. */
interface Problem {
  parameter: string;
  value: string;
  allowed?: string[];
  nearest?: string[];
}

/** Nothing has that name. Offers what is near it. */
export function notFound(parameter: string, value: string, known: string[]): Response {
  const near = nearest(value, known);
  return problem(404, { parameter, value, ...(near.length > 0 ? { nearest: near } : { allowed: known }) });
}

/** A query parameter that this address does not take, or takes once, or null. A misspelt one must not pass as a default. */
export function unknownParameter(request: Request, allowed: string[] = []): Response | null {
  const search = new URL(request.url).searchParams;
  for (const [parameter, value] of search) {
    if (!allowed.includes(parameter)) return problem(400, { parameter, value, allowed });
    if (search.getAll(parameter).length > 1) return problem(400, { parameter, value, allowed: ["one value"] });
  }
  return null;
}

/** A parameter whose value cannot be used. */
export function badRequest(bad: { parameter: string; value: string; allowed: string[] }): Response {
  return problem(400, bad);
}

function problem(status: 400 | 404, error: Problem): Response {
  return Response.json({ error: { ...error, value: error.value.slice(0, 100) } }, { status });
}

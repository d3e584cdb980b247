import { unknownParameter } from "../../problem.ts";

/** `GET /api/health/live`: the process answers. If it does not, start another. */
export function GET(request: Request): Response {
  return unknownParameter(request) ?? Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}

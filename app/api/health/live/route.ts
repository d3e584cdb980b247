import { corsHeaders } from "../../cross-origin.ts";
import { unknownParameter } from "../../problem.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** `GET /api/health/live`: the process answers. If it does not, start another. */
export function GET(request: Request): Response {
  return unknownParameter(request) ?? Response.json({ status: "live" }, { headers: { ...corsHeaders, "cache-control": "no-store" } });
}

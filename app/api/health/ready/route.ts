import { impactOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { isDraining } from "../../../../lib/io/process/lifecycle.ts";
import { corsHeaders } from "../../cross-origin.ts";
import { problem, unknownParameter } from "../../problem.ts";

export { OPTIONS } from "../../cross-origin.ts";

/**
 * `GET /api/health/ready`: readers may be sent here. Not before the data are read, and not while stopping.
 * That Yahoo or Redis is away is no reason to say no: the snapshot answers all the same.
 */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  if (isDraining()) return problem(503, { reason: "stopping", detail: "Shutting down." });
  await Promise.all(articleSlugs().map(impactOf));
  return Response.json({ status: "ready" }, { headers: { ...corsHeaders, "cache-control": "no-store" } });
}

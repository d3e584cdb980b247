import { impactOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data-files.ts";
import { isDraining } from "../../../../lib/io/lifecycle.ts";
import { unknownParameter } from "../../problem.ts";

/**
 * `GET /api/health/ready`: readers may be sent here. Not before the data are read, and not while stopping.
 * That Yahoo or Redis is away is no reason to say no: the snapshot answers all the same.
 */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const headers = { "cache-control": "no-store" };
  if (isDraining()) return Response.json({ status: "stopping" }, { status: 503, headers });
  await Promise.all(articleSlugs().map(impactOf));
  return Response.json({ status: "ready" }, { headers });
}

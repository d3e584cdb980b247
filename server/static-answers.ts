import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { builtFiles } from "./built-answers.ts";
import type { BuiltAnswer, BuiltAnswers, BuiltRoute } from "./built-answers.ts";
import type { Encoding } from "./content-encoding.ts";

/** What the build holds an answer for. */
export interface StaticAnswers {
  /**
   * The answer to a request, or null where a page is drawn for it or Next has to look.
   *
   * @param place the decoded path
   */
  find(place: string, query: string, headers: IncomingHttpHeaders): BuiltAnswer | null;
  /** The page for an address that leads nowhere, with 404. */
  notFound: BuiltAnswer | null;
  /** The body in the best form there is for a reader who takes `wanted`. Shared: nobody writes into it. */
  body(answer: BuiltAnswer, wanted: Encoding): { bytes: Buffer; encoding: Encoding };
}

/**
 * What `writeBuiltAnswers` wrote, all of it in memory: some 13 MB. A new build in the same folder changes
 * nothing for a server that runs.
 *
 * @throws where the build has not been through `scripts/hash-scripts.ts`
 */
export function readStaticAnswers(folder: string): StaticAnswers {
  if (!existsSync(join(folder, builtFiles.index))) throw new Error(`${folder} holds no finished build: \`npm test build\` makes one`);
  const { answers, routes }: BuiltAnswers = JSON.parse(readFileSync(join(folder, builtFiles.index), "utf8"));
  return staticAnswers({ answers, routes }, readFileSync(join(folder, builtFiles.bodies)));
}

export function staticAnswers({ answers, routes }: BuiltAnswers, bodies: Buffer): StaticAnswers {
  const byPlace = new Map(Object.entries(routes));
  const slice = ([from, length]: [number, number]) => bodies.subarray(from, from + length);
  return {
    find(place, query, headers) {
      const route = byPlace.get(place);
      if (route === undefined || place === "/_not-found" || (query !== "" && choosesAnother(query, route))) return null;
      const number = headers["rsc"] === "1" && route.router !== undefined ? forRouter(route.router, query, headers) : route.whole;
      return number === null ? null : (answers[number] ?? null);
    },
    notFound: answers[byPlace.get("/_not-found")?.whole ?? -1] ?? null,
    body({ forms }, wanted) {
      if ("identity" in forms) return { bytes: slice(forms.identity), encoding: "identity" };
      if (wanted === "identity") return { bytes: gunzipSync(slice(forms.gzip)), encoding: wanted };
      return { bytes: slice(forms[wanted]), encoding: wanted };
    },
  };
}

function choosesAnother(query: string, { choosing }: BuiltRoute): boolean {
  if (choosing.length === 0) return false;
  return [...new URLSearchParams(query).keys()].some((name) => choosing.includes(name));
}

/** Null where Next should answer: with a redirect to the right `_rsc`, or with 404 for a segment that is not there. */
function forRouter(router: NonNullable<BuiltRoute["router"]>, query: string, headers: IncomingHttpHeaders): number | null {
  const one = (name: string): string | undefined => headers[name]?.toString();
  const segment = one("next-router-segment-prefetch");
  const expected = cacheBusting(one("next-router-prefetch"), segment, one("next-router-state-tree"), one("next-url"));
  if (new URLSearchParams(query).get("_rsc") !== expected) return null;
  return segment === undefined ? router.whole : (router.segments[segment] ?? null);
}

/**
 * What Next 16 asks `_rsc` to be: a digest of the headers an answer depends on, so that a cache that does
 * not read `Vary` cannot be given one reader's answer for another's question. Next's own function does the
 * same asynchronously; a test holds the two together.
 */
function cacheBusting(prefetch: string | undefined, segment: string | undefined, tree: string | undefined, nextUrl: string | undefined): string {
  const known = prefetch !== undefined && ["1", "2", "3"].includes(prefetch) ? prefetch : undefined;
  if (known === undefined && segment === undefined && tree === undefined && nextUrl === undefined) return "";
  return createHash("sha256")
    .update([known ?? "0", segment ?? "0", tree ?? "0", nextUrl ?? "0"].join(","))
    .digest()
    .subarray(0, 12)
    .toString("base64url");
}

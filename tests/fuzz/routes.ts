import { readdirSync } from "node:fs";
import { join } from "node:path";

/** `/articles/[slug]/claims/[claim]`: every address `app/` answers, found and not listed, so that a new one is asked as well. */
export function routesOf(app = join(import.meta.dirname, "../../app")): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .map((file) => `/${file.replace(/\/?(?:page|route)\.tsx?$/, "")}`)
    .map((route) => route.replace(/\/\([^/]+\)/g, "") || "/")
    .toSorted();
}

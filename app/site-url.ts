import { edition } from "../lib/site.ts";

/**
 * The public address of the site. Read when the site is built: its pages are made then, and so are the
 * addresses in their heads. One setting, so that a page and its picture never tell two.
 */
export const SITE_URL = new URL(edition().site);

/** A path of ours as others have to call it. */
export function absolute(path: string): string {
  return new URL(path, SITE_URL).href;
}

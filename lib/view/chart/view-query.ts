import { VIEW_KEYS } from "./view-keys.ts";

/** What of an address is a view, and more pairs behind it: an address from a newsletter carries things that are nobody’s business. Without the sorting of a table. */
export function viewQuery(search: string, more: [string, string][] = []): string {
  const given = new URLSearchParams(search);
  const view = VIEW_KEYS.filter((key) => key !== "sort").flatMap((key) =>
    given
      .getAll(key)
      .slice(0, 1)
      .map((value): [string, string] => [key, value]),
  );
  const query = [...view, ...more].map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return query === "" ? "" : `?${query}`;
}

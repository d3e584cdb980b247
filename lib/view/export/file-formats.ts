import type { ViewState } from "../chart/view-state.ts";
import { viewPairs } from "../chart/view-state.ts";

/** What a view can be had as. The first five are also endings of the page's address: `/tickers/NVDA.csv`. */
export const FILE_FORMATS = ["csv", "json", "metadata.json", "svg", "png", "citation", "bibtex", "csl"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The longest first, since one is the end of another. */
export const FILE_ENDINGS: readonly FileFormat[] = ["metadata.json", "csv", "json", "svg", "png"];

export function fileFormat(name: string): FileFormat | undefined {
  return FILE_FORMATS.find((one) => one === name);
}

/** The last part of an address without the ending of a file: "0700.HK.csv" -> "0700.HK" as csv; "0700.HK" is no file. */
export function endingOf(name: string): { name: string; format: FileFormat } | null {
  const format = FILE_ENDINGS.find((ending) => name.endsWith(`.${ending}`) && name.length > ending.length + 1);
  return format === undefined ? null : { name: name.slice(0, -format.length - 1), format };
}

/** The address of a view as a file: the page's own with an ending, the view's query unchanged. */
export function fileHref(path: string, view: ViewState, format: FileFormat, more: [string, string][] = []): string {
  const ending = FILE_ENDINGS.includes(format);
  const pairs = [...viewPairs(view), ...(ending ? [] : [["format", format]]), ...more];
  const query = pairs.map(([key = "", value = ""]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return `${path}${ending ? `.${format}` : ""}${query === "" ? "" : `?${query}`}`;
}

import type { QueryProblem } from "./prices-query.ts";
import { embedHref, pictureHref } from "./page-address.ts";
import { EMBED, iframeCode } from "./embed-code.ts";

/** What an oEmbed consumer asks for. */
export interface OembedQuery {
  url: URL;
  maxWidth: number | null;
  maxHeight: number | null;
  format: string;
}

/** The page it is about. */
export interface OembedPage {
  origin: string;
  path: string;
  view: string;
  title: string;
  /** Whether it has a chart that another site could show. */
  embeds: boolean;
  picture: { width: number; height: number };
}

/** `?url=&maxwidth=&maxheight=&format=`, as oembed.com has it. */
export function readOembedQuery(search: URLSearchParams): OembedQuery | QueryProblem {
  const asked = search.get("url") ?? "";
  const url = URL.canParse(asked) ? new URL(asked) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) return { parameter: "url", value: asked, allowed: ["the whole address of a page of this site"] };
  const sizes: (number | null)[] = [];
  for (const parameter of ["maxwidth", "maxheight"]) {
    const value = search.get(parameter);
    if (value !== null && !/^[1-9]\d{0,4}$/.test(value)) return { parameter, value, allowed: ["a whole number of pixels, 1 to 99999"] };
    sizes.push(value === null ? null : Number(value));
  }
  const [maxWidth = null, maxHeight = null] = sizes;
  return { url, maxWidth, maxHeight, format: search.get("format") ?? "json" };
}

/** @returns `rich` with an iframe no larger than asked, or `link` where there is no one chart to show; the picture where it fits */
export function oembedAnswer({ origin, path, view, title, embeds, picture }: OembedPage, { maxWidth, maxHeight }: Pick<OembedQuery, "maxWidth" | "maxHeight">) {
  const fits = picture.width <= (maxWidth ?? Infinity) && picture.height <= (maxHeight ?? Infinity);
  const shared = {
    version: "1.0",
    title,
    provider_name: "Claimtape",
    provider_url: origin,
    cache_age: 3600,
    ...(fits ? { thumbnail_url: `${origin}${pictureHref(path, view)}`, thumbnail_width: picture.width, thumbnail_height: picture.height } : {}),
  };
  if (!embeds) return { type: "link" as const, ...shared };
  const [width, height] = [Math.min(EMBED.width, maxWidth ?? Infinity), Math.min(EMBED.height, maxHeight ?? Infinity)];
  return { type: "rich" as const, ...shared, html: iframeCode({ src: `${origin}${embedHref(path, view)}`, title, width, height }), width, height };
}

import { embedHref, pictureHref } from "../words/page-address.ts";
import { EMBED, iframeCode } from "./embed-code.ts";

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

/** As oembed.com has it, 1.0. */
export type OembedAnswer = ({ type: "rich"; html: string; width: number; height: number } & OembedPageFacts) | ({ type: "link" } & OembedPageFacts);

interface OembedPageFacts {
  version: "1.0";
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** How many pixels a consumer has room for; null where it says nothing. */
interface OembedRoom {
  maxWidth: number | null;
  maxHeight: number | null;
}

/** @returns `rich` with an iframe no larger than asked, or `link` where there is no one chart to show; the picture where it fits */
export function oembedAnswer({ origin, path, view, title, embeds, picture }: OembedPage, { maxWidth, maxHeight }: OembedRoom): OembedAnswer {
  const fits = picture.width <= (maxWidth ?? Infinity) && picture.height <= (maxHeight ?? Infinity);
  const shared: OembedPageFacts = {
    version: "1.0",
    title,
    provider_name: "Claimtape",
    provider_url: origin,
    cache_age: 3600,
    ...(fits ? { thumbnail_url: `${origin}${pictureHref(path, view)}`, thumbnail_width: picture.width, thumbnail_height: picture.height } : {}),
  };
  if (!embeds) return { type: "link", ...shared };
  const [width, height] = [Math.min(EMBED.width, maxWidth ?? Infinity), Math.min(EMBED.height, maxHeight ?? Infinity)];
  return { type: "rich", ...shared, html: iframeCode({ src: `${origin}${embedHref(path, view)}`, title, width, height }), width, height };
}

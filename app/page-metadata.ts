import type { Metadata } from "next";
import { CARD } from "../lib/view/picture/share-card-svg.ts";
import { embedHref, pictureHref } from "../lib/view/words/page-address.ts";
import type { PageView } from "./page-view.ts";
import { absolute } from "./site-url.ts";

/** The head of a page: what it found, its picture, its one address, and where its oEmbed answer is. */
export function pageMetadata({ path, query, title, finding, description, address }: PageView, canonical = path): Metadata {
  const image = { url: pictureHref(path, query), ...CARD, type: "image/png", alt: finding };
  const own = absolute(`${canonical}${query}`);
  return {
    title,
    description,
    alternates: { canonical, types: { "application/json+oembed": `/api/oembed?url=${encodeURIComponent(own)}` } },
    openGraph: {
      type: address.kind === "article" || address.kind === "claim" ? "article" : "website",
      siteName: "Claimtape",
      locale: "en_GB",
      url: own,
      title,
      description,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [{ url: image.url, alt: finding }] },
  };
}

/** The head of a chart made for another site: search engines are sent to the page itself. */
export function embedMetadata({ path, query, title, description }: PageView): Metadata {
  return {
    title,
    description,
    alternates: { canonical: `${path}${query}` },
    robots: { index: false, follow: true },
    openGraph: { url: absolute(embedHref(path, query)), title, description },
  };
}

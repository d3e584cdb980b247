import type { MetadataRoute } from "next";
import { absolute } from "./site-url.ts";

/**
 * Everything may be read, and the API need not be listed but for what pages point machines to: where a
 * page's oEmbed answer is, and the prices that its data set names.
 */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: ["/", "/api/oembed", "/api/tickers/*/prices"], disallow: ["/api/"] }, sitemap: absolute("/sitemap.xml") };
}

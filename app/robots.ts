import type { MetadataRoute } from "next";
import { absolute } from "./site-url.ts";

/** Everything may be read; the API and embedded charts need not be listed. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/"] }, sitemap: absolute("/sitemap.xml") };
}

import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Claimtape",
    short_name: "Claimtape",
    description: "What an article said, beside what the market did.",
    lang: "en",
    start_url: "/",
    display: "browser",
    background_color: "#fbfaf6",
    theme_color: "#0b5a8c",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

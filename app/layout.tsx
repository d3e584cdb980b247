import type { Metadata } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { articleSlugs } from "../lib/io/data-files.ts";
import { readingScript } from "../lib/view/reading-script.ts";
import "./globals.css";

// Self-hosted from npm packages: nothing is downloaded at build.
const said = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-said",
  display: "swap",
});
const saidItalic = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  weight: "200 800",
  style: "italic",
  variable: "--font-said-italic",
  display: "swap",
  preload: false,
});
const did = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-did",
  display: "swap",
});

export const metadata: Metadata = {
  // Where shared links and their picture point; known when the site is built.
  metadataBase: new URL(process.env.NEXT_PUBLIC_SITE_URL ?? "http://localhost:3000"),
  title: { default: "Claimtape", template: "%s · Claimtape" },
  description: "What an article said, beside what the market did.",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script sets attributes of this element before React sees it; nothing else in it may differ.
    <html lang="en" className={`${said.variable} ${saidItalic.variable} ${did.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: readingScript }} />
      </head>
      <body>
        <SiteHeader firstArticle={articleSlugs()[0] ?? null} />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}

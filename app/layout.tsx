import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { ReadingAttributes } from "../components/site/reading-attributes.tsx";
import { SiteFooter } from "../components/site/site-footer.tsx";
import { SiteHeader } from "../components/site/site-header.tsx";
import { articleSlugs } from "../lib/io/data/data-files.ts";
import { boardHref } from "../lib/view/words/links.ts";
import { pictureHref } from "../lib/view/words/page-address.ts";
import { readingScript } from "../lib/view/site/reader-preferences.ts";
import { CARD } from "../lib/view/picture/share-card-svg.ts";
import "./globals.css";
import { SITE_URL } from "./site-url.ts";

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

const picture = { url: pictureHref(boardHref(articleSlugs()[0] ?? "")), ...CARD, type: "image/png", alt: "The article, the most named instruments around the day it appeared, and how often each verdict was given." };

export const metadata: Metadata = {
  metadataBase: SITE_URL,
  title: { default: "Claimtape", template: "%s · Claimtape" },
  description: "What an article said, beside what the market did.",
  // Of pages that say nothing else.
  openGraph: { type: "website", siteName: "Claimtape", locale: "en_GB", images: [picture] },
  twitter: { card: "summary_large_image", images: [picture] },
  applicationName: "Claimtape",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#161512" },
  ],
};

interface Props {
  children: ReactNode;
  /** Slots, so that an embedded chart has neither (`@header/embed`, `@footer/embed`). Of an address that is no page there are none. */
  header?: ReactNode;
  footer?: ReactNode;
}

export default function RootLayout({ children, header, footer }: Props) {
  return (
    // The script sets attributes of this element before React sees it; nothing else in it may differ.
    <html lang="en" className={`${said.variable} ${saidItalic.variable} ${did.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: readingScript }} />
      </head>
      <body>
        <ReadingAttributes />
        {header ?? <SiteHeader firstArticle={articleSlugs()[0] ?? null} />}
        {children}
        {footer ?? <SiteFooter />}
      </body>
    </html>
  );
}

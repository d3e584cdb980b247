import type { Metadata } from "next";
import { TickerIndex } from "../../components/instrument/ticker-index.tsx";
import { impactOf } from "../../lib/impact.ts";
import { articleSlugs } from "../../lib/io/data/data-files.ts";

export const metadata: Metadata = {
  title: "Tickers",
  description: "Every instrument the articles’ claims are about, with its move on the event day.",
  alternates: { canonical: "/tickers" },
};

export default async function TickersPage() {
  const [slug = ""] = articleSlugs();
  return <TickerIndex report={await impactOf(slug)} />;
}

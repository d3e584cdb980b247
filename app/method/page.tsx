import type { Metadata } from "next";
import { MethodPage } from "../../components/pages/method-page.tsx";

export const metadata: Metadata = {
  title: "Method",
  description: "How a claim is held to prices: windows, benchmarks, tests, words, and what none of it can show.",
  alternates: { canonical: "/method" },
};

export default function MethodRoute() {
  return <MethodPage />;
}

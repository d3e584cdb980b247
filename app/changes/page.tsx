import type { Metadata } from "next";
import { ChangesPage } from "../../components/pages/changes-page.tsx";
import { loadChanges } from "../../lib/io/data/data-files.ts";

export const metadata: Metadata = {
  title: "Changes",
  description: "What changed in the method and in the data, when, and in which version.",
  alternates: { canonical: "/changes" },
};

export default function ChangesRoute() {
  return <ChangesPage changes={loadChanges()} />;
}

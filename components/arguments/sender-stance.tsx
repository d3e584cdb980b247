"use client";

import { useEffect } from "react";
import { useLate } from "../ui/late.ts";

const load = () => import("./sender-stance-note.tsx");

/**
 * On a claim's page, which is static: what the sender of the link thinks of this claim. Fetched only by
 * readers who came by a link with stances in it; the page of arguments says the same from the server.
 */
export function SenderStance({ slug, claim }: { slug: string; claim: string }) {
  const [note, ask] = useLate(load);
  useEffect(() => {
    if (location.search.includes("stance=")) ask();
  }, [ask]);
  return note === null ? null : <note.SenderStanceNote slug={slug} claim={claim} />;
}

"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { SenderStanceNoteProps } from "./sender-stance-note.tsx";

/**
 * On a claim's page, which is static: what the sender of the link thinks of this claim. Fetched for those
 * alone who came by a link with stances in it.
 */
export function SenderStance({ slug, claim }: { slug: string; claim: string }) {
  const [Note, setNote] = useState<ComponentType<SenderStanceNoteProps> | null>(null);
  useEffect(() => {
    if (!location.search.includes("stance=")) return;
    import("./sender-stance-note.tsx").then(
      (module) => setNote(() => module.SenderStanceNote),
      () => undefined, // offline: the page of arguments says it from the server
    );
  }, []);
  return Note === null ? null : <Note slug={slug} claim={claim} />;
}

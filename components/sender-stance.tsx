"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import type { SenderStanceNoteProps } from "./sender-stance-note.tsx";

/** Fetched for those alone who came by a link with stances in it. */
const SenderStanceNote = dynamic<SenderStanceNoteProps>(() => import("./sender-stance-note.tsx").then((module) => module.SenderStanceNote), {
  ssr: false,
});

/** On a claim's page, which is static: what the sender of the link thinks of this claim. */
export function SenderStance({ slug, claim }: { slug: string; claim: string }) {
  const query = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(location.search).getAll("stance").join(","),
    () => "",
  );
  return query === "" ? null : <SenderStanceNote slug={slug} claim={claim} query={query} />;
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  return () => removeEventListener("popstate", listener);
}

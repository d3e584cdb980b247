"use client";

import { useSyncExternalStore } from "react";
import type { Stance, Stances } from "../../lib/view/arguments/stances.ts";
import { STANCES_KEY, storedStances, withStances } from "../../lib/view/arguments/stances.ts";

/** Those who show stances in this tab; other tabs are told by the browser. */
const listeners = new Set<() => void>();

/** Where a browser refuses storage, what was chosen lives as long as the page. */
let refused: string | null = null;

/** What this reader thinks of an article's claims. Kept in this browser, sent nowhere; the server knows none. */
export function useOwnStances(slug: string): Stances {
  return storedStances(
    useSyncExternalStore(subscribe, stored, () => null),
    slug,
  );
}

/** A stance set, or taken back with null. */
export function changeStances(slug: string, changes: Record<string, Stance | null>): void {
  const text = withStances(stored(), slug, changes);
  try {
    localStorage.setItem(STANCES_KEY, text);
    refused = null;
  } catch {
    refused = text;
  }
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return refused ?? localStorage.getItem(STANCES_KEY);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

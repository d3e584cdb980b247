"use client";

import { useSyncExternalStore } from "react";
import { defaultChoice, readChoice, type ReadingChoice, type ReadingSetting, readingSettings, storageKey } from "../../lib/view/site/reader-preferences.ts";

// The html element holds what is in force: the script in the head set it before React was there.

const readers = new Set<() => void>();

export function currentChoice<S extends ReadingSetting>(setting: S): ReadingChoice<S> {
  return readChoice(setting, document.documentElement.dataset[setting]);
}

export function choose<S extends ReadingSetting>(setting: S, choice: ReadingChoice<S>): void {
  show(setting, choice);
  try {
    if (choice === defaultChoice(setting)) localStorage.removeItem(storageKey(setting));
    else localStorage.setItem(storageKey(setting), choice);
  } catch {
    // Storage is shut (a private window): the choice holds for this page.
  }
}

export function useReadingChoice<S extends ReadingSetting>(setting: S): ReadingChoice<S> {
  return useSyncExternalStore(
    subscribe,
    () => currentChoice(setting),
    () => defaultChoice(setting),
  );
}

/** What the script in the head does. */
export function showStored(): void {
  document.documentElement.dataset["script"] = "";
  for (const setting of readingSettings) show(setting, readChoice(setting, stored(setting)));
}

function stored(setting: ReadingSetting): string | null {
  try {
    return localStorage.getItem(storageKey(setting));
  } catch {
    return null;
  }
}

function show<S extends ReadingSetting>(setting: S, choice: ReadingChoice<S>): void {
  const { dataset } = document.documentElement;
  if (choice === defaultChoice(setting)) delete dataset[setting];
  else dataset[setting] = choice;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  addEventListener("storage", fromAnotherTab);
  return () => {
    readers.delete(reader);
    if (readers.size === 0) removeEventListener("storage", fromAnotherTab);
  };
}

/** What is chosen in one tab holds in all. */
function fromAnotherTab({ key, newValue }: StorageEvent): void {
  for (const setting of readingSettings) {
    if (key === storageKey(setting) || key === null) show(setting, readChoice(setting, newValue));
  }
}

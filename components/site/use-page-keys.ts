"use client";

import { useEffect } from "react";
import { type KeyPress, type PageAction, pageAction, stepIn } from "../../lib/view/site/page-keys.ts";
import { currentChoice } from "./use-reading-choice.ts";

/** Listens for the keys of a page. Those that walk through claims are done here; the rest is told. */
export function usePageKeys(tell: (action: "search" | "help") => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const singleKeys = currentChoice("keys") === "on";
      const action = pageAction({ key, ctrlKey, metaKey, altKey, shiftKey, singleKeys, place: placeOf(event.target) });
      if (action === null) return;
      if (action === "search" || action === "help") tell(action);
      else if (!walk(action)) return;
      event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [tell]);
}

function placeOf(target: EventTarget | null): KeyPress["place"] {
  const element = target instanceof Element ? target : null;
  if (element?.closest("input, textarea, select, [contenteditable]:not([contenteditable='false'])")) return "field";
  if (document.querySelector("dialog[open]") !== null) return "dialog";
  return element?.closest("[role='application']") ? "chart" : "page";
}

/** On a claim's page to its neighbour; on a board to the next claim of the list. Is there anywhere to go? */
function walk(action: Exclude<PageAction, "search" | "help">): boolean {
  const neighbour = document.querySelector<HTMLAnchorElement>(`main a[rel="${action === "next" ? "next" : "prev"}"]`);
  if (neighbour !== null) {
    neighbour.click();
    return true;
  }
  const claims = [...document.querySelectorAll<HTMLElement>("main [data-claim]")];
  const to = claims[stepIn(claims.length, hereIn(claims, action), action) ?? -1];
  if (to === undefined) return false;
  to.scrollIntoView({ block: "start" });
  // The claim's own link: Enter opens it, Tab goes on through the claim.
  to.querySelector<HTMLElement>("[data-claim-link]")?.focus({ preventScroll: true });
  return true;
}

/** The claim that has the focus, or else the one the reader has scrolled to. */
function hereIn(claims: HTMLElement[], action: "next" | "previous"): number {
  const focused = claims.findIndex((claim) => claim.contains(document.activeElement) && onScreen(claim));
  if (focused !== -1) return focused;
  const passed = claims.filter((claim) => claim.getBoundingClientRect().top < NEAR_TOP).length;
  if (action === "next") return passed - 1;
  // Back from the middle of a claim is to its own beginning.
  const current = claims[passed - 1];
  return current !== undefined && current.getBoundingClientRect().top < -NEAR_TOP ? passed : passed - 1;
}

function onScreen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Pixels below the upper edge of the window within which a claim counts as the one being read. */
const NEAR_TOP = 64;

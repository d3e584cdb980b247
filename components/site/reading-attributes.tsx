"use client";

import { useLayoutEffect } from "react";
import { showStored } from "./use-reading-choice.ts";

/**
 * A page that Next could not finish on the server, such as one that turned out to name nothing, is drawn whole
 * by the browser, and a script in a head drawn so does not run: this does its work.
 */
export function ReadingAttributes() {
  useLayoutEffect(() => {
    if (document.documentElement.dataset["script"] === undefined) showStored();
  }, []);
  return null;
}

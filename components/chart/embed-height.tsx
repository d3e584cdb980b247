"use client";

import { useEffect } from "react";
import { HEIGHT_MESSAGE } from "../../lib/view/export/embed-code.ts";

/** Tells the page around how high this one is, so that its frame can follow. Says nothing else and hears nothing. */
export function EmbedHeight() {
  useEffect(() => {
    if (parent === window) return;
    const tell = () => parent.postMessage({ claimtape: HEIGHT_MESSAGE, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
    const observer = new ResizeObserver(tell);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return null;
}

import { useEffect } from "react";

/** A claim has a number on the chart and words beside it: pointing at one lights the other. */
export function useClaimLight(): void {
  useEffect(() => {
    const light = (event: Event) => {
      const claim = event.target instanceof Element ? event.target.closest("[data-claim]")?.getAttribute("data-claim") : undefined;
      for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
      if (claim === undefined || claim === null) return;
      for (const same of document.querySelectorAll(`[data-claim="${CSS.escape(claim)}"]`)) same.setAttribute("data-lit", "");
    };
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
    return () => {
      document.removeEventListener("pointerover", light);
      document.removeEventListener("focusin", light);
    };
  }, []);
}

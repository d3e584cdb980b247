"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The form's button. It submits by itself without a script; with one, choices that say "all" are left
 * out of the address, and after Back the choices are again those of the board that is shown.
 */
export function FilterButton({ children }: { children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    const selects = [...form.querySelectorAll("select")];
    const trim = () => {
      for (const select of selects) select.disabled = select.value === "";
    };
    const restore = () => {
      for (const select of selects) select.disabled = false;
      form.reset();
    };
    // After Back a browser puts back what was chosen before it left: from its cache, or into a page loaded
    // again. On any other arrival a choice made while the script was on its way is the reader's and stays.
    const cameBack = performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "back_forward");
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted || cameBack) restore();
    };
    if (cameBack) restore();
    form.addEventListener("submit", trim);
    addEventListener("pageshow", onShow);
    return () => {
      form.removeEventListener("submit", trim);
      removeEventListener("pageshow", onShow);
    };
  }, []);
  return (
    <button ref={button} type="submit">
      {children}
    </button>
  );
}

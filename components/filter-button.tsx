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
    // A browser may have put back what was chosen before it left.
    restore();
    form.addEventListener("submit", trim);
    addEventListener("pageshow", restore);
    return () => {
      form.removeEventListener("submit", trim);
      removeEventListener("pageshow", restore);
    };
  }, []);
  return (
    <button ref={button} type="submit">
      {children}
    </button>
  );
}
